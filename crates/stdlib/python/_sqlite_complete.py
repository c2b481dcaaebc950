"""Whether a text ends with the end of a statement, by SQLite's rules: a semicolon that is not within a trigger."""

_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$")
_WORDS = {"create": "create", "temp": "temp", "temporary": "temp", "trigger": "trigger", "end": "end", "explain": "explain"}
# For each state the next one, by what comes: a semicolon, a space, a word without meaning, or one of the words above.
# "body" is within a trigger, whose end is `;`, END, `;`.
_INVALID, _START, _NORMAL, _EXPLAIN, _CREATE, _BODY, _SEMICOLON, _END = range(8)
_NEXT = {
    _INVALID: {";": _START, " ": _INVALID, "explain": _EXPLAIN, "create": _CREATE},
    _START: {";": _START, " ": _START, "explain": _EXPLAIN, "create": _CREATE},
    _NORMAL: {";": _START},
    _EXPLAIN: {";": _START, " ": _EXPLAIN, "explain": _NORMAL, "create": _CREATE},
    _CREATE: {";": _START, " ": _CREATE, "temp": _CREATE, "trigger": _BODY},
    _BODY: {";": _SEMICOLON},
    _SEMICOLON: {";": _SEMICOLON, " ": _SEMICOLON, "end": _END},
    _END: {";": _START, " ": _END},
}
_ELSE = {_INVALID: _NORMAL, _START: _NORMAL, _NORMAL: _NORMAL, _EXPLAIN: _NORMAL, _CREATE: _NORMAL}
_QUOTES = {"'": "'", '"': '"', "`": "`", "[": "]"}


def _tokens(text):
    """What each token is: ";", " " for space, one of the words, or ""; None where the text ends within one."""
    place = 0
    while place < len(text):
        first = text[place]
        rest = place + 1
        kind = ""
        if first == ";":
            kind = ";"
        elif first in " \r\t\n\f":
            kind = " "
        elif first == "-" and text.startswith("--", place):
            rest = text.find("\n", place)
            kind = " "
            if rest < 0:
                yield " "
                return
        elif first == "/" and text.startswith("/*", place):
            rest = text.find("*/", place + 2) + 2
            kind = " " if rest >= 2 else None
        elif first in _QUOTES:
            rest = text.find(_QUOTES[first], rest) + 1
            kind = "" if rest else None
        elif first in _NAME or first >= "\x80":
            while rest < len(text) and (text[rest] in _NAME or text[rest] >= "\x80"):
                rest += 1
            kind = _WORDS.get(text[place:rest].lower(), "")
        yield kind
        if kind is None:
            return
        place = rest


def complete_statement(statement):
    """Whether the text contains a whole statement, or many: what follows the last semicolon is a comment at most."""
    if not isinstance(statement, str):
        kind = type(statement).__name__
        raise TypeError(f"complete_statement() argument 'statement' must be str, not {kind}")
    if "\0" in statement:
        raise ValueError("embedded null character")
    state = _INVALID
    for token in _tokens(statement):
        if token is None:
            return False
        if token == " " and state in (_NORMAL, _BODY):
            continue
        state = _NEXT[state].get(token, _ELSE.get(state, _BODY))
    return state == _START
