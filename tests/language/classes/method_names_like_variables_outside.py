# A method may have the name of a variable of the function around its class, and use that variable.
def outer(encode, decode=None):
    class First:
        def encode(self):
            return encode(1)

    class Second:
        decode = "own"

        def encode(self):
            return encode(2), decode

        both = [decode for _ in range(2)]

    return First(), Second()


first, second = outer(lambda number: number * 10, "outer")
print(first.encode(), second.encode(), second.decode, second.both)


def shadowed(name):
    class Inner:
        try:
            print(name)
        except NameError as error:
            print(type(error).__name__, error)
        name = "inner"
        print(name)

        def get(self):
            return name

        def nested(self):
            class Deep:
                name = "deep"

                def get(self):
                    return name

            return Deep().get()

    return Inner().get(), Inner().nested(), Inner.name


print(shadowed("outer"))


def outside(name, declared="of the function"):
    class Body:
        global declared
        name = "own"
        declared = "global"
        print([name for _ in range(1)], {key: name for key in [1]}, [declared for _ in range(1)])
        print((lambda: name)(), (lambda: declared)(), declared, list(name for _ in range(1)))

        def get(self):
            return name, declared

    print(Body().get())


outside("of the function")
print(declared)


class Declaring:
    global made, Made

    def made():
        pass

    class Made:
        def method(self):
            pass


print(made.__qualname__, Made.__qualname__, Made.method.__qualname__)

try:
    compile("def f():\n    x = 1\n    def g():\n        nonlocal z\n        nonlocal a\n", "program", "exec")
except SyntaxError as error:
    print(error.msg, error.lineno)
