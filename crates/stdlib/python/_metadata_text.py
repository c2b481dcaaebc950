"""The files in which packages describe themselves: fields with values, and sections of lines."""
import re
from typing import Protocol

# Fields that may come several times (core metadata specification), and the one that is a list in itself.
_SEVERAL = {
    "Classifier", "Dynamic", "License-File", "Obsoletes", "Obsoletes-Dist", "Platform", "Project-URL", "Provides",
    "Provides-Dist", "Provides-Extra", "Requires", "Requires-Dist", "Requires-External", "Supported-Platform",
}


class PackageMetadata(Protocol):
    """What the metadata of a package can be asked."""

    def __len__(self): ...

    def __contains__(self, item): ...

    def __getitem__(self, key): ...

    def __iter__(self): ...

    def get(self, name, failobj=None): ...

    def get_all(self, name, failobj=None): ...

    @property
    def json(self): ...


class Headers:
    """Fields with values, in their order; names are the same in upper and lower case."""

    def __init__(self, text):
        head, _, body = text.replace("\r\n", "\n").partition("\n\n")
        self._fields = []
        for line in head.split("\n"):
            if line[:1] in (" ", "\t") and self._fields:
                name, value = self._fields[-1]
                self._fields[-1] = name, f"{value}\n{line}"
            elif ":" in line:
                name, _, value = line.partition(":")
                self._fields.append((name, value.strip()))
        self._fields = [(name, _unfolded(value)) for name, value in self._fields]
        self._body = body
        if body:
            self._fields.append(("Description", body))

    def __len__(self):
        return len(self._fields)

    def __iter__(self):
        return iter(self.keys())

    def __contains__(self, name):
        return self.get_all(name) is not None

    def __getitem__(self, name):
        found = self.get(name)
        if found is None:
            import warnings

            text = "Implicit None on return values is deprecated and will raise KeyErrors."
            warnings.warn(text, DeprecationWarning, stacklevel=2)
        return found

    def keys(self):
        """The fields' names, as often as they come."""
        return [name for name, _ in self._fields]

    def values(self):
        """The fields' values."""
        return [value for _, value in self._fields]

    def items(self):
        """The fields as pairs."""
        return list(self._fields)

    def get(self, name, failobj=None):
        """The first value of a field, or the second argument."""
        return next(iter(self.get_all(name, ())), failobj)

    def get_all(self, name, failobj=None):
        """All values of a field, or the second argument if there are none."""
        wanted = name.lower()
        return [value for each, value in self._fields if each.lower() == wanted] or failobj

    def get_payload(self):
        """What follows the fields."""
        return self._body

    @property
    def json(self):
        """The fields as JSON has them (PEP 566)."""
        result = {}
        for name in self.keys():
            key = name.lower().replace("-", "_")
            if name in _SEVERAL:
                result[key] = self.get_all(name)
            elif name == "Keywords":
                result[key] = re.split(r"\s+", self.get(name))
            else:
                result[key] = self.get(name)
        return result


def _unfolded(value):
    """A value of several lines without their indentation: metadata 2.1 marks it with spaces or with `|`."""
    if "\n" not in value:
        return value
    first, *rest = value.split("\n")
    rest = [line.removeprefix("       |") for line in rest]
    indentation = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return "\n".join([first, *(line[indentation:] for line in rest)])


def sections(text):
    """The pairs (name, lines) of a text with sections `[name]`; lines before the first have the name None."""
    found = [(None, [])]
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            found.append((line[1:-1], []))
        elif line and not line.startswith("#"):
            found[-1][1].append(line)
    return [(name, lines) for name, lines in found if name is not None or lines]


def requirements(text):
    """The requirements in setuptools' requires.txt, whose sections are `[extra:marker]`, as metadata writes them."""
    found = []
    for name, lines in sections(text):
        extra, _, marker = (name or "").partition(":")
        if extra and marker:
            marker = f"({marker})"
        conditions = [*filter(None, [marker]), *([f'extra == "{extra}"'] if extra else ())]
        for line in lines:
            space = " " if "@" in line and conditions else ""
            found.append(line + space + (f"; {' and '.join(conditions)}" if conditions else ""))
    return found
