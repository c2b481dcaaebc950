"""Algebra: derivatives, integrals, equations, series, matrices, printing."""

from sympy import (Eq, Function, Matrix, Rational, Symbol, apart, cos, diff, dsolve, exp, expand, factor, factorint, integrate,
                   latex, limit, log, oo, pi, pretty, series, simplify, sin, solve, solveset, sqrt, srepr, summation, symbols,
                   sympify, together)

x, y, n = symbols("x y n")
print(expand((x + y) ** 3), factor(x**3 - x), simplify(sin(x) ** 2 + cos(x) ** 2), apart(1 / (x**2 - 1)), together(1 / x + 1 / y))
print(diff(sin(x) * exp(x), x), integrate(x * exp(x), x), integrate(exp(-(x**2)), (x, -oo, oo)), limit(sin(x) / x, x, 0))
print(solve(x**2 - 2 * x - 3, x), solve([x + y - 3, x - y - 1], [x, y]), solveset(Eq(x**2, 1), x), solve(x**2 + 1))
print(series(cos(x), x, 0, 6), summation(1 / n**2, (n, 1, oo)), Rational(1, 3) + Rational(1, 6), sqrt(8), pi.evalf(30))
matrix = Matrix([[1, 2], [3, 4]])
print(matrix.det(), matrix.inv(), matrix.eigenvals(), matrix**2, matrix.rref())
f = Function("f")
print(dsolve(f(x).diff(x) - f(x), f(x)), factorint(360), sympify("2*x + sin(y)").subs({x: 1, y: 0}))
print(latex(integrate(x / (1 + x**2), x)), srepr(x**2 + 1), log(8, 2))
print(pretty(x**2 / (y + 1) + sqrt(x), use_unicode=True))
print(Symbol("k", integer=True, positive=True).is_nonnegative, (x**2).is_polynomial(x), (x + 1).free_symbols)
