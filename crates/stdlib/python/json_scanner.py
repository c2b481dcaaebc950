# What reads the value that starts at a place of a JSON document.
import _json

__all__ = ["make_scanner"]

make_scanner = c_make_scanner = _json.Scanner
