# Patterns that match paths: from the end, and as a whole with **.
from pathlib import PurePosixPath, PureWindowsPath


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__} {error}"


paths = [
    "",
    "a",
    "/",
    "/a",
    "a/b",
    "/a/b",
    "a/b/c.py",
    "/a/b/c.PY",
    ".h",
    "a/.h",
    "..",
    "../a",
    "a/a/a",
    "x/a/y/a",
    "c:/a",
    "c:a",
    "//s/h/a",
]
patterns = [
    "",
    "*",
    "**",
    "/",
    "/*",
    "/**",
    "a",
    "A",
    "*.py",
    "b/*.py",
    "/a/*",
    "a/*",
    "*/a",
    "**/a",
    "a/**",
    "**/*",
    "*/*",
    "/*/*",
    "**/b/**",
    "a/**/c.py",
    "a/**/b/*",
    "**/a/**/a",
    "a**",
    "**a",
    "[ab]",
    "?",
    "*/..",
    "../*",
    ".*",
    "**/.*",
    "**/**",
    "c:*",
    "c:/*",
    "*:/a",
    "//*/*/a",
    "a/b/**",
    "***",
    "*/*/*",
    "/**/a",
    "a/[!b]*/a",
]
for cls in PurePosixPath, PureWindowsPath:
    for text in paths:
        path = cls(text)
        print(cls.__name__, repr(text))
        print("  match", [pattern for pattern in patterns if attempt(lambda: path.match(pattern)) is True])
        print(
            "  full_match",
            [pattern for pattern in patterns if attempt(lambda: path.full_match(pattern)) is True],
        )
        print(
            "  other case",
            [
                pattern
                for pattern in patterns
                if path.full_match(pattern, case_sensitive=cls is PureWindowsPath)
            ],
        )
for wrong in "", 5, None, b"a":
    print(
        attempt(lambda: PurePosixPath("a").match(wrong)),
        attempt(lambda: PurePosixPath("a").full_match(wrong)),
    )
print(PurePosixPath("a/b").match(PurePosixPath("b")), PurePosixPath("a/B").match("b", case_sensitive=False))
