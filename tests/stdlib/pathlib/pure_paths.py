# Paths without a file system, POSIX and Windows: parts, names, comparisons, relations, errors.
import copy
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__} {error}"


texts = [
    "",
    ".",
    "a",
    "a/b",
    "a//b/./c/../d/",
    "/",
    "//",
    "///",
    "//a",
    "///a",
    "/a/b.tar.gz",
    "..",
    "../a",
    "a/..",
    "./a",
    "a/.",
    ".a",
    "a.b.c",
    "...",
    "c:",
    "c:a",
    "c:/",
    "c:/a/B",
    "C:\\a\\b",
    "\\a",
    "\\\\s\\h",
    "\\\\s\\h\\a\\b",
    "//s/h",
    "//?/c:/a",
    "\\\\?\\UNC\\s\\h\\x",
    "\\\\.\\d\\x",
    "./c:b",
    "a\\./c:b",
    "é/☃",
    "a b",
    "~/x",
    "a:b/c",
    "//s",
]
for cls in PurePosixPath, PureWindowsPath:
    for text in texts:
        path = cls(text)
        print(
            repr(path),
            str(path),
            path.as_posix(),
            path.parts,
            repr(path.anchor),
            repr(path.drive),
            repr(path.root),
            path.name,
            path.stem,
            path.suffix,
            path.suffixes,
        )
        print(
            "  ",
            path.parent,
            list(map(str, path.parents)),
            path.is_absolute(),
            bytes(path),
            attempt(lambda: path.with_name("x.y")),
        )
        print(
            "  ",
            attempt(lambda: path.with_stem("s")),
            attempt(lambda: path.with_suffix(".q")),
            attempt(lambda: path.with_suffix("")),
            attempt(lambda: path / "/r"),
            attempt(lambda: path / "c:r"),
        )
        assert copy.copy(path) == path == copy.deepcopy(path) and hash(copy.copy(path)) == hash(path)
    for a in texts[::2]:
        for b in texts[::3]:
            a, b = cls(a), cls(b)
            print(
                a,
                b,
                a == b,
                a < b,
                a >= b,
                a / b,
                a.is_relative_to(b),
                attempt(lambda: a.relative_to(b)),
                attempt(lambda: a.relative_to(b, walk_up=True)),
            )
P, W = PurePosixPath, PureWindowsPath
for function in (
    lambda: P(1),
    lambda: P(b"a"),
    lambda: P("a", b"b"),
    lambda: P(None),
    lambda: P("a") / 1,
    lambda: 1 / P("a"),
    lambda: "x" / P("a"),
    lambda: P(W("a\\b")),
    lambda: W(P("a/b")),
    lambda: P("a").with_name(""),
    lambda: P("a").with_name("b/c"),
    lambda: P("a").with_name("."),
    lambda: W("a").with_name("c:b"),
    lambda: W("a").with_name("b\\c"),
    lambda: W("a").with_suffix(".x:y"),
    lambda: P("a.b").with_suffix("c"),
    lambda: P("a").with_suffix(".x/y"),
    lambda: P("a").with_suffix(5),
    lambda: P("a.b").with_stem(""),
    lambda: P("a").with_stem(""),
    lambda: P("a").relative_to(),
    lambda: P("a").is_relative_to(),
    lambda: P("a").relative_to(5),
    lambda: P("a") < W("a"),
    lambda: P("a") < "a",
    lambda: P("a") == W("a"),
    lambda: P("a") == "a",
    lambda: W("a") == W("A"),
    lambda: W("A") in {W("a")},
    lambda: P("a/b").parents,
    lambda: P("a/b").parents[5],
    lambda: P("a/b").parents[-1],
    lambda: P("a/b").parents[-3],
    lambda: P("a/b/c").parents[0:2],
    lambda: P("a").parents["x"],
    lambda: len(P("/a/b").parents),
    lambda: P("a") in P("a/b").parents,
    lambda: P("a", P("/b"), "c"),
    lambda: W("c:a", "/b"),
    lambda: W("c:a", "d:b"),
    lambda: W("c:a", "C:b"),
    lambda: P("a").joinpath("b", "c"),
    lambda: P("a").joinpath(),
    lambda: P("a").joinpath(5),
    lambda: P(),
    lambda: W(),
    lambda: type(PurePath("a")).__name__,
    lambda: PurePath("a") == Path("a"),
    lambda: sorted([P("b"), P("a/c"), P("a b")]),
    lambda: P("a", x=1),
    lambda: P.parser.__name__,
    lambda: W.parser.__name__,
    lambda: W("a").parser.sep,
    lambda: isinstance(P("a"), __import__("os").PathLike),
    lambda: P("a").__reduce__()[1],
    lambda: P("a").x,
):
    print(attempt(function))


class Tagged(PurePosixPath):
    def __init__(self, *parts, tag=None):
        super().__init__(*parts)
        self.tag = tag

    def with_segments(self, *parts):
        return type(self)(*parts, tag=self.tag)


path = Tagged("/a/b.c", tag=7)
derived = [
    path / "x",
    "y" / path,
    path.parent,
    path.parents[1],
    path.with_name("n"),
    path.with_suffix(".d"),
    path.relative_to("/a"),
    path.joinpath("k"),
]
print([(each, each.tag) for each in derived])
