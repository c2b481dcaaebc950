# A subclass of str may say by __bytes__ what its bytes are.


class Text(str):
    def __bytes__(self):
        return b"own"


print(bytes(Text("plain")), bytes(Text("plain"), "ascii"))
for kind, arguments in ((bytearray, ()), (bytes, (None, "strict"))):
    try:
        print(kind(Text("plain"), **({"errors": "strict"} if arguments else {})))
    except TypeError as error:
        print(error)
