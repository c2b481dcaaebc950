# A file that the traditional encryption hides: with the password, a wrong one and none.
import io
from zipfile import ZipFile

data = bytes.fromhex(
    "504b03040a0009000000a32043588e45d159180000000c00000005000000682e74787463d2070d99495dae227045ad5fc32ed98e3cd16072c1"
    "3a2c504b07088e45d159180000000c000000504b01021e030a0009000000a32043588e45d159180000000c0000000500000000000000000000"
    "00a48100000000682e747874504b05060000000001000100330000004b0000000000"
)
archive = ZipFile(io.BytesIO(data))
print(
    archive.infolist(),
    archive.getinfo("h.txt").flag_bits,
    archive.read("h.txt", b"secret"),
    archive.open("h.txt", pwd=b"secret").readline(),
)
for password in None, b"", b"wrong", "secret":
    try:
        print(archive.read("h.txt", password))
    except Exception as error:
        print(type(error).__name__, error)
archive.setpassword(b"secret")
file = archive.open("h.txt")
print(archive.read("h.txt"), file.read(3), file.seek(0), file.read(), archive.testzip())
