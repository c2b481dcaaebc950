"""Abstract base classes: classes that say what methods their subclasses must have, and may count other classes among
those."""

from _weakref import ref

import _abc_answers as _answers  # feature: large-tables

__all__ = [
    "ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty", "abstractstaticmethod",
    "get_cache_token", "update_abstractmethods",
]  # fmt: skip

# Goes up with each register(): what was found not to be a subclass may be one then.
_token = 0


def get_cache_token():
    """A number that changes when classes are registered anywhere."""
    return _token


def abstractmethod(funcobj):
    """A decorator for methods that a subclass has to define before it can have instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract class method; @classmethod above @abstractmethod is the same."""

    __isabstractmethod__ = True

    def __new__(cls, callable):
        callable.__isabstractmethod__ = True
        return super().__new__(cls, callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method; @staticmethod above @abstractmethod is the same."""

    __isabstractmethod__ = True

    def __new__(cls, callable):
        callable.__isabstractmethod__ = True
        return super().__new__(cls, callable)


class abstractproperty(property):
    """An abstract property; @property above @abstractmethod is the same."""

    __isabstractmethod__ = True


class _Classes(set):
    """Weak references to classes: those that die are taken out."""

    __slots__ = ()

    def keep(self, cls):
        self.add(ref(cls, self.discard))


class _Known:
    """What is known about the subclasses of an abstract class."""

    __slots__ = ("registry", "yes", "no", "no_token")

    def __init__(self):
        self.registry = _Classes()
        self.yes = _Classes()
        self.no = _Classes()
        self.no_token = _token


def _abstract_names(cls, names):
    """Those of the names that stand for something abstract in a class."""
    return {name for name in names if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}


class ABCMeta(type):
    """The type of abstract base classes.

    Their method register() takes up a class as a subclass; __subclasshook__ may find others by what they can do.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {
            key for key, value in namespace.items() if getattr(value, "__isabstractmethod__", False)
        }
        for base in bases:
            abstract |= _abstract_names(cls, getattr(base, "__abstractmethods__", ()))
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_impl = _Known()
        return cls

    def register(cls, subclass):
        """Count a class among the subclasses. It is returned, so this can be a decorator."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.keep(subclass)
        _token += 1
        _answers.forget()  # feature: large-tables
        return subclass

    def __instancecheck__(cls, instance):
        """isinstance(instance, cls)"""
        known = cls._abc_impl
        subclass = instance.__class__
        if ref(subclass) in known.yes:
            _remember(subclass, cls, True)  # feature: large-tables
            return True
        subtype = type(instance)
        if subtype is subclass:
            if known.no_token == _token and ref(subclass) in known.no:
                _remember(subclass, cls, False)  # feature: large-tables
                return False
            return cls.__subclasscheck__(subclass)
        return any(cls.__subclasscheck__(candidate) for candidate in (subclass, subtype))

    def __subclasscheck__(cls, subclass):
        """issubclass(subclass, cls)"""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if ref(subclass) in known.yes:
            _remember(subclass, cls, True)  # feature: large-tables
            return True
        if known.no_token != _token:
            known.no = _Classes()
            known.no_token = _token
        elif ref(subclass) in known.no:
            return False
        found = cls._find_subclass(subclass, known)
        (known.yes if found else known.no).keep(subclass)
        _remember(subclass, cls, found)  # feature: large-tables
        return found

    def _find_subclass(cls, subclass, known):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            if not isinstance(answer, bool):
                raise AssertionError
            return answer
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for reference in list(known.registry):
            registered = reference()
            if registered is not None and issubclass(subclass, registered):
                return True
        for below in cls.__subclasses__():
            if issubclass(subclass, below):
                return True
        return False

    def _abc_caches_clear(cls):
        """Forget what was found out."""
        known = cls._abc_impl
        known.yes = _Classes()
        known.no = _Classes()
        _answers.forget()  # feature: large-tables

    def _abc_registry_clear(cls):
        """Forget the classes that were registered."""
        cls._abc_impl.registry = _Classes()


def _remember(subclass, cls, found):  # feature: large-tables
    _answers.remember(subclass, cls, _instance_check, _subclass_check, found)  # feature: large-tables


_instance_check, _subclass_check = ABCMeta.__instancecheck__, ABCMeta.__subclasscheck__  # feature: large-tables


def update_abstractmethods(cls):
    """Find out anew which methods of a class are abstract, after methods were added to it."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    abstract = set()
    for base in cls.__bases__:
        abstract |= _abstract_names(cls, getattr(base, "__abstractmethods__", ()))
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to derive abstract classes from, in place of metaclass=ABCMeta."""

    __slots__ = ()
