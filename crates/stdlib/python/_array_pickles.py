"""Arrays out of CPython's pickles, which hold their bytes and say how they are laid out."""

from struct import calcsize, unpack

# By the number of the layout.
_FORMATS = "B b <H >H <h >h <I >I <i >i <Q >Q <q >q <f >f <d >d utf-16-le utf-16-be utf-32-le utf-32-be".split()


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    """Internal. Used for pickling support."""
    if not isinstance(arraytype, type):
        raise TypeError(f"first argument must be a type object, not {type(arraytype).__name__}")
    if not isinstance(items, bytes):
        raise TypeError(f"fourth argument should be bytes, not {type(items).__name__}")
    if not 0 <= mformat_code < len(_FORMATS):
        raise ValueError("third argument must be a valid machine format code.")
    format = _FORMATS[mformat_code]
    if format.startswith("utf"):
        return arraytype(typecode, items.decode(format))
    size = calcsize(format)
    if len(items) % size:
        raise ValueError("bytes length not a multiple of item size")
    return arraytype(typecode, unpack(f"{format[:-1]}{len(items) // size}{format[-1]}", items))
