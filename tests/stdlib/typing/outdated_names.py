# Names that are still there.
import typing
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    @typing.no_type_check_decorator
    def decorator(function):
        return function

    @decorator
    def function(): ...


print(function.__no_type_check__, decorator.__name__, [warning.category.__name__ for warning in caught])
