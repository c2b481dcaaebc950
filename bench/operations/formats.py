"""Text from values: format, the % operator, f-strings, str and repr."""

NUMBER = 1234567
FLOAT = 3.14159265358979
LONG = 2 ** 90
NAME = "abc"
LIST = list(range(1000))
NAMES = ["name%d" % i for i in range(1000)]
DICT = {i: i for i in range(1000)}
FLOATS = [i / 7 for i in range(1000)]


class Plain:
    pass


PLAIN = Plain()

OPERATIONS = {
    "format int, empty": "format(NUMBER)",
    "format int, d": "format(NUMBER, 'd')",
    "format int, ,": "format(NUMBER, ',')",
    "format int, wide": "format(NUMBER, '>12d')",
    "format int, zeros": "format(NUMBER, '012d')",
    "format int, x": "format(NUMBER, 'x')",
    "format int, #b": "format(NUMBER, '#b')",
    "format int, _b": "format(NUMBER, '_b')",
    "format int, long": "format(LONG, ',')",
    "format float, empty": "format(FLOAT)",
    "format float, .2f": "format(FLOAT, '.2f')",
    "format float, .10f": "format(FLOAT, '.10f')",
    "format float, e": "format(FLOAT, '.4e')",
    "format float, g": "format(FLOAT, 'g')",
    "format float, %": "format(FLOAT, '.1%')",
    "format float, wide": "format(FLOAT, '12.3f')",
    "format float, ,": "format(1234567.891, ',.2f')",
    "format float, large": "format(1.5e300, '.2f')",
    "format str, wide": "format(NAME, '>10')",
    "format str, centred": "format(NAME, '*^20')",
    "format str, cut": "format(NAME, '.2')",
    "str.format, numbered": "'{0} {1} {0}'.format(NAME, NUMBER)",
    "str.format, plain": "'{}: {}'.format(NAME, NUMBER)",
    "str.format, named": "'{a}-{b!r:>10}'.format(a=1, b='x')",
    "str.format, spec": "'{:>10,d}'.format(NUMBER)",
    "str.format, item": "'{0[1]} {1.real}'.format(LIST, NUMBER)",
    "str.format, nested": "'{:{}}'.format(NAME, 10)",
    "str.format_map": "'{a} {b}'.format_map({'a': 1, 'b': 2})",
    "f-string": "f'{NUMBER}: {NAME}'",
    "f-string, spec": "f'{NUMBER:>8}: {NAME:<8} {FLOAT:.2f}'",
    "f-string, repr": "f'{NAME!r}'",
    "f-string, =": "f'{NUMBER=}'",
    "% s": "'%s' % NAME",
    "% d": "'%d' % NUMBER",
    "% several": "'%5d %s %.2f' % (42, NAME, FLOAT)",
    "% r": "'%r' % NAME",
    "% x": "'%08x' % NUMBER",
    "% named": "'%(a)s %(b)d' % {'a': 1, 'b': 2}",
    "% e": "'%e' % FLOAT",
    "% g": "'%g' % FLOAT",
    "str int": "str(NUMBER)",
    "str small int": "str(7)",
    "str float": "str(FLOAT)",
    "str float, short": "str(2.5)",
    "str float, large": "str(1.5e300)",
    "str bool": "str(True)",
    "str None": "str(None)",
    "str complex": "str(1 + 2.5j)",
    "repr list": "repr(LIST)",
    "repr list of str": "repr(NAMES)",
    "repr list of floats": "repr(FLOATS)",
    "repr dict": "repr(DICT)",
    "repr set": "repr({1, 2, 3})",
    "repr tuple": "repr((1, 'a', None))",
    "repr range": "repr(range(5))",
    "repr object": "repr(PLAIN)",
    "repr class": "repr(Plain)",
    "repr function": "repr(len)",
    "repr bytes": "repr(b'abc')",
    "hex": "hex(NUMBER)",
    "oct": "oct(NUMBER)",
    "bin": "bin(NUMBER)",
}
