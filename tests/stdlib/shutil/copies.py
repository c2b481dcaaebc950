# requires: files
# Files and trees copied, moved and removed.
import io
import os
import shutil
import stat
from pathlib import Path


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def write(name, text=""):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w") as file:
        file.write(text)


def shown(top):
    return sorted((path, sorted(directories), sorted(files)) for path, directories, files in os.walk(top))


def about(path):
    found = os.lstat(path)
    return stat.filemode(found.st_mode), found.st_mtime_ns if found.st_mtime < 10**6 else "now"


write("a", "text of a")
os.chmod("a", 0o640)
os.utime("a", (10, 20.5))
os.symlink("a", "link")
os.symlink("missing", "broken")
os.mkdir("dir")
os.mkfifo("pipe")
source, target = io.BytesIO(b"x" * 100), io.BytesIO()
print(
    shutil.copyfileobj(source, target, 7),
    len(target.getvalue()),
    shutil.copyfileobj(io.StringIO("abc"), text := io.StringIO(), -1),
    text.getvalue(),
)
print(
    shutil.copyfile("a", "b"),
    open("b").read(),
    about("b")[1],
    shutil.copy("a", "c"),
    about("c"),
    shutil.copy2("a", "d"),
    about("d"),
)
print(
    shutil.copy("a", "dir"),
    shutil.copy2("a", Path("dir")),
    shutil.copyfile(Path("a"), Path("p")),
    about("dir/a"),
    shutil.copy2(b"a", b"bytes"),
)
print(
    shutil.copyfile("link", "l1", follow_symlinks=False),
    os.readlink("l1"),
    shutil.copy("link", "l2"),
    os.path.islink("l2"),
    shutil.copy2("broken", "l3", follow_symlinks=False),
    os.readlink("l3"),
)
os.utime("l1", (5, 6), follow_symlinks=False)
print(
    shutil.copystat("l1", "l3", follow_symlinks=False),
    about("l3"),
    shutil.copymode("a", "b"),
    about("b"),
    shutil.copystat("a", "b"),
    about("b"),
)
for arguments in (
    ("a", "a"),
    ("a", "link"),
    ("a", Path("a")),
    ("nothing", "x"),
    ("pipe", "x"),
    ("a", "pipe"),
    ("a", "dir"),
    ("dir", "x"),
    ("a", "none/x"),
    ("broken", "x"),
    ("a", "newdir/"),
):
    print(
        arguments,
        attempt(shutil.copyfile, *arguments),
        attempt(shutil.copy, *arguments) if "pipe" not in arguments else "",
    )
for name in "dir/a", "newdir":
    if os.path.exists(name) and not os.path.isdir(name):
        os.unlink(name)

for name in "one.py", "two.txt", "sub/three.py", "sub/four.pyc", "sub/deep/five":
    write("tree/" + name, name)
os.symlink("one.py", "tree/good")
os.symlink("nowhere", "tree/bad")
os.symlink("sub", "tree/sublink")
os.utime("tree/one.py", (1, 2))
print(attempt(shutil.copytree, "tree", "t0"), os.path.islink("t0/good"))
print(
    attempt(shutil.copytree, "tree", "t1", symlinks=True),
    shown("t1"),
    os.readlink("t1/bad"),
    about("t1/one.py"),
)
print(
    attempt(shutil.copytree, Path("tree"), Path("t2"), ignore=shutil.ignore_patterns("*.py*", "b*")),
    shown("t2"),
)
calls = []


def copy_and_tell(source, target):
    calls.append((source, target))
    return shutil.copy(source, target)


print(
    attempt(
        shutil.copytree,
        "tree",
        "t3",
        copy_function=copy_and_tell,
        ignore=lambda path, names: calls.append((path, sorted(names))) or ["bad", "sublink"],
    ),
    sorted(calls, key=repr),
)
print(
    attempt(shutil.copytree, "tree/sub", "t3"),
    attempt(shutil.copytree, "tree/sub", "t3", dirs_exist_ok=True),
    shown("t3")[0],
    attempt(shutil.copytree, "nothing", "x"),
    attempt(shutil.copytree, "a", "x"),
)
try:
    shutil.copytree("tree", "t5")
except shutil.Error as error:
    print([(type(item), len(item), item[0]) for item in error.args[0]], isinstance(error, OSError))

print(
    shutil.move("b", "moved"),
    os.path.exists("b"),
    shutil.move("moved", "dir"),
    shutil.move("t3", "dir"),
    os.path.exists("dir/t3/deep/five"),
    shutil.move(Path("c"), "dir"),
    shutil.move("l1", "dir/l1"),
    os.readlink("dir/l1"),
)
for arguments in (
    ("d", "dir/t3/d"),
    ("nothing", "x"),
    ("dir", "dir/inside"),
    ("dir", "dir"),
    ("p", "dir"),
    ("tree/", "dir"),
    ("d", "d"),
):
    print(arguments, attempt(shutil.move, *arguments))
write("p", "again")
print(attempt(shutil.move, "p", "dir"))

print(
    shutil.rmtree("t1"),
    os.path.exists("t1"),
    attempt(shutil.rmtree, "t1"),
    shutil.rmtree("t1", ignore_errors=True),
    shutil.rmtree(b"t2"),
    attempt(shutil.rmtree, "link"),
    attempt(shutil.rmtree, "a"),
)
os.symlink("dir", "dirlink")
print(attempt(shutil.rmtree, "dirlink"), os.path.isdir("dir"), attempt(shutil.rmtree, "dirlink", True))
errors = []
shutil.rmtree(
    "nothing", onexc=lambda function, path, error: errors.append((path, type(error).__name__, error.errno))
)
shutil.rmtree("a", onexc=lambda function, path, error: errors.append((path, type(error).__name__)))
shutil.rmtree(
    "dirlink", onexc=lambda function, path, error: errors.append((function.__name__, path, str(error)))
)
print(errors, open("a").read())
deep = "deep"
for _ in range(150):
    deep += "/x"
os.makedirs(deep)
print(shutil.rmtree("deep"), os.path.exists("deep"))
