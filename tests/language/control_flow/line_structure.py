x = 1; y = 2; print(x, y);
if x: print("a"); print("b")
z = (1 +
     2  # comment inside
     + 3)
print(z)
w = 1 + \
    2
print(w)
if True:
	print("tab")
if True:
        print("eight spaces")
        if True:
         print("one more")
class A: pass
class B: x = 1; y = 2
def f(): return 1
print(A.__name__, B.y, f())
t = [
    1,
    2,

    # a comment
    3,
]
print(t)
print("end")
