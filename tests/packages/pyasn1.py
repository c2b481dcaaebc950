"""ASN.1: types, and values as bytes and back."""

from pyasn1.codec.der import decoder, encoder
from pyasn1.codec.native import encoder as native
from pyasn1.error import PyAsn1Error
from pyasn1.type import char, constraint, namedtype, tag, univ


class Record(univ.Sequence):
    componentType = namedtype.NamedTypes(
        namedtype.NamedType("id", univ.Integer()),
        namedtype.OptionalNamedType(
            "room", univ.Integer().subtype(explicitTag=tag.Tag(tag.tagClassContext, tag.tagFormatSimple, 0))
        ),
        namedtype.DefaultedNamedType(
            "house", univ.Integer(7).subtype(implicitTag=tag.Tag(tag.tagClassContext, tag.tagFormatSimple, 1))
        ),
        namedtype.NamedType("name", char.UTF8String().subtype(subtypeSpec=constraint.ValueSizeConstraint(1, 10))),
    )


record = Record()
record["id"], record["room"], record["name"] = 123, 321, "ünter"
data = encoder.encode(record)
print(data.hex())
back, rest = decoder.decode(data + b"rest", asn1Spec=Record())
print(back.prettyPrint(), rest, back["house"], back == record, native.encode(back))
for value in (
    univ.Integer(-129),
    univ.OctetString(b"\x00\xff"),
    univ.BitString("10101"),
    univ.Null(""),
    univ.ObjectIdentifier("1.2.840.113549"),
    univ.Boolean(True),
    univ.Real((314, 10, -2)),
):
    encoded = encoder.encode(value)
    print(encoded.hex(), repr(decoder.decode(encoded)[0]))
for action in (
    lambda: decoder.decode(b"\x02\x05\x01"),
    lambda: record.setComponentByName("name", "x" * 20),
    lambda: univ.Integer("x"),
):
    try:
        action()
    except PyAsn1Error as error:
        print(type(error).__name__)
