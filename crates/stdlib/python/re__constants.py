"""Numbers that packages ask of CPython's reader of patterns, and its exception."""

from re import PatternError, error

MAXREPEAT = (1 << 32) - 1
MAXGROUPS = (1 << 30) - 1
SRE_FLAG_IGNORECASE, SRE_FLAG_LOCALE, SRE_FLAG_MULTILINE, SRE_FLAG_DOTALL = 2, 4, 8, 16
SRE_FLAG_UNICODE, SRE_FLAG_VERBOSE, SRE_FLAG_DEBUG, SRE_FLAG_ASCII = 32, 64, 128, 256
