"""Names that Python 2 and 3 share."""

import six
from six.moves import cStringIO, configparser, range, reduce, urllib, zip_longest

print(six.PY3, six.PY2, six.string_types, six.integer_types, six.text_type)
print(six.ensure_str(b"abc"), six.ensure_binary("äö"), six.b("x"), six.int2byte(65), six.byte2int(b"B"))
print(list(six.iteritems({"a": 1})), reduce(lambda a, b: a * b, range(1, 6)), list(zip_longest("ab", "c")))
print(urllib.parse.quote("a b&c"), cStringIO("text").read(), configparser.ConfigParser.__name__)


class Registry(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        made.tag = name.lower()
        return made


@six.add_metaclass(Registry)
class Plugin:
    __slots__ = ("value",)


class Base(six.with_metaclass(Registry, object)):
    pass


print(Plugin.tag, type(Plugin).__name__, Base.tag, Base.__mro__)
try:
    six.raise_from(ValueError("outer"), KeyError("inner"))
except ValueError as error:
    print(repr(error), repr(error.__cause__))


@six.python_2_unicode_compatible
class Named:
    def __str__(self):
        return "named"


print(Named(), six.get_function_name if hasattr(six, "get_function_name") else "-", six.viewkeys({1: 2}))
six.exec_("z = 6 * 7")
print(z, six.callable(len), six.unichr(0x20AC))
