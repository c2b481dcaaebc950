"""Enumerations: classes whose attributes are the only instances that there are.

    >>> from enum import Enum
    >>> class Color(Enum):
    ...     RED = 1
    ...     GREEN = 2
    >>> Color.RED, Color(2), Color["RED"].value
    (<Color.RED: 1>, <Color.GREEN: 2>, 1)
"""

import builtins as _builtins
import sys
from types import DynamicClassAttribute, MappingProxyType

from _enum_body import (
    EnumDict, _dataclass_text, _EnumDict, _finish_flags, _is_descriptor, _is_dunder, _is_sunder,
    _make_member, _text_of, auto, member, nonmember, property,
)  # fmt: skip
from _later import later as _later

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]  # fmt: skip

# The classes that others are compared with, which are made further down; flags are in a module of their own.
Enum = ReprEnum = _flag = None


class _not_given:
    def __repr__(self):
        return "<not given>"


_not_given = _not_given()


def _is_flag(cls):
    """Whether an enumeration is one of flags; there is none before they are loaded."""
    return _flag is not None and issubclass(cls, _flag)


def _value_text(cls, bases):
    """The function that prints values, where a base says how; None for repr()."""
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            own = base.__dict__
            if "__repr__" in own:
                params = own.get("__dataclass_params__")
                if "__dataclass_fields__" in own and params is not None and params.repr:
                    return _dataclass_text
                return own["__repr__"]
    return None


