# cpython: differs — it takes no sizes
# In MicroPython an int says for how much a stream in memory has room from the start.
import io
import micropython

stream = io.BytesIO(64)
data = b"1234" * 16
print(stream.getvalue(), stream.tell())
micropython.heap_lock()
written = stream.write(data)
micropython.heap_unlock()
print(written, stream.getvalue() == data)
print(stream.write(b"more"), stream.getvalue()[-8:], stream.seek(1), stream.read(3))
print(io.BytesIO(0).getvalue())
try:
    io.BytesIO(-1)
except ValueError as error:
    print(error)
