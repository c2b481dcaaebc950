class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def choose(self, items):
        return items[self.below(len(items))]


def changed(data, random):
    """The data with a byte changed, a part lost or doubled, or a piece of the format put in."""
    at = random.below(len(data) + 1)
    end = min(at + random.below(12), len(data))
    way = random.below(7)
    if way == 0:
        return data[:at] + bytes([random.below(256)]) + data[at + 1 :]
    if way == 1:
        return data[:at] + data[end:]
    if way == 2:
        return data[:end] + data[at:]
    if way == 3:
        return data[:at]
    if way == 4:
        other = random.choose(SEEDS)
        return data[:at] + other[random.below(len(other) + 1) :]
    if way == 5:
        return data[:at] + random.choose(PIECES) + data[at:]
    return data[:at] + random.choose(PIECES) + data[end:]


def main():
    random = Random(sum(RAW) * 1000003 + len(RAW))
    for number in range(60):
        if number % 10:
            data = random.choose(SEEDS)
            for _ in range(1 + random.below(4)):
                data = changed(data, random)
        else:
            at = random.below(len(RAW) + 1)
            data = random.choose(PIECES) + RAW[at : at + random.below(100)]
        try:
            take(data)
        except ALLOWED:
            pass
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            print("PROBLEM", repr(error)[:200], data[:2000])


main()
