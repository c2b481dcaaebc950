# status: 1
# stderr: yes
# python: 3.13
# Chains that go in circles end where they come back; a group is shown again as a part, but not as a cause.
a, b, c = ValueError("a"), TypeError("b"), KeyError("c")
a.__cause__, b.__context__, c.__cause__ = b, c, a
inner = ExceptionGroup("inner", [a])
outer = ExceptionGroup("outer", [inner, b, a])
inner.__cause__ = outer
a.__context__ = inner
outer.__context__ = outer
raise outer
