# Type parameters in annotations that are text: they hide names of the module, and names of the class hide them.
from __future__ import annotations

from typing import get_type_hints

Hidden = int


class Inner[Hidden]:
    x: Hidden


class Outer[T, U]:
    T = int
    x: T
    y: U


def function[Hidden](x: Hidden) -> Hidden: ...


class Holder:
    Hidden = str

    def method[Hidden](self, x: Hidden): ...


for obj in (Inner, Outer, function, Holder.method):
    print(get_type_hints(obj))
