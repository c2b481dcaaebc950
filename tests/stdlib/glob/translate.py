# python: 3.14
# Patterns for paths as regular expressions.
import glob

patterns = [
    "",
    "a",
    "*",
    "a/*.py",
    "a/**/b",
    "**",
    "**/*",
    "**/",
    "?a",
    "a/b",
    "a\\b/*",
    "[!a]/x",
    "a**b",
    ".*/a",
    "/",
    "/*",
    "[.]a",
    "a//b",
    "a/**/**/b",
    "**/**",
    "**/a/**",
    "[a/b]",
    "*/",
    "a/",
    "**a/b",
    "a?/[*]",
    "é*/[é-ü]",
    "[]",
    "/**",
    "***",
    "**/.x",
]
for pattern in patterns:
    for options in (
        {},
        {"recursive": True},
        {"recursive": True, "include_hidden": True},
        {"seps": "/\\"},
        {"seps": ["\\"], "recursive": True},
    ):
        print(repr(pattern), options, glob.translate(pattern, **options))
print(sorted(glob.__all__))
