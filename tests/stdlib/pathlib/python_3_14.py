# python: 3.14
# requires: files
# What Python 3.14 has: copies and moves, info, names that end in a dot, and what was taken away.
import os
import pathlib
import warnings
from pathlib import Path, PurePath, PurePosixPath

warnings.simplefilter("ignore")


def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__} {error}"


for name in "a.", "a.b.", "a..b", "a..", "...", "..a", ".", "..", "a.b", ".a.", ".a.b":
    path = PurePosixPath(name)
    print(
        name,
        repr(path.suffix),
        path.suffixes,
        repr(path.stem),
        attempt(lambda: path.with_suffix(".")),
        attempt(lambda: path.with_stem("s")),
    )
tree = Path("tree")
(tree / "sub").mkdir(parents=True)
(tree / "a").write_text("aa")
(tree / "a").chmod(0o640)
(tree / "sub" / "b").write_text("bb")
(tree / "link").symlink_to("a")
os.utime(tree / "a", (10, 20))


def shown(path):
    return sorted(
        (str(each), each.is_symlink(), each.read_text() if each.is_file() else None)
        for each in path.rglob("*")
    )


print(
    (tree / "a").copy("c1"),
    Path("c1").read_text(),
    (tree / "a").copy("c2", preserve_metadata=True),
    oct(Path("c2").stat().st_mode),
    Path("c2").stat().st_mtime,
)
print(tree.copy("t1"), shown(Path("t1")))
print(tree.copy(Path("t2"), follow_symlinks=False), shown(Path("t2")))
print(
    (tree / "link").copy("l1"),
    Path("l1").is_symlink(),
    (tree / "link").copy("l2", follow_symlinks=False),
    Path("l2").readlink(),
)
print((tree / "a").copy_into("t1/sub"), tree.copy_into(Path("t1/sub")), shown(Path("t1/sub")))
print(
    Path("c1").move("m1"),
    Path("c1").exists(),
    Path("m1").read_text(),
    Path("m1").move_into("t1"),
    Path("t2").move_into("t1"),
    Path("t2").exists(),
    Path("l2").move("l3"),
    Path("l3").readlink(),
)
for function in (
    lambda: tree.copy("tree"),
    lambda: tree.copy("tree/x/y"),
    lambda: tree.copy("t1"),
    lambda: (tree / "a").copy("tree/link"),
    lambda: Path("nothing").copy("x"),
    lambda: Path().copy_into("x"),
    lambda: Path("/").move_into("x"),
    lambda: (tree / "a").copy("c2").read_text(),
    lambda: Path("nothing").move("x"),
    lambda: (tree / "a").move("tree/link"),
    lambda: Path("a", x=1),
    lambda: PurePath("a").relative_to("b", "c"),
    lambda: PurePath("a").is_relative_to("a", "b"),
    lambda: PurePath("/a").as_uri(),
    lambda: PurePath("nul").is_reserved(),
    lambda: Path.from_uri("x"),
    lambda: Path.from_uri("file://localhost/a"),
    lambda: Path.from_uri("file://elsewhere.example/a"),
    lambda: Path("//a").as_uri(),
    lambda: PurePath.__module__,
):
    print(attempt(function))
for name in "tree", "tree/a", "tree/link", "nothing":
    info = Path(name).info
    print(
        name,
        info,
        info.exists(),
        info.exists(follow_symlinks=False),
        info.is_dir(),
        info.is_file(),
        info.is_symlink(),
        info.is_file(follow_symlinks=False),
    )
path = Path("later")
print(
    path.info.exists(),
    path.write_text("x"),
    path.info.exists(),
    path.exists(),
    Path("later").info.exists(),
    path.info is path.info,
)
print(
    sorted(
        (each.name, each.info.is_file(), each.info.is_dir(), each.info.is_symlink())
        for each in tree.iterdir()
    )
)
print(sorted(pathlib.__all__))
from pathlib.types import PathInfo

print(
    isinstance(tree.info, PathInfo),
    all(isinstance(each.info, PathInfo) for each in tree.iterdir()),
    isinstance(5, PathInfo),
)
