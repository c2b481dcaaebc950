"""The module's docstring."""


def f():
    """A function's docstring."""


class C:
    """A class's docstring.

    With more lines.
    """

    def m(self):
        "single"
        pass


def none():
    pass


def not_doc():
    x = 1
    "not a docstring"


def bytes_doc():
    b"no"


print(__doc__, f.__doc__, C.m.__doc__, none.__doc__, not_doc.__doc__, bytes_doc.__doc__)
f.__doc__ = "changed"
print(f.__doc__, C().__doc__ == C.__doc__, C.__doc__.splitlines()[0])
pass; pass
