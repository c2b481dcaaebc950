# The attributes of sys that describe the interpreter; sys makes each when it is asked for first.
import sys
from _structseq import structseq


def _version_info():
    names = ("major", "minor", "micro", "releaselevel", "serial")
    number = sys.hexversion
    return names, (number >> 24, number >> 16 & 255, number >> 8 & 255, "final", 0), "Version information as a named tuple."


def _flags():
    names = (
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
    )
    # What the command line set: all but the modes that can't be switched and the limit, which has its own place.
    given = tuple(getattr(sys, "_flags", bytes(15)))
    values = given[:13] + (bool(given[13]), 1, 0, bool(given[14]), sys.get_int_max_str_digits(), 1, 0, 0)
    doc = "Flags provided through command line arguments or environment vars."
    return names, values, doc, ("gil", "thread_inherit_context", "context_aware_warnings")


def _float_info():
    names = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    )
    values = 1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.0 ** -52, 2, 1
    return names, values, "How floats are represented, and how precise they are."


def _int_info():
    names = "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"
    return names, (32, 4, 4300, 640), "How ints are represented, and how long their texts may become."


def _hash_info():
    names = "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"
    return names, (64, 2 ** 61 - 1, 314159, 0, 1000003, "folded-multiply", 64, 128, 0), "The parameters of hash()."


def _thread_info():
    return ("name", "lock", "version"), ("pthread-stubs", None, None), "How threads are implemented."


def asyncgen_hooks(*hooks):
    """What sys.get_asyncgen_hooks() gives."""
    global _make_hooks
    if _make_hooks is None:
        doc = "Hooks of asynchronous generators: called before the first step of one, and when one is dropped."
        _make_hooks = structseq("asyncgen_hooks", ("firstiter", "finalizer"), doc, frozen=True)[1]
    return _make_hooks(*hooks)


_make_hooks = None


def make(name):
    """The attribute of that name: the only instance of its class."""
    names, values, doc, *hidden = globals()["_" + name]()
    return structseq("sys." + name, names, doc, hidden=hidden[0] if hidden else (), frozen=True)[1](*values)
