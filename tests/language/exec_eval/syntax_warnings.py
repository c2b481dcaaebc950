# python: 3.14
# stderr: yes
# What the compiler warns about: first what the parser sees, then finally blocks, then the rest.
program = '''x = 5
x is 5
x is not (1, 2)
x is None
x == 5 is 5
assert (x, "text")
[1, 2] (3)
(1, 2) ["a"]
"abc" [1.5]
{1: 2} ["a"]
5 [0]
(lambda: 0)()
(lambda: 0)[0]
{1}[0]
f"a"(1)
f"a"["b"]
def f():
    try: pass
    finally:
        for i in x: return 1
        while 1: break
        def g(): return 1
        if x: return 2
for i in []:
    try: pass
    finally: continue
"\\d"
0x1for x in y
'''
compile(program, "program.py", "exec")
print(eval("5 is 5"))
