# requires: files
# What paths ask the file system, and what they change.
import os
from pathlib import Path, PosixPath, WindowsPath


def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__} {error}"


here = Path.cwd()
tree = Path("tree")
(tree / "sub" / "deep").mkdir(parents=True)
for name in "a.py", "b.TXT", ".hidden", "sub/c.py", "sub/deep/d.py", "sub/.e":
    (tree / name).write_text(name)
(tree / "link").symlink_to("sub")
(tree / "broken").symlink_to("missing")
(tree / "loop").symlink_to("loop")
(tree / "sub" / "up").symlink_to("..")
print(sorted(tree.iterdir()), sorted(Path(tree / "sub").iterdir()))
os.chdir(tree)
print(sorted(Path().iterdir()), sorted(Path("sub").iterdir()), sorted(Path("./sub/..").iterdir()))
os.chdir(here)
for name in "a.py", "sub", "link", "broken", "loop", "nothing", "a.py/x", "sub/up", "a\0b", "":
    path = tree / name
    print(
        name.encode(),
        path.exists(),
        path.exists(follow_symlinks=False),
        path.is_dir(),
        path.is_file(),
        path.is_symlink(),
        path.is_dir(follow_symlinks=False),
        path.is_file(follow_symlinks=False),
        path.is_mount(),
        path.is_fifo(),
        path.is_socket(),
        path.is_block_device(),
        path.is_char_device(),
        path.is_junction(),
    )
print(Path("/dev/null").is_char_device(), Path("/").is_mount(), Path("/").exists())
patterns = [
    "*",
    "*/",
    "*.py",
    "**",
    "**/",
    "**/*",
    "**/*.py",
    "*/*",
    "*/*/",
    "sub/*",
    "sub/*/",
    "sub/**",
    "a.py",
    "a.py/",
    "nothing",
    "sub/../a.py",
    "link/*",
    "**/deep/**",
    "**/.*",
    "../tree/*.py",
    "B.txt",
    "b.*",
    "sub/d*p/d.py",
    "**/..",
    "**/sub/../*.py",
    "*/..",
    "broken",
    "br*",
    "**/up",
    "**/up/",
    "loop",
    "**/**",
    "**/*/**",
    "link/**",
    "link",
    "link/",
    "***",
    "s*/[c]*",
]
for pattern in patterns:
    print(repr(pattern), sorted(tree.glob(pattern)), end=" ")
    print(sorted(tree.glob(pattern, case_sensitive=False)) == sorted(tree.glob(pattern)), end=" ")
    print(
        len(list(tree.rglob(pattern))),
        sorted(str(path) for path in tree.rglob(pattern) if "up" not in path.parts)[:3],
    )
print(
    sorted(Path("tree").glob("B.txt", case_sensitive=False)),
    sorted(Path("tree").glob("b.*", case_sensitive=False)),
)
(tree / "sub" / "up").unlink()
print(sorted(tree.glob("**/*.py", recurse_symlinks=True)))
print(
    [path for path in Path(".").glob("**/") if path.name in ("", "tree")],
    sorted(Path(".").glob("tree/*.py")),
    sorted(Path("").glob("**/d.py")),
    sorted(Path("tree/").glob("sub/")),
)
for function in (
    lambda: list(tree.glob("")),
    lambda: list(tree.glob("/x")),
    lambda: list(tree.rglob("/x")),
    lambda: list(tree.glob(5)),
    lambda: list(Path("nothing").glob("*")),
):
    print(attempt(function))


def shown(walk):
    return sorted((str(path), sorted(directories), sorted(files)) for path, directories, files in walk)


for options in {}, {"top_down": False}, {"follow_symlinks": True}:
    print(shown(tree.walk(**options)))
print(
    [str(path) for path, *_ in tree.walk(False)][-1],
    list(Path("nothing").walk()),
    shown(Path("tree/sub").walk()),
)
errors = []
list(Path("nothing").walk(on_error=errors.append))
print(errors)
for path, directories, files in tree.walk():
    directories.clear()
    print(path, sorted(files))

