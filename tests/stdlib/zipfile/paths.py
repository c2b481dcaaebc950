# requires: files
# Paths in archives.
import io
import zipfile


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


with zipfile.ZipFile("p.zip", "w") as archive:
    for name in "a.txt", "b/c.txt", "b/d/e.tar.gz", "b/f.txt", "g/h/i.txt", "j/":
        archive.writestr(name, "content of " + name)
root = zipfile.Path("p.zip")
print(
    root, repr(root), root.name, root.is_dir(), root.exists(), root.is_file(), list(map(str, root.iterdir()))
)
a, b = root / "a.txt", root / "b"
print(
    a,
    repr(a),
    a.name,
    a.stem,
    a.suffix,
    a.suffixes,
    a.is_file(),
    a.is_dir(),
    a.exists(),
    a.read_text(encoding="utf-8"),
    a.read_bytes(),
    a.open("rb").read(3),
    a.open(encoding="utf-8").readline(),
    a.parent,
    a.filename,
)
print(
    repr(b),
    b.name,
    b.is_dir(),
    sorted(map(str, b.iterdir())),
    repr(b / "d"),
    (b / "d" / "e.tar.gz").suffixes,
    (b / "d" / "e.tar.gz").stem,
    b.joinpath("d", "e.tar.gz").exists(),
    (b / "none").exists(),
    repr(b.parent),
    repr((b / "d").parent),
    (b / "c.txt").relative_to(root),
    (b / "d").relative_to(b),
)
print(
    sorted(map(str, root.glob("*.txt"))),
    sorted(map(str, root.glob("**/*.txt"))),
    sorted(map(str, root.rglob("*.gz"))),
    sorted(map(str, b.glob("*"))),
    a.match("*.txt"),
    (b / "c.txt").match("b/*.txt"),
    attempt(root.glob, "") if False else "",
)
print(
    attempt((root / "none").open),
    attempt(b.open),
    attempt(a.iterdir),
    attempt(a.open, "rb", encoding="utf-8"),
    root == zipfile.Path(root.root),
    a == root / "a.txt",
    hash(a) == hash(root / "a.txt"),
    a == 5,
    a.is_symlink(),
)
stream = io.BytesIO()
with zipfile.ZipFile(stream, "w") as archive:
    with (
        zipfile.Path(archive, "new.txt").open("w", encoding="utf-8")
        if False
        else zipfile.Path(archive, "new.txt").root.open("new.txt", "w")
    ) as file:
        file.write(b"written")
print(zipfile.ZipFile(stream).read("new.txt"), zipfile.CompleteDirs("p.zip").namelist()[-3:])
