class M:
    def __init__(self, v):
        self.v = v

    def __matmul__(self, other):
        return ("matmul", self.v, other)

    def __rmatmul__(self, other):
        return ("rmatmul", self.v, other)

    def __imatmul__(self, other):
        self.v += other
        return self


m = M(1)
print(m @ 2, 3 @ m)
m @= 5
print(m.v)
print(2 * m @ 3 if hasattr(m, "__mul__") else "no mul")
