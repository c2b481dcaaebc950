"""Names of a module that are seldom used: modules of their own define them, and are loaded when a program asks."""


def later(namespace, modules):
    """__getattr__ and __dir__ of the module with that namespace; modules maps each other module to the names in it."""

    def __getattr__(name):
        for module, names in modules.items():
            if name in names:
                loaded = __import__(module, fromlist=names)
                namespace.update((each, getattr(loaded, each)) for each in names)
                return namespace[name]
        own = namespace["__name__"]
        this = __import__("sys").modules[own]
        raise AttributeError(f"module {own!r} has no attribute {name!r}", name=name, obj=this)

    def __dir__():
        return sorted({*namespace, *(name for names in modules.values() for name in names)})

    return __getattr__, __dir__
