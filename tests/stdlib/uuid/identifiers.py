# UUIDs from all that they can be made of, their parts, order, versions, and what is wrong.
import copy
import uuid
from uuid import UUID


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


texts = [
    "12345678-1234-5678-1234-567812345678",
    "{00000000-0000-0000-0000-000000000000}",
    "urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8",
    "ffffffffffffffffffffffffffffffff",
    "6BA7B814-9DAD-41D1-C0B4-00C04FD430C8",
    "00000000000050000000000000000001",
]
for text in texts:
    value = UUID(text)
    print(
        repr(value),
        value,
        value.int,
        value.hex,
        value.urn,
        value.bytes,
        value.bytes_le,
        value.fields,
        value.time_low,
        value.time_mid,
        value.time_hi_version,
        value.clock_seq_hi_variant,
        value.clock_seq_low,
        value.clock_seq,
        value.node,
        value.variant,
        value.version,
    )
    print(
        value
        == UUID(bytes=value.bytes)
        == UUID(bytes_le=value.bytes_le)
        == UUID(fields=value.fields)
        == UUID(int=value.int)
        == copy.deepcopy(value),
        hash(value) == hash(value.int),
        int(value) == value.int,
        value.is_safe,
        UUID(int=value.int, version=4),
        value.__getstate__(),
    )
    if value.version in (1, 4):
        print(value.time)
for arguments in (
    {},
    {"hex": "1", "int": 1},
    {"hex": "x"},
    {"hex": "g" * 32},
    {"hex": "1" * 31},
    {"bytes": b"1"},
    {"bytes_le": b"1" * 17},
    {"fields": (1, 2)},
    {"int": -1},
    {"int": 1 << 128},
    {"int": 1, "version": 0},
    {"int": 1, "version": 9},
    {"int": 1.5},
    {"hex": 5},
    {"fields": (1 << 32, 0, 0, 0, 0, 0)},
    {"fields": (0, 1 << 16, 0, 0, 0, 0)},
    {"fields": (0, 0, -1, 0, 0, 0)},
    {"fields": (0, 0, 0, 256, 0, 0)},
    {"fields": (0, 0, 0, 0, 256, 0)},
    {"fields": (0, 0, 0, 0, 0, 1 << 48)},
    {"int": 5, "is_safe": uuid.SafeUUID.safe},
):
    print(arguments, attempt(UUID, **arguments))
a, b = UUID(int=1), UUID(int=2)
print(
    a < b,
    a <= b,
    a > b,
    a >= b,
    a == b,
    a != b,
    a == 1,
    attempt(lambda: a < 1),
    sorted([b, a]),
    attempt(setattr, a, "int", 5),
    attempt(setattr, a, "x", 5),
    {a: 1}[UUID(int=1)],
)
for name in "python.org", "", "é", "x" * 300:
    print(
        uuid.uuid3(uuid.NAMESPACE_DNS, name),
        uuid.uuid5(uuid.NAMESPACE_URL, name),
        uuid.uuid5(uuid.NAMESPACE_OID, name),
        uuid.uuid3(uuid.NAMESPACE_X500, name),
    )
print(attempt(uuid.uuid3, "x", "y"))
made = [uuid.uuid4() for _ in range(100)]
print(len(set(made)), {value.version for value in made}, {value.variant for value in made})
made = [uuid.uuid1() for _ in range(100)]
print(
    len(set(made)),
    {value.version for value in made},
    len({value.node for value in made}),
    made[0].node == uuid.getnode(),
    all(a.time < b.time for a, b in zip(made, made[1:])),
)
value = uuid.uuid1(5, 0x3FFF)
print(
    value.node,
    value.clock_seq,
    value.version,
    uuid.uuid1(node=1 << 50, clock_seq=1 << 20).node if False else "",
    uuid.getnode() == uuid.getnode(),
    0 < uuid.getnode() < 1 << 48,
)
print(
    [(member.name, member.value) for member in uuid.SafeUUID],
    uuid.RFC_4122,
    uuid.RESERVED_NCS,
    uuid.RESERVED_MICROSOFT,
    uuid.RESERVED_FUTURE,
)
