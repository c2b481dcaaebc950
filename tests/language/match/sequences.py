def m(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return ("one", a)
        case [1, 2]:
            return "exact"
        case (0, *rest):
            return ("zero first", rest)
        case [first, *_, "end"]:
            return ("to end", first)
        case [[a, b], c]:
            return ("nested", a, b, c)
        case [a, b]:
            return ("two", a, b)
        case [*init, last] if last == "guard":
            return ("guard", init)
        case [a, *middle, z]:
            return ("many", a, middle, z)
        case _:
            return "no"


for v in ([], [5], [1, 2], (0, 1, 2), (0,), ["x", 1, 2, "end"], [(1, 2), 3], [7, 8], [1, 2, "guard"], range(4), "ab", b"ab", bytearray(b"ab"),
          {1, 2}, {"a": 1}, iter([1]), [[]], None):
    print(type(v).__name__, m(v))


class Seq(list):
    pass


class NotSeq:
    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


print(m(Seq([1, 2])), m(NotSeq()))
