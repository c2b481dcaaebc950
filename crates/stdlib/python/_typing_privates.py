# Names of `typing` that are nobody's business, but that packages use that bring its newer parts to older Pythons.

from _typing import Union
from _typing_forms import _cached as _tp_cache
from _typing_forms import _ConcatenateGenericAlias
from _typing_forms import _Form as _Final
from _typing_forms import _plain as _type_convert
from _typing_forms import _show as _type_repr
from _typing_protocols import _NO_MEMBERS as EXCLUDED_ATTRIBUTES
from _typing_records import _PROHIBITED as _prohibited

__name__ = "typing"

_ASSERT_NEVER_REPR_MAX_LENGTH = 100
_BaseGenericAlias = _Final


class _UnionMeta(type):
    def __instancecheck__(self, obj):
        return isinstance(obj, Union)

    def __subclasscheck__(self, cls):
        return issubclass(cls, Union)


class _UnionGenericAlias(metaclass=_UnionMeta):
    """What unions were once made of; an instance is what is a Union."""
