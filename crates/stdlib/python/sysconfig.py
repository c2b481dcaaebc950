"""Where things are installed, and how the interpreter was built."""
import os
import sys

__all__ = [
    "get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path", "get_path_names",
    "get_paths", "get_platform", "get_python_version", "get_scheme_names", "parse_config_h",
]

_PATHS = ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def _unix(base, platbase, named):
    """A scheme as Unix has it, below folders whose names are variables."""
    library = "{platlibdir}"
    return {
        "stdlib": f"{{installed_{base}}}/{library}/{named}" if base == "base" else f"{{{base}}}/{library}/{named}",
        "platstdlib": f"{{{platbase}}}/{library}/{named}",
        "purelib": f"{{{base}}}/lib/{named}/site-packages",
        "platlib": f"{{{platbase}}}/{library if base == 'base' else 'lib'}/{named}/site-packages",
    }


def _windows(stdlib, base, include):
    return {
        "stdlib": stdlib, "platstdlib": base, "purelib": f"{base}/site-packages", "platlib": f"{base}/site-packages",
        "include": include, "platinclude": include,
    }  # fmt: skip


def _schemes():
    version = "{implementation_lower}{py_version_short}"
    prefix = {
        **_unix("base", "platbase", version + "{abi_thread}"),
        "include": "{installed_base}/include/" + version + "{abiflags}",
        "platinclude": "{installed_platbase}/include/" + version + "{abiflags}",
        "scripts": "{base}/bin",
        "data": "{base}",
    }
    home = {name: "{base}/lib/{implementation_lower}" for name in _PATHS[:4]}
    home["stdlib"] = "{installed_base}/lib/{implementation_lower}"
    home["include"] = home["platinclude"] = "{installed_base}/include/{implementation_lower}"
    user = {**_unix("userbase", "userbase", version + "{abi_thread}")}
    user["include"] = "{userbase}/include/" + version + "{abi_thread}"
    mac = {"stdlib": "{userbase}/lib/{implementation_lower}", "platstdlib": "{userbase}/lib/{implementation_lower}"}
    mac["purelib"] = mac["platlib"] = "{userbase}/lib/{implementation_lower}/site-packages"
    mac["include"] = "{userbase}/include/" + version
    below_user = {"scripts": "{userbase}/bin", "data": "{userbase}"}
    nt = {
        **_windows("{installed_base}/Lib", "{base}/Lib", "{installed_base}/Include"),
        "scripts": "{base}/Scripts", "data": "{base}",
    }  # fmt: skip
    nt_user = _windows(*["{userbase}/{implementation}{py_version_nodot_plat}"] * 2, "")
    nt_user["include"] = nt_user["stdlib"] + "/Include"
    del nt_user["platinclude"]
    nt_user.update(scripts=nt_user["stdlib"] + "/Scripts", data="{userbase}")
    return {
        "posix_prefix": prefix,
        "posix_home": {**home, "scripts": "{base}/bin", "data": "{base}"},
        "nt": nt,
        "posix_venv": prefix,
        "nt_venv": nt,
        "venv": nt if os.name == "nt" else prefix,
        "nt_user": nt_user,
        "posix_user": {**user, **below_user},
        "osx_framework_user": {**mac, **below_user},
    }


_INSTALL_SCHEMES = _schemes()
_variables = None


def get_scheme_names():
    """The names of the ways to lay out an installation."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the folders of a scheme."""
    return _PATHS


def get_default_scheme():
    """The scheme of this installation."""
    return get_preferred_scheme("prefix")


def get_preferred_scheme(key):
    """The scheme for an installation of a kind: `prefix`, `home` or `user`."""
    system = "nt" if os.name == "nt" else "posix"
    if key == "prefix" and sys.prefix != sys.base_prefix:
        return "venv"
    return {
        "prefix": "posix_prefix" if system == "posix" else "nt",
        "home": "posix_home" if system == "posix" else "nt",
        "user": f"{system}_user",
    }[key]


