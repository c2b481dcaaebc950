"""Builtin functions and what classes, attributes, exceptions and calls need."""


class Plain:
    shared = 1

    def __init__(self, x=0):
        self.x = x

    def method(self):
        return self

    @property
    def value(self):
        return self.x

    @classmethod
    def of_class(cls):
        return cls

    @staticmethod
    def of_none():
        return 1


class Child(Plain):
    def method(self):
        return super().method()


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1


class Numeric:
    def __add__(self, other):
        return self

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index

    def __contains__(self, item):
        return True

    def __call__(self):
        return self

    def __bool__(self):
        return True

    def __iter__(self):
        return iter(())


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


class Lazy:
    def __getattr__(self, name):
        return name


def function(a, b=2, *c, d=4, **e):
    return a


P, C, S, N, M, Z = Plain(), Child(), Slotted(), Numeric(), Manager(), Lazy()
NUMBERS = (1, 2, 3)
KEYWORDS = {"d": 5}

OPERATIONS = {
    "isinstance": "isinstance(3, int)",
    "isinstance, tuple": "isinstance(3, (str, int))",
    "isinstance, class": "isinstance(C, Plain)",
    "issubclass": "issubclass(Child, Plain)",
    "type": "type(P)",
    "id": "id(P)",
    "hash object": "hash(P)",
    "callable": "callable(len)",
    "getattr": "getattr(P, 'x')",
    "getattr, default": "getattr(P, 'absent', None)",
    "getattr, builtin": "getattr('abc', 'upper')",
    "setattr": "setattr(P, 'x', 1)",
    "hasattr": "hasattr(P, 'x')",
    "hasattr, absent": "hasattr(P, 'absent')",
    "delattr": "P.y = 1\ndelattr(P, 'y')",
    "vars": "vars(P)",
    "dir": "dir(P)",
    "globals": "globals()",
    "len": "len(NUMBERS)",
    "print to nothing": "print(end='')",
    "eval": "eval('1 + 2 * 3')",
    "exec": "exec('x = 1')",
    "compile": "compile('x = 1', 'name', 'exec')",
    "slice make": "slice(1, 2)",
    "object make": "object()",
    "attribute": "P.x",
    "attribute, class": "P.shared",
    "attribute =": "P.x = 1",
    "attribute, slot": "S.x",
    "attribute, slot =": "S.y = 1",
    "attribute, property": "P.value",
    "attribute, __getattr__": "Z.anything",
    "attribute, bound method": "P.method",
    "call method": "P.method()",
    "call super": "C.method()",
    "call class method": "P.of_class()",
    "call static method": "P.of_none()",
    "call function": "function(1)",
    "call keywords": "function(1, b=3, d=5)",
    "call stars": "function(*NUMBERS, **KEYWORDS)",
    "call lambda": "(lambda: 1)()",
    "call object": "N()",
    "make instance": "Plain()",
    "make instance, slots": "Slotted()",
    "make function": "lambda x: x",
    "make class": "class New: pass",
    "make class, inherited": "class New(Plain):\n    y = 1\n    def method(self): pass",
    "make class by type": "type('New', (), {})",
    "special +": "N + 1",
    "special ==": "N == 1",
    "special len": "len(N)",
    "special []": "N[1]",
    "special in": "1 in N",
    "special bool": "bool(N)",
    "special iter": "for x in N: pass",
    "special hash": "hash(N)",
    "with": "with M: pass",
    "try": "try: pass\nexcept ValueError: pass",
    "try, raise": "try: raise ValueError\nexcept ValueError: pass",
    "try, raise text": "try: raise ValueError('text')\nexcept ValueError as error: pass",
    "try, KeyError": "try: KEYWORDS['absent']\nexcept KeyError: pass",
    "try, AttributeError": "try: P.absent\nexcept AttributeError: pass",
    "try, IndexError": "try: NUMBERS[5]\nexcept IndexError: pass",
    "try, ValueError of int": "try: int('x')\nexcept ValueError: pass",
    "try, ZeroDivisionError": "try: 1 // 0\nexcept ZeroDivisionError: pass",
    "try, finally": "try: pass\nfinally: x = 1",
    "make exception": "ValueError('text')",
    "exception str": "str(ValueError('text'))",
    "import": "import sys",
    "lambda default": "(lambda x=1: x)()",
    "global": "NUMBERS",
    "match": "match NUMBERS:\n    case (1, x, 3): pass",
    "is": "P is C",
    "conditional": "1 if P else 2",
}
