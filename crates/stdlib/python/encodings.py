"""The encodings by their names. Each that `codecs` knows is a module here, with its classes and getregentry()."""

import codecs
import sys

# It is a package: its modules are made when they are imported, but for this one.
__path__ = []
import encodings.aliases

aliases = encodings.aliases


class CodecRegistryError(LookupError, SystemError):
    """A codec has not what it must have."""


def normalize_encoding(encoding):
    """The name of an encoding with single underscores for what is neither letter, digit nor point."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    name = ""
    is_apart = False
    for character in encoding:
        if character.isalnum() or character == ".":
            if is_apart and name:
                name += "_"
            if character.isascii():
                name += character
            is_apart = False
        else:
            is_apart = True
    return name


def search_function(encoding):
    """What the registry of `codecs` has of an encoding; None if it is no name of one."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None


class _Finder:
    """Finds and makes the modules of encodings."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        package, _, encoding = name.partition(".")
        if package != "encodings" or aliases.aliases.get(encoding, encoding) != encoding or not search_function(encoding):
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, _Finder)

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        info = search_function(module.__name__.partition(".")[2])
        module.getregentry = lambda: info
        module.encode, module.decode = info.encode, info.decode
        module.Codec = info.streamreader
        module.IncrementalEncoder, module.IncrementalDecoder = info.incrementalencoder, info.incrementaldecoder
        module.StreamReader, module.StreamWriter = info.streamreader, info.streamwriter


sys.meta_path.append(_Finder)
