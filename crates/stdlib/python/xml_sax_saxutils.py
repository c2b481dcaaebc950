"""Texts for XML and back."""


def _replaced(text, pairs):
    for mark, shown in pairs.items():
        text = text.replace(mark, shown)
    return text


def escape(data, entities={}):
    """A text with what is markup in XML written as entities, and others as the dict says."""
    return _replaced(_replaced(data, {"&": "&amp;", ">": "&gt;", "<": "&lt;"}), entities)


def unescape(data, entities={}):
    """A text with entities as what they stand for."""
    data = _replaced(data, {"&lt;": "<", "&gt;": ">"})
    return _replaced(_replaced(data, entities), {"&amp;": "&"})


def quoteattr(data, entities={}):
    """A text as an attribute's value, with quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"{}"'.format(data.replace('"', "&quot;"))
