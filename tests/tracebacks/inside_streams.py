# stderr: yes
# status: 1
# What fails inside the streams of io is shown where the program called them; a program's own part is shown.
import io
def opener(p, f): raise ValueError("in opener")
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): return 1/0
for f in (lambda: open("x", opener=opener), lambda: io.BufferedReader(Raw()).read(3), lambda: io.StringIO().read("x")):
    try: f()
    except Exception:
        import sys
        e = sys.exception(); tb = e.__traceback__; 
        while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno, end=" "); tb = tb.tb_next
        print(type(e), e)
io.BytesIO(b"abc").seek("x")
