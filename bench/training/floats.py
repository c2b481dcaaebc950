# Floats in loops: sets drawn point by point, a path through a field, integrals, waves, sums of products.
def julia(size, limit):
    inside = 0
    for row in range(size):
        for column in range(size):
            x, y = 3.0 * column / size - 1.5, 3.0 * row / size - 1.5
            steps = 0
            while steps < limit and x * x + y * y <= 4.0:
                x, y = x * x - y * y - 0.4, 2.0 * x * y + 0.6
                steps += 1
            if steps == limit:
                inside += 1
    return inside


def lorenz(count):
    x, y, z = 1.0, 1.0, 1.0
    step = 0.005
    highest = 0.0
    for _ in range(count):
        dx, dy, dz = 10.0 * (y - x), x * (28.0 - z) - y, x * y - 2.6666 * z
        x += dx * step
        y += dy * step
        z += dz * step
        if z > highest:
            highest = z
    return round(highest, 4)


def simpson(function, low, high, count):
    width = (high - low) / count
    total = function(low) + function(high)
    for i in range(1, count):
        total += function(low + i * width) * (4.0 if i % 2 else 2.0)
    return total * width / 3.0


def smoothed(values, weights):
    half = len(weights) // 2
    result = []
    for i in range(half, len(values) - half):
        total = 0.0
        for j in range(len(weights)):
            total += values[i + j - half] * weights[j]
        result.append(total)
    return result


def correlation(xs, ys):
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    below = sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys)
    return above / below**0.5


def powers_of(matrix, exponent):
    result = [[1.0 if i == j else 0.0 for j in range(len(matrix))] for i in range(len(matrix))]
    for _ in range(exponent):
        columns = list(zip(*matrix))
        result = [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in result]
    return result


def main():
    wave = [((i * 37) % 101) / 101 for i in range(1500)]
    smooth = smoothed(wave, [0.1, 0.2, 0.4, 0.2, 0.1])
    matrix = [[((i * 7 + j * 3) % 11) / 30.0 for j in range(12)] for i in range(12)]
    print(julia(48, 40), lorenz(8000), round(simpson(lambda x: x * x / (1.0 + x), 0.0, 2.0, 3000), 6))
    print(round(correlation(wave[2:-2], smooth), 6), round(sum(map(sum, powers_of(matrix, 12))), 6))


main()
