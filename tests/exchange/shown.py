"""Values as text that is the same for equal values of equal types."""

import collections


def shown(value):
    kind = type(value).__name__
    if isinstance(value, (set, frozenset)):
        text = ", ".join(sorted(map(shown, value)))
    elif isinstance(value, dict):
        text = ", ".join(f"{shown(key)}: {shown(item)}" for key, item in value.items())
    elif isinstance(value, (list, tuple, collections.deque)):
        text = ", ".join(map(shown, value))
    elif isinstance(value, collections.ChainMap):
        text = shown(value.maps)
    elif kind in ("Item", "Slotted"):
        text = ", ".join(shown(getattr(value, name)) for name in type(value).__match_args__)
    else:
        text = repr(value)
    attributes = vars(value) if kind == "Words" else None
    return f"{kind}({text})" + (f" with {shown(attributes)}" if attributes else "")
