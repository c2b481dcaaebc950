import io
import quopri

SAMPLES = [
    b"",
    b"plain",
    b"a=b_c",
    b"tab\tend \n",
    "gr\xfc\xdfe\n".encode("latin-1"),
    b"x" * 100,
    b"line\r\nline\n",
    b"=3D=",
    b".\n..\n",
    bytes(range(40)),
]
for data in SAMPLES:
    for quotetabs in (False, True):
        for header in (False, True):
            packed = quopri.encodestring(data, quotetabs, header)
            print(packed, quopri.decodestring(packed, header) == data)
for text in (b"=41=4", b"a=\nb", b"=zz", b"soft=20 \nend", b"_x_"):
    print(quopri.decodestring(text), quopri.decodestring(text, header=True))
source, target = io.BytesIO(b"one =\ntwo\xff\n"), io.BytesIO()
quopri.encode(source, target, quotetabs=True)
print(target.getvalue())
back = io.BytesIO()
quopri.decode(io.BytesIO(target.getvalue()), back)
print(
    back.getvalue(),
    quopri.quote(b"a"),
    quopri.unhex(b"41"),
    quopri.ishex(b"f"),
    quopri.needsquoting(b"=", False, False),
)
