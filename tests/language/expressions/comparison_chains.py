def v(x, log):
    log.append(x)
    return x


log = []
print(v(1, log) < v(2, log) < v(3, log), log)
log = []
print(v(1, log) < v(0, log) < v(3, log), log)
print(1 < 2 > 1, 1 == 1 != 2, 1 in [1] == True, (1 in [1]) == True)
x = (3, 4)
print(1 < 3 in x is not None)
x = 5
print(0 <= x < 10, not 0 <= x < 5, 3 > 2 >= 2 == 2)
