# requires: files
# Lines of text files one after the other, with all line ends, between other operations.
import io

with open("t", "wb") as file:
    file.write(
        b"one\r\ntwo\nthree\rfour\r\n\r\n\n\rlast" + b"x" * 9000 + b"\r\n" + "é☃\n".encode() * 3000 + b"end"
    )


class Own(io.TextIOWrapper):
    def readline(self, *args):
        line = super().readline(*args)
        return line and "<" + line


for newline in None, "", "\n", "\r", "\r\n":
    with open("t", encoding="utf-8", newline=newline) as file:
        lines = list(file)
        print(
            repr(newline),
            len(lines),
            [line[:6] for line in lines[:8]],
            repr(lines[-1][-9:]),
            "".join(lines) == open("t", encoding="utf-8", newline=newline).read(),
            file.newlines,
        )
    with open("t", encoding="utf-8", newline=newline) as file:
        print([next(file)[:9], file.read(3), len(next(file)), file.readline(2), next(file, "")[:9]], end=" ")
        try:
            file.tell()
        except OSError as error:
            print(error)
    with Own(open("t", "rb"), "utf-8", newline=newline) as file:
        print([line[:7] for line, _ in zip(file, range(4))])
file = open("t", "r+", encoding="utf-8", newline="")
print(
    repr(next(file)),
    file.seek(0),
    repr(next(file)),
    file.seek(0, 2),
    list(file),
    file.write("more\n"),
    file.seek(0),
    len(list(file)),
)
file.seek(0)
next(file)
file.close()
for attempt in lambda: next(file), file.readline:
    try:
        attempt()
    except ValueError as error:
        print(error)
file = open("t", encoding="utf-8")
next(file)
buffer = file.detach()
try:
    next(file)
except ValueError as error:
    print(error)
buffer.close()
