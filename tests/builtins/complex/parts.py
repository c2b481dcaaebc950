# python: 3.14
# The parts of complex(real, imag) should be real.
import warnings


class Turned:
    def __complex__(self):
        return 2 + 1j


class Real:
    def __float__(self):
        return 3.0


class Either(Turned, Real):
    pass


values = [1, 2j, 1 + 2j, Turned(), Real(), Either(), True, None, "1", b"1"]
for real in values:
    for imag in values:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            try:
                shown = complex(real, imag)
            except TypeError as error:
                shown = error
        kinds = type(real).__name__, type(imag).__name__
        print(*kinds, "->", shown, [str(warning.message) for warning in seen])

print(complex(imag=2), complex(real=1), complex(real=2j), complex())
print(complex(-0.0, -0.0), complex(0, -0.0))
