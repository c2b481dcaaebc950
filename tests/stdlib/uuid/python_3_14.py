# python: 3.14
# Versions 6 to 8, and the first and last of all.
import uuid

print(uuid.NIL, uuid.MAX, uuid.NIL.version, uuid.MAX.version, uuid.NIL.variant, uuid.MAX.variant)
for make in uuid.uuid6, uuid.uuid7, uuid.uuid8:
    made = [make() for _ in range(200)]
    print(
        make.__name__,
        len(set(made)),
        {value.version for value in made},
        {value.variant for value in made},
        made == sorted(made) or make is uuid.uuid8,
    )
value = uuid.uuid6(0x123456789ABC, 0x1234)
print(
    hex(value.node),
    hex(value.clock_seq),
    value.time > 0x1E0000000000000,
    abs(uuid.uuid1().time - value.time) < 10**9,
)
value = uuid.uuid7()
print(value.time == value.int >> 80, value.time > 1.6e12)
print(
    uuid.uuid8(0x123456789ABC, 0xDEF, 0x123456789),
    uuid.uuid8(1, 2, 3),
    uuid.uuid8(1 << 50, 1 << 13, 1 << 63),
    uuid.UUID(int=5, version=8),
)
print(
    uuid.UUID("1ec9414c-232a-6b00-b3c8-9e6bdeced846").time,
    uuid.UUID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f").time,
)
# What MicroPython's programs do: the bytes come first.
print(uuid.UUID(b"0123456789abcdef"))
