def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def get():
        return n

    return up, get


up, get = counter()
up()
up()
print(get())
up2, get2 = counter()
up2()
print(get(), get2())


def levels():
    x = 1

    def a():
        nonlocal x
        x = 2

        def b():
            nonlocal x
            x = 3

        b()
        return x

    return a(), x


print(levels())


def several():
    p = q = 0

    def change():
        nonlocal p, q
        p, q = 5, 6
        for p in range(3):
            pass

    change()
    return p, q


print(several())


def deletes():
    v = 1

    def d():
        nonlocal v
        del v

    d()
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v


print(deletes())
