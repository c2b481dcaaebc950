"""Calls of the library's types that keep data (array, those of collections, streams in memory, struct), and of the
functions of math, os.path, time and copy.

The tables are written as those of methods.py.
"""

POOLS = {
    "array": ["array('b')", "array('h', [1, 2, 3])", "array('B', b'abc')", "array('d', [1.5, -0.0])", "array('q', [2**40, -1])"]
    + ["array('I', [7])", "array('f', [0.5])", "array('w', 'aé')", "array('b', [1, 2, 3, 4, 5])", "array('l', range(4))"],
    "array_code": ["'b'", "'B'", "'h'", "'i'", "'d'", "'q'", "'f'", "'Q'", "'w'", "'x'", "''", "'hh'", "5"],
    "deque": ["deque()", "deque([1, 2, 3])", "deque('abc')", "deque([1, 2, 3], 2)", "deque([], 0)", "deque([3, 1, 2], maxlen=5)", "deque([[1], None])"],
    "ordered": ["OrderedDict()", "OrderedDict(a=1, b=2)", "OrderedDict([(1, 2), (3, 4)])", "OrderedDict({'x': None})"],
    "counter": ["Counter()", "Counter('abca')", "Counter(a=2, b=-1)", "Counter({1: 3, 'x': 0})", "Counter([1, 1, 2])"],
    "bytes_stream": ["BytesIO()", "BytesIO(b'abc')", "BytesIO(b'a\\nbc\\n\\nd')", "BytesIO(bytes(20))"],
    "text_stream": ["StringIO()", "StringIO('abc')", "StringIO('a\\nbc\\r\\nd')", "StringIO('é\\n日本\\n', newline=None)", "StringIO('x\\ry', newline='')"],
    "default": ["defaultdict()", "defaultdict(list)", "defaultdict(int, a=1)", "defaultdict(None, {1: 2})", "defaultdict(Plain)"],
    "chain": ["ChainMap()", "ChainMap({'a': 1}, {'a': 2, 'b': 3})", "ChainMap({}, {1: 'x'})", "ChainMap(Counter('ab'), {})"],
    "user_dict": ["UserDict()", "UserDict(a=1)", "UserDict({1: 2, 'x': None})", "UserDict([('a', [1])])"],
    "user_list": ["UserList()", "UserList([3, 1, 2])", "UserList('ab')", "UserList([[1], None])"],
    "user_str": ["UserString('')", "UserString('Hello')", "UserString('a b c')", "UserString(5)", "UserString('é')"],
    "point": ["Point(1, 2)", "Point('a', None)", "Point(y=1, x=[2])"],
    "path": ["''", "'/'", "'a'", "'a/b'", "'/a/b/'", "'a//b'", "'../x'", "'./y'", "'a/./b/../c'", "'/..'", "'//x'", "'///x'", "'~'", "'a.b.c'"]
    + ["'.bashrc'", "'x.tar.gz'", "'...'", "'a/b.c/d'", "b'/x/y.z'", "b''", "'a\\0b'", "'é/日本'", "'~/x'", "'$HOME'", "Str('a/b')"],
    "paths": ["['/a/b', '/a/c']", "[]", "['a', '/b']", "['a/b']", "['a', b'a']", "['abc', 'abd']", "('/', '/a')", "5", "'ab'", "[[1, 2], [1, 3]]"],
    "seconds": ["0", "1e9", "-1", "1.5", "2**31", "1e30", "None", "float('nan')", "86399", "951782400"],
    "time_tuple": ["time.gmtime(0)", "time.gmtime(1e9)", "(2024, 2, 29, 13, 14, 15, 3, 60, 0)", "(2024, 13, 1, 0, 0, 0, 0, 1, 0)", "(1, 2)"]
    + ["(1999, 12, 31, 23, 59, 59, 4, 365, -1)", "[1] * 9", "(2024, 1, 1, 24, 0, 0, 0, 1, 0)", "(99, 1, 1, 0, 0, 0, 0, 1, 0)", "('a',) * 9"],
    "time_format": ["'%Y-%m-%d'", "'%H:%M:%S'", "'%j %U %w'", "'%a %A %b %B'", "'%I %p'", "'%%'", "'%y %C'", "''", "'%'", "'%d %e'", "'é %Y'", "'%c'"]
    + ["'%x %X'", "'%D %T %R %F'", "'%G-%V-%u'", "'%n%t|'", "5", "'%h'", "'%S%M'"],
    "time_text": ["'2024-02-29'", "'13:14:15'", "'060 09 4'", "'Thu Thursday Feb February'", "'01 PM'", "'24'", "''", "'x'", "'Thu Jan  1 00:00:00 1970'"]
    + ["'2023-02-29'", "'99'", "'  5'", "5", "'10:61:00'", "'2024-02-29 tail'"],
    "pack_format": ["'b'", "'<h'", "'>I'", "'2s'", "'4x'", "'bhl'", "'<bhlq'", "'?'", "'d'", "'f'", "'e'", "'c'", "'p'", "'3p'", "'P'", "'0s'", "' b b '"]
    + ["'!Q'", "'@n'", "'<n'", "'z'", "'2'", "''", "'b2'", "'10i'", "b'hh'", "'=bi'", "'bi'", "'99999999999999999999b'", "5"],
}

