"""Calls of the library's types that keep data: array, deque, OrderedDict, Counter, streams in memory, struct, and of math.

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
