# Floats in local variables: 400 x 400 points, at most 50 rounds each.
def mandelbrot(size, limit):
    inside = 0
    for row in range(size):
        c_im = 2.0 * row / size - 1.0
        for column in range(size):
            c_re = 3.0 * column / size - 2.0
            re = im = 0.0
            rounds = 0
            while rounds < limit:
                re2 = re * re
                im2 = im * im
                if re2 + im2 > 4.0:
                    break
                im = 2.0 * re * im + c_im
                re = re2 - im2 + c_re
                rounds += 1
            else:
                inside += 1
    return inside


print(mandelbrot(400, 50))
