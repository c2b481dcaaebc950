# functools.total_ordering, which is loaded when a program asks for it.
__name__ = "functools"

# How each comparison comes from another: whether that one's result is negated, and what it is joined with.
_DERIVED = {
    "__lt__": {"__gt__": (True, "and !="), "__le__": (False, "or =="), "__ge__": (True, "")},
    "__le__": {"__ge__": (True, "or =="), "__lt__": (False, "and !="), "__gt__": (True, "")},
    "__gt__": {"__lt__": (True, "and !="), "__ge__": (False, "or =="), "__le__": (True, "")},
    "__ge__": {"__le__": (True, "or =="), "__gt__": (False, "and !="), "__lt__": (True, "")},
}


def _derived(cls, root, name, negated, joined):
    """The comparison of that name for a class that has the root."""

    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            result = not result
        if joined == "and !=":
            return result and self != other
        if joined == "or ==":
            return result or self == other
        return result

    compare.__name__ = name
    compare.__module__, compare.__qualname__ = cls.__module__, f"{cls.__qualname__}.{name}"
    compare.__doc__ = f"The comparison that {root} and __eq__ give, by functools.total_ordering."
    return compare


def total_ordering(cls):
    """Add the comparisons that a class lacks: it has to have one of them, and __eq__."""
    roots = {name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # __lt__ rather than __le__, that rather than __gt__, and __ge__ last.
    root = max(roots)
    for name, (negated, joined) in _DERIVED[root].items():
        if name not in roots:
            setattr(cls, name, _derived(cls, root, name, negated, joined))
    return cls
