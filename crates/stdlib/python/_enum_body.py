# What the body of an enumeration may hold, and how members are made of it: the part of `enum` that needs no enumeration.

import builtins as _builtins
from types import DynamicClassAttribute

# Classes belong where programs find them.
__name__ = "enum"


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the body of an enumeration a member that would not be one, a function for example."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits(number):
    """The values of the bits of a number, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest
        number -= lowest


class _auto_null:
    def __repr__(self):
        return "_auto_null"


_auto_null = _auto_null()


class auto:
    """Stands for the next value: one more than the highest before, the next bit in flags, the name in a StrEnum."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of members whose name may be that of a member as well: asked of the class it is that member."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# Names between single underscores that a body may define.
_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_",
    "_member_names_", "_name_", "_value_", "_sort_order_", "_inverted_", "_boundary_", "_repr_",
})  # fmt: skip


class EnumDict(dict):
    """The namespace of a body: it notes which names are members, and fills in automatic values."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._is_internal_class(value)):
            pass
        else:
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._with_automatic(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            taken = set(value) & set(self._member_names)
            if taken:
                raise ValueError(f"_ignore_ cannot specify already set names: {taken!r}")
        return value

    def _is_internal_class(self, value):
        """Whether a value is a class that the body itself defines."""
        if self._cls_name is None or not isinstance(value, type):
            return False
        qualname = getattr(value, "__qualname__", "")
        return qualname.endswith(f"{self._cls_name}.{getattr(value, '__name__', '')}")

    def _with_automatic(self, key, value):
        """The value with what auto() stands for, alone or in a tuple."""
        single = isinstance(value, auto)
        parts = (value,) if single else value
        if not isinstance(parts, tuple) or not any(isinstance(part, auto) for part in parts):
            self._last_values.append(value)
            return value
        values = []
        for part in parts:
            if isinstance(part, auto):
                if part.value is _auto_null:
                    part.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                part = part.value
                self._last_values.append(part)
            values.append(part)
        if single:
            return values[0]
        try:
            return type(parts)(values)
        except TypeError:
            return type(parts)(*values)

    @_builtins.property
    def member_names(self):
        """The names of the members."""
        return list(self._member_names)

    def update(self, members, **more_members):
        """Take over names and values, one after the other."""
        pairs = ((name, members[name]) for name in members.keys()) if hasattr(members, "keys") else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


def _dataclass_text(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


def _text_of(member_type):
    """How a type prints its objects as text: object's way asks __repr__, which enumerations have for themselves."""
    if member_type.__str__ is object.__str__:
        return member_type.__repr__
    return member_type.__str__


def _make_member(cls, name, value, is_flag):
    """Add a member to an enumeration, or another name for one that has the value already."""
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    new = cls._new_member_
    made = new(cls, *args) if cls._use_args_ else new(cls)
    if not hasattr(made, "_value_"):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as error:
                note = "_value_ not set in __new__, unable to create it"
                raise TypeError(note) from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    try:
        known = cls._value2member_map_.get(value)
    except TypeError:
        known = next((other for other in cls._member_map_.values() if other._value_ == value), None)
    if known is not None:
        cls._add_member_(name, known)
        return
    if is_flag and isinstance(value, int):
        cls._flag_mask_ |= value if value >= 0 else 0
        if _is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    if not is_flag or isinstance(value, int) and _is_single_bit(value):
        cls._member_names_.append(name)
    cls._add_member_(name, made)
    try:
        cls._value2member_map_.setdefault(value, made)
        cls._hashable_values_.append(value)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def _finish_flags(cls):
    """Members whose bits are not in the order of their values are walked over by their order in the body."""
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    if values != sorted(values):
        type.__setattr__(cls, "_iter_member_", cls._iter_member_by_def_)
