# Flags: enumerations whose members are bits. `enum` loads them when a program asks for one of their names.

import builtins as _builtins
import enum
from enum import Enum, ReprEnum, StrEnum, auto
from _enum_body import _bits

__name__ = "enum"


def bin(num, max_bits=None):
    """The bits of a number, with the sign's bit in front: '0b0 1010' for 10, '0b1 0101' for ~10."""
    text = _builtins.bin(num if num >= 0 else ~num)[2:]
    sign = "0"
    if num < 0:
        text = "".join("1" if digit == "0" else "0" for digit in text)
        sign = "1"
    if max_bits is not None and len(text) < max_bits:
        text = (sign * max_bits + text)[-max_bits:]
    return f"0b{sign} {text}"


class FlagBoundary(StrEnum):
    """What is done with bits that no member has: refuse them, leave them out, give a plain int, or keep them."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members are bits, which can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next bit above the highest one so far."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_[bit]

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda found: found._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A combination of members, made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}"
                )
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = all_bits + 1 + value if cls._boundary_ in (EJECT, KEEP) else singles & value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value):
        """The names of the members that make up a value; None if there is none."""
        members = list(cls._iter_member_(value & cls._singles_mask_))
        combined = 0
        for found in members:
            combined |= found._value_
        if value & ~cls._singles_mask_:
            for found in cls._member_map_.values():
                bits = found._value_
                if found not in members and bits and bits & value == bits:
                    members.append(found)
                    combined |= bits
        if not combined:
            return None
        name = "|".join(found._name_ for found in members)
        unknown = value ^ combined
        if unknown and cls._boundary_ is KEEP:
            name += f"|{cls._numeric_repr_(unknown)}"
        return name

    def __contains__(self, other):
        """Whether all bits of another member are set."""
        if not isinstance(other, self.__class__):
            kinds = type(other).__qualname__, self.__class__.__qualname__
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % kinds)
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The members of which this one is made up."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        text = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {text(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {text(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        """The bits of an operand."""
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _joined(self, other, operation, sign):
        other_value = self._get_value(other)
        if other_value is NotImplemented:
            return NotImplemented
        for flag in self, other:
            if self._get_value(flag) is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {sign}")
        return self.__class__(operation(self._value_, other_value))

    def __or__(self, other):
        return self._joined(other, int.__or__, "|")

    def __and__(self, other):
        return self._joined(other, int.__and__, "&")

    def __xor__(self, other):
        return self._joined(other, int.__xor__, "^")

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


# From here on enumerations may be flags.
enum._flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """An enumeration of bits whose members are ints."""
