"""Documents checked and made normal."""

from cerberus import SchemaError, Validator

validator = Validator(
    {
        "name": {"type": "string", "required": True, "minlength": 2, "regex": "^[A-Z].*"},
        "age": {"type": "integer", "min": 0, "max": 150, "coerce": int},
        "tags": {"type": "list", "schema": {"type": "string", "allowed": ["a", "b"]}},
        "place": {"type": "dict", "schema": {"x": {"type": "float"}, "y": {"type": "float", "default": 0.5}}},
        "either": {"anyof": [{"type": "string"}, {"type": "integer", "min": 10}]},
        "kind": {"default": "none", "nullable": True},
        "old": {"rename": "new"},
    }
)
for document in (
    {"name": "Ann", "age": "5", "tags": ["a"], "place": {"x": 1.0}, "old": 1},
    {"name": "x", "age": 200},
    {"age": "y"},
    {"name": "Bob", "tags": ["c", 5], "place": {"x": "z"}, "either": 5, "more": 1},
):
    print(
        validator.validate(document),
        sorted(validator.errors.items()),
        sorted(map(str, (validator.document or {}).items())),
    )
try:
    Validator({"a": {"type": "nothing"}})
except SchemaError as error:
    print("SchemaError", error)


class Odd(Validator):
    def _validate_is_odd(self, constraint, field, value):
        """{'type': 'boolean'}"""
        if constraint and not value & 1:
            self._error(field, "Must be odd")

    def _normalize_coerce_twice(self, value):
        return value * 2


print(Odd({"n": {"is_odd": True}}).validate({"n": 4}), Odd({"n": {"coerce": "twice"}}).normalized({"n": 4}))
