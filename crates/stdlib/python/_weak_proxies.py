# Weak proxies: what stands for an object without keeping it alive. `weakref` loads them when a program asks for them.

from weakref import getweakrefs, ref

# Classes and functions belong where programs find them.
__name__ = "weakref"


def _target(proxy):
    target = object.__getattribute__(proxy, "_reference")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _plain(value):
    """The object itself where the value is a proxy."""
    return _target(value) if type(value) in ProxyTypes else value


class ProxyType:
    """A stand-in for an object that does not keep it alive."""

    __slots__ = ("_reference", "__weakref__")
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = object.__getattribute__(self, "_reference")()
        if target is None:
            return f"<weakproxy at {id(self):#x}; dead>"
        kind = type(target).__qualname__
        return f"<weakproxy at {id(self):#x}; to '{kind}' at {id(target):#x}>"

    def __str__(self):
        return str(_target(self))

    def __dir__(self):
        return dir(_target(self))

    def __bytes__(self):
        return bytes(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        target = _target(self)
        if not hasattr(type(target), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator '%.200s' object" % type(target).__name__)
        return next(target)

    def __reversed__(self):
        return reversed(_target(self))

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __index__(self):
        return _target(self).__index__()

    def __enter__(self):
        return _target(self).__enter__()

    def __exit__(self, *details):
        return _target(self).__exit__(*details)


def _forward():
    unary = {"neg": "-", "pos": "+", "invert": "~"}
    for name, sign in unary.items():
        method = eval(f"lambda self: {sign}_target(self)", globals())
        setattr(ProxyType, f"__{name}__", method)
    ProxyType.__abs__ = lambda self: abs(_target(self))
    binary = {
        "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
        "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^",
    }
    for name, sign in binary.items():
        forward = eval(f"lambda self, other: _plain(self) {sign} _plain(other)", globals())
        reflected = eval(f"lambda self, other: _plain(other) {sign} _plain(self)", globals())
        setattr(ProxyType, f"__{name}__", forward)
        setattr(ProxyType, f"__r{name}__", reflected)
        names = {}
        exec(
            f"def inplace(self, other):\n"
            f"    target = _target(self)\n"
            f"    target {sign}= _plain(other)\n"
            f"    return target\n",
            globals(),
            names,
        )
        setattr(ProxyType, f"__i{name}__", names["inplace"])
    ProxyType.__divmod__ = lambda self, other: divmod(_plain(self), _plain(other))
    ProxyType.__rdivmod__ = lambda self, other: divmod(_plain(other), _plain(self))
    for name, sign in {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="}.items():
        setattr(ProxyType, f"__{name}__", eval(f"lambda self, other: _plain(self) {sign} _plain(other)", globals()))
    ProxyType.__hash__ = _unhashable


def _unhashable(self):
    raise TypeError(f"unhashable type: 'weakref.{type(self).__qualname__}'")


class CallableProxyType(ProxyType):
    """A stand-in for a callable object that does not keep it alive."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_forward()
del _forward
for _type, _name in (ProxyType, "ProxyType"), (CallableProxyType, "CallableProxyType"):
    _type.__module__ = "weakref"
del _type, _name


def proxy(object, callback=None, /):
    """Create a proxy object that weakly references 'object'."""
    if callback is None:
        for reference in getweakrefs(object):
            shared = getattr(reference, "_proxy", None)
            if shared is not None and (shared := shared()) is not None:
                return shared
    kind = CallableProxyType if callable(object) else ProxyType
    made = kind.__new__(kind)
    if callback is None:
        reference = _ProxyReference(object)
        reference._proxy = ref(made)
    else:
        # Whoever holds the proxy holds the reference; the callback gets the proxy as long as that lives.
        weak = ref(made)

        def tell(_):
            stand_in = weak()
            if stand_in is not None:
                callback(stand_in)

        reference = _ProxyReference(object, tell)
    kind._reference.__set__(made, reference)
    return made


class _ProxyReference(ref):
    """The reference inside a proxy."""

    __slots__ = ("_proxy",)
