"""The docstring may come first."""
from __future__ import annotations
from __future__ import division, generator_stop as stop
import __future__


def f(x: undefined_type, y: int = 5) -> list[int]:
    return x


print(f.__annotations__, division.getMandatoryRelease(), stop.getOptionalRelease(), annotations.getMandatoryRelease())
print(__future__.all_feature_names, __future__.annotations, sorted(__future__.__all__) == sorted(["all_feature_names"] + __future__.all_feature_names))
sources = [
    "'doc'\nfrom __future__ import annotations",
    "'doc'\n'more'\nfrom __future__ import annotations",
    "x = 1\nfrom __future__ import annotations",
    "from __future__ import annotations\nx = 1\nfrom __future__ import division",
    "def f():\n    from __future__ import annotations",
    "from __future__ import nothing",
    "from __future__ import braces",
    "from .__future__ import nothing",
]
for source in sources:
    try:
        compile(source, "file", "exec")
        print("compiles")
    except SyntaxError as error:
        print(error.msg, error.lineno)