METHODS = {
    "array": """
append any
append small
byteswap
count number
extend any
extend array
extend ints
frombytes buffer
fromlist list
fromunicode str
index number ?bound ?bound
insert index number
pop ?index
remove number
reverse
tobytes
tolist
tounicode
typecode!
itemsize!
__getitem__ index
__getitem__ slice
__setitem__ index number
__setitem__ slice array
__setitem__ slice any
__delitem__ index
__delitem__ slice
__add__ array
__iadd__ any
__mul__ small
__imul__ small
__contains__ number
__len__
__iter__
__repr__
__eq__ array
__lt__ array
__copy__
__reduce_ex__ small
""",
    "deque": """
append any
appendleft any
clear
copy
count item
extend iterable
extendleft iterable
index item ?bound ?bound
insert index any
pop
popleft
remove item
reverse
rotate ?small
maxlen!
__getitem__ index
__getitem__ slice
__setitem__ index any
__delitem__ index
__add__ deque
__add__ any
__iadd__ iterable
__mul__ small
__imul__ small
__contains__ item
__len__
__iter__
__reversed__
__repr__
__eq__ deque
__lt__ any
__bool__
__init__ iterable ?small
""",
    "ordered": """
move_to_end item ?any
popitem ?any
pop item ?any
setdefault item ?any
update pairs
copy
fromkeys iterable ?any
keys
items
values
__setitem__ item any
__delitem__ item
__getitem__ item
__reversed__
__eq__ ordered
__eq__ dict
__or__ dict
__ror__ dict
__ior__ pairs
__repr__
""",
    "counter": """
most_common ?small
elements
total
update iterable
update dict
subtract iterable
copy
fromkeys iterable
__add__ counter
__sub__ counter
__and__ counter
__or__ any
__pos__
__neg__
__iadd__ counter
__eq__ counter
__le__ counter
__getitem__ item
__delitem__ item
__missing__ item
__repr__
""",
    "bytes_stream": """
read ?small
read any
read1 ?small
readline ?small
readlines ?small
readinto bytearray
write buffer
write any
writelines byte_strings
seek small ?small
seek any
tell
truncate ?small
getvalue
getbuffer
close
closed!
flush
isatty
readable
seekable
fileno
detach
__iter__
__next__
__enter__
""",
    "text_stream": """
read ?small
read any
readline ?small
readlines ?small
write str
write any
writelines strings
seek small ?small
tell
truncate ?small
getvalue
close
closed!
line_buffering!
newlines!
encoding!
readable
fileno
__iter__
__next__
__enter__
""",
    "default": """
copy
pop item ?any
get item ?any
setdefault item ?any
update pairs
default_factory!
__missing__ item
__getitem__ item
__setitem__ item any
__delitem__ item
__or__ dict
__ror__ dict
__ior__ pairs
__contains__ item
__repr__
__eq__ dict
__copy__
__reduce__
__init__ any ?pairs
""",
    "chain": """
get item ?any
pop item ?any
popitem
setdefault item ?any
update pairs
clear
copy
maps!
parents!
new_child ?dict
fromkeys iterable ?any
keys
values
items
__getitem__ item
__setitem__ item any
__delitem__ item
__contains__ item
__len__
__iter__
__bool__
__or__ dict
__ror__ dict
__ior__ pairs
__eq__ dict
__repr__
""",
    "user_dict": """
get item ?any
pop item ?any
popitem
setdefault item ?any
update pairs
clear
copy
data!
fromkeys iterable ?any
keys
values
items
__getitem__ item
__setitem__ item any
__delitem__ item
__contains__ item
__len__
__iter__
__or__ dict
__ror__ dict
__ior__ dict
__eq__ dict
__repr__
""",
    "user_list": """
append any
insert index any
pop ?index
remove item
clear
copy
count item
index item ?bound
reverse
sort
extend iterable
data!
__getitem__ index
__getitem__ slice
__setitem__ index any
__setitem__ slice iterable
__delitem__ index
__delitem__ slice
__add__ list
__radd__ list
__iadd__ iterable
__mul__ small
__imul__ small
__eq__ list
__lt__ list
__contains__ item
__len__
__iter__
__repr__
""",
    "user_str": """
upper
title
strip ?str
split ?str
center small ?str
find str ?bound
replace str str
startswith str
join strings
encode
isdigit
zfill small
partition str
removeprefix str
data!
__getitem__ index
__getitem__ slice
__add__ str
__radd__ str
__mul__ small
__mod__ tuple
__eq__ str
__lt__ str
__contains__ str
__len__
__hash__
__int__
__repr__
""",
    "point": """
_asdict
_replace
_make iterable
_fields!
x!
__getitem__ index
__add__ tuple
__eq__ tuple
__lt__ tuple
__getnewargs__
__repr__
__len__
""",
}

