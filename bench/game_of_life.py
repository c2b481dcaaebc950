# The game of life twice: on a set of living cells and on a bytearray.
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in cells)}


cells = {(1, 0), (3, 1), (0, 2), (1, 2), (4, 2), (5, 2), (6, 2)}
for _ in range(250):
    cells = step(cells)
print(len(cells), min(cells), max(cells))


def step_grid(grid, size):
    result = bytearray(size * size)
    for y in range(1, size - 1):
        for x in range(1, size - 1):
            at = y * size + x
            count = (
                grid[at - size - 1] + grid[at - size] + grid[at - size + 1] + grid[at - 1]
                + grid[at + 1] + grid[at + size - 1] + grid[at + size] + grid[at + size + 1]
            )
            if count == 3 or (count == 2 and grid[at]):
                result[at] = 1
    return result


size = 64
grid = bytearray(size * size)
for x, y in ((1, 0), (3, 1), (0, 2), (1, 2), (4, 2), (5, 2), (6, 2)):
    grid[(y + 30) * size + x + 28] = 1
for _ in range(160):
    grid = step_grid(grid, size)
print(sum(grid))
