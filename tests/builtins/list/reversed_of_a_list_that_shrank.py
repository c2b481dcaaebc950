# reversed() of a list that has become shorter than the place it had come to is at its end.
items = list(range(8))
walk = reversed(items)
print(next(walk), next(walk))
items[1:] = []
print(list(walk), items)
