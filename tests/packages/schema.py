"""Data checked against schemas."""

from schema import And, Const, Forbidden, Hook, Literal, Optional, Or, Regex, Schema, SchemaError, Use

person = Schema(
    [
        {
            "name": And(str, len),
            "age": And(Use(int), lambda n: 18 <= n <= 99),
            Optional("sex"): And(str, Use(str.lower), lambda s: s in ("m", "f")),
            Optional("city", default="none"): str,
        }
    ]
)
print(person.validate([{"name": "Sue", "age": "28", "sex": "F"}, {"name": "Sam", "age": 42, "city": "X"}]))
for data in (
    [{"name": "", "age": 20}],
    [{"name": "A", "age": "x"}],
    [{"name": "A", "age": 5}],
    [{"age": 20}],
    [{"name": "A", "age": 20, "more": 1}],
    5,
):
    try:
        person.validate(data)
    except SchemaError as error:
        print(error.code.splitlines()[-1])
print(Schema({Or("a", "b", only_one=True): int}).is_valid({"a": 1, "b": 2}), Schema(Regex(r"^\d+$")).is_valid("12"))
print(
    Schema({"x": Const(5) if False else int, Forbidden("y"): object}).is_valid({"x": 1, "y": 2}),
    Schema(Or(int, None)).validate(None),
)
print(Schema({Literal("k", description="key"): [str]}).json_schema("https://example.org/s"), Hook.__name__)
