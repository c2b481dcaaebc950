# Reading and writing attributes of several objects and of their class.
class Point:
    step = 3

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Box:
    def __init__(self, low, high):
        self.low = low
        self.high = high


def run(rounds):
    boxes = [Box(Point(i, -i), Point(i + 10, i + 20)) for i in range(10)]
    i = 0
    while i < rounds:
        box = boxes[i % 10]
        box.low.x += box.high.step
        box.high.y = box.low.x - box.low.y
        box.low.y = box.high.x & 15
        i += 1
    return sum([box.low.x + box.high.y for box in boxes])


print(run(1_200_000))
