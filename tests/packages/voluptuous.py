"""Data checked against schemas, with all that is wrong."""

from voluptuous import All, Any, Coerce, Length, MultipleInvalid, Optional, Range, Required, Schema

schema = Schema(
    {
        Required("q"): All(str, Length(min=1)),
        Optional("n", default=5): All(Coerce(int), Range(1, 20)),
        "l": [Any(int, str)],
    }
)
print(schema({"q": "x", "l": [1, "a"]}), schema({"q": "x", "n": "7"}))
for wrong in ({}, {"q": ""}, {"q": "a", "n": 100}, {"q": 1, "z": 2}, {"q": "x", "l": [1.5]}, []):
    try:
        schema(wrong)
    except MultipleInvalid as error:
        print([str(each) for each in error.errors])
