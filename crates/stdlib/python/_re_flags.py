"""The flags of regular expressions: an enumeration, or plain numbers where there is no module enum."""

_FLAGS = {
    "NOFLAG": 0,
    "ASCII": 256, "A": 256,
    "IGNORECASE": 2, "I": 2,
    "LOCALE": 4, "L": 4,
    "UNICODE": 32, "U": 32,
    "MULTILINE": 8, "M": 8,
    "DOTALL": 16, "S": 16,
    "VERBOSE": 64, "X": 64,
    "DEBUG": 128,
}  # fmt: skip

try:
    import enum
except ImportError:
    RegexFlag = int
    globals().update(_FLAGS)
else:

    @enum.global_enum
    class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
        """How a pattern is read, and what it matches."""

        locals().update(_FLAGS)
        _numeric_repr_ = hex
        __str__ = object.__str__

    RegexFlag.__module__ = "re"
    globals().update(RegexFlag.__members__)
