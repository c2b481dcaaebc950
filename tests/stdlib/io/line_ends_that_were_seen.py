# StringIO.newlines tells which line ends have come, where any may.
from io import StringIO

for newline in None, "", "\n", "\r", "\r\n":
    for text in "", "a", "a\n", "a\r", "a\r\n", "a\rb\n", "a\r\nb\n", "a\rb\r\nc\nd":
        stream = StringIO(text, newline=newline)
        print(ascii(newline), ascii(text), ascii(stream.newlines), ascii(stream.getvalue()), stream.write("x\r\n"), ascii(stream.newlines))


class Index:
    def __index__(self):
        return "a"


try:
    StringIO("abc").read(Index())
except TypeError as error:
    print(error)
