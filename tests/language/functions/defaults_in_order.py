# Defaults of parameters by position and by keyword, and defaults that were replaced.
def d(a, b=2, c=3): return (a, b, c)
def k(a, *, scale=1, offset=0): return (a, scale, offset)
def r(a, b, *, must, may=1): return (a, b, must, may)
for call in ("d(1)", "d(1,5)", "d(1,c=9)", "d(c=1,a=2)", "d()", "d(1,2,3,4)", "d(1,a=2)", "d(1,z=2)", "k(1)", "k(1,offset=5)", "k(1,offset=5,scale=7)", "k(1,2)", "k(scale=1)", "r(1,2,must=3)", "r(1,2)", "r(1,b=2,must=4,may=0)", "r(must=1,b=2,a=3)", "d(*[1,2],**{'c':5})", "k(1,**{'scale':3})", "d(1,b=3,**{'b':4})"):
    for _ in range(2):
        try: print(eval(call), end=" ")
        except TypeError as e: print(e, end=" ")
    print()
k.__kwdefaults__ = {"offset": 7}
try: print(k(1, scale=2), k(1, offset=1, scale=3)); print(k(1))
except TypeError as e: print(e)
k.__kwdefaults__ = {"offset": 7, "scale": 8, "more": 1}
print(k(1), k(1, scale=2))
del k.__kwdefaults__["offset"]
try: print(k(1))
except TypeError as e: print(e)
d.__defaults__ = (7,)
try: print(d(1, 2)); print(d(1))
except TypeError as e: print(e)
d.__defaults__ = None
try: print(d(1, 2))
except TypeError as e: print(e)
