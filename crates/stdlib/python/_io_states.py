"""Streams in memory for pickles and copies: what they hold, where they are, and attributes that a program gave them."""


def _given(stream):
    return {name: value for name, value in vars(stream).items() if not name.startswith("_")} or None


def of_bytes(stream):
    """The state of a BytesIO."""
    return stream.getvalue(), stream._pos, _given(stream)


def of_text(stream):
    """The state of a StringIO."""
    value = stream.getvalue()
    return value, stream._newline, stream.tell(), _given(stream)


def _checked(stream, state, size):
    """Look at the parts that are alike: the position and the attributes are the last."""
    kind = type(stream)
    stream._check_closed()
    if not isinstance(state, tuple) or len(state) < size:
        name = f"{kind.__module__}.{kind.__qualname__}"
        raise TypeError(f"{name}.__setstate__ argument should be {size}-tuple, got {type(state).__name__}")


def _end(stream, pos, given, places):
    if not isinstance(pos, int):
        word = "not" if places[0] == "second" else "got"
        raise TypeError(f"{places[0]} item of state must be an integer, {word} {type(pos).__name__}")
    if pos < 0:
        raise ValueError("position value cannot be negative")
    stream._pos = pos
    if given is not None:
        if not isinstance(given, dict):
            raise TypeError(f"{places[1]} item of state should be a dict, got a {type(given).__name__}")
        vars(stream).update(given)


def set_bytes(stream, state):
    """Make a BytesIO what another was."""
    from io import BytesIO

    _checked(stream, state, 3)
    BytesIO.__init__(stream, state[0])
    _end(stream, *state[1:3], ("second", "third"))


def set_text(stream, state):
    """Make a StringIO what another was."""
    from io import StringIO

    if stream._closed:
        stream._check()
    _checked(stream, state, 4)
    value, newline, pos, given = state[:4]
    StringIO.__init__(stream, value, newline)
    # The line ends are translated already.
    stream._place.put(value or "")
    _end(stream, pos, given, ("third", "fourth"))
