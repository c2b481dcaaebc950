# Multiplying matrices that are lists of lists, of integers and of floats.
def multiply(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def multiply_by_index(a, b, n):
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


n = 150
a = [[(i * j) % 7 - 3 for j in range(n)] for i in range(n)]
b = [[(i + j) % 5 - 2 for j in range(n)] for i in range(n)]
c = multiply(multiply(a, b), a)
print(sum([sum(row) for row in c]), c[3][4])

n = 120
f = [[i / (j + 1.0) for j in range(n)] for i in range(n)]
g = multiply_by_index(f, f, n)
print("%.6f %.6f" % (g[5][7], sum([sum(row) for row in g])))
