"""What is known of the packages that are installed: versions, requirements, files and entry points."""
import abc
import os
import pathlib
import posixpath
import re
import sys

from _metadata_points import EntryPoint, EntryPoints
from _metadata_text import Headers, requirements, sections

__all__ = [
    "Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions",
    "entry_points", "files", "metadata", "packages_distributions", "requires", "version",
]


def __getattr__(name):
    if name == "PackageMetadata":
        from _metadata_text import PackageMetadata

        globals()[name] = PackageMetadata
        return PackageMetadata
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class PackageNotFoundError(ModuleNotFoundError):
    """No package of that name is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


class FileHash:
    """The hash of a file, as its package wrote it down."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return f"<FileHash mode: {self.mode} value: {self.value}>"


class PackagePath(pathlib.PurePosixPath):
    """A file of a package, relative to where the package is installed."""

    def read_text(self, encoding="utf-8"):
        """The file's text."""
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        """The file's bytes."""
        return self.locate().read_bytes()

    def locate(self):
        """The path of the file itself."""
        return self.dist.locate_file(self)


class Distribution:
    """An installed package. Finders give objects of subclasses, which know where its files are."""

    def __new__(cls, *args, **kwargs):
        # Finders were once allowed to leave methods out.
        missing = {name for name in ("locate_file", "read_text") if hasattr(getattr(cls, name), "__isabstractmethod__")}
        if missing:
            import warnings

            warnings.warn(f"Unimplemented abstract methods {missing}", DeprecationWarning, stacklevel=2)
        return super().__new__(cls)

    @abc.abstractmethod
    def read_text(self, filename):
        """The text of one of the metadata's files; None if there is none of that name."""

    @abc.abstractmethod
    def locate_file(self, path):
        """The path of one of the package's files."""

    @classmethod
    def from_name(cls, name):
        """The package of that name, or PackageNotFoundError."""
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        """All packages that the finders know for a context; keyword arguments make one."""
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        finders = [getattr(finder, "find_distributions", None) for finder in sys.meta_path]
        finders.append(MetadataPathFinder.find_distributions)
        return (found for find in finders if find is not None for found in find(context))

    @staticmethod
    def at(path):
        """The package whose metadata lies in that folder."""
        return PathDistribution(pathlib.Path(path))

    @property
    def metadata(self):
        """The fields that describe the package, as a mapping in which keys may come several times."""
        text = self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or ""
        return Headers(text)

    @property
    def name(self):
        """The package's name."""
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return normalized(self.name)

    @property
    def version(self):
        """The package's version, as text."""
        return self.metadata["Version"]

    @property
    def entry_points(self):
        """What the package offers to others."""
        found = sections(self.read_text("entry_points.txt") or "")
        points = []
        for group, lines in found:
            for line in lines:
                name, _, value = line.partition("=")
                points.append(EntryPoint(name.strip(), value.strip(), group)._for(self))
        return EntryPoints(points)

    @property
    def files(self):
        """The package's files that are there, as a list of PackagePath; None if nobody wrote them down."""
        rows = self._recorded() or self._written_by_setuptools()
        return rows and [path for path in rows if path.locate().exists()]

    def _recorded(self):
        text = self.read_text("RECORD")
        if not text:
            return None
        import csv

        return [self._file(*row) for row in csv.reader(text.splitlines())]

    def _written_by_setuptools(self):
        text = self.read_text("installed-files.txt")
        if text:
            # These are relative to the metadata.
            folder = self.locate_file("").resolve()
            inside = getattr(self, "_path", folder).resolve()
            whole = (posixpath.normpath(posixpath.join(str(inside), line)) for line in text.splitlines())
            return [self._file(posixpath.relpath(path, str(folder))) for path in whole]
        text = self.read_text("SOURCES.txt")
        return text and [self._file(line) for line in text.splitlines()]

    def _file(self, name, hash=None, size=None):
        path = PackagePath(name)
        path.hash = FileHash(hash) if hash else None
        path.size = int(size) if size else None
        path.dist = self
        return path

    @property
    def requires(self):
        """The packages that this one needs, as a list of texts; None if it needs none."""
        found = self.metadata.get_all("Requires-Dist")
        if found:
            return found
        text = self.read_text("requires.txt")
        return None if text is None else requirements(text)

    @property
    def origin(self):
        """Where the package was installed from, if that was no index (PEP 610)."""
        text = self.read_text("direct_url.json")
        if text is None:
            return None
        import json
        from types import SimpleNamespace

        return json.loads(text, object_hook=lambda values: SimpleNamespace(**values))


class DistributionFinder(metaclass=abc.ABCMeta):
    """What finds packages besides modules, for sys.meta_path."""

    class Context:
        """What is looked for: a name, or everything, on a path."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            """The folders to look into."""
            return vars(self).get("path", sys.path)

    def invalidate_caches(self):
        """Forget what was found."""

    @abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The packages that fit the context."""


class MetadataPathFinder(DistributionFinder):
    """The finder of packages in folders."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        """The packages in the folders of the context's path, all of them or those of its name."""
        wanted = None if context.name is None else normalized(context.name)
        for folder in map(str, context.path):
            try:
                entries = sorted(os.listdir(folder or "."))
            except OSError:
                continue
            for entry in entries:
                if entry.lower().endswith((".dist-info", ".egg-info")) and wanted in (None, _name_in(entry)):
                    yield PathDistribution(pathlib.Path(folder) / entry)

    @classmethod
    def invalidate_caches(cls):
        """Forget what lay in folders: nothing, as they are looked at each time."""


class PathDistribution(Distribution):
    """A package whose metadata lies in a folder."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        """The text of one of the metadata's files; None if there is none of that name."""
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        """The path of one of the package's files."""
        return self._path.parent / path

    @property
    def _normalized_name(self):
        return _name_in(self._path.name) or super()._normalized_name


def normalized(name):
    """A package's name as its folder is called: two names that give the same are the same package's."""
    return re.sub(r"[-_.]+", "_", name).lower()


def _name_in(entry):
    """The normalized name in the name of a folder with metadata."""
    return normalized(entry.rpartition(".")[0].partition("-")[0])


def distribution(distribution_name):
    """The package of that name, or PackageNotFoundError."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All packages that are installed; `name` and `path` narrow it down."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The fields that describe a package."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of a package."""
    return distribution(distribution_name).version


def files(distribution_name):
    """The files of a package."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a package requires."""
    return distribution(distribution_name).requires


def entry_points(**params):
    """The entry points of all packages, those of them that fit the parameters."""
    # Of two packages with the same name, the one that comes first on the path is the one that can be imported.
    first = {}
    for found in distributions():
        first.setdefault(found._normalized_name, found)
    return EntryPoints(point for found in first.values() for point in found.entry_points).select(**params)


def packages_distributions():
    """Which packages each top-level module is part of: a dict of lists."""
    modules = {}
    for found in distributions():
        for name in _top_level(found):
            modules.setdefault(name, []).append(found.metadata["Name"])
    return modules


def _top_level(found):
    """The names that a package can be imported by."""
    text = found.read_text("top_level.txt")
    if text:
        return text.split()
    names = set()
    for path in found.files or ():
        first, *rest = path.parts
        name = first if rest else first.partition(".")[0] if first.endswith((".py", ".so", ".pyd")) else ""
        if name and "." not in name and name != "__pycache__":
            names.add(name)
    return names
