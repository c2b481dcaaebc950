"""What there is to call: the methods of each builtin type and the builtin functions, with the kinds of their arguments.

One line each: `name kind kind ?kind =keyword:kind`. A kind (see values.py and `special` in calls.py) after `?` may be
left out, as may all after it; `=keyword:kind` is a parameter that can be named. Methods that tell sizes, hashes of texts
or addresses are not listed.
"""

TEXT = """
capitalize
center width ?char
count {sub} ?bound ?bound
endswith {affix} ?bound ?bound
expandtabs =tabsize:small
find {sub} ?bound ?bound
index {sub} ?bound ?bound
isalnum
isalpha
isascii
isdigit
islower
isspace
istitle
isupper
join {strings}
ljust width ?char
lower
lstrip ?{sub}
partition {sub}
removeprefix {sub}
removesuffix {sub}
replace {sub} {sub} ?int
rfind {sub} ?bound ?bound
rindex {sub} ?bound ?bound
rjust width ?char
rpartition {sub}
rsplit =sep:{sub} =maxsplit:int
rstrip ?{sub}
split =sep:{sub} =maxsplit:int
splitlines =keepends:keepends
startswith {affix} ?bound ?bound
strip ?{sub}
swapcase
title
upper
zfill width
__len__
__contains__ {sub}
__getitem__ index
__getitem__ slice
__add__ {sub}
__mul__ index
__rmul__ index
__eq__ {sub}
__lt__ {sub}
__ge__ {sub}
__ne__ any
__repr__
__str__
__iter__
__getnewargs__
__mod__ any
__rmod__ any
"""

BYTE_TEXT = TEXT.format(sub="buffer", affix="byte_affix", strings="byte_strings").replace("char", "byte_char") + """
decode =encoding:codec =errors:errors
hex =sep:char =bytes_per_sep:small
translate byte_table =delete:bytes
fromhex hex
maketrans bytes bytes
"""

SEQUENCE = """
__len__
__contains__ item
__getitem__ index
__getitem__ slice
__iter__
__repr__
__eq__ any
__gt__ any
__le__ any
count item
"""

NUMBER = """
__add__ number
__radd__ number
__sub__ number
__rsub__ number
__mul__ number
__rmul__ number
__truediv__ number
__rtruediv__ number
__pow__ exponent ?exponent
__rpow__ exponent ?exponent
__eq__ number
__ne__ number
__lt__ number
__le__ number
__gt__ number
__ge__ number
__neg__
__pos__
__abs__
__bool__
__repr__
__hash__
__getnewargs__
__format__ spec
conjugate
real!
imag!
"""

REAL = """
__floordiv__ number
__rfloordiv__ number
__mod__ number
__rmod__ number
__divmod__ number
__rdivmod__ number
__round__ ?small
__trunc__
__floor__
__ceil__
__int__
__float__
as_integer_ratio
is_integer
"""

SET = """
copy
difference iterable ?iterable
intersection iterable ?iterable
isdisjoint iterable
issubset iterable
issuperset iterable
symmetric_difference iterable
union iterable ?iterable
__and__ any
__rand__ set
__or__ any
__ror__ frozenset
__sub__ any
__rsub__ set
__xor__ any
__rxor__ set
__contains__ item
__eq__ any
__lt__ set
__le__ frozenset
__gt__ any
__ge__ set
__len__
__iter__
"""

VIEW = """
__len__
__iter__
__reversed__
__repr__
mapping!
"""

VIEW_SET = (
    VIEW
    + """
isdisjoint iterable
__and__ iterable
__rand__ iterable
__or__ iterable
__ror__ iterable
__sub__ iterable
__rsub__ iterable
__xor__ iterable
__rxor__ iterable
__contains__ item
__eq__ any
__lt__ set
__ge__ any
"""
)

