"""Which files the lines of a .gitignore mean."""

import pathspec

spec = pathspec.PathSpec.from_lines(
    "gitignore",
    ["# note", "*.pyc", "/build/", "!keep.pyc", "docs/**/x.md", "a[0-9].txt", "\\#odd", "dir/", "**/deep"],
)
for name in (
    "m.pyc",
    "keep.pyc",
    "src/m.pyc",
    "build/out",
    "src/build/out",
    "docs/x.md",
    "docs/a/b/x.md",
    "a5.txt",
    "ab.txt",
    "#odd",
    "dir/f",
    "x/y/deep/z",
):
    print(name, spec.match_file(name))
print(sorted(spec.match_files(["a.pyc", "b.py", "dir/c"])), len(spec), (spec + spec) == spec)
