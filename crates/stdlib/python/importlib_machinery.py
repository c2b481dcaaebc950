# What describes and loads modules. Imports do without it.
from importlib import _BuiltinImporter as BuiltinImporter, _ModuleSpec as ModuleSpec
from importlib import _SourceFileLoader as SourceFileLoader

__all__ = [
    "BuiltinImporter", "ModuleSpec", "SourceFileLoader", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES",
    "all_suffixes",
]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".fpy"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that can be imported."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