METHODS = {
    "str": TEXT.format(sub="str", affix="affix", strings="strings")
    + """
casefold
encode =encoding:codec =errors:errors
format any ?any
format_map dict
isdecimal
isidentifier
isnumeric
isprintable
translate table
maketrans str ?str ?str
maketrans dict
__format__ spec
""",
    "bytes": BYTE_TEXT
    + """__bytes__
__hash__!
""",
    "bytearray": BYTE_TEXT.replace("__getnewargs__\n", "")
    + """append byte
clear
copy
extend buffer
extend ints
insert index byte
pop ?index
remove byte
reverse
__delitem__ index
__delitem__ slice
__iadd__ buffer
__imul__ index
__setitem__ index byte
__setitem__ slice buffer
__setitem__ slice ints
__init__ ?ints
__hash__!
""",
    "memoryview": """
c_contiguous!
cast view_format ?shape
contiguous!
f_contiguous!
format!
hex ?char ?small
itemsize!
nbytes!
ndim!
obj!
readonly!
release
shape!
strides!
suboffsets!
tobytes =order:view_order
tolist
toreadonly
__len__
__getitem__ index
__getitem__ slice
__getitem__ tuple
__setitem__ index byte
__setitem__ slice buffer
__setitem__ index number
__delitem__ index
__eq__ buffer
__ne__ memoryview
__lt__ any
__iter__
__enter__
__exit__ none none none
""",
    "int": NUMBER
    + REAL
    + """
__and__ number
__rand__ int
__or__ number
__ror__ int
__xor__ number
__rxor__ int
__lshift__ shift
__rlshift__ shift
__rshift__ shift
__rrshift__ int
__invert__
__index__
bit_count
bit_length
from_bytes buffer byte_order
from_bytes ints ?byte_order
from_bytes =bytes:buffer =byteorder:byte_order =signed:bool
to_bytes =length:small =byteorder:byte_order
to_bytes =length:small =byteorder:byte_order =signed:bool
numerator!
denominator!
""",
    "float": NUMBER
    + REAL
    + """
__getformat__ float_type
fromhex float_hex
hex
""",
    "complex": NUMBER + "__complex__\n",
    "bool": NUMBER.replace("real!\n", "")
    + REAL
    + """
__and__ bool
__rand__ int
__or__ any
__ror__ bool
__xor__ bool
__rxor__ any
__lshift__ shift
__rlshift__ shift
__rshift__ shift
__rrshift__ int
__invert__
__index__
bit_count
bit_length
denominator!
from_bytes buffer byte_order
from_bytes =bytes:ints =byteorder:byte_order =signed:any
numerator!
real!
to_bytes =length:small =byteorder:byte_order =signed:bool
""",
    "list": SEQUENCE
    + """
append any
clear
copy
extend iterable
index item ?bound ?bound
insert index any
pop ?index
remove item
reverse
sort =key:function =reverse:bool
__add__ any
__add__ list
__mul__ index
__rmul__ index
__iadd__ iterable
__imul__ small
__setitem__ index any
__setitem__ slice iterable
__delitem__ index
__delitem__ slice
__reversed__
__init__ ?iterable
""",
    "tuple": SEQUENCE
    + """
index item ?bound ?bound
__add__ tuple
__add__ any
__mul__ index
__rmul__ index
__getnewargs__
""",
    "dict": """
clear
copy
fromkeys iterable ?any
get any ?any
items
keys
pop item ?any
popitem
setdefault item ?any
update pairs
update dict =k:any
values
__contains__ any
__getitem__ item
__setitem__ any any
__delitem__ item
__len__
__iter__
__reversed__
__repr__
__or__ dict
__or__ any
__ror__ dict
__ior__ pairs
__eq__ dict
__lt__ any
__init__ ?pairs
""",
    "keys": VIEW_SET,
    "items": VIEW_SET,
    "values": VIEW,
    "set": SET
    + """
add any
clear
difference_update iterable ?iterable
discard any
intersection_update iterable ?iterable
remove any
symmetric_difference_update iterable
update iterable ?iterable
__iand__ any
__ior__ set
__isub__ any
__ixor__ set
__init__ ?iterable
""",
    "frozenset": SET,
    "range": SEQUENCE
    + """
index item
start!
stop!
step!
__reversed__
__bool__
__hash__
""",
    "big_range": """
__contains__ number
__getitem__ index
__getitem__ slice
__repr__
__bool__
__len__
__eq__ big_range
index number
count number
start!
""",
    "slice": """
indices int
indices any
start!
stop!
step!
__repr__
__eq__ slice
__lt__ slice
__ge__ any
__reduce__
""",
    "iterator": """
__next__
__iter__
__length_hint__
__reduce__
__setstate__ any
__setstate__ small
send any
throw exception
close
gi_running!
gi_yieldfrom!
__class_getitem__ any
__name__!
__qualname__!
""",
    "generator": """
__next__
send any
throw exception
throw exception_class
throw any ?any
close
gi_running!
gi_suspended!
gi_yieldfrom!
__name__!
__qualname__!
""",
    "callable": """
__call__ any ?any
__name__!
__qualname__!
__module__!
__self__!
__func__!
__defaults__!
__kwdefaults__!
__annotations__!
__closure__!
__type_params__!
__dict__!
__wrapped__!
__objclass__!
__get__ any ?any
__set__ any any
__eq__ callable
__lt__ callable
__repr__
""",
    "descriptor": """
__get__ any ?any
__get__ none class
__set__ any any
__delete__ any
fget!
fset!
fdel!
getter callable
setter callable
deleter callable
__func__!
__wrapped__!
__isabstractmethod__!
__name__!
""",
    "class": """
__call__ ?any ?any
__name__!
__qualname__!
__module__!
__bases__!
__base__!
__mro__!
mro
__flags__ any
__instancecheck__ any
__subclasscheck__ class
__class_getitem__ any
__or__ class
__ror__ class
__type_params__!
__abstractmethods__!
__prepare__ any
__text_signature__!
__eq__ class
__lt__ class
""",
    "alias": """
__origin__!
__args__!
__parameters__!
__call__ ?any
__getitem__ any
__mro_entries__ any
__eq__ alias
__or__ any
__ror__ class
__repr__
__instancecheck__ any
__unpacked__!
__iter__
__name__!
""",
    "proxy": """
get item ?any
keys
values
items
copy
__getitem__ item
__contains__ item
__len__
__iter__
__reversed__
__or__ dict
__or__ proxy
__ror__ dict
__ior__ dict
__eq__ any
__lt__ any
__hash__!
__setitem__ item any
""",
    "namespace": """
__eq__ namespace
__lt__ any
__repr__
__replace__ =a:any =b:any
__reduce__
a!
b!
__dict__!
__init__ ?pairs =a:any
""",
    "exception": """
args!
add_note str
add_note any
with_traceback none
with_traceback any
__notes__!
__cause__!
__context__!
__suppress_context__!
__traceback__!
__setstate__ any
__setstate__ dict
__reduce__
__repr__
__str__
message!
exceptions!
name!
obj!
path!
value!
code!
errno!
strerror!
filename!
filename2!
characters_written!
start!
end!
object!
reason!
encoding!
msg!
lineno!
offset!
text!
end_lineno!
print_file_and_line!
name_from!
__init__ ?any ?any
""",
    "group": """
split matcher
subgroup matcher
derive exceptions
derive any
message!
exceptions!
args!
add_note str
with_traceback none
__class_getitem__ any
__repr__
__str__
""",
    "super": """
__self__!
__self_class__!
__thisclass__!
__get__ any ?any
method ?any
made ?any
double!
shared!
value!
nosuch!
__init__ any
__repr__
""",
    "strange": """
__call__ ?any
__len__
__iter__
value!
double!
fixed!
""",
    "single": """
__bool__
__repr__
__reduce__
__call__ ?any
__eq__ any
__lt__ any
""",
}

