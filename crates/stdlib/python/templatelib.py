# Template strings (PEP 750).
_template = t"{0}"
Template = type(_template)
Interpolation = type(_template.interpolations[0])
del _template

__all__ = ["Template", "Interpolation", "convert"]


def convert(obj, /, conversion):
    """Convert an object as an interpolation says: None, 'r', 's' or 'a'."""
    if conversion is None:
        return obj
    if conversion == "r":
        return repr(obj)
    if conversion == "s":
        return str(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")
