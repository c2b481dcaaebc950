# stderr: yes
# python: 3.14
# Source over several lines: the first and the last, and those around what matters; blanks before and wide characters.
import sys


def show(function):
    try:
        function()
    except Exception as e:
        sys.excepthook(type(e), e, None)


def operands():
    return (
        1 +
        2 /
        0
    )


def inner_argument():
    numbers = dict(
        a=1,
        b=2,
        c=1/0,
        d=4,
    )


def long_call():
    max(
        1,
        2,
        3, 4, 5,
        key=5,
    )


def subscript():
    x = [1, 2,
         3][
             7]


def whole_statement():
    raise ValueError(
        "text"
    ) from None


def plain_calls():
    x = len(5)


def returned():
    return len(5)


def two_targets():
    a = b = len(5)


def method():
    return "a".join(5)


def wide():
    x = {"日本": [1]}; y = x["日本"][5] + 1


def behind_backslash():
    5 ** \
        "a"


for function in (
    operands, inner_argument, long_call, subscript, whole_statement, plain_calls, returned, two_targets, method, wide,
    behind_backslash,
):
    show(function)
