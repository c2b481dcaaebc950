"""Attributes of elements, as handlers get them."""


class AttributesImpl:
    """Attributes by their names."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        """How many there are."""
        return len(self._attrs)

    def getType(self, name):
        """The type of one: always CDATA."""
        return "CDATA"

    def getValue(self, name):
        """The value of one."""
        return self._attrs[name]

    def getNames(self):
        """The names."""
        return list(self._attrs)

    getQNames = getNames

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        return self._attrs[name]

    def __contains__(self, name):
        return name in self._attrs

    def keys(self):
        """The names."""
        return list(self._attrs)

    def get(self, name, alternative=None):
        """The value of one."""
        return self._attrs.get(name, alternative)

    def copy(self):
        """Others like these."""
        return type(self)(self._attrs)

    def items(self):
        """Names and values."""
        return list(self._attrs.items())

    def values(self):
        """The values."""
        return list(self._attrs.values())
