"""Numbers of any precision: constants, special functions, quadrature, roots, matrices, intervals."""

from mpmath import (diff, e, erf, euler, findroot, gamma, identify, inf, iv, limit, linspace, lu_solve, matrix, mp, mpc, mpf,
                    nstr, nsum, pi, polyroots, pslq, quad, sin, sqrt, taylor, workdps, zeta)

mp.dps = 50
print(+pi, sqrt(2), mpf("0.1") * 3)
print(zeta(3), gamma(mpf(1) / 3), euler)
print(quad(lambda x: sin(x) ** 2, [0, pi]), nsum(lambda n: 1 / n**2, [1, inf]))
mp.dps = 20
print(findroot(lambda x: x**3 - 2 * x - 5, 2), polyroots([1, 0, -2, -5]))
print(mpc(1, 2) ** mpc("0.5", -1), erf(mpc(0, 1)), abs(mpc(3, 4)))
print(taylor(sin, 0, 5), diff(lambda x: x**4, 3, 2), limit(lambda n: (1 + 1 / n) ** n, inf) - e < 1e-15)
a = matrix([[4, 1], [2, 3]])
print(a**-1, a.T, lu_solve(a, matrix([1, 2])), mp.det(a))
values, vectors = mp.eig(a)
print(nstr(sorted(values, key=abs), 10), linspace(0, 1, 3))
print(identify(mpf("1.4142135623730950488"), ["sqrt(2)"]), pslq([pi**4, zeta(4)], maxcoeff=1000))
iv.dps = 15
print(iv.mpf([1, 2]) / iv.mpf(3), iv.sin(iv.mpf([0, 1])))
with workdps(5):
    print(repr(pi * 1), pi * 1)
print(mp.besselj(0, 1), mp.hyp2f1(1, 2, 3, 0.5), mp.lambertw(1), mp.airyai(2))
