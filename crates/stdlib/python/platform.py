"""What the program runs on: the machine, the system, the interpreter."""

import os
import sys

from collections import namedtuple as _namedtuple
from itertools import chain as _chain


class uname_result(_namedtuple("uname_result", "system node release version machine")):
    """What uname() gives: six items, of which the last, the processor, is found out when it is wanted."""

    __slots__ = ()
    _fields = ("system", "node", "release", "version", "machine", "processor")

    @property
    def processor(self):
        """The processor's name, or '' if the system doesn't tell."""
        return _processor_of(self.machine)

    def __iter__(self):
        return _chain(super().__iter__(), (self.processor,))

    @classmethod
    def _make(cls, iterable):
        return super().__new__(cls, *list(iterable)[:5])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __reduce__(self):
        return uname_result, tuple(self)[:5]


# Other systems' names for it.
def _processor_of(machine):
    return machine if sys.platform == "darwin" else ""


_cache = {}


def invalidate_caches():
    """Forget what was found out."""
    _cache.clear()


def uname():
    """System, node, release, version, machine and processor."""
    if "uname" not in _cache:
        try:
            system, node, release, version, machine = os.uname()
        except (AttributeError, OSError):
            system, node, release, version, machine = sys.platform, "", "", "", ""
        _cache["uname"] = uname_result(*map(_without_unknown, (system, node, release, version, machine)))
    return _cache["uname"]


def _without_unknown(text):
    return "" if text == "unknown" else text


def system():
    """The system's name, such as 'Linux'."""
    return uname().system


def node():
    """The machine's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The system's version."""
    return uname().version


def machine():
    """The kind of machine, such as 'x86_64'."""
    return uname().machine


def processor():
    """The processor's name, or ''."""
    return uname().processor


def system_alias(system, release, version):
    """The names under which a system is sold."""
    if system == "SunOS":
        if release < "5":
            return system, release, version
        # Solaris 2 is SunOS 5.
        major, _, rest = release.partition(".")
        if major.isdecimal():
            major = int(major) - 3
            release = f"{major}.{rest}" if rest else str(major)
        system = "Solaris"
    elif system in ("win32", "win16"):
        system = "Windows"
    return system, release, version


def architecture(executable=sys.executable, bits="", linkage=""):
    """The size of pointers and the format of a program: ('64bit', 'ELF')."""
    if not bits:
        bits = "64bit" if sys.maxsize > 2**32 else "32bit"
    if not executable:
        return bits, linkage
    try:
        with open(executable, "rb") as file:
            head = file.read(5)
    except OSError:
        return bits, linkage
    if head[:4] == b"\x7fELF":
        return {1: "32bit", 2: "64bit"}.get(head[4], bits), "ELF"
    return bits, "WindowsPE" if head[:2] == b"MZ" else linkage


def _version_key(text):
    return [int(part) if part.isdecimal() else 0 for part in text.split(".")]


def _version_behind(content, mark):
    """The highest version that stands behind a mark."""
    best = ""
    at = content.find(mark)
    while at >= 0:
        start = end = at + len(mark)
        while content[end : end + 1] in (b".", b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"9"):
            end += 1
        found = content[start:end].decode().strip(".")
        if found and (not best or _version_key(found) > _version_key(best)):
            best = found
        at = content.find(mark, end)
    return best


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """The name and version of the C library that a program uses."""
    if not executable:
        executable = sys.executable
        if not executable:
            return lib, version
    executable = os.path.realpath(executable)
    with open(executable, "rb") as file:
        content = file.read()
    if found := _version_behind(content, b"GLIBC_"):
        return "glibc", found
    if b"musl-" in content or b"ld-musl" in content:
        return "musl", _version_behind(content, b"musl-") or version
    return ("libc", version) if b"__libc_init" in content and not lib else (lib, version)


def platform(aliased=False, terse=False):
    """One text with all that is useful about the system."""
    key = "platform", bool(aliased), bool(terse)
    if key not in _cache:
        _cache[key] = _describe(aliased, terse)
    return _cache[key]


def _describe(aliased, terse):
    system, node, release, version, machine, processor = uname()
    if machine == processor:
        processor = ""
    if aliased:
        system, release, version = system_alias(system, release, version)
    if system == "Darwin":
        release = mac_ver()[0] or release
        system = "macOS" if mac_ver()[0] else system
    if system == "Linux":
        try:
            library, number = libc_ver()
        except OSError:
            library = number = ""
        return _joined(system, release, machine, processor, "with", library + number)
    if terse:
        return _joined(system, release)
    return _joined(system, release, machine, processor, *architecture())


def _joined(*parts):
    text = "-".join([part.strip() for part in parts if part])
    for character in ' /\\:;"()':
        text = text.replace(character, "_" if character == " " else "-")
    text = text.replace("unknown", "")
    while "--" in text:
        text = text.replace("--", "-")
    return text.rstrip("-")


def python_implementation():
    """The name of this implementation."""
    return "Ferropy"


def python_version():
    """The version of the language, as '3.14.0'."""
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    """The version's parts as texts."""
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    """The branch it was built from, or ''."""
    return ""


def python_revision():
    """The revision it was built from, or ''."""
    return ""


def python_build():
    """Number and date of the build."""
    return "", ""


def python_compiler():
    """The compiler that made the interpreter."""
    return "rustc"


def freedesktop_os_release():
    """What the file os-release says about the distribution, as a dict."""
    if "release" not in _cache:
        error = None
        for name in "/etc/os-release", "/usr/lib/os-release":
            try:
                with open(name, encoding="utf-8") as file:
                    _cache["release"] = _release_fields(file)
                break
            except OSError as failed:
                error = failed
        else:
            raise OSError(error.errno, "Unable to read files /etc/os-release, /usr/lib/os-release")
    return _cache["release"].copy()


def _release_fields(lines):
    fields = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
    for line in lines:
        name, equals, value = line.rstrip().partition("=")
        if not equals or not name.replace("_", "").isalnum() or name.startswith(tuple("0123456789")):
            continue
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        parts = value.split("\\")
        # What is behind a backslash stands for itself.
        fields[name] = parts[0] + "".join([part or "\\" for part in parts[1:]])
    return fields


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    """What Jython says about Java: the defaults, anywhere else."""
    import warnings

    warnings._deprecated("java_ver", remove=(3, 15))
    return release, vendor, vminfo, osinfo


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """What macOS says about itself: the defaults, anywhere else."""
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    """What Windows says about itself: the defaults, anywhere else."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows; None anywhere else."""
    return None


def win32_is_iot():
    """Whether it is an edition of Windows for devices."""
    return False


IOSVersionInfo = _namedtuple("IOSVersionInfo", "system release model is_simulator")
AndroidVer = _namedtuple("AndroidVer", "release api_level manufacturer model device is_emulator")


def ios_ver(system="", release="", model="", is_simulator=False):
    """What iOS says about itself: the defaults, anywhere else."""
    return IOSVersionInfo(system, release, model, is_simulator)


def android_ver(release="", api_level=0, manufacturer="", model="", device="", is_emulator=False):
    """What Android says about itself: the defaults, anywhere else."""
    return AndroidVer(release, api_level, manufacturer, model, device, is_emulator)


if __name__ == "__main__":
    print(platform("aliased" in sys.argv or "nonaliased" not in sys.argv, "terse" in sys.argv or "--terse" in sys.argv))
