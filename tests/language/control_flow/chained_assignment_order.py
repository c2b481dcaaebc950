log = []


class T:
    def __setitem__(self, k, v):
        log.append((k, v))

    def __setattr__(self, k, v):
        log.append((k, v))


t = T()


def f(x):
    log.append(x)
    return x


t[f("a")] = t.b = t[f("c")] = f("value")
print(log)
x = x2 = y = 5
print(x, x2, y)
a = [1, 2, 3]
i = a[i] = 1 if False else 2
print(a, i)