file = tree / "new"
print(
    file.write_bytes(b"12\r\n3"),
    file.read_bytes(),
    repr(file.read_text()),
    repr(file.read_text(newline="")),
    file.write_text("é\n", "latin-1", newline="\r\n"),
    file.read_bytes(),
    file.stat().st_size,
)
print(
    file.chmod(0o600),
    oct(file.stat().st_mode),
    file.lstat().st_mode == file.stat().st_mode,
    file.touch(),
    file.touch(exist_ok=True),
    attempt(lambda: file.touch(exist_ok=False)),
)
with file.open("w", encoding="utf-8") as stream:
    print(stream.write("x"), stream.name == file, stream.encoding)
print(
    file.rename(tree / "newer"),
    (tree / "newer").replace("tree/newest"),
    (tree / "newest").samefile("tree/newest"),
    (tree / "newest").samefile(tree / "a.py"),
)
(tree / "hard").hardlink_to(tree / "newest")
print((tree / "hard").read_text(), (tree / "hard").stat().st_nlink, (tree / "hard").samefile(tree / "newest"))
print(
    (tree / "link").readlink(),
    (tree / "link").resolve() == here / "tree/sub",
    (tree / "nothing/../x").resolve().relative_to(here),
    Path("tree/../tree").absolute().relative_to(here),
    Path("").absolute() == here,
)
home = Path.home()
print(
    home == Path(os.path.expanduser("~")),
    Path("~/x").expanduser() == home / "x",
    Path("a/~").expanduser(),
    Path("~root").expanduser(),
    attempt(lambda: Path("~nobody-at-all/x").expanduser()),
)
print(
    Path("/a b/é?#").as_uri(),
    attempt(lambda: Path("a").as_uri()),
    Path.from_uri("file:///a%20b/%C3%A9"),
    attempt(lambda: Path.from_uri("file:a")),
)
print(
    (tree / "a.py").owner() == __import__("pwd").getpwuid(os.getuid()).pw_name,
    (tree / "a.py").group() == __import__("grp").getgrgid(os.getgid()).gr_name,
)
for function in (
    lambda: Path("nothing").stat(),
    lambda: Path("nothing").iterdir(),
    lambda: Path("nothing").unlink(),
    lambda: Path("nothing").unlink(missing_ok=True),
    lambda: Path("tree").rmdir(),
    lambda: Path("nothing").read_text(),
    lambda: Path("tree").read_text(),
    lambda: Path("tree").mkdir(),
    lambda: Path("tree").mkdir(exist_ok=True),
    lambda: Path("tree/a.py").mkdir(exist_ok=True),
    lambda: Path("q/w/e").mkdir(),
    lambda: Path("q/w/e").mkdir(parents=True),
    lambda: Path("q/w").rmdir(),
    lambda: Path("q/w/e").rmdir(),
    lambda: Path("nothing").rename("x"),
    lambda: Path("x").write_text(b"x"),
    lambda: Path("x").write_bytes("x"),
    lambda: Path("x").open("q"),
    lambda: Path("a.py").hardlink_to("nothing"),
    lambda: Path("tree/a.py").readlink(),
    lambda: Path("a\0b").stat(),
    lambda: Path("nothing").owner(),
    lambda: WindowsPath("a"),
    lambda: type(Path("a")) is PosixPath,
    lambda: Path("tree/a.py").symlink_to("x"),
    lambda: Path("nothing").chmod(0o600),
    lambda: Path("nothing").samefile("x"),
    lambda: open(tree / "a.py").read(),
    lambda: os.fspath(tree),
    lambda: os.path.join(tree, "a"),
    lambda: Path("tree", "x") in [Path("tree/x")],
    lambda: Path(__file__).name,
):
    print(attempt(function))
for name in "nothing", "tree/loop":
    print(attempt(lambda: Path(name).resolve(strict=True)).replace(str(here), "."))
