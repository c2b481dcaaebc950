# Readers of streams that do, or do not, give their lines away at once.
import csv
import io


class Louder(io.StringIO):
    def __next__(self):
        return super().__next__().upper()


class Proxy:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.stream).replace("a", "o")


text = 'a,b\nc,"d\ne"\n\nf,a'
for stream in io.StringIO(text), Louder(text), Proxy(io.StringIO(text)), iter(text.splitlines(True)):
    reader = csv.reader(stream)
    print(list(reader), reader.line_num)
for stream in io.TextIOWrapper(io.BytesIO(text.encode())), io.TextIOWrapper(io.BytesIO(text.encode()), newline=""):
    print(list(csv.reader(stream)))
stream = io.StringIO("a,b\nc,d\ne,f\n")
reader = csv.reader(stream)
print(next(reader), stream.tell(), stream.readline(), next(reader), list(reader))
stream.seek(4)
print(next(reader))
stream.write("more,")
print(list(reader))
stream.seek(0)
print(next(reader))
stream.close()
try:
    next(reader)
except ValueError as problem:
    print(problem)
for newline in None, "", "\n", "\r", "\r\n":
    try:
        print(newline, list(csv.reader(io.StringIO("a,b\r\nc\rd\n", newline=newline))))
    except csv.Error:
        print("a line that has no end")
try:
    next(csv.reader(io.BytesIO(b"a,b\n")))
except csv.Error as problem:
    print(problem)
