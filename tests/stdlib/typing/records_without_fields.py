# NamedTuple and TypedDict called without fields, with None, and with keywords: warnings, and what is made all the same.
import typing
import warnings

for make in (
    lambda: typing.NamedTuple("X"), lambda: typing.NamedTuple("X", None), lambda: typing.NamedTuple("X", a=int),
    lambda: typing.NamedTuple("X", None, a=int), lambda: typing.NamedTuple("X", [], a=int),
    lambda: typing.TypedDict("X"), lambda: typing.TypedDict("X", None),
):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(make().__annotations__)
        except TypeError as error:
            print(error)
    for warning in seen:
        print(warning.category.__name__, warning.message, warning.lineno)
for text in ("", "1 +", "for"):
    try:
        typing.List[text]
    except SyntaxError as error:
        print(error)
print(typing.Literal[1, 2] is typing.Literal[1, 2], typing.Literal[1] is typing.Literal[True], typing.Literal[int])
print(typing.Annotated[int, 1] is typing.Annotated[int, 1], typing.Annotated[int, 1] == typing.Annotated[int, True])
