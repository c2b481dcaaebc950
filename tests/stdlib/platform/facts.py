# What can be said of any system: shapes of the answers, and what the functions make of arguments.
import os
import platform
import sys

names = platform.uname()
print(
    names._fields,
    len(names),
    tuple(names)[:5] == os.uname(),
    names[0] == names.system == platform.system(),
    names.node == platform.node(),
    names[2:4] == (platform.release(), platform.version()),
    names.machine == platform.machine() == names[-2],
    names.processor == platform.processor() == names[5],
)
print(
    repr(names).startswith("uname_result(system='"),
    names == platform.uname(),
    isinstance(names, tuple),
    platform.architecture()[0] == f"{64 if sys.maxsize > 2**32 else 32}bit",
    platform.architecture("", "b", "l"),
    platform.architecture("/none", "b", "l"),
)
print(
    platform.python_version_tuple() == tuple(map(str, sys.version_info[:3])),
    platform.python_version() == ".".join(platform.python_version_tuple()),
    type(platform.python_implementation()),
    [type(each) for each in platform.python_build()],
    type(platform.python_compiler()),
    type(platform.python_branch()),
    type(platform.python_revision()),
)
text = platform.platform()
print(
    text.startswith(platform.system() + "-" + platform.release()),
    platform.machine() in text,
    platform.platform(terse=True).startswith(platform.system()),
    platform.platform(1, 1) == platform.platform(True, True),
)
for system in (
    ("SunOS", "5.1", "x"),
    ("SunOS", "4", "x"),
    ("SunOS", "5", "x"),
    ("Linux", "1", "y"),
    ("win32", "1", "z"),
):
    print(platform.system_alias(*system))
print(
    platform.mac_ver(),
    platform.mac_ver("a", ("b", "c", "d"), "e"),
    platform.win32_ver("a"),
    platform.win32_edition(),
    platform.win32_is_iot(),
    platform.ios_ver(),
    platform.android_ver(),
)
print(
    sorted({"NAME", "ID", "PRETTY_NAME"} - set(platform.freedesktop_os_release())),
    platform.freedesktop_os_release() is platform.freedesktop_os_release(),
    len(platform.libc_ver()),
)
