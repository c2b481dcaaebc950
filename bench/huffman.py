# Huffman's code with a heap written in Python: tuples compared, lists as heaps, bit strings.
def push(heap, item):
    heap.append(item)
    at = len(heap) - 1
    while at > 0:
        parent = (at - 1) // 2
        if heap[parent] <= item:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def pop(heap):
    top = heap[0]
    item = heap.pop()
    if heap:
        at = 0
        size = len(heap)
        while True:
            child = 2 * at + 1
            if child >= size:
                break
            if child + 1 < size and heap[child + 1] < heap[child]:
                child += 1
            if item <= heap[child]:
                break
            heap[at] = heap[child]
            at = child
        heap[at] = item
    return top


def codes(counts):
    heap = []
    for symbol, count in counts.items():
        push(heap, (count, symbol, None, None))
    while len(heap) > 1:
        a = pop(heap)
        b = pop(heap)
        push(heap, (a[0] + b[0], min(a[1], b[1]), a, b))
    table = {}

    def walk(node, prefix):
        if node[2] is None:
            table[node[1]] = prefix
        else:
            walk(node[2], prefix + "0")
            walk(node[3], prefix + "1")

    walk(heap[0], "")
    return table


def decode(bits, table):
    symbols = {code: symbol for symbol, code in table.items()}
    result = []
    code = ""
    for bit in bits:
        code += bit
        if code in symbols:
            result.append(symbols[code])
            code = ""
    return "".join(result)


text = "".join([chr(97 + (i * i * 31 + i // 7) % 23 * ((i % 5) + 1) // 5) for i in range(40_000)])
counts = {}
for c in text:
    counts[c] = counts.get(c, 0) + 1
for _ in range(40):
    table = codes(counts)
encoded = "".join([table[c] for c in text])
print(len(encoded), decode(encoded, table) == text)

heap = []
state = 1
for i in range(60_000):
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    push(heap, (state >> 10, i))
total = 0
for i in range(60_000):
    total = (total * 7 + pop(heap)[0]) % 1000003
print(total)
