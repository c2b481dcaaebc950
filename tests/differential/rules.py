"""Differences that are known and right: CPython versions differ in words, and some of its words name its insides.

Each rule rewrites lines of both outputs, or only CPython's, before they are compared. A rule for a version applies
when the CPython at hand is older than it: Ferropy says what 3.14 says.
"""

import re

# (before this version of CPython, pattern in its line, what later versions say, reason).
OLDER_WORDS = [
    ((3, 14), r"argument of type '([^']*)' is not iterable", r"argument of type '\1' is not a container or iterable", "3.14 words"),
    ((3, 14), r"ValueError: [^|]* is not in list", "ValueError: list.index(x): x not in list", "3.14 does not show the item"),
    ((3, 14), r"ValueError: [^|]* is not in range", "ValueError: range.index(x): x not in range", "3.14 does not show the item"),
    ((3, 14), r"complex\(\) first argument must be a string or a number, not '([\w.]+)'",
     r"complex() argument must be a string or a number, not \1", "3.14 words"),
    ((3, 14), r"fromhex\(\) argument must be str, not (\w+)", r"fromhex() argument must be str or bytes-like, not \1",
     "3.14 takes bytes as well"),
    ((3, 14), r"note must be a str, not '([\w.]+)'", r"add_note() argument must be str, not \1", "3.14 words"),
    ((3, 14), r"ZeroDivisionError: (integer division or modulo by zero|integer modulo by zero|float divmod\(\)"
     r"|float floor division by zero|float modulo by zero|float modulo|float division by zero|complex division by zero|integer division by zero)",
     "ZeroDivisionError: division by zero", "3.14 has one message"),
    ((3, 14), r"%c requires int or char", "%c requires an int or a unicode character", "3.14 says what it got, see below"),
    ((3, 14), r"0\.0( cannot be raised)? to a negative", "zero to a negative", "3.14 words"),
    ((3, 14), r"(does not support the context manager protocol)( \| |$)", r"\1 (missed __enter__ method)\2", "3.14 names the method"),
    ((3, 14), r"cannot convert dictionary update sequence element #\d+ to a sequence", "object is not iterable", "3.14 has the place in a note"),
    ((3, 14), r"types\.UnionType", "typing.Union", "3.14 has one type for both unions"),
    ((3, 14), r"\bUnionType(?= |$)", "Union", "3.14 has one type for both unions"),
    ((3, 14), r"'UnionType'", "'Union'", "3.14 has one type for both unions"),
]  # fmt: skip

# (pattern, what it becomes in both lines, reason).
BOTH = [
    (r"(\bat|@) 0x[0-9A-Fa-f]+", "at 0x…", "addresses"),
    (r"(%c requires an? int[^,]*), not .*", r"\1", "3.14 says what it got"),
    (r"(center|ljust|rjust)\(\):? (argument 2 must be a byte string of length 1), not .*", r"\1 \2", "3.14 tells the length"),
    (r"(format\(\) argument 2 must be str, not None)Type", r"\1", "CPython's own functions differ among each other"),
    (r"cannot use '[\w.]+' as a (set element|dict key) \((unhashable type: '[\w.]+')\)", r"\2", "3.14 says what for, in front"),
    (r"(too many values to unpack \(expected \d+)(, got \d+)?\)", r"\1)", "3.14 counts them, if it can"),
    (r"(attribute|name|module|key|argument|from|set|code) '[^']*(\\u[dD][89a-fA-F]|\\ufffd)[^']*'", r"\1 '…'", "messages can't hold a lone surrogate"),
    (r"\b(collections\.|_io\.)(deque|OrderedDict|defaultdict|BytesIO|StringIO)\b", r"\2", "ours are written in Python, whose classes are named without their module"),
    (r"\bodict_(keys|values|items)\b", r"dict_\1", "OrderedDict has views of its own"),
    (r"\b(_deque_(reverse_)?iterator|odict_iterator|chain|dict_reversekeyiterator)<", "generator<", "iterators of classes written in Python are generators"),
    (r"_struct\.", "struct.", "CPython's own module behind `struct`"),
    (r"\bstr_ascii_iterator\b", "str_iterator", "CPython's choice of iterator rests on how it stores the text"),
]

