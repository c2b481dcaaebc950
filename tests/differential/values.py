"""Texts of arguments, by kind: what a call is made of.

A kind is a name used in the tables of methods.py. Values that make an interpreter work for minutes or take gigabytes
are left out (2**31 as a width, a huge range as an iterable); 2**62 and above are too much for any memory at once, and
both interpreters must say so.
"""

from random import Random

import functions
import library

HUGE = ["2**62", "2**63-1", "2**63", "-2**63", "-2**63-1", "2**64", "10**20", "-10**20", "2**100"]
SMALL = ["0", "1", "-1", "2", "-2", "3", "4", "5", "7", "10", "-3", "-10", "True", "False"]
ODD = ["None", "object()", "...", "NotImplemented", "int", "len", "type", "str.upper", "(lambda: 0)", "__name__"]

POOLS = {
    "small": SMALL,
    "int": SMALL + SMALL + HUGE + ["255", "256", "100", "-129", "65", "97", "0x10FFFF", "0x110000", "0xD800", "1000"],
    "number": SMALL
    + HUGE
    + ["2**31", "-2**31", "2**31-1", "2**32", "2**53", "2**53+1", "10**16", "123456789", "-987654321", "10**400"]
    + ["0.0", "-0.0", "1.5", "-2.5", "0.1", "1e300", "-1e-300", "5e-324", "1e16", "123.456", "0.5", "1e22"]
    + ["float('nan')", "float('inf')", "float('-inf')", "1j", "0j", "-1.5+2j", "complex('nan')", "complex(0.0, -0.0)"],
    "float": ["0.0", "-0.0", "1.0", "1.5", "-2.5", "0.5", "2.675", "0.1", "1e300", "-1e-300", "5e-324", "1e16", "1e15"]
    + ["123456.789", "float('nan')", "float('inf')", "float('-inf')", "1e22", "9007199254740993.0", "1e-5", "0.0001"]
    + ["1.7976931348623157e308", "2.2250738585072014e-308", "-1e100", "999999.5", "3.0"],
    "complex": ["0j", "1j", "-1.5+2j", "complex(0.0, -0.0)", "complex('nan')", "complex('inf')", "1e300+1e300j", "3-4j"]
    + ["complex(-0.0, 1)", "complex(1, float('nan'))", "2+0j"],
    "bool": ["True", "False"],
    "exponent": ["0", "1", "2", "3", "-1", "-2", "10", "64", "100", "0.5", "-0.5", "2.0", "1j", "True", "float('nan')"],
    "shift": SMALL + ["63", "64", "65", "100", "1000"],
    "index": SMALL + SMALL + SMALL + HUGE + ["100", "-100"],
    "bound": SMALL + SMALL + SMALL + HUGE + ["None", "None", "100", "-100"],
    "width": SMALL + ["6", "12", "20", "33", "-2**63", "2**64", "2**63-1"],
    "byte": ["0", "1", "10", "32", "65", "97", "98", "127", "128", "255", "256", "-1", "2**64", "True"],
    "char": ["'*'", "' '", "'0'", "'é'", "'\\U0001f600'", "'\\ud800'", "''", "'ab'", "b'x'"],
    "str": ["''", "'a'", "'b'", "'ab'", "'abc'", "'abcabc'", "'aXbXc'", "' a b '", "'Hello, World'", "'hello world'"]
    + ["'é'", "'ß'", "'ǅ'", "'ΑΣ'", "'İ'", "'ﬁ'", "'naïve café'", "'日本語'", "'\\U0001f600x'", "'a\\ud800b'", "'\\udc80'"]
    + ["'\\n'", "'a\\nb\\r\\nc'", "'\\ta\\tbc'", "'\\x00'", "'\\x1c\\x85\\u2028'", "'123'", "'-12'", "'+1_000'", "'٣'"]
    + ["'½'", "'²'", "'Ⅷ'", "'aa'", "'aaaaa'", "\"it's\"", "'\"'", "'\\\\'", "'_x1'", "'class'", "'Title Case'", "'UPPER'"]
    + ["'i'*50", "'ab'*30", "'\\u0345'", "'a\\u0301'", "'ŉ'", "'\\xad'", "'\\x7f'", "'1.5e3'", "'inf'", "'0x1F'", "'3+4j'"],
    "bytes": ["b''", "b'a'", "b'b'", "b'ab'", "b'abc'", "b'abcabc'", "b'aXbXc'", "b' a b '", "b'Hello, World'"]
    + ["b'\\xe9'", "b'\\xff\\xfe'", "b'\\xc3\\xa9'", "b'\\x00'", "b'a\\nb\\r\\nc'", "b'\\ta\\tbc'", "b'123'", "b'-12'"]
    + ["b'aa'", "b'aaaaa'", "b\"it's\"", "b'\\\\'", "b'Title Case'", "b'UPPER'", "b'ab'*30", "bytes(range(256))"],
    "bytearray": ["bytearray()", "bytearray(b'a')", "bytearray(b'abc')", "bytearray(b'\\xff\\x00')"]
    + ["bytearray(b'Hello World')", "bytearray(b'a b\\nc')", "bytearray(b'aXbXc')", "bytearray(5)", "bytearray(b'-12')"],
    "memoryview": ["memoryview(b'abc')", "memoryview(b'')", "memoryview(bytearray(b'abcdef'))", "memoryview(b'abcdef')[::2]"]
    + ["memoryview(b'abcdefgh').cast('I')", "memoryview(b'abcdef')[::-1]", "memoryview(bytearray(8)).cast('d')"]
    + ["memoryview(b'abcdef').cast('B', [2, 3])", "memoryview(bytearray(6)).cast('h')", "memoryview(b'ab').cast('c')"]
    + ["memoryview(b'\\x01\\x00').cast('?')", "memoryview(bytearray(b'abcdef')).cast('b', (3, 2))"],
    "list": ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['b', 'a', 'c']", "[1, 'a', None]", "[1.5, 2, True]", "[[1], [2]]"]
    + ["[0]*20", "['a', 'b']", "[b'a', b'b']", "[(1, 2), (3, 4)]", "[float('nan')]", "[97, 98]", "[256]", "[(1, 2, 3)]"],
    "tuple": ["()", "(1,)", "(1, 2, 3)", "('a', 'b')", "(1, 'a', None)", "((1, 2), (3,))", "(2.5, 1)", "(b'a',)", "('',)"]
    + ["(int, str)", "(0,)*15", "('a', 1)", "(float('nan'),)"],
    "dict": ["{}", "{1: 2}", "{'a': 1, 'b': 2}", "{'a': [1]}", "{None: 0, (1, 2): 'x'}", "{1: 'one', 2: None}", "{97: 'x'}"]
    + ["{1: 1, True: 2, 1.0: 3}", "dict(a=1)", "{'a': {'b': 1}}", "{'key': 'é'}"],
    "view": ["{}.keys()", "{'a': 1, 'b': 2}.keys()", "{'a': 1, 'b': 2}.values()", "{'a': 1, 'b': 2}.items()", "{1: 2}.keys()"]
    + ["{1: [2]}.items()"],
    "keys": ["{}.keys()", "{'a': 1, 'b': 2}.keys()", "{1: 2, 3: 4}.keys()"],
    "values": ["{}.values()", "{'a': 1, 'b': 2}.values()", "{1: 2, 3: 4}.values()"],
    "items": ["{}.items()", "{'a': 1, 'b': 2}.items()", "{1: 2, 3: 4}.items()", "{1: [2]}.items()"],
    "set": ["set()", "{1}", "{1, 2, 3}", "{'a'}", "{2, 3, 4}", "{None}", "{1.5, 2}", "{(1, 2)}"],
    "frozenset": ["frozenset()", "frozenset([1])", "frozenset('a')", "frozenset({1, 2, 3})", "frozenset([2, 5])"],
    "range": ["range(0)", "range(3)", "range(1, 10, 3)", "range(10, 0, -2)", "range(-5, 5)", "range(97, 100)", "range(5, 5)"],
    "big_range": ["range(2**100)", "range(2**64, -2**64, -7)", "range(10**20, 10**20+30, 10)", "range(-2**63, 2**63-1)"],
    "slice": ["slice(None)", "slice(1)", "slice(1, 3)", "slice(None, None, -1)", "slice(-2, None)", "slice(0, 10, 2)"]
    + ["slice(2**64)", "slice(None, None, 0)", "slice('a')", "slice(5, 1, -2)", "slice(1.5)", "slice(2, 1)"],
    "iterator": ["iter([1, 2])", "iter('ab')", "(i for i in (1, 2))", "zip('ab', [1, 2])", "enumerate('ab')", "iter(())"]
    + ["map(str, [1, 2])", "filter(None, [0, 1])", "reversed([1, 2])", "map(ord, 'ab')", "(1/0 for _ in 'a')"],
    "function": ["len", "str", "int", "abs", "repr", "None", "bool", "ord", "chr", "(lambda *a: a)", "(lambda a: a)", "max"]
    + ["(lambda: 1)", "float", "tuple", "(lambda a, b: (b, a))", "sum", "divmod"],
    "class": ["int", "str", "bool", "list", "(int, str)", "object", "()", "type", "int | str", "float", "type(None)"],
    "codec": ["'utf-8'", "'UTF8'", "'utf_8'", "'latin-1'", "'ISO-8859-1'", "'L1'", "'ascii'", "'US-ASCII'", "'646'"]
    + ["'utf-16'", "'utf-16-le'", "'UTF-16BE'", "'utf-32'", "'utf_32_be'", "'utf-32-le'", "'utf-8-sig'", "'nosuch'", "''"]
    + ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-32'", "'ut\\0f'", "'é'"],
    "errors": ["'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'namereplace'"]
    + ["'surrogateescape'", "'surrogatepass'", "'nosuch'", "''", "'strict'"],
    "attribute": ["'real'", "'upper'", "'nosuch'", "'__doc__'", "'append'", "'é'", "'__class__'"],
    "keepends": ["True", "False", "0", "1", "None", "'x'", "2.5"],
    "odd": ODD,
    "none": ["None"],
    "no_iter": ["5", "None", "1.5", "len", "int"],
}
POOLS.update({
    "subclass": ["Int(3)", "Int(-1)", "Float(1.5)", "Complex(1j)", "Str('ab')", "Str('')", "Bytes(b'ab')", "ByteArray(b'ab')"]
    + ["List([1, 2])", "Tuple((1, 2))", "Dict(a=1)", "Set([1])", "FrozenSet([2])", "Missing(a=1)"],
    "own": ["OwnInt(5)", "OwnFloat(1.5)", "OwnStr('ab')", "OwnStr('%s')", "OwnBytes(b'ab')", "OwnList([1, 2])"]
    + ["OwnTuple((1, 2))", "OwnDict(a=1)", "OwnSet([1, 2])", "OwnSet()"],
    "strange": ["Index(3)", "Index(0)", "Index(-1)", "Index('a')", "Index(True)", "Index(Int(2))", "Index(2**64)", "Index(None)"]
    + ["Number(3)", "Number(2.5)", "Number(1j)", "Number('a')", "Number(True)", "Number(Float(1.5))", "Number(None)"]
    + ["Ordered(1)", "Ordered(2)", "Ordered('a')", "Same()", "Fails()", "Fails()", "Answers(5)", "Answers(-1)", "Answers('a')"]
    + ["Answers(None)", "Answers(2**64)", "Answers([])", "Answers(iter([1, 2]))", "Answers(b'x')", "Answers(1.5)", "Answers(1j)"]
    + ["Answers(NotImplemented)", "Answers(True)", "Answers(Int(3))", "Answers(Str('s'))", "Sequence([1, 2])", "Sequence('ab')"]
    + ["Sequence({0: 'a'})", "Hinted([1, 2], 5)", "Hinted([1], -1)", "Hinted('ab', 'x')", "Hinted('ab', NotImplemented)"]
    + ["Hinted([1], 2**70)", "Mapping(a=1)", "Mapping()", "Attributes()", "Slotted()", "Plain(1)", "Plain([1])", "Derived(2)"]
    + ["Made()", "OwnError(1)", "Mapping(**{'a': 1, 'b': 2})"],
    "generator": ["numbers(3)", "started(numbers(3))", "started(relay(2))", "numbers(0)", "relay(1)", "started(numbers(1))"]
    + ["(i for i in 'ab')", "started(i for i in [1, 2])", "(i for i in Fails().x)" , "relay('a')"],
    "callable": ["function", "numbers", "Plain(1).method", "Plain.method", "Plain.made", "Plain.loose", "Derived.made", "len"]
    + ["[].append", "list.append", "str.maketrans", "dict.fromkeys", "int.__add__", "(5).__add__", "object().__str__"]
    + ["int.from_bytes", "Plain(2).made", "lambda a, *, b=1: a", "type.mro", "int.real", "Plain.__init__", "''.join"]
    + ["Slotted.full", "print", "object.__init__", "type.__call__", "Index(3).__index__", "(lambda: 0).__get__(1)"],
    "descriptor": ["property()", "property(len)", "property(lambda s: 1, None, None, 'doc')", "Plain.__dict__['double']"]
    + ["Plain.__dict__['fixed']", "classmethod(len)", "classmethod(function)", "staticmethod(len)", "staticmethod(function)"]
    + ["staticmethod(5)", "classmethod(None)", "Plain.__dict__['made']", "Plain.__dict__['loose']", "Slotted.full", "int.real"]
    + ["property(len, doc='d')", "property(fset=len)", "str.upper", "classmethod(property(len))", "dict.__dict__['fromkeys']"],
    "proxy": ["MappingProxyType({})", "MappingProxyType({'a': 1})", "MappingProxyType({1: 2, 'b': [3]})", "MappingProxyType(Dict(a=1))"]
    + ["MappingProxyType(Missing(a=1))", "MappingProxyType(Mapping(a=1))", "MappingProxyType(MappingProxyType({}))"],
    "namespace": ["SimpleNamespace()", "SimpleNamespace(a=1)", "SimpleNamespace(b=[2], a='x')", "SimpleNamespace({'a': 1})"]
    + ["SimpleNamespace([('b', 1)], a=2)", "SimpleNamespace(**{'not a name': 1})"],
    "alias": ["list[int]", "dict[str, int]", "tuple[int, ...]", "tuple[()]", "type[int]", "list['a']", "int | str", "int | None"]
    + ["list[int] | str", "(int | str) | int", "list[int][str]", "list[list]", "list[1]", "set[None]", "tuple[[], 1]"]
    + ["GenericAlias(int, str)", "GenericAlias(list, (int, str))", "Plain | int", "dict[str]", "*tuple[int]"][:-1],
    "super": ["super(Derived, Derived(1))", "super(Derived, Derived)", "super(Plain, Derived(2))", "super(Derived)", "super(int, 5)"]
    + ["super(bool, True)", "super(type, int)", "super(Plain)"],
    "single": ["None", "...", "NotImplemented", "True", "type(None)", "type(...)", "type(NotImplemented)"],
    "exception_class": ["ValueError", "KeyError", "OwnError", "BaseException", "StopIteration", "GeneratorExit", "OSError", "int", "SystemExit"],
    "exception": ["ValueError()", "ValueError('a')", "KeyError('a')", "KeyError()", "KeyError(1, 2)", "OSError(2, 'x')", "OSError('a')"]
    + ["OSError(2, 'x', 'file')", "OSError(2, 'x', 'file', None, 'other')", "StopIteration(5)", "StopIteration()", "SystemExit(3)"]
    + ["SystemExit('a', 2)", "UnicodeDecodeError('utf-8', b'ab', 0, 1, 'why')", "UnicodeEncodeError('ascii', 'aé', 1, 2, 'why')"]
    + ["UnicodeTranslateError('ab', 0, 2, 'why')", "caught(lambda: 'é'.encode('ascii'))", "caught(lambda: b'\\xff'.decode())"]
    + ["ImportError('m', name='n', path='p')", "ModuleNotFoundError('m')", "AttributeError('a', name='n', obj=1)", "NameError('n', name='n')"]
    + ["SyntaxError('m', ('f', 1, 2, 't', 3, 4))", "SyntaxError('m')", "SyntaxError()", "OwnError('a')", "caught(lambda: nosuch)"]
    + ["caught(lambda: 1 / 0)", "caught(lambda: {}['a'])", "caught(lambda: ''.nosuch)", "thrown(ValueError(1), cause=KeyError('c'))"]
    + ["thrown(ValueError('v'), cause=None, notes=['n', 'é'])", "thrown(TypeError(), notes=[])", "Exception((1, 2))", "Exception(1, [2])"]
    + ["IndexError('é\\ud800')", "UnicodeError('a', 'b')", "BlockingIOError(11, 'b', 5)", "FileNotFoundError(2, 'n')", "IsADirectoryError()"]
    + ["AssertionError('a')", "RecursionError('r')", "Warning('w')", "EOFError()", "KeyboardInterrupt()", "GeneratorExit('g')", "StopAsyncIteration(1)"],
    "group": ["ExceptionGroup('m', [ValueError(1)])", "ExceptionGroup('m', (ValueError(1), KeyError('a')))"]
    + ["ExceptionGroup('é', [ValueError(1), ExceptionGroup('n', [TypeError(2), KeyError(3)])])", "BaseExceptionGroup('b', [ValueError()])"]
    + ["BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError()])", "OwnGroup('o', [ValueError(1), OwnGroup('p', [OSError(2)])])"]
    + ["thrown(ExceptionGroup('m', [ValueError(1), OSError(2)]), cause=KeyError(1), notes=['n'])"],
    "matcher": ["ValueError", "(ValueError, KeyError)", "OSError", "()", "Exception", "lambda e: isinstance(e, TypeError)", "lambda e: True"]
    + ["lambda e: 1 / 0", "ExceptionGroup", "int", "5", "(ValueError, 5)", "None", "lambda e: None", "KeyError", "BaseException", "[ValueError]"],
    "exceptions": ["[ValueError(1)]", "[]", "[1]", "(ValueError(), KeyError())", "[KeyboardInterrupt()]", "ValueError()", "[ValueError]"]
    + ["{ValueError(1): 2}", "iter([ValueError()])", "'ab'", "[ExceptionGroup('i', [ValueError()])]"],
    "errno": ["2", "13", "17", "11", "1", "4", "32", "9999", "-1", "'a'", "None", "True", "2.0", "104", "110", "20", "21"],
    "syntax_details": ["('f', 1, 2, 't')", "('f', 1, 2, 't', 3, 4)", "()", "None", "('f', 1, 2, 't', 3)", "('f', None, None, None)", "'abcd'", "[1, 2, 3, 4]"],
    "type_name": ["'A'", "'A'", "''", "'é'", "'a b'", "5", "b'A'"],
    "bases": ["()", "(object,)", "(int,)", "(str,)", "(Plain,)", "(Plain, dict)", "(int, str)", "(Derived, Plain)", "(Plain, Derived)"]
    + ["(bool,)", "(type(None),)", "(5,)", "[int]", "(type,)", "(int, int)", "(Slotted, Plain)", "(Made,)", "(object, int)", "(ValueError,)"]
    + ["(list[int],)", "(range,)", "(type(len),)", "(OSError, KeyError)", "(ValueError, KeyError)", "(Slotted, int)"],
    "namespace_dict": ["{}", "{'a': 1}", "{'__slots__': ()}", "{'__slots__': ('a', 'b')}", "{'__slots__': 'a'}", "{'__slots__': ['a', 'a']}"]
    + ["{'__slots__': ('a',), 'a': 1}", "{'__slots__': ('__dict__',)}", "{'__slots__': ('1',)}", "{'__slots__': (5,)}", "{1: 2}", "{'__doc__': 'd'}"]
    + ["{'__qualname__': 'Q'}", "{'__qualname__': 5}", "{'__module__': 'm'}", "{'__init_subclass__': len}", "{'__slots__': ('__weakref__', '__dict__')}"]
    + ["{'__eq__': lambda s, o: 1}", "{'__len__': 5}", "{'__hash__': None}", "{'__new__': lambda *a: 5}", "{'__set_name__': 1}", "[]", "{'__class_getitem__': len}"],
    "float_type": ["'float'", "'double'", "'x'", "''", "5"],
    "compile_mode": ["'exec'", "'eval'", "'single'", "'x'", "None"],
    "source": ["'1 + 2'", "' 1'", "'x'", "'a = 1'", "'1 +'", "b'5'", "''", "'(1,\\n2)'", "'\\n3'", "'len'", "'__name__'", "'lambda: 0'", "bytearray(b'4')"]
    + ["memoryview(b'6')", "'\\0'", "'1;'", "compile('7', 'f', 'eval')", "Str('8')", "'\\ufeff9'", "'a\\xa0'"],
})  # fmt: skip
POOLS.update(library.POOLS)
POOLS.update(functions.POOLS)
POOLS["buffer"] = POOLS["bytes"] + POOLS["bytearray"] + POOLS["memoryview"][:4]
POOLS["iterable"] = (
    POOLS["list"] + POOLS["tuple"] + POOLS["str"][:12] + POOLS["dict"][:4] + POOLS["range"] + POOLS["iterator"] + POOLS["view"]
)
POOLS["strings"] = ["['a', 'b']", "('x', 'é')", "[]", "'abc'", "['a']", "['a', 1]", "{'k': 1}", "[b'a']", "iter(['a', 'b'])"]
POOLS["byte_strings"] = ["[b'a', b'b']", "(b'x', bytearray(b'y'))", "[]", "b'abc'", "[b'a', 1]", "['a']", "[memoryview(b'm')]"]
POOLS["affix"] = POOLS["str"][:12] + ["('a', 'b')", "()", "('a', 1)", "(b'a',)"]
POOLS["byte_affix"] = POOLS["bytes"][:10] + ["(b'a', b'b')", "()", "(b'a', 1)", "('a',)"]
POOLS["item"] = POOLS["small"] + ["'a'", "'b'", "None", "1.0", "(1, 2)", "[1]", "float('nan')", "b'a'"]
POOLS["ints"] = ["[1, 2]", "[97]", "()", "range(3)", "[256]", "[-1]", "['a']", "[1.5]", "b'ab'", "iter([65])", "(2**70,)"]
POOLS["table"] = ["{97: 'x'}", "{97: None}", "{97: 98}", "{'a': 'b'}", "{}", "{97: 1.5}", "{97: 0x110000}", "'abc'*50", "[1]*98"]
POOLS["byte_table"] = ["bytes(range(256))", "None", "bytes(256)", "b'abc'", "bytearray(range(255, -1, -1))", "memoryview(bytes(256))"]
POOLS["hex"] = ["'00ff'", "'0 1'", "'ab cd'", "''", "'zz'", "' 41\\t42\\n'", "'4'", "'é0'", "b'41'", "'41 4'"]
POOLS["integer"] = POOLS["int"] + ["2**31", "2**32", "10**40", "-10**40", "123456789012345678901234567890"]
POOLS["byte_order"] = ["'big'", "'little'", "'middle'", "''"]
POOLS["number_text"] = ["'12'", "' 12 '", "'-0x1f'", "'0b101'", "'1_0'", "'1__0'", "'z'", "''", "'0o17'", "'٣'", "b'12'", "'1e5'"]
POOLS["number_text"] += ["'nan'", "'-inf'", "'1.5.2'", "'1j'", "'1+2j'", "'(1-2j)'", "'1 + 2j'", "'é'", "'12\\x00'", "'9'*4301", "'ff'"]

EVERYTHING = [
    "int", "float", "complex", "bool", "str", "str", "bytes", "bytearray", "memoryview", "list", "tuple", "dict", "view",
    "set", "frozenset", "range", "slice", "iterator", "function", "odd", "none", "subclass", "own", "strange", "strange",
]  # fmt: skip
# Kinds that are seldom an argument, all together as likely as one of the others.
SELDOM = [
    "generator", "callable", "descriptor", "proxy", "namespace", "alias", "super", "exception", "exception_class", "group", "class",
]  # fmt: skip
POOLS["any"] = [text for kind in EVERYTHING for text in POOLS[kind]]
POOLS["class"] += ["Plain", "Derived", "Made", "Meta", "OwnError", "BaseException", "Int", "Slotted", "range", "property", "super", "dict", "Answers"]
POOLS["attribute"] += ["'value'", "'double'", "'fixed'", "'method'", "'full'", "'empty'", "'__dict__'", "'__name__'", "'a'", "Str('real')", "''", "'\\ud800'"]


def any_value(random: Random) -> str:
    """A value of any type, each type as likely as the others."""
    kind = random.choice(EVERYTHING + ["seldom"])
    return random.choice(POOLS[random.choice(SELDOM) if kind == "seldom" else kind])
