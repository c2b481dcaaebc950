"""What the program runs on: of CPython's functions those that have an answer on a board."""

import os
import sys


def uname():
    """System, node, release, version and machine."""
    return os.uname()


def system():
    """The system's name, such as 'rp2'."""
    return os.uname().sysname


def node():
    """The board's name."""
    return os.uname().nodename


def release():
    """The release of Ferropy."""
    return os.uname().release


def version():
    """The release of Ferropy, and what it was built for."""
    return os.uname().version


def machine():
    """The board and its chip."""
    return os.uname().machine


def processor():
    """The processor's name, which the system doesn't tell."""
    return ""


def architecture():
    """The size of pointers, and the format of programs."""
    return "32bit", ""


def platform(aliased=False, terse=False):
    """One text with all that is useful about the system."""
    parts = [system(), release()]
    if not terse:
        parts += [machine(), *architecture()]
    return "-".join(parts).rstrip("-").replace(" ", "_")


def libc_ver(executable=None, lib="", version=""):
    """The C library, which there is none of."""
    return lib, version


def python_implementation():
    """The name of this implementation."""
    return "Ferropy"


def python_version():
    """The version of the language, as '3.14.0'."""
    return ".".join(python_version_tuple())


def python_version_tuple():
    """The version's parts as texts."""
    return tuple(map(str, sys.version_info[:3]))


def python_compiler():
    """The compiler that made the interpreter."""
    return "rustc"
