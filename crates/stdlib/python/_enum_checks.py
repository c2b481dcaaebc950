# What is seldom asked of enumerations: decorators that check them or spread their members, other texts, and ways to
# pickle members. `enum` loads it when a program asks for one of the names.

import sys
from enum import KEEP, Enum, Flag, ReprEnum, StrEnum
from _enum_body import _bits, _is_single_bit

__name__ = "enum"


def unique(enumeration):
    """A decorator that refuses enumerations in which two names have the same value."""
    aliases = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
    if aliases:
        details = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


def global_enum_repr(self):
    """A member as module.name."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """The parts of a member as module.name."""
    module = self.__class__.__module__.split(".")[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return f"{module}.{cls_name}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    if self._boundary_ is not KEEP:
        return "|".join(f"{module}.{name}" for name in self.name.split("|"))
    parts = (name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|"))
    return "|".join(parts)


def global_str(self):
    """A member as its name alone."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator for enumerations that stand for constants of a module: the members become global names."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What verify() can look at: gaps, flags whose bits have no name, names with the same value."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that refuses enumerations that don't keep the rules given."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        aliases = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
        if aliases:
            details = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
            raise ValueError(f"aliases found in {enumeration!r}: {details}")

    def _check_continuous(self, enumeration):
        is_flag = issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        values = {found.value for found in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if is_flag:
            wanted = [2**bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [value for value in wanted if value not in values]
        if missing:
            details = ", ".join(map(str, missing))
            raise ValueError(f"invalid {'flag' if is_flag else 'enum'} {enumeration.__name__!r}: missing values {details}")

    def _check_named(self, enumeration):
        singles = {found.value for found in enumeration}
        names, bits = [], 0
        for name, found in enumeration._member_map_.items():
            if name in enumeration._member_names_ or found.value < 0:
                continue
            missing = [bit for bit in _bits(found.value) if bit not in singles]
            if missing:
                names.append(name)
                bits |= sum(missing)
        if not names:
            return
        if len(names) == 1:
            alias = f"alias {names[0]} is missing"
        else:
            alias = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        value = f"value 0x{bits:x}" if _is_single_bit(bits) else f"combined values of 0x{bits:x}"
        raise ValueError(
            f"invalid Flag {enumeration.__name__!r}: {alias} {value} [use enum.show_flag_values(value) for details]"
        )


def show_flag_values(value):
    """The values of the bits of a number."""
    return list(_bits(value))


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are global names."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ by which members are found by their names."""
    return getattr, (self.__class__, self._name_)
