"""Calls of the library's functions on sequences, numbers, texts and encodings: itertools, operator, functools, heapq, bisect,
json, base64, binascii, hashlib, textwrap and string.

The tables are written as those of methods.py.
"""

POOLS = {
    "json_text": ["'[1, 2.5, null]'", "'{\"a\": [true, false]}'", "'\"\\\\u00e9\\\\ud83d\\\\ude00\"'", "' 1 '", "''", "'[1,]'", "'{\"a\" 1}'", "'nul'"]
    + ["'NaN'", "'-Infinity'", "'1e400'", "'\"a'", "'\"\\\\x\"'", "'[1] 2'", "b'[1]'", "'{\"a\": 1, \"a\": 2}'", "'123456789012345678901'", "'\"\\t\"'"]
    + ["'[[[[]]]]'", "'{1: 2}'", "'01'", "'-'", "'1.'", "'\\ufeff1'", "b'\\xff'", "'{}'", "'\"\\\\ud800\"'"],
    "json_value": ["[1, 2.5, None]", "{'a': [True, False]}", "'é\\ud800\\n\"'", "{1: 2, None: 3, 1.5: 4, True: 5}", "float('nan')", "{'b': 1, 'a': 2}", "()"]
    + ["[[], {}, [[]]]", "{(1, 2): 3}", "object()", "b'a'", "{1}", "2**70", "1e22", "Str('s')", "Int(3)", "Float(1.5)", "OwnDict(a=1)", "'\\u2028<>&/'", "[1j]"],
    "indent": ["None", "0", "2", "'\\t'", "-1", "''", "True", "'é'", "1.5"],
    "separators": ["None", "(',', ':')", "(', ', ': ')", "('', '')", "5", "(',',)", "(1, 2)"],
    "base64_text": ["b'YQ=='", "b'YWI='", "b'YWJj'", "b''", "b'YQ'", "b'Y'", "'YQ=='", "b'Y Q = ='", "b'-_8='", "b'+/8='", "'é'", "b'YQ==YQ=='", "b'='"],
    "hash_name": ["'md5'", "'sha1'", "'sha256'", "'sha512'", "'sha3_256'", "'nosuch'", "'SHA256'", "5", "''", "'sha224'"],
    "paragraph": ["'Hello there world'", "'a  b\\n\\nc d'", "'  indented\\n  text\\n'", "''", "'averyveryverylongword short'", "'tabs\\there'", "'one-two-three four'"]
    + ["'é ü ö'", "'\\n  a\\n   b\\n\\n  c'", "'a. B c.  D'"],
    "dollars": ["'$a'", "'${a}b'", "'$$'", "'$'", "'$1'", "'${a'", "'a $b c'", "'${é}'", "''", "'$a $a $c'"],
    "substitutions": ["{'a': 1}", "{'a': 'x', 'b': None}", "{}", "dict(a=1, b=2, c=3)", "Mapping(a=1)", "Missing(a=1)", "5"],
    "sorted_list": ["[1, 2, 3]", "[]", "[1, 1, 2, 2]", "['a', 'b']", "[3, 1, 2]", "[1.5, 2]", "[None]", "(1, 5, 9)", "[(1, 2), (3, 4)]", "'abc'", "range(5)"],
    "heap": ["[1, 2, 3]", "[]", "[5]", "[3, 1, 2]", "['b', 'a']", "[1, 'a']", "(1, 2)", "[1, 3, 2, 7, 4]", "[2.5, 1]"],
    "two_function": ["lambda a, b: a + b", "operator.add", "max", "lambda a, b: (a, b)", "operator.mul", "len", "None", "lambda a, b=1: b", "pow"],
    "attribute_path": ["'real'", "'a.b'", "'__class__.__name__'", "'nosuch'", "''", "5", "'value'", "'upper'"],
    "times": ["0", "1", "2", "3", "-1", "None", "1.5", "True", "2**70"],
    "short": ["'ab'", "[1, 2, 3]", "()", "range(3)", "{'x': 1}", "b'ab'", "iter([1, 2])", "5", "(i for i in 'xy')", "'a'", "[None]", "List([1, 2])"],
}

