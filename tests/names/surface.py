"""Says as JSON what modules offer: `python surface.py MODULE…`, with either interpreter.

A module's public names are those of its `__all__`, or all that have no underscore. Of a class the public attributes are
listed, of a plain constant the value. What `__all__` leaves out is only named.
"""

import importlib
import json
import sys
import warnings

PLAIN = (int, float, str, bytes, bool, type(None))


def surface(name):
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None
    offered = getattr(module, "__all__", None)
    if offered is None:
        offered = [name for name in dir(module) if not name.startswith("_")]
    names = {name: described(getattr(module, name)) for name in offered if hasattr(module, name)}
    return {"names": names, "others": [name for name in dir(module) if name not in names]}


def described(value):
    if isinstance(value, type):
        return {"kind": "class", "attributes": [name for name in dir(value) if not name.startswith("_")]}
    if isinstance(value, type(sys)):
        return {"kind": "module"}
    if isinstance(value, PLAIN):
        # Members of enumerations are told as the numbers that they are.
        return {"kind": "constant", "value": next(kind.__repr__(value) for kind in PLAIN if isinstance(value, kind))}
    return {"kind": "callable" if callable(value) else "object"}


warnings.simplefilter("ignore")
print(json.dumps({name: surface(name) for name in sys.argv[1:]}))
