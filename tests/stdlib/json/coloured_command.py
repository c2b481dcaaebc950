# python: 3.14
# requires: files
import contextlib
import io
import os
import sys
from json.tool import main

with open("in.json", "w") as file:
    file.write('{"a\\"b": [1, -2.5e3, "x:y", null, true, false, NaN, -Infinity], "": {}}')
sys.argv = ["json", "in.json", "--no-indent"]
for variable, value in ("PYTHON_COLORS", "0"), ("PYTHON_COLORS", "1"), ("PYTHON_COLORS", ""), ("NO_COLOR", "1"):
    os.environ[variable] = value
    with contextlib.redirect_stdout(io.StringIO()) as out:
        main()
    print(out.getvalue().replace("\x1b[", "{"), end="")
