"""Modules that are loaded when their first attribute is wanted."""

from importlib.abc import Loader
from types import ModuleType

__name__ = "importlib.util"


class _LazyModule(ModuleType):
    """A module that isn't loaded yet."""

    def __getattribute__(self, name):
        load(self)
        return getattr(self, name)

    def __setattr__(self, name, value):
        load(self)
        setattr(self, name, value)

    def __delattr__(self, name):
        load(self)
        delattr(self, name)


def load(module):
    """Make a usual module of a lazy one. What was set from outside since it was made counts more than its code."""
    spec = object.__getattribute__(module, "__spec__")
    namespace = object.__getattribute__(module, "__dict__")
    before = spec.loader_state["__dict__"]
    own = {name: value for name, value in namespace.items() if name not in before or before[name] is not value}
    object.__setattr__(module, "__class__", spec.loader_state["__class__"])
    spec.loader.exec_module(module)
    namespace.update(own)


class LazyLoader(Loader):
    """A loader that puts off what another loader does until the module's first attribute is wanted."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """What makes lazy loaders where loaders of a class are made."""
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        """The module, as the other loader makes it."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Wait with running it."""
        spec = module.__spec__
        spec.loader = module.__loader__ = self.loader
        spec.loader_state = {"__dict__": dict(vars(module)), "__class__": type(module)}
        module.__class__ = _LazyModule