def get_paths(scheme=None, vars=None, expand=True):
    """The folders of a scheme; without expand, with their variables in braces."""
    paths = _INSTALL_SCHEMES[scheme or get_default_scheme()]
    if not expand:
        return paths
    values = {**get_config_vars(), **(vars or {})}
    found = {}
    for name, path in paths.items():
        try:
            found[name] = os.path.normpath(path.format(**values))
        except KeyError as missing:
            raise AttributeError(missing) from None
    return found


def get_path(name, scheme=None, vars=None, expand=True):
    """One folder of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """All variables of the configuration as a dict, or a list of the values of those that are named."""
    global _variables
    if _variables is None:
        _variables = _facts()
    return [_variables.get(name) for name in args] if args else _variables


def get_config_var(name):
    """One variable of the configuration; None for those that nobody set."""
    return get_config_vars().get(name)


def _facts():
    """What is known here. There are no extension modules, so nothing is said of compilers and suffixes."""
    major, minor = sys.version_info[:2]
    prefix, base = os.path.normpath(sys.prefix), os.path.normpath(sys.base_prefix)
    binaries = os.path.dirname(sys.executable) if sys.executable else os.getcwd()
    home = os.path.expanduser("~")
    return {
        "prefix": prefix,
        "exec_prefix": os.path.normpath(sys.exec_prefix),
        "py_version": "%d.%d.%d" % sys.version_info[:3],
        "py_version_short": f"{major}.{minor}",
        "py_version_nodot": f"{major}{minor}",
        "py_version_nodot_plat": "",
        "installed_base": base,
        "base": prefix,
        "installed_platbase": base,
        "platbase": prefix,
        "projectbase": binaries,
        "platlibdir": "lib",
        "implementation": "Python",
        "implementation_lower": "python",
        "abiflags": "",
        "abi_thread": "",
        "userbase": os.environ.get("PYTHONUSERBASE") or os.path.join(home, ".local"),
        "srcdir": binaries,
        "VERSION": f"{major}.{minor}",
        "BINDIR": binaries,
        "EXE": ".exe" if os.name == "nt" else "",
        "EXT_SUFFIX": None,
        "Py_GIL_DISABLED": 0,
        "Py_DEBUG": 0,
        "SIZEOF_VOID_P": 8 if sys.maxsize > 1 << 32 else 4,
    }


def get_platform():
    """The system and machine, as names of built packages have them."""
    if os.name == "nt":
        return "win-amd64" if sys.maxsize > 1 << 32 else "win32"
    system = os.uname()
    name = system.sysname.lower().replace("/", "")
    machine = system.machine.replace(" ", "_").replace("/", "-")
    if name == "darwin":
        return f"macosx-11.0-{machine}"
    return f"{name}-{machine}"


def get_python_version():
    """The version of the language, as `3.14`."""
    return "%d.%d" % sys.version_info[:2]


def is_python_build(check_home=None):
    """Whether the interpreter runs from where CPython's sources were built: never."""
    return False


def get_config_h_filename():
    """Where CPython would have its header; there is none here."""
    return os.path.join(get_path("platinclude"), "pyconfig.h")


def get_makefile_filename():
    """Where CPython would have its Makefile; there is none here."""
    return os.path.join(get_path("stdlib"), f"config-{get_config_var('py_version_short')}", "Makefile")


def parse_config_h(fp, vars=None):
    """The definitions in a header as a dict: `#define` gives a number or a text, `#undef` in a comment 0."""
    import re

    found = {} if vars is None else vars
    for line in fp:
        defined = re.match(r"#define ([A-Z][A-Za-z0-9_]+) (.*)\n", line)
        undefined = re.match(r"/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n", line)
        if defined:
            name, value = defined.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            found[name] = value
        elif undefined:
            found[undefined[1]] = 0
    return found