FUNCTIONS = """
array array_code ?any
array array_code ints
deque ?iterable ?small
deque any =maxlen:any
OrderedDict ?pairs =k:any
Counter ?iterable
Counter any =k:small
BytesIO ?buffer
StringIO ?str =newline:any
struct.pack pack_format ?any ?any ?any
struct.pack pack_format small ?number ?number
struct.pack pack_format bytes
struct.unpack pack_format buffer
struct.unpack_from pack_format buffer ?small
struct.unpack_from pack_format =buffer:buffer =offset:small
struct.iter_unpack pack_format buffer
struct.calcsize pack_format
struct.calcsize any
defaultdict any ?pairs
ChainMap ?dict ?dict
UserDict ?pairs
UserList ?iterable
UserString any
namedtuple str strings
namedtuple any any
Point any any
Point any =y:any
path.basename path
path.dirname path
path.split path
path.splitext path
path.normpath path
path.isabs path
path.join path ?path ?path
path.join any
path.splitdrive path
path.splitroot path
path.commonprefix paths
path.commonpath paths
path.normcase path
path.relpath path path
path.expandvars path
time.strftime time_format time_tuple
time.strptime time_text time_format
time.gmtime seconds
time.asctime time_tuple
time.mktime time_tuple
time.struct_time time_tuple
time.struct_time any
time.strftime any any
copy.copy any
copy.deepcopy any
copy.replace any
math.sqrt number
math.isqrt int
math.factorial small
math.gcd int ?int ?int
math.lcm int ?int
math.comb small small
math.perm small ?small
math.floor number
math.ceil any
math.trunc any
math.fmod number number
math.modf number
math.frexp number
math.ldexp number small
math.hypot number ?number ?number
math.dist tuple tuple
math.isclose number number =rel_tol:float =abs_tol:float
math.isfinite number
math.isnan any
math.isinf number
math.copysign number number
math.fsum ints
math.prod ints =start:number
math.sumprod ints ints
math.nextafter float float =steps:small
math.ulp float
math.degrees number
math.radians number
math.fabs any
math.pow number exponent
math.exp small
math.log number ?number
math.log2 number
math.log10 number
math.atan2 number number
math.remainder number number
math.cbrt small
math.fma float float float
"""
