# BLAKE2 with all its parameters.
import hashlib
import hmac


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as error:
        return type(error).__name__, str(error)


for name in "blake2b", "blake2s":
    kind = getattr(hashlib, name)
    print(kind.__name__, kind.SALT_SIZE, kind.PERSON_SIZE, kind.MAX_KEY_SIZE, kind.MAX_DIGEST_SIZE)
    for data in b"", b"abc", *(b"x" * size for size in (63, 64, 65, 127, 128, 129, 1000)):
        print(kind(data).hexdigest())
        made = kind(
            digest_size=7, key=b"key", salt=b"sa", person=b"pers", fanout=3, depth=2, leaf_size=4000, node_offset=12,
            node_depth=1, inner_size=16, last_node=True,
        )  # fmt: skip
        made.update(data[:10])
        copy = made.copy()
        made.update(data[10:])
        copy.update(data[10:])
        print(made.hexdigest(), copy.digest() == made.digest(), made.name, made.digest_size, made.block_size)
    for options in (
        {"digest_size": 0}, {"digest_size": 65}, {"digest_size": "x"}, {"key": b"x" * 65}, {"key": "x"},
        {"salt": b"x" * 17}, {"person": b"x" * 17}, {"fanout": 256}, {"fanout": -1}, {"fanout": 0, "depth": 255},
        {"depth": 0}, {"leaf_size": -1}, {"leaf_size": 2**32}, {"leaf_size": 2**32 - 1}, {"node_offset": -1},
        {"node_offset": 2**64}, {"node_offset": 2**64 - 1}, {"node_offset": 2**48}, {"node_offset": 2**48 - 1},
        {"node_depth": 256}, {"inner_size": 65}, {"inner_size": 33}, {"last_node": 1}, {"other": 1},
        {"usedforsecurity": False}, {"key": b"", "salt": bytearray(b"1"), "person": memoryview(b"22")},
    ):  # fmt: skip
        made = attempt(kind, **options)
        print(list(options), made if isinstance(made, tuple) else made.hexdigest())
    print(attempt(kind, "x"), attempt(kind, 1), attempt(kind().update, "x"))
    print(hashlib.new(name, b"abc").hexdigest(), hashlib.new(name, b"abc", digest_size=10).hexdigest())
    print(hmac.new(b"k", b"d", name).hexdigest(), hmac.new(b"k", b"d", kind).hexdigest())
    print(hashlib.pbkdf2_hmac(name, b"p", b"s", 10).hex())