# What a call says whose arguments are too many or too few, or wrongly named.
WRONG_ARGUMENTS = (
    r"^TypeError: .*(expected( at (most|least))? \d+ arguments?, got|takes (an? |no |exactly|at (most|least)|from|\d).*argument|argument '\w+' \(pos"
    r"|unexpected keyword|missing (\d+ )?required|given by name|multiple values|no method takes|positional-only|missing format argument)"
)

# (pattern of the call, pattern of CPython's line, pattern of ours, versions before this one, reason): pairs that count
# as equal.
PAIRS = [
    (r"index", r"ValueError: [0-9]+\.\.\. [0-9]+$", r"ValueError: range.index\(x\): x not in range", (3, 14), "3.14 does not show the item"),
    (r"complex.*\*\*", r"complex \(nan\+nanj\)", r"OverflowError: complex exponentiation", (3, 14), "products of 3.14 keep infinities"),
    (r"__doc__", r"^str ", r"^str ", (9, 9), "the texts of the documentation are our own"),
    (r"\.[0-9]*[,_]", r"ValueError: (Unknown format code '[,_]'|Invalid format specifier|Format specifier missing|Cannot specify '[,_]')", r"", (3, 14),
     "3.14 groups the digits of a fraction"),
    (r"^(?=.*(complex|Complex|j\b)).*(operator\.|count\(|accumulate|reduce|__r?(add|sub|mul|truediv)__|\) [-+*/] \(|x [-+*/]=|^complex\(|sum\(|\xb6)", r"complex \(?\S+", r"complex \(?\S+", (3, 14), "3.14 lets real numbers be real in arithmetic with complex ones"),
    (r"^complex\(.*,", r"^TypeError: (complex\(\)|\w+\.__float__)", r"", (3, 14), "3.14 looks at the second argument later"),
    (r"^complex\(", r"^(TypeError|ValueError|ZeroDivisionError)", r"^(TypeError: complex\(\) argument '|TypeError: \w+.__complex__|OverflowError)", (3, 14), "3.14 words"),
    (r"map\(", r"map\(\) takes no keyword arguments", r"", (3, 14), "`map` of 3.14 can be strict"),
    (r"(class|static)method\(|Plain.__dict__\['(made|loose)", r"", r"__(wrapped|dict|doc|name)__|no attribute|NoneType|^bool False", (9, 9), "ours have no namespace"),
    (r"__reduce__", r"(Str|Bytes|ByteArray|Tuple|List|Own\w+) ", r"", (9, 9), "iterators of ours hold the value itself, not the instance of a subclass"),
    (r"^(?!hash\(-?[0-9.*]+\)|\(?-?[0-9][0-9.*]*\)?.__hash__).*hash", r"^int ", r"^int ", (9, 9), "hashes of texts, and of objects by their addresses"),
    (r"2\*\*6[23]", r"^(MemoryError|OverflowError)", r"^(MemoryError|OverflowError)", (9, 9), "more than any memory, in two words"),
    (r"NotImplemented", r"", r"TypeError: NotImplemented should not", (3, 14), "an error in 3.14"),
    (r"map|program", r"'map' object has no attribute '__setstate__'", r"", (3, 14), "`map` of 3.14 can be strict"),
    (r"\|", r"'typing.Union' object has no attribute '__(origin|name|qualname|unpacked|module)__'", r"", (3, 14), "3.14 has one type for both unions"),
    (r"\|", r"'types'", r"'typing'", (3, 14), "3.14 has one type for both unions"),
    (r"memoryview.*__class_getitem__", r"has no attribute '__class_getitem__'", r"", (3, 14), "generic in 3.14"),
    (r"nan", r"^(bool|int|set|frozenset|done)", r"^(bool|int|set|frozenset|done)", (9, 9), "whether two nans are one object"),
    (r"SyntaxError", r"at most 6 arguments", r"at most 7 arguments", (3, 14), "3.14 takes one more"),
    (r"", r"__float__ returned non-float", r"__float__\(\) must return a float", (3, 14), "3.14 words"),
    (r"partition|split|format|ascii|%|__mod__", r"(Str|Bytes|Own\w+) ", r"(str|bytes) ", (9, 9), "ours gives the value itself, not the instance of a subclass"),
    (r"complex\(.*\\[xu]", r"malformed|could not convert", r"malformed|could not convert", (9, 9), "CPython stops reading at these"),
    (r"__(instance|subclass)check__|super|__format__|__new__|__init__|__reduce(_ex)?__", r"^TypeError: .*(takes|not enough|needs an|requires a|X is not|is not a subtype)", r"^TypeError: .*(takes|not enough|needs an|requires a|X is not|is not a subtype|expected at|unexpected keyword)", (9, 9), "which of the classes has the method"),
    (r"memoryview", r"^TypeError: descriptor", r"", (9, 9), "which of the classes has the method"),
    (r"function\(\*", r"argument after \*", r"keywords must be strings", (9, 9), "two errors, either may come first"),
    (r"^__import__", r"^module", r"^ModuleNotFoundError", (9, 9), "not all modules are there"),
    (r"^__import__", r"\\ud", r"\\ufffd", (9, 9), "messages can't hold a lone surrogate"),
    (r"^sorted\(", r"is not iterable", r"sort\(\) got", (9, 9), "CPython finds the keyword out in `list.sort`"),
    (r"^str(\(.*(encoding|errors)=|\.__call__)", r"not None$", r"not NoneType$", (9, 9), "CPython says it so for arguments by name only"),
    (r"\b(deque|OrderedDict|Counter|BytesIO|StringIO)\(", r"\btypes\.\w+", r"", (9, 9), "written in Python, where a type's name has no module"),
    (r"^array\('\w',", r"is not iterable", r"bad typecode", (9, 9), "two errors, either may come first"),
    (r"^super\.__call__", r"argument 1 must be type", r"argument 1 must be a type", (9, 9), "CPython's own functions differ among each other"),
    (r"\|", r"UnionType\.", r"(Union|object)\.", (3, 14), "3.14 has one type for both unions"),
    (r"__setattr__", r"^TypeError: descriptor", r"^TypeError:  expected", (9, 9), "which of the classes has the method"),
    (r"^pow\(.*,.*,", r"unsupported operand", r"", (3, 14), "3.14 asks the second operand"),
    (r"__round__\(None", r"^TypeError", r"", (3, 14), "3.14 takes None"),
    (r"UnionType|\|", r"'UnionType' object", r"'Union' object", (3, 14), "3.14 has one type for both unions"),
    (r"__r?pow__|\*\*|pow\(", r"^complex |^ZeroDivisionError", r"^complex |^OverflowError", (3, 14), "3.14 works with infinities, and with products where older ones divide"),
    (r"OwnTuple|OwnList", r"^(int 9|tuple\(str 'item')", r"", (9, 9), "CPython takes items of a pattern by number, ours by iteration"),
    (r"str\(", r"must be str, not calls\.", r"must be str, not ", (9, 9), "CPython's own functions differ among each other"),
    (r"compile\(", r"^TypeError", r"^(TypeError: expected str, bytes or os.PathLike|ValueError: compile)", (9, 9), "either may come first"),
    (r"shift", r"^MemoryError", r"^OverflowError: too many digits", (9, 9), "more than any memory, in two words"),
    (r"format|f\"|f'", r"", r"\\ufffd|\\x0'|\\xfffd", (9, 9), "format specifications with characters that are no text"),
    (r"__release_buffer__", r"buffer is not this object|expected 1", r"^NoneType|expected 1", (9, 9), "nothing depends on it"),
    (r"super\(type", r"can't apply this", r"", (9, 9), "there is no other way around a metaclass"),
    (r"memoryview", r"^NotImplementedError", r"released memoryview", (9, 9), "two errors, either may come first"),
    (r"compile\(", r"\\ud", r"\\ufffd", (9, 9), "messages can't hold a lone surrogate"),
    (r"\|", r"^bool False", r"^bool True", (3, 14), "3.14 has one type for both unions"),
    (r"Group\(.*\.__module__", r"", r"has no attribute '__module__'", (9, 9), "ours is a type like the others"),
    (r"__getattribute__", r"^TypeError: descriptor", r"^(TypeError: expected 1 argument|AttributeError|TypeError: attribute name)", (9, 9), "which of the classes has the method"),
    (r"Hinted|Answers", r"length_hint|OverflowError: Python int too large", r"", (9, 9), "asked for in fewer places"),
    (r"__slots__", r"", r"slot disallowed: we already got one", (9, 9), "CPython looks at the first base only"),
    (r"memoryview", r"^(SystemError|TypeError: 'int' object is not iterable)", r"released", (9, 9), "an error of CPython's"),
    (r"__buffer__", r"", r"memoryview<|expected 1|OverflowError", (9, 9), "the flags make no difference"),
    (r"y.__module__", r"", r"attribute '__module__' of 'builtin_function", (9, 9), "modules of ours' functions can't be set"),
    (r"__(get|set)(state|attr(ibute)?)__|__delattr__", r"^(TypeError: (\w+\.__getstate__|descriptor)|AttributeError: 'type' object)", r"", (9, 9), "which of the classes has the method"),
    (r"bytearray\(encoding|bytes\(encoding", r"UnicodeEncodeError", r"encoding without", (9, 9), "two errors, either may come first"),
    (r"", r"<NULL>", r"None", (9, 9), "an attribute that was deleted"),
    (r"^complex\(", r"^complex", r"__complex__", (3, 14), "3.14 asks for it"),
    (r"nan", r"ValueError: [\w.(]+\):? x not in|is not in|x not in", r"^(int|NoneType)", (9, 9), "whether two nans are one object"),
    (r"index\(", r"__repr__ returned", r"not in list", (3, 14), "3.14 does not show the item"),
    (r"math\.", r"ValueError: math domain error", r"ValueError: expected a ", (3, 14), "3.14 says what it wants"),
    (r"math\.cbrt|math\.(degrees|radians|exp|pow|log\w*|atan2|hypot|dist)", r"^float (\S{12})", r"^float ", (9, 9), "the last digit is the C library's affair"),
    (r"\b(deque|OrderedDict|Counter|BytesIO|StringIO|defaultdict|User\w+|Point)\(|^(path|time|copy)\.", WRONG_ARGUMENTS, WRONG_ARGUMENTS, (9, 9),
     "written in Python, so with a function's words about the number and the names of arguments"),
    (r"^path\.", r"^TypeError: _path_\w+: path should be", r"^TypeError: expected str, bytes", (9, 9), "CPython has two of its path functions in C as well"),
    (r"^time\.(gmtime|asctime|strftime)\((None|'[^',]*')?\)", r"", r"", (9, 9), "time goes on"),
    (r"deque\(.*,", r"takes at most 2 arguments \(3 given\)", r"", (9, 9), "MicroPython's deque takes flags"),
    (r"deque\(.*__i?mul__", r"cannot be interpreted as an integer", r"can't multiply sequence", (9, 9), "the method says it as the operator does"),
    (r"\* \(deque|\*= deque", r"non-int of type 'deque'", r"non-int of type", (9, 9), "two sequences: either may be the one that is no number"),
    (r"OrderedDict\(.*None", r"^KeyError: $", r"^KeyError: None$", (9, 9), "CPython takes None for no key at all"),
    (r"OrderedDict\(", r"hash|^KeyError", r"hash", (9, 9), "two errors, either may come first"),
    (r"deque\(.*__(get|set|del)item__", r"^(TypeError: .* cannot be interpreted|OverflowError)", r"^(TypeError: sequence index|IndexError)", (9, 9), "the method says it as the operator does"),
    (r"OrderedDict\(|__ior__|update\(", r"^(ValueError: need more than|TypeError: .* not iterable)", r"^(ValueError|TypeError): (.*dictionary update sequence|object is not iterable)", (9, 9), "OrderedDict takes its items in the words of dict"),
    (r"struct\.", r"^TypeError: unhashable type", r"Struct\(\) argument", (9, 9), "CPython looks for the format among those it has compiled"),
    (r"\barray\(", r"bad typecode", r"bad typecode", (3, 14), "3.14 names one more"),
    (r"\barray\(", r"^TypeError: array\(\) argument 1|^TypeError: array item must be unicode", r"^TypeError: array\(\) argument 1|^TypeError: array item must be a unicode", (3, 14), "3.14 says what it got"),
    (r"\barray\(|struct\.", r"^TypeError: .*(takes|expected|missing)", r"^TypeError: .*(takes|expected)", (9, 9), "CPython's own functions differ among each other"),
    (r"newline=|StringIO\(", r"newline must be str or None|UnicodeEncodeError", r"illegal newline", (9, 9), "the words of text files"),
    (r"^__import__", r"\(frozen\)", r"\(built-in\)", (9, 9), "which modules are in the interpreter"),
    (r"^__import__\(Own", r"^ModuleNotFoundError", r"^ModuleNotFoundError", (9, 9), "ours says the name, not the instance of a subclass"),
    (r"^(min|max)\(\w+=", r"expected at least 1 argument", r"keyword argument", (9, 9), "two errors, either may come first"),
    (r"time\.strftime", r"embedded null", r"", (3, 14), "3.14 takes any character"),
    (r"type\.__new__|__slots__", r"nonempty __slots__", r"UnicodeEncodeError", (9, 9), "two errors, either may come first"),
    (r"__init__\(", r"^TypeError: Own\w+ expected", r"^TypeError: \w+ expected", (9, 9), "the method says the name of its own class"),
    (r"deepcopy\(", r"has no attribute 'get'", r"", (3, 14), "3.14 copies what can't change without asking"),
    (r"^struct", r"^(UnicodeEncodeError|ValueError: (cannot )?hash|ValueError: memoryview: hashing|TypeError: __hash__|error: cannot iter)", r"^(error: bad char|TypeError|BufferError)", (9, 9), "two errors, either may come first"),
    (r"BytesIO\(", r"a bytes-like object is required, not '(int|bool)'", r"", (9, 9), "MicroPython's take a size"),
    (r"BytesIO\(.*\.(write|readinto)\(.*,", r"takes exactly one argument", r"", (9, 9), "MicroPython's streams take a size"),
    (r"^math\.", r"^TypeError: .*takes exactly", r"^TypeError: .*(takes exactly|expected)", (9, 9), "CPython's own functions differ among each other"),
    (r"%.*deque\(", r"not all arguments converted", r"", (9, 9), "what has items is a mapping there, if it is written in Python"),
    (r"^reversed\(", r"is not reversible", r"has no len", (9, 9), "two errors, either may come first"),
    (r"cast\(|fromhex\(", r"^UnicodeEncodeError", r"^ValueError", (9, 9), "two errors, either may come first"),
    (r"^\w+\.__(set|del)attr__\(", r"can't apply this", r"attribute name must be|of immutable type", (9, 9), "two errors, either may come first"),
    (r"byteswap|array\('w'", r"UnicodeDecodeError", r"", (9, 9), "characters out of range"),
    (r"OrderedDict\(\)\).pop", r"unhashable|hash", r"", (9, 9), "an empty dict hashes no key"),
    (r"math\.(prod|sumprod)", r"^complex", r"^complex", (3, 14), "3.14 lets real numbers be real in arithmetic with complex ones"),
    (r"\|.*__init__|__init__.*\|", r"^NoneType None", r"typing.Union.__init__", (9, 9), "unions can't be made by calling their type"),
    (r"__init__\(", r"bytearray\(b'.*'\)", r"bytearray\(b''\)", (9, 9), "CPython leaves rubbish in a bytearray"),
    (r"enumerate\(start", r"'start' is an invalid keyword", r"missing required", (9, 9), "either may come first"),
    (r"y\.(object|start|end) =", r"Unicode|codec", r"Unicode|codec", (9, 9), "CPython takes what it gets there"),
    (r"^print", r"surrogates not allowed", r"", (9, 9), "the console escapes lone surrogates"),
    (r"\b(Int|Str)(\.__call__)?\(", r"takes at most", r"expected at most", (9, 9), "CPython's own functions differ among each other"),
    (r"\.(mro|__subclasses__)\b", r"^TypeError: type\.", r"takes no arguments", (9, 9), "ours names the class that was asked, however it was asked"),
    (r"__kwdefaults__ = ", r"", r"must be set to a dict", (9, 9), "no instances of subclasses of dict"),
    (r"^(compile|eval|exec)\(", r"^SyntaxError: \(unicode error\) 'utf-8'", r"^SyntaxError: Non-UTF-8 code", (9, 9), "CPython reads no further than the first mistake"),
    (r"ModuleNotFoundError|ImportError", r"^x (ModuleNotFound|Import)Error", r"^x (ModuleNotFound|Import)Error", (9, 9), "what is left after keywords that nobody knows"),
    (r"\|=.*(keys|items)\(\)", r"^(int|str|float|tuple)", r"^(int|str|float|tuple)", (9, 9), "the order of a set"),
    (r"__prepare__", r"^dict", r"TypeError: .*__prepare__", (9, 9), "CPython looks at no argument there"),
    (r"\barray\(.*__reduce_ex__", r"_array_reconstructor", r"^tuple", (9, 9), "ours are pickled by their items in all protocols"),
    (r"__reduce(_ex)?__", r"", r"^TypeError: cannot pickle", (9, 9), "other words for what can't be pickled"),
    (r"heapq\.nlargest", r"unary -", r"as an integer|^list", (9, 9), "two errors, either may come first"),
    (r"\(\*\w+, \*\*\w+\)", r"", r"keywords must be strings|generator<", (9, 9), "CPython looks at names when all arguments are there"),
    (r"^compile\(", r"^ValueError: compile\(\)", r"^ValueError: compile\(\)", (9, 9), "two errors, either may come first"),
    (r"\.__init__\(", r"^x (TypeError|\w+Error)", r"^x \w+Error\(", (9, 9), "what is left after keywords that nobody knows"),
    (r"^eval\('.*[jJ]", r"^complex", r"^complex", (3, 14), "3.14 lets real numbers be real in arithmetic with complex ones"),
    (r"operator\.call\(str", r"must be str, not calls\.", r"must be str, not ", (9, 9), "CPython's own functions differ among each other"),
    (r"type\(|Meta\(", r"__init_subclass__\(\) takes", r"__init_subclass__\(\) takes", (9, 9), "ours says the name, not the instance of a subclass"),
    (r"json\.dumps\(.*Fails", r"^ValueError", r"^ValueError", (9, 9), "which of its methods is asked first"),
    (r"^GenericAlias\(", r"\[\(", r"\[\[", (9, 9), "ours stand for the aliases of `typing` as well"),
    (r"^(base64|hashlib)\..*Own", r"", r"", (9, 9), "what else a subclass of bytes or int says of itself"),
    (r"Unicode\w+Error", r"^SystemError", r"", (9, 9), "an error of CPython's"),
    (r"partialmethod", r"is not callable or a descriptor|^TypeError: b", r"must be a callable", (3, 14), "3.14 words"),
    (r"textwrap\.(wrap|fill|shorten)", r"", r"", (3, 14), "older ones put blanks before words that are too long"),
    (r"textwrap\.dedent", r"^TypeError", r"^TypeError: expected str object", (3, 14), "3.14 words"),
    (r"operator\.(countOf|indexOf)", r"^TypeError", r"is not iterable|non-iterator", (3, 14), "3.14 words"),
    (r"operator\.i?concat", r"can't be concatenated", r"unsupported operand", (9, 9), "the operator says it"),
    (r"json\.dumps", r"^RecursionError", r"^RecursionError", (9, 9), "with more words"),
    (r"functools\.reduce", r"^TypeError: reduce", r"^TypeError: (reduce|iter)", (3, 14), "3.14 takes `initial` by name"),
    (r"^(binascii|hashlib|base64|heapq|bisect|itertools|operator|functools|json|textwrap|string)\.", WRONG_ARGUMENTS, WRONG_ARGUMENTS, (9, 9), "CPython's own functions differ among each other"),
    (r"^(binascii|base64|hashlib|bisect|itertools)\.", r"^(TypeError|BufferError|OverflowError|ValueError|UnsupportedDigestmodError)", r"^(TypeError|ValueError|BufferError|KeyError)", (9, 9), "two errors, either may come first"),
    (r"^hashlib", r"^UnsupportedDigestmodError", r"unsupported hash type", (9, 9), "the words of OpenSSL"),
    (r"Own\w+", r"OwnStr\.(repr|str)", r"", (9, 9), "ours says the name, not the instance of a subclass"),
    (r"__mro_entries__", r"has no attribute '__mro_entries__'", r"", (3, 14), "3.14 has it for unions"),
    (r"fromhex", r"non-hexadecimal number|argument must be", r"", (3, 14), "3.14 takes bytes, counts digits"),
]  # fmt: skip


