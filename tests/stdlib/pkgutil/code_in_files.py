# Compiled files that are none.
import io
import pkgutil

print(pkgutil.read_code(io.BytesIO(b"not compiled")), pkgutil.read_code(io.BytesIO()))
