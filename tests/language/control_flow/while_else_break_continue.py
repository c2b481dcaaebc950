n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print(n)
else:
    print("not reached")
while n < 6:
    n += 1
else:
    print("else", n)
while False:
    pass
else:
    print("else without rounds")
i = 0
while True:
    i += 1
    j = 0
    while True:
        j += 1
        if j > i:
            break
    else:
        print("no")
    if i == 3:
        break
print(i, j)