def normal(line, ours, version):
    """The line without what may differ."""
    for pattern, becomes, _ in BOTH:
        line = re.sub(pattern, becomes, line)
    if not ours:
        for before, pattern, becomes, _ in OLDER_WORDS:
            if version < before:
                line = re.sub(pattern, becomes, line)
    return line


def alike(call, theirs, ours, version):
    """Whether a pair of rules allows that these differ."""
    if re.search(r"[sS]et|\{.*,", call) and sorted(theirs) == sorted(ours):
        # The order of a set.
        return True
    return any(
        version < before and re.search(of, call) and re.search(cpython, theirs) and re.search(ferropy, ours)
        for of, cpython, ferropy, before, _ in PAIRS
    )


def difference(call, theirs, ours, version):
    """What differs between the outcomes of a call, by CPython's version, or None; outcomes of several parts by part."""
    theirs, ours = normal(theirs, False, version), normal(ours, True, version)
    if theirs == ours or alike(call, theirs, ours, version):
        return None
    their_parts, our_parts = theirs.split(" | "), ours.split(" | ")
    if len(their_parts) == 1 or len(their_parts) != len(our_parts):
        return theirs, ours
    pairs = [pair for pair in zip(their_parts, our_parts) if pair[0] != pair[1] and not alike(call, *pair, version)]
    if not pairs:
        return None
    return " | ".join(each for each, _ in pairs), " | ".join(each for _, each in pairs)


def words(text):
    """The text of a difference without names and numbers, to find those of one kind."""
    text = re.sub(r"(?<!\w)-?[0-9][0-9a-z.+]*", "0", text)
    text = re.sub(r"'[^']*'|\([^()]*\)|\"[^\"]*\"", "…", text)
    return text[:80]
