"""Queries for nested data."""

import jmespath

data = {"a": [{"n": "x", "v": 3}, {"n": "y", "v": 1}], "b": {"c": [[1, 2], [3]]}}
for query in (
    "sort_by(a, &v)[*].n", "a[?v > `2`].n | [0]", "{k: length(a), s: sum(a[].v)}", "b.c[]", "a[-1].[n, v]",
    "join(', ', a[*].n)", "max_by(a, &v).n", "keys(b)", "none.at || 'all'", "a[::-1].v", "type(b)",
):  # fmt: skip
    print(query, "->", jmespath.search(query, data))
for wrong in ("a[", "length(b, b)", "sum(a)", "nope(a)"):
    try:
        jmespath.search(wrong, data)
    except jmespath.exceptions.JMESPathError as error:
        print(type(error).__name__, error)
