# Classes as a whole: where their attributes come from, and how they derive from each other.

import types
from collections import namedtuple
from enum import IntFlag
from inspect import getmro, isroutine

__name__ = "inspect"

Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")


class BufferFlags(IntFlag):
    """What is asked of a buffer."""

    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


def _home(cls, metaclasses, name):
    """What getattr() finds under a name, and the class that has it; both None where that doesn't work."""
    if name == "__dict__":
        return None, None
    try:
        found = getattr(cls, name)
    except Exception:
        return None, None
    home = getattr(found, "__objclass__", None)
    if home not in cls.__mro__:
        home = None
        last = None
        for base in (*cls.__mro__, *metaclasses):
            if base.__dict__.get(name, _nothing) is found:
                last = base
        for meta in metaclasses:
            # Or __getattr__ made it.
            try:
                if meta.__getattr__(cls, name) is found:
                    last = meta
            except AttributeError:
                pass
        home = last if last is not None else home
    return found, home


_nothing = object()


def _kind(stored, found):
    """What an attribute is: a method of one of three kinds, a property, or anything else."""
    if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
        return "static method", stored
    if isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
        return "class method", stored
    if isinstance(stored, property):
        return "property", stored
    return "method" if isroutine(found) else "data", found


def classify_class_attrs(cls):
    """What a class has: for each attribute its name, kind, the class that defines it, and the attribute as stored there."""
    metaclasses = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    names = dir(cls)
    for base in getmro(cls):
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    seen = set()
    for name in names:
        # A dynamic attribute comes twice: as the class has it, and as it is for instances.
        found, home = (None, None) if name in seen else _home(cls, metaclasses, name)
        seen.add(name)
        stored = _nothing
        for base in getmro(cls):
            if name in base.__dict__:
                stored = base.__dict__[name]
                if home not in metaclasses:
                    home = base
                break
        if stored is _nothing:
            if home is None:
                continue
            stored = found
        kind, value = _kind(stored, stored if found is None else found)
        result.append(Attribute(name, kind, home, value))
    return result


def walktree(classes, children, parent):
    """The classes below a parent, each with its bases, followed by a list of those below it."""
    results = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    """Classes as lists within lists: what derives from a class is in the list behind it."""
    children = {}
    roots = []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        else:
            if not cls.__bases__ and cls not in roots:
                roots.append(cls)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)
