# status: 1
# stderr: yes
# python: 3.14
f = lambda x: x.nothing
code = compile("def g():\n    return f(5)\n\ng()\n", "generated", "exec")
exec(code)
