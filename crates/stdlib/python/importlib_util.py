# Finding modules without importing them, and making modules of files.
import sys
from importlib import _ask_finders, _find_spec, _module_from_spec as module_from_spec
from importlib.machinery import ModuleSpec, SourceFileLoader, all_suffixes

__all__ = [
    "LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec", "module_from_spec",
    "resolve_name", "source_from_cache", "source_hash", "spec_from_file_location", "spec_from_loader",
]  # fmt: skip

# Compiled files start with it.
MAGIC_NUMBER = b"fpy\n"

_MISSING = object()


def resolve_name(name, package):
    """The absolute name of a module whose name may start with dots."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)"
        )
    rest = name.lstrip(".")
    parts = package.rsplit(".", len(name) - len(rest) - 1)
    if len(parts) < len(name) - len(rest):
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{rest}" if rest else parts[0]


def find_spec(name, package=None):
    """The specification of a module, or None if there is no such module. Packages above it are imported."""
    name = resolve_name(name, package)
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent, _, _ = name.rpartition(".")
    path = None
    if parent:
        above = __import__(parent, fromlist=["__path__"])
        try:
            path = above.__path__
        except AttributeError as error:
            raise ModuleNotFoundError(
                f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name
            ) from error
    return _ask_finders(name, path) or _find_spec(name, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The specification of a module that a loader knows."""
    if origin is None and hasattr(loader, "get_filename"):
        location = loader.get_filename(name)
        return spec_from_file_location(name, location, loader=loader)
    if is_package is None and hasattr(loader, "is_package"):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_MISSING):
    """The specification of a module that is in a file; None for a file that can't be imported."""
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, "get_filename") else "<unknown>"
    elif not isinstance(location, str):
        import os

        location = os.fspath(location)
    if loader is None:
        if not location.endswith(tuple(all_suffixes())):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not _MISSING:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, "is_package") and loader.is_package(name):
        spec.submodule_search_locations = []
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(location.rpartition("/")[0])
    return spec


def decode_source(source_bytes):
    """The text of source, by the encoding that it names, with \\n for all line ends."""
    import io
    import tokenize

    encoding, _ = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)
    return source_bytes.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def source_hash(source_bytes):
    """Eight bytes that tell source from other source."""
    from hashlib import blake2b

    return blake2b(source_bytes, digest_size=8, key=MAGIC_NUMBER).digest()


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the compiled file of a source file would be kept; nothing is kept here."""
    raise NotImplementedError("sys.implementation.cache_tag is None")


def source_from_cache(path):
    """The source file of a compiled file that was kept; nothing is kept here."""
    raise NotImplementedError("sys.implementation.cache_tag is None")


def __getattr__(name):
    if name not in ("Loader", "LazyLoader"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _importlib_lazy

    globals().update(Loader=_importlib_lazy.Loader, LazyLoader=_importlib_lazy.LazyLoader)
    return globals()[name]
