# python: 3.14
# Reader and Writer: what has the method belongs to them.
import io

for stream in (io.StringIO(), io.BytesIO(), 5, open):
    print(type(stream).__name__, isinstance(stream, io.Reader), isinstance(stream, io.Writer))


class Source(io.Reader):
    def read(self, size=-1, /):
        return "x"


class No:
    read = None


print(Source().read(), isinstance(Source(), io.Writer), issubclass(No, io.Reader), io.Reader[bytes], io.Writer[str])
try:
    io.Writer()
except TypeError as error:
    print(error)
