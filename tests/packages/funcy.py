"""Collections, functions and flow."""

import funcy

print(funcy.walk_values(str, {"a": 1}), funcy.group_by(len, ["a", "bb", "c"]), funcy.rcompose(str.upper, len)("ab"))
print(funcy.lpartition_by(lambda x: x > 2, [1, 2, 3, 4, 1]), funcy.get_in({"a": [{"b": 3}]}, ["a", 0, "b"]))
print(funcy.merge({"a": 1}, {"b": 2}), funcy.project({"a": 1, "b": 2}, ["a"]), funcy.ldistinct([1, 1, 2]))
print(funcy.re_all(r"\d+", "a1b22"), funcy.autocurry(lambda a, b, c: a + b + c)(1)(2)(3), funcy.lflatten([1, [2, [3]]]))


@funcy.memoize
def double(x):
    print("double", x)
    return 2 * x


print(double(1), double(1))
tries = []


@funcy.retry(3, errors=ValueError)
def third_time():
    tries.append(1)
    if len(tries) < 3:
        raise ValueError("not yet")
    return len(tries)


print(third_time(), funcy.is_distinct("aab"), funcy.cut_prefix("abc", "a"))