# What every object has.
COMMON = """
__class__!
__doc__!
__module__!
__dict__!
__slots__!
__annotations__!
__eq__ any
__ne__ any
__lt__ any
__le__ any
__gt__ any
__ge__ any
__hash__!
__bool__
__str__
__repr__
__format__ spec
__format__ any
__getattribute__ attribute
__setattr__ attribute any
__delattr__ attribute
__init__ ?any ?any
__init_subclass__ ?any
__subclasshook__ any
__reduce_ex__ any
__reduce_ex__ small
__getstate__
__class_getitem__ any
__new__ ?any
__buffer__ any
__release_buffer__ any
"""

FUNCTIONS = """
__import__ str
abs number
abs any
aiter any
anext any ?any
all iterable
any iterable
ascii any
bin integer
bool ?any
bytearray ?int
bytearray ints
bytearray =source:str =encoding:codec =errors:errors
bytes ?small
bytes ints
bytes =source:str =encoding:codec =errors:errors
callable any
chr int
classmethod any
compile str str ?compile_mode
complex number
complex number_text
complex =real:number =imag:number
complex any ?any
delattr any attribute
dict ?pairs =k:any
dict any =k:any
divmod number number
enumerate iterable =start:int
eval str
eval source ?any ?any
exec str ?any
filter function iterable
filter any any
float number
float number_text
float any
format any ?spec
format number spec
format str spec
frozenset ?iterable
getattr any attribute ?any
hasattr any attribute
hash number
hex integer
int number
int number_text ?small
int =x:any =base:small
int any ?small
isinstance any class
issubclass class class
iter any ?any
len any
list ?iterable
list any
map any any
map function iterable ?iterable
max iterable =key:function =default:any
max item item ?item
memoryview any
min iterable =key:function =default:any
min item item ?item
next iterator ?any
oct integer
ord any
object ?any
ord str
ord buffer
pow number exponent ?int
pow int int int
pow =base:number =exp:exponent =mod:int
property ?any ?any ?any ?str
property =fget:any =fset:any =fdel:any =doc:any
range int ?int ?int
range any ?any
repr any
reversed any
round number ?small
round float ?small
round any =ndigits:small
set ?iterable
setattr any attribute any
slice any ?any ?any
sorted iterable =key:function =reverse:bool
sorted any =key:any =reverse:any
staticmethod any
str ?any
str =object:buffer =encoding:codec =errors:errors
sum iterable =start:any
sum any ?any
super ?any ?any
super class any
sum ints ?int
tuple ?iterable
type any
type type_name bases namespace_dict
type any any any
vars any
zip iterable iterable =strict:bool
zip ?iterable ?any
zip iterable iterable iterable =strict:any
zip any any
SimpleNamespace ?pairs =a:any =b:any
MappingProxyType any
MappingProxyType dict
GenericAlias class any
function ?any ?any ?any =named:any =third:any =x:any
UnicodeDecodeError str buffer small small str
UnicodeEncodeError str str small small str
UnicodeTranslateError str small small str
UnicodeDecodeError any any any any any
UnicodeEncodeError any any any any ?any
StopIteration ?any ?any
SystemExit ?any ?any
OSError ?errno ?str ?any ?any ?any
OSError any any
ImportError ?any =name:any =path:any
ImportError any =name_from:any
AttributeError ?any =name:any =obj:any
NameError ?any =name:any
KeyError ?any ?any
SyntaxError any ?any
SyntaxError str syntax_details
ExceptionGroup str exceptions
ExceptionGroup any any
ExceptionGroup ?any ?any ?any
BaseExceptionGroup str exceptions
BaseExceptionGroup any any
BaseException ?any ?any =k:any
ValueError ?any ?any
AssertionError ?any
BlockingIOError ?errno ?str ?small
"""

OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"]
COMPARISONS = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is"]
AUGMENTED = ["+=", "-=", "*=", "/=", "//=", "%=", "&=", "|=", "^=", "<<=", ">>=", "@="]
UNARY = ["-", "+", "~", "not "]
