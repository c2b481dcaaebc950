# requires: files
# Where programs are, owners, disks, terminals; formats of archives.
import os
import shutil


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


for name in "bin/prog", "bin2/prog", "bin2/plain", "here":
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
    os.chmod(name, 0o644 if name.endswith("plain") else 0o755)
os.mkdir("bin/folder")
for path in "bin:bin2", "bin2:bin", "bin2::", "", "none", b"bin2", ":", "bin:bin":
    print(
        path,
        [
            shutil.which(name, path=path)
            for name in (
                "prog",
                "plain",
                "folder",
                "here",
                "nothing",
                "bin/prog",
                "./here",
                "./nothing",
                b"prog",
            )
        ],
    )
print(
    shutil.which("plain", os.F_OK, "bin2"),
    shutil.which("", path="bin"),
    shutil.which(b"prog", path=b"bin"),
    attempt(shutil.which, 5),
)
os.environ["PATH"] = os.path.abspath("bin2")
print(os.path.basename(shutil.which("prog")), shutil.which("sh"))
del os.environ["PATH"]
print(shutil.which("prog"), shutil.which("sh") is not None)

usage = shutil.disk_usage(".")
print(
    type(usage).__name__,
    usage._fields,
    usage.total >= usage.used > 0,
    usage.free > 0,
    attempt(shutil.disk_usage, "nothing"),
)
for columns, lines in ("100", "50"), ("x", "7"), ("0", "-3"), ("", ""), (None, None):
    for name, value in ("COLUMNS", columns), ("LINES", lines):
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    print(
        shutil.get_terminal_size(),
        shutil.get_terminal_size((1, 2)),
        shutil.get_terminal_size(fallback=(0, 0)),
    )
print(
    attempt(shutil.chown, "here"),
    attempt(shutil.chown, "here", "nobody-at-all"),
    attempt(shutil.chown, "here", group="none-such"),
    shutil.chown("here", os.getuid()),
    shutil.chown("here", group=os.getgid()),
    attempt(shutil.chown, "nothing", 0),
    attempt(shutil.chown, "here", 1.5),
    attempt(shutil.chown, "here", -2),
)

print(
    [each for each in shutil.get_archive_formats() if each[0] == "zip"],
    [each for each in shutil.get_unpack_formats() if each[0] == "zip"],
)
seen = []
start = os.getcwd()


def make(base_name, base_dir, **options):
    seen.append(
        (
            os.path.basename(base_name),
            base_dir,
            sorted(options.items(), key=str),
            os.path.relpath(os.getcwd(), start),
        )
    )
    return "made"


print(
    attempt(shutil.register_archive_format, "mine", make, [("x", 1)], "my own"),
    [each for each in shutil.get_archive_formats() if each[0] == "mine"],
)
print(
    attempt(shutil.make_archive, "name", "mine"),
    attempt(shutil.make_archive, "name", "mine", "bin", "folder"),
    seen,
    attempt(shutil.make_archive, "n", "none"),
)
for arguments in ("m", 1), ("m", make, 1), ("m", make, [1]), ("m", make, [(1, 2, 3)]):
    print(attempt(shutil.register_archive_format, *arguments))
print(shutil.unregister_archive_format("mine"), attempt(shutil.unregister_archive_format, "mine"))
print(
    attempt(
        shutil.register_unpack_format,
        "mine",
        [".my"],
        lambda *args, **options: seen.append((args[0], os.path.basename(args[1]), options)),
        [("y", 2)],
    )
)
print(
    attempt(shutil.register_unpack_format, "other", [".my"], make),
    attempt(shutil.register_unpack_format, "other", [".o"], 1),
    attempt(shutil.unpack_archive, "x.MY", "bin"),
    attempt(shutil.unpack_archive, "y", "bin", "mine"),
    seen[2:],
)
print(attempt(shutil.unpack_archive, "x.none"), attempt(shutil.unpack_archive, "x", format="none"))
print(
    shutil.unregister_unpack_format("mine"),
    attempt(shutil.unregister_unpack_format, "mine"),
    [
        issubclass(cls, OSError)
        for cls in (
            shutil.Error,
            shutil.SameFileError,
            shutil.SpecialFileError,
            shutil.ReadError,
            shutil.RegistryError,
        )
    ],
)
