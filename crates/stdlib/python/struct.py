# The exception of the module; the functions are in Rust.
class error(Exception):
    pass


error.__module__ = "struct"