FUNCTIONS = """
itertools.chain ?short ?short ?short
itertools.chain.from_iterable any
itertools.count ?number ?number
itertools.cycle short
itertools.repeat any ?times
itertools.accumulate ints ?two_function =initial:any
itertools.accumulate iterable
itertools.combinations short times
itertools.combinations_with_replacement short times
itertools.permutations short ?times
itertools.product ?short ?short =repeat:times
itertools.compress short ints
itertools.dropwhile function short
itertools.takewhile function short
itertools.filterfalse function short
itertools.starmap function iterable
itertools.groupby short ?function
itertools.islice short ?bound ?bound ?bound
itertools.pairwise iterable
itertools.batched short times =strict:keepends
itertools.zip_longest ?short ?short =fillvalue:any
itertools.tee short ?times
operator.add any any
operator.sub number number
operator.mul any index
operator.truediv number number
operator.floordiv number number
operator.mod any any
operator.pow exponent exponent
operator.lshift small small
operator.and_ any any
operator.or_ any any
operator.xor any any
operator.matmul any any
operator.inv any
operator.not_ any
operator.truth any
operator.abs any
operator.neg any
operator.pos any
operator.index any
operator.concat any any
operator.contains any any
operator.countOf iterable item
operator.indexOf iterable item
operator.getitem any index
operator.delitem any index
operator.setitem any index any
operator.length_hint any ?small
operator.is_ any none
operator.eq any any
operator.lt any any
operator.iadd list iterable
operator.imul any small
operator.ior dict pairs
operator.iconcat any any
operator.itemgetter index ?index
operator.itemgetter(1) any
operator.itemgetter(0,1) any
operator.attrgetter attribute_path ?attribute_path
operator.attrgetter('real') any
operator.attrgetter('a','value') any
operator.methodcaller('upper') any
operator.methodcaller('split',',',1) any
operator.methodcaller any ?any
operator.call function ?any ?any
functools.reduce two_function short ?any
functools.partial function ?any ?any =k:any
functools.partial(divmod,7) ?any ?any
functools.partial(int,base=2) number_text
functools.cmp_to_key two_function
functools.lru_cache(function) any
functools.cache(divmod) number number
functools.singledispatch(repr) any
functools.partialmethod any ?any
heapq.heappush heap any
heapq.heappop heap
heapq.heappushpop heap any
heapq.heapreplace heap any
heapq.heapify heap
heapq.nlargest times short ?function
heapq.nsmallest times heap =key:function
heapq.merge heap heap =key:function =reverse:keepends
bisect.bisect sorted_list any ?bound ?bound
bisect.bisect_left sorted_list item ?small ?small =key:function
bisect.bisect_right sorted_list item =lo:small =hi:small =key:function
bisect.insort sorted_list item ?small
bisect.insort_left sorted_list any =key:function
json.loads json_text
json.loads json_text =parse_float:function =parse_int:function =object_hook:function
json.loads json_text =object_pairs_hook:function =parse_constant:function =strict:keepends
json.dumps json_value
json.dumps json_value =indent:indent =separators:separators =sort_keys:keepends
json.dumps json_value =ensure_ascii:keepends =allow_nan:keepends =skipkeys:keepends =default:function
json.dumps any =default:function =check_circular:keepends
base64.b64encode buffer ?bytes
base64.b64decode base64_text ?bytes =validate:keepends
base64.urlsafe_b64decode base64_text
base64.standard_b64encode buffer
base64.b32encode buffer
base64.b32decode base64_text ?keepends
base64.b16encode buffer
base64.b16decode hex ?keepends
base64.b85encode buffer ?keepends
base64.b85decode bytes
base64.a85encode buffer =wrapcol:small =pad:keepends
base64.a85decode bytes
base64.encodebytes buffer
base64.decodebytes bytes
binascii.hexlify buffer ?char ?small
binascii.unhexlify hex
binascii.a2b_base64 base64_text =strict_mode:keepends
binascii.b2a_base64 buffer =newline:keepends
binascii.crc32 buffer ?int
binascii.crc_hqx buffer small
binascii.a2b_hex any
hashlib.new hash_name ?buffer
hashlib.md5(b'a').update buffer
hashlib.sha256 ?buffer
hashlib.sha256(b'a').hexdigest
hashlib.sha1(b'').digest
hashlib.sha3_256 any
hashlib.pbkdf2_hmac hash_name bytes bytes times
textwrap.wrap paragraph ?small
textwrap.wrap paragraph =width:width =initial_indent:str =max_lines:times
textwrap.fill paragraph =width:small =break_long_words:keepends =subsequent_indent:str
textwrap.dedent paragraph
textwrap.indent paragraph str
textwrap.shorten paragraph width =placeholder:str
string.capwords str ?str
string.Template(dollars).substitute substitutions
string.Template dollars
"""
# What stands for a text with dollars where it is made in the row itself.
MADE = {"string.Template(dollars)": ("string.Template", "dollars"), "functools.lru_cache(function)": ("functools.lru_cache", "function")}
