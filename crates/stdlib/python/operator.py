"""The operators of the language as functions: operator.add(x, y) is x + y."""

import _operator

__all__ = _operator.__all__

globals().update(
    (name, value) for name, value in vars(_operator).items() if name not in ("__name__", "__spec__", "__loader__", "__doc__")
)
