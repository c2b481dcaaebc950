"""Entry points: names of objects that packages offer to others."""
import re

_VALUE = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")


class EntryPoint:
    """One name of a group with the object that it stands for, written `module:attribute [extras]`."""

    pattern = _VALUE
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def load(self):
        """Import the module and return the object."""
        from importlib import import_module

        found = import_module(self.module)
        for name in filter(None, (self.attr or "").split(".")):
            found = getattr(found, name)
        return found

    @property
    def module(self):
        """The name of the module."""
        return _VALUE.match(self.value)["module"]

    @property
    def attr(self):
        """The name of the object in the module, or None."""
        return _VALUE.match(self.value)["attr"]

    @property
    def extras(self):
        """The names of the extras that the object needs."""
        return re.findall(r"\w+", _VALUE.match(self.value)["extras"] or "")

    def matches(self, **params):
        """Whether all those attributes have those values."""
        return all(getattr(self, name) == value for name, value in params.items())

    def _key(self):
        return self.name, self.value, self.group

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    def __hash__(self):
        return hash(self._key())


class EntryPoints(tuple):
    """Entry points, to choose from by name, group or any other attribute."""

    __slots__ = ()

    def __getitem__(self, name):
        for point in self.select(name=name):
            return point
        raise KeyError(name)

    def __repr__(self):
        return f"{type(self).__name__}({tuple(self)!r})"

    def select(self, **params):
        """Those whose attributes have these values."""
        return EntryPoints(point for point in self if point.matches(**params))

    @property
    def names(self):
        """The set of all names."""
        return {point.name for point in self}

    @property
    def groups(self):
        """The set of all groups."""
        return {point.group for point in self}
