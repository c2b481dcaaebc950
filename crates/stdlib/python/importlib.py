# Importing modules by name.
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

# It is a package.
__path__ = []

__import__ = __import__


def import_module(name, package=None):
    """Import the module of that name and return it. A name with leading dots is relative to the package."""
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.rsplit(".", level - 1)
        if len(parts) < level:
            raise ImportError("attempted relative import beyond top-level package")
        rest = name[level:]
        name = f"{parts[0]}.{rest}" if rest else parts[0]
    if not name:
        raise ValueError("Empty module name")
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Forget which files were there. Those of folders are looked for at each import, so this is for archives."""
    for finder in [*sys.meta_path, *sys.path_importer_cache.values()]:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


# The rest is importlib.util's as well. It lies here because boards have no importlib.util, but file systems that a program
# has mounted, whose modules a finder finds.


def module_from_spec(spec):
    """A module by its specification, with nothing run yet: spec.loader.exec_module(module) does that."""
    loader = spec.loader
    module = None
    if hasattr(loader, "create_module"):
        module = loader.create_module(spec)
    elif hasattr(loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = type(sys)(spec.name)
    module.__spec__ = spec
    module.__loader__ = loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        module.__builtins__ = __builtins__
    return module


_module_from_spec = module_from_spec
del module_from_spec


def _ask_finders(name, path):
    """What the finders in sys.meta_path know of a module: those of a program, as the interpreter's own need no place."""
    for finder in list(sys.meta_path):
        find_spec = getattr(finder, "find_spec", None)
        spec = find_spec and find_spec(name, path, None)
        if spec is not None:
            return spec
    return None


_reload = reload  # noqa: F821


def reload(module):
    """Run the code of a module again, in the same module; return what is then in sys.modules."""
    name = getattr(module, "__name__", None)
    if isinstance(module, type(sys)) and sys.modules.get(name) is module:
        above = sys.modules.get(name.rpartition(".")[0])
        spec = _ask_finders(name, getattr(above, "__path__", None))
        if spec is not None and spec.loader is not None:
            module.__spec__, module.__loader__ = spec, spec.loader
            spec.loader.exec_module(module)
            return sys.modules[name]
    return _reload(module)


def _load_by_finders(name, path):
    """The module that a finder in sys.meta_path finds, loaded; None if none does."""
    spec = _ask_finders(name, path)
    return None if spec is None else _load_by_spec(spec)


def _load_by_spec(spec):
    """The module of a specification, loaded."""
    name = spec.name
    if spec.loader is None:
        raise ImportError("missing loader", name=name)
    module = _module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]


def _load_again(module):
    """Run a module's code in it once more."""
    module.__loader__.exec_module(module)
    return sys.modules[module.__name__]


def _finder_of(entry):
    """What finds modules in an entry of sys.path, by the functions in sys.path_hooks; None for folders."""
    try:
        # It puts its own hook in front of the others.
        import zipimport
    except ImportError:
        pass
    finder = None
    for hook in sys.path_hooks:
        try:
            finder = hook(entry)
            break
        except ImportError:
            pass
    import os

    # What is not there yet may come.
    if finder is not None or os.path.isdir(entry):
        sys.path_importer_cache[entry] = finder
    return finder
