# References that do not keep their objects alive, and containers made of them.
#
# An object's death is noticed when the collector finds it: at some time after the last reference has gone, or at
# gc.collect().
import sys
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

_MISSING = object()


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


class WeakMethod(ref):
    """A weak reference to a bound method, alive as long as the object and the function are."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            instance = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def dropped(_):
            this = self_weak()
            if this is not None and this._alive:
                this._alive = False
                if callback is not None:
                    callback(this)

        self = ref.__new__(cls, instance, dropped)
        self._func_ref = ref(function, dropped)
        self._meth_type = type(meth)
        self._alive = True
        self_weak = ref(self)
        return self

    def __call__(self):
        instance = super().__call__()
        function = self._func_ref()
        if instance is None or function is None:
            return None
        return self._meth_type(function, instance)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, WeakMethod):
            return not self == other
        return NotImplemented

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows the key under which it is kept."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _Mapping:
    """What both dictionaries have in common, over __getitem__, __setitem__, __delitem__ and items()."""

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def keys(self):
        for key, value in self.items():
            yield key

    def values(self):
        for key, value in self.items():
            yield value

    def __iter__(self):
        return self.keys()

    def update(self, other=None, /, **kwargs):
        if other is not None:
            if hasattr(other, "items"):
                other = list(other.items())
            elif hasattr(other, "keys"):
                other = [(key, other[key]) for key in other.keys()]
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        new = self.__class__()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        new = self.__class__()
        for key, value in self.items():
            if isinstance(self, WeakValueDictionary):
                new[deepcopy(key, memo)] = value
            else:
                new[key] = deepcopy(value, memo)
        return new

    def __eq__(self, other):
        if not (isinstance(other, (_Mapping, dict)) or hasattr(other, "keys")):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, (_Mapping, dict)):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, (_Mapping, dict)):
            new = self.__class__()
            new.update(other)
            new.update(self)
            return new
        return NotImplemented

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class WeakValueDictionary(_Mapping):
    """A dictionary that forgets entries whose values die."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        weak = ref(self)

        def forget(reference):
            this = weak()
            if this is not None and this.data.get(reference.key) is reference:
                del this.data[reference.key]

        self._remove = forget
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __len__(self):
        return sum(reference() is not None for reference in self.data.values())

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        """Return an iterator that yields the weak references to the values."""
        yield from list(self.data.values())

    def valuerefs(self):
        """Return a list of weak references to the values."""
        return list(self.data.values())

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def pop(self, key, *args):
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        """Remove and return an entry whose value is alive."""
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value


class WeakKeyDictionary(_Mapping):
    """A dictionary that forgets entries whose keys die."""

    def __init__(self, dict=None):
        self.data = {}
        weak = ref(self)

        def forget(reference):
            this = weak()
            if this is not None:
                this.data.pop(reference, None)

        self._remove = forget
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __len__(self):
        return sum(reference() is not None for reference in self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        """Return a list of weak references to the keys."""
        return list(self.data)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        """Remove and return an entry whose key is alive."""
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value


class WeakSet:
    """A set that forgets items that die."""

    def __init__(self, data=None):
        self.data = set()
        weak = ref(self)

        def forget(reference):
            this = weak()
            if this is not None:
                this.data.discard(reference)

        self._remove = forget
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(reference() is not None for reference in self.data)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    __hash__ = None

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        return self.__class__(item for group in (self, other) for item in group)

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


# CPython keeps it in a module of its own.
WeakSet.__module__ = "_weakrefset"


class finalize:
    """Call a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _registry = {}
    _count = 0
    _registered_with_atexit = False
    _shutdown = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit

            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        finalize._count += 1
        info.index = finalize._count
        self._registry[self] = info

    def __call__(self, _=None):
        """If alive then mark as dead and return func(*args, **kwargs); otherwise return None."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs); otherwise return None."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        """If alive then return (obj, func, args, kwargs); otherwise return None."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        """Whether finalizer is alive."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether finalizer should be called at exit."""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__qualname__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        try:
            while True:
                pending = [(info.index, this) for this, info in cls._registry.items() if info.atexit]
                if not pending:
                    break
                latest = max(pending, key=lambda entry: entry[0])[1]
                try:
                    latest()
                except Exception as error:
                    sys.excepthook(type(error), error, error.__traceback__)
        finally:
            finalize._shutdown = True
