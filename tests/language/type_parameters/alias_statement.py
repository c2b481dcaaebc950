# python: 3.13
type Number = int | float
type Pair[A] = tuple[A, A]
type Tree = list[Tree] | int
type Later = defined_below
print(Number, Number.__value__, Number.__name__, type(Number).__name__, Pair.__type_params__, Pair[int], Pair.__value__)
print(Tree.__value__)
try:
    Later.__value__
except NameError as e:
    print(e)
defined_below = str
print(Later.__value__)


class C:
    type Inner = C

    def m(self):
        type Local[T] = dict[str, T]
        return Local


print(C.Inner.__value__ is C, C().m().__name__, C().m().__type_params__)
type = 5
print(type)
type X = int
print(X)
