def m(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "one or two"
        case -3:
            return "minus three"
        case 1.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case "a" "b":
            return "string"
        case b"x":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case str() as s:
            return "str " + s
        case other if other == 99:
            return "guard"
        case y:
            return ("capture", y)


for v in (0, 1, 2, -3, 1.5, 2 + 3j, "ab", b"x", None, True, False, "zz", 99, [1], 1.0, 0.0):
    print(repr(v), m(v))


def wild(x):
    match x:
        case (1 as a) | (2 as a):
            return a
        case _:
            return "wild"


print(wild(1), wild(2), wild(3))


def no_match(x):
    match x:
        case 1:
            print("one")
    return "after"


print(no_match(5))
match = "soft keyword"
case = 5
print(match, case)
_ = 3
match _:
    case 3:
        print("underscore subject")
match 1, 2:
    case a, b:
        print(a, b)
match (x := 5):
    case 5:
        print(x)
match *[1, 2], 3:
    case [a, b, c]:
        print(a, b, c)
