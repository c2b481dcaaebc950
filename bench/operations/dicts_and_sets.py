"""Operations of dicts, sets and frozensets of a thousand keys, and of small ones."""

D = {i: i for i in range(1000)}
S = {"key%d" % i: i for i in range(1000)}
SMALL = {"a": 1, "b": 2}
SCRATCH = dict(D)
PAIRS = list(D.items())
KEYS = list(S)
A = set(range(1000))
B = set(range(500, 1500))
C = set(range(2000, 3000))
A_LIST = list(A)
SCRATCH_SET = set(A)
WORDS = {"word%d" % i for i in range(1000)}
WORD_LIST = ["word%d" % i for i in range(1000)]
FROZEN = frozenset(A)
TUPLES = [(i, i + 1) for i in range(1000)]

OPERATIONS = {
    "dict display": "{'a': 1, 'b': 2, 'c': 3}",
    "dict []": "D[500]",
    "dict [], str": "S['key500']",
    "dict [], 1000 strs": "for key in KEYS: S[key]",
    "dict [] =": "D[500] = 500",
    "dict get": "D.get(500)",
    "dict get, absent": "D.get(5000, 0)",
    "dict in": "500 in D",
    "dict in, absent": "'absent' in S",
    "dict setdefault": "D.setdefault(500, 0)",
    "dict pop and set": "SCRATCH[999] = SCRATCH.pop(999)",
    "dict popitem and set": "key, value = SCRATCH.popitem()\nSCRATCH[key] = value",
    "dict comprehension": "{i: i for i in range(1000)}",
    "dict of pairs": "dict(PAIRS)",
    "dict of zip": "dict(zip(KEYS, A_LIST))",
    "dict of dict": "dict(D)",
    "dict of keywords": "dict(a=1, b=2)",
    "dict copy": "D.copy()",
    "dict copy, small": "SMALL.copy()",
    "dict update": "e = {}\ne.update(D)",
    "dict merged display": "{**D, **S}",
    "dict |": "D | S",
    "dict fromkeys": "dict.fromkeys(KEYS)",
    "dict fromkeys, range": "dict.fromkeys(range(1000))",
    "dict ==": "D == dict(D)",
    "dict list": "list(D)",
    "dict list of items": "list(D.items())",
    "dict list of values": "list(D.values())",
    "dict for": "for key in D: pass",
    "dict for items": "for key, value in D.items(): pass",
    "dict sorted": "sorted(S)",
    "dict len": "len(D)",
    "dict keys &": "D.keys() & A",
    "dict values in": "-1 in D.values()",
    "dict clear": "e = dict(SMALL)\ne.clear()",
    "dict, tuple keys": "{pair: 1 for pair in TUPLES}",
    "set display": "{1, 2, 3}",
    "set |": "A | B",
    "set &": "A & B",
    "set -": "A - B",
    "set ^": "A ^ B",
    "set &, disjoint": "A & C",
    "set <=": "A <= A | B",
    "set ==": "A == FROZEN",
    "set isdisjoint": "A.isdisjoint(C)",
    "set union, list": "A.union(A_LIST)",
    "set intersection, list": "A.intersection(A_LIST)",
    "set difference, list": "A.difference(A_LIST)",
    "set issubset, list": "A.issubset(A_LIST)",
    "set |=": "e = set()\ne |= A",
    "set &=": "e = set(A)\ne &= B",
    "set update": "e = set()\ne.update(A_LIST)",
    "set add": "A.add(500)",
    "set discard": "A.discard(5000)",
    "set remove and add": "SCRATCH_SET.remove(500)\nSCRATCH_SET.add(500)",
    "set pop and add": "SCRATCH_SET.add(SCRATCH_SET.pop())",
    "set in": "500 in A",
    "set in, absent": "5000 in A",
    "set of list": "set(A_LIST)",
    "set of strs": "set(WORD_LIST)",
    "set of set": "set(A)",
    "set of range": "set(range(1000))",
    "set of tuples": "set(TUPLES)",
    "set copy": "A.copy()",
    "set comprehension": "{i for i in range(1000)}",
    "set for": "for item in A: pass",
    "set list": "list(A)",
    "set sorted": "sorted(A)",
    "set min": "min(A)",
    "frozenset of list": "frozenset(A_LIST)",
    "frozenset hash": "hash(frozenset(A))",
    "frozenset &": "FROZEN & B",
}
