# What describes and loads modules. Imports do without it.
from importlib import _BuiltinImporter as BuiltinImporter, _ModuleSpec as ModuleSpec
from importlib import _SourceFileLoader as SourceFileLoader

_FINDERS = (
    "ExtensionFileLoader", "FileFinder", "FrozenImporter", "NamespaceLoader", "PathFinder", "SourcelessFileLoader",
)  # fmt: skip
__all__ = [
    "BuiltinImporter", "ModuleSpec", "SourceFileLoader", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES",
    "all_suffixes", "DEBUG_BYTECODE_SUFFIXES", "OPTIMIZED_BYTECODE_SUFFIXES", *_FINDERS,
]

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = [".fpy"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that can be imported."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


def __getattr__(name):
    if name not in _FINDERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(__import__("_importlib_finders"), name)
    return value
