"""Objects to plain data and back, checked."""

import datetime as dt

from marshmallow import (
    EXCLUDE,
    Schema,
    ValidationError,
    fields,
    post_load,
    pre_load,
    validate,
    validates,
    validates_schema,
)


class Author:
    def __init__(self, name, born):
        self.name, self.born = name, born


class AuthorSchema(Schema):
    name = fields.Str(required=True, validate=validate.Length(min=2))
    born = fields.Date(data_key="birthDate")
    email = fields.Email(load_default=None)

    @post_load
    def make(self, data, **kwargs):
        return Author(data["name"], data.get("born"))

    @validates("name")
    def check(self, value, **kwargs):
        if value == "Nobody":
            raise ValidationError("Not nobody.")


class BookSchema(Schema):
    title = fields.Str(validate=validate.Regexp(r"^[A-Z]"))
    price = fields.Decimal(places=2, as_string=True)
    at = fields.DateTime(format="iso")
    tags = fields.List(fields.Str(), validate=validate.ContainsOnly(["a", "b"]))
    author = fields.Nested(AuthorSchema)
    label = fields.Method("get_label")
    more = fields.Dict(keys=fields.Str(), values=fields.Int())

    class Meta:
        unknown = EXCLUDE

    def get_label(self, book):
        return book["title"].upper()

    @pre_load
    def strip(self, data, **kwargs):
        return {key: value.strip() if isinstance(value, str) else value for key, value in data.items()}

    @validates_schema
    def whole(self, data, **kwargs):
        if len(data) > 5:
            raise ValidationError("Too much.")


book = {
    "title": "Title",
    "price": 3,
    "at": dt.datetime(2020, 1, 2, 3, 4),
    "tags": ["a"],
    "author": Author("Me", dt.date(2000, 1, 2)),
    "more": {"x": 1},
}
print(BookSchema().dump(book))
print(BookSchema(many=True, only=("title", "author.name")).dumps([book, book]))
loaded = BookSchema().load(
    {"title": " Book ", "price": "1.999", "author": {"name": "You", "birthDate": "2001-02-03"}, "unknown": 1}
)
print(loaded["title"], loaded["price"], loaded["author"].born)
for data in (
    {"title": "x", "price": "z", "tags": ["c"], "at": "never"},
    {"author": {"name": "Nobody", "email": "x"}},
    {"author": {}},
    {"more": {"a": "b"}},
):
    try:
        BookSchema().load(data)
    except ValidationError as error:
        print(sorted(error.messages.items()))
