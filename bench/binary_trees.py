# Allocation: a hundred trees of depth 14, made of tuples, built and walked.
def build(depth):
    if depth == 0:
        return (None, None)
    return (build(depth - 1), build(depth - 1))


def count(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + count(left) + count(right)


def run(trees, depth):
    total = 0
    for _ in range(trees):
        total += count(build(depth))
    return total


print(run(100, 14))
