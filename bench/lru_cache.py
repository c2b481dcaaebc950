# A cache that forgets what was used longest ago: a dict and a doubly linked list of objects.
class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.before = self
        self.after = self


class Cache:
    def __init__(self, size):
        self.size = size
        self.nodes = {}
        self.ring = Node(None, None)
        self.hits = 0

    def unlink(self, node):
        node.before.after = node.after
        node.after.before = node.before

    def to_front(self, node):
        ring = self.ring
        node.before = ring
        node.after = ring.after
        ring.after.before = node
        ring.after = node

    def get(self, key, make):
        node = self.nodes.get(key)
        if node is not None:
            self.hits += 1
            self.unlink(node)
        else:
            if len(self.nodes) >= self.size:
                oldest = self.ring.before
                self.unlink(oldest)
                del self.nodes[oldest.key]
            node = Node(key, make(key))
            self.nodes[key] = node
        self.to_front(node)
        return node.value


cache = Cache(500)
total = 0
state = 3
for i in range(450_000):
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    key = (state >> 12) % 700
    total += cache.get(key, lambda k: k * k % 101)
print(total, cache.hits, len(cache.nodes))