class EnumType(type):
    """The type of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignored = [*classdict.pop("_ignore_", ()), "_ignore_"]
        for name in ignored:
            classdict.pop(name, None)
        names = [name for name in classdict._member_names if name not in ignored]
        wrong = set(names) & {"mro", ""}
        if wrong:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(name) for name in wrong)}")
        order = classdict.pop("_order_", None)
        values = {name: classdict[name] for name in names}
        namespace = {name: value for name, value in classdict.items() if name not in values}
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        namespace.update({
            "_new_member_": new,
            "_use_args_": use_args,
            "_member_names_": [],
            "_member_map_": {},
            "_value2member_map_": {},
            "_hashable_values_": [],
            "_unhashable_values_": [],
            "_unhashable_values_map_": {},
            "_member_type_": member_type,
            "_value_repr_": _value_text(cls, bases),
            "_boundary_": boundary or getattr(first_enum, "_boundary_", None),
            "_flag_mask_": 0,
            "_singles_mask_": 0,
            "_all_bits_": 0,
            "_inverted_": None,
        })  # fmt: skip
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        metacls._choose_methods(made, bases, classdict, member_type, first_enum)
        if save_new:
            made.__new_member__ = new
        if Enum is not None:
            made.__new__ = Enum.__new__
        for name, value in values.items():
            _make_member(made, name, value, _is_flag(made))
        if _is_flag(made):
            _finish_flags(made)
        if order is not None:
            metacls._check_order(made, order)
        return made

    @staticmethod
    def _choose_methods(made, bases, classdict, member_type, first_enum):
        """Let an enumeration print itself as one, not as the type that its members are of."""
        if ReprEnum is not None and ReprEnum in bases:
            for name, method in (("__format__", member_type.__format__), ("__str__", _text_of(member_type))):
                if name not in classdict:
                    type.__setattr__(made, name, method)
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in classdict or first_enum is None:
                continue
            own = getattr(made, name)
            if name in ("__str__", "__format__") and ReprEnum is not None and ReprEnum in bases:
                continue
            if own in (getattr(member_type, name, None), getattr(object, name)):
                type.__setattr__(made, name, getattr(first_enum, name))
        if _is_flag(made):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict and getattr(made, name) in (getattr(member_type, name, None),):
                    type.__setattr__(made, name, getattr(_flag, name))

    @staticmethod
    def _check_order(made, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        is_flag = _is_flag(made)
        known = made._member_map_
        order = [
            name
            for name in order
            if name not in known or name in made._member_names_ or not (is_flag or known[name].name != name)
        ]
        if order != made._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}")

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):  # fmt: skip
        """The member with a value; or, with names, an enumeration that has members of these names."""
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(
            class_name=value,
            names=() if names is _not_given else names,
            module=module,
            qualname=qualname,
            type=type,
            start=start,
            boundary=boundary,
        )

    def __contains__(cls, value):
        """Whether a value is a member or the value of one."""
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
            "__name__", "__qualname__", *cls._member_names_,
        }  # fmt: skip
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names |= set(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        """The member of a name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in their order, without aliases."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        """How many members there are, without aliases."""
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        """All members by name, aliases as well."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if _is_flag(cls) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """An enumeration from a name and the names of its members, perhaps with their values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            listed, last = [], []
            for count, name in enumerate(names):
                value = namespace._generate_next_value(name, start, count, last[:])
                last.append(value)
                listed.append((name, value))
            names = listed
        if names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            try:
                module = sys._getframemodulename(2)
            except (AttributeError, ValueError):
                pass
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enumeration of the global constants of a module that a function picks."""
        namespace = sys.modules[module].__dict__
        source = namespace if source is None else source.__dict__
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        made = cls(name, dict(members), module=module, boundary=boundary or __getattr__("KEEP"))
        if as_global:
            __getattr__("global_enum")(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        namespace[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type that members are of beside the enumeration, and the enumeration among the bases."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"
            )
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                    continue
                own = base.__dict__
                if "__new__" in own or "__dataclass_fields__" in own:
                    found.append(candidate or base)
                    break
                candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes a member, whether the class has it itself, and whether it is called with the value."""
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        plain = [None, object.__new__]
        if Enum is not None:
            plain.append(Enum.__new__)
        if new is None:
            for name in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, name, None)
                    if target not in plain:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new not in plain
        return new, save_new, use_args

    def _add_member_(cls, name, new_member):
        """Let a name stand for a member. A property of the members may have the same name."""
        if name in cls._member_map_:
            if cls._member_map_[name] is not new_member:
                raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
            return
        found = None
        kind = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if attribute is None:
                continue
            if isinstance(attribute, (property, DynamicClassAttribute)):
                found, kind = attribute, "enum"
                break
            if _is_descriptor(attribute):
                found, kind = found or attribute, kind or "desc"
            else:
                found, kind = attribute, "attr"
        if found is None:
            type.__setattr__(cls, name, new_member)
        else:
            redirect = property()
            redirect.member = new_member
            redirect.__set_name__(cls, name)
            if kind in ("desc", "enum"):
                # The member is asked of the class, the descriptor of the members.
                for part in ("fget", "fset", "fdel"):
                    setattr(redirect, part, getattr(found, part, None))
            redirect._attr_type = kind
            redirect._cls_type = cls
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = new_member


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """A class of which there are no instances but those that its body names."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        if not cls._member_map_:
            if "__new_member__" in cls.__dict__:
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly")
            raise TypeError(f"{cls!r} has no members defined")
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
        try:
            if isinstance(result, cls):
                return result
            if _is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(
                    f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
                )
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            # Each would hold the other's frame.
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            if value in cls._value2member_map_:
                if cls._value2member_map_[value] is not self:
                    raise ValueError(f"{value!r} is already bound: {cls._value2member_map_[value]!r}")
                return
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    if known is not self:
                        raise ValueError(f"{value!r} is already bound: {known!r}") from None
                    return
        try:
            cls._value2member_map_.setdefault(value, self)
            cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self.name, []).append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value that auto() stands for: one more than the highest before."""
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        """Called with a value that no member has: a member, or None for the usual ValueError."""
        return None

    def __repr__(self):
        text = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {text(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        """The names of what members have of their own."""
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.__mro__:
            for name, attribute in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(attribute, property):
                    if attribute.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only the repr() of members is that of an enumeration: as text they look like the type that they are of."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are texts. auto() stands for the name in lower case."""

    def __new__(cls, *values):
        """Values are taken as str() takes them."""
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


# What is loaded when a program asks for it, by module.
__getattr__, __dir__ = _later(globals(), {
    "_enum_flags": ("Flag", "IntFlag", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "bin"),
    "_enum_checks": (
        "unique", "global_enum_repr", "global_flag_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
        "NAMED_FLAGS", "UNIQUE", "verify", "show_flag_values", "pickle_by_global_name", "pickle_by_enum_name",
    ),
})  # fmt: skip
