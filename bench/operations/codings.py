"""Encoding and decoding text."""

TEXT = "The quick brown fox jumps over the lazy dog. " * 200
OTHER = "Größe μ für ändern €uro, ñandú. " * 200
LATIN = "Größe für ändern, ñandú. " * 200
CYRILLIC = "Съешь же ещё этих мягких французских булок. " * 100
WORD = "Elephant"
NAMES = "utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "unicode_escape"
CODED = {name: OTHER.encode(name) for name in NAMES}
TEXT_BYTES = TEXT.encode()
LATIN_BYTES = LATIN.encode("latin-1")
CYRILLIC_BYTES = CYRILLIC.encode()
RAW = bytes(range(256)) * 20

OPERATIONS = {
    "encode utf-8, ASCII": "TEXT.encode()",
    "encode utf-8": "OTHER.encode()",
    "encode utf-8, Cyrillic": "CYRILLIC.encode()",
    "encode utf-8, word": "WORD.encode()",
    "encode utf-8 by name": "WORD.encode('utf-8')",
    "encode utf-16": "OTHER.encode('utf-16')",
    "encode utf-16, ASCII": "TEXT.encode('utf-16-le')",
    "encode utf-32": "OTHER.encode('utf-32')",
    "encode utf-8-sig": "OTHER.encode('utf-8-sig')",
    "encode latin-1": "LATIN.encode('latin-1')",
    "encode latin-1, ASCII": "TEXT.encode('latin-1')",
    "encode ascii": "TEXT.encode('ascii')",
    "encode ascii, ignore": "OTHER.encode('ascii', 'ignore')",
    "encode ascii, replace": "OTHER.encode('ascii', 'replace')",
    "encode unicode_escape": "OTHER.encode('unicode_escape')",
    "decode utf-8, ASCII": "TEXT_BYTES.decode()",
    "decode utf-8": "CODED['utf-8'].decode()",
    "decode utf-8, Cyrillic": "CYRILLIC_BYTES.decode()",
    "decode utf-8, word": "b'Elephant'.decode()",
    "decode utf-8 by str()": "str(TEXT_BYTES, 'utf-8')",
    "decode utf-8, ignore": "RAW.decode('utf-8', 'ignore')",
    "decode utf-8, replace": "RAW.decode('utf-8', 'replace')",
    "decode utf-8, surrogateescape": "RAW.decode('utf-8', 'surrogateescape')",
    "decode utf-16": "CODED['utf-16'].decode('utf-16')",
    "decode utf-16-le": "CODED['utf-16-le'].decode('utf-16-le')",
    "decode utf-32": "CODED['utf-32'].decode('utf-32')",
    "decode utf-8-sig": "CODED['utf-8-sig'].decode('utf-8-sig')",
    "decode latin-1": "LATIN_BYTES.decode('latin-1')",
    "decode latin-1, raw": "RAW.decode('latin-1')",
    "decode ascii": "TEXT_BYTES.decode('ascii')",
    "decode ascii, replace": "LATIN_BYTES.decode('ascii', 'replace')",
    "decode unicode_escape": "CODED['unicode_escape'].decode('unicode_escape')",
}
