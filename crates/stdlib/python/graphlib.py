"""Orders in which everything comes after what it depends on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Raised for nodes that depend on themselves; args[1] is a list of them, the first also as the last."""


class _Node:
    __slots__ = ("name", "waits_for", "successors", "state")

    def __init__(self, name):
        self.name = name
        # How many predecessors aren't done.
        self.waits_for = 0
        self.successors = []
        # None, "out" when it was returned as ready, then "done".
        self.state = None


class TopologicalSorter:
    """A graph whose nodes are sorted: each after its predecessors, which add() and the mapping `graph` tell."""

    def __init__(self, graph=None):
        self._nodes = {}
        # The nodes that wait for none, from prepare() on; how many are out and done.
        self._ready = None
        self._out = self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, name):
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = _Node(name)
        return node

    def add(self, node, *predecessors):
        """Add a node, and what comes before it."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._node(node)
        entry.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        """End the additions, and look for cycles."""
        if self._out:
            raise ValueError("cannot prepare() after starting iteration")
        if self._ready is None:
            self._ready = [node.name for node in self._nodes.values() if not node.waits_for]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """All nodes that have become ready since the last call."""
        self._check_prepared()
        result = tuple(self._ready)
        for name in result:
            self._nodes[name].state = "out"
        self._ready.clear()
        self._out += len(result)
        return result

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def is_active(self):
        """Whether there is more to do."""
        self._check_prepared()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes which get_ready() returned are dealt with."""
        self._check_prepared()
        for name in nodes:
            node = self._nodes.get(name)
            if node is None:
                raise ValueError(f"node {name!r} was not added using add()")
            if node.state is None:
                raise ValueError(f"node {name!r} was not passed out (still not ready)")
            if node.state == "done":
                raise ValueError(f"node {name!r} was already marked done")
            node.state = "done"
            self._done += 1
            for successor in node.successors:
                other = self._nodes[successor]
                other.waits_for -= 1
                if not other.waits_for:
                    self._ready.append(successor)

    def _find_cycle(self):
        """The nodes of a cycle, the first one also at the end, or None."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            # The path that is walked, the place of each node in it, and what is left to follow from each.
            path, places, left = [start], {start: 0}, [iter(self._nodes[start].successors)]
            seen.add(start)
            while path:
                for successor in left[-1]:
                    if successor in places:
                        return [*path[places[successor] :], successor]
                    if successor not in seen:
                        seen.add(successor)
                        places[successor] = len(path)
                        path.append(successor)
                        left.append(iter(self._nodes[successor].successors))
                        break
                else:
                    left.pop()
                    del places[path.pop()]
        return None

    def static_order(self):
        """All nodes in an order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)
