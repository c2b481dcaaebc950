# python: 3.13
class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B>" + super().who()


class C(A):
    def who(self):
        return "C>" + super().who()


class D(B, C):
    def who(self):
        return "D>" + super().who()


print(D().who(), [k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()])


class X:
    pass


class Y:
    pass


class P(X, Y):
    pass


class Q(Y, X):
    pass


try:
    class R(P, Q):
        pass
except TypeError as e:
    print(e)
try:
    class S(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class T(A, A):
        pass
except TypeError as e:
    print(e)


class O:
    pass


class E(O):
    pass


class F(O):
    pass


class G(O):
    pass


class K1(E, F):
    pass


class K2(F, G):
    pass


class Z(K1, K2):
    pass


print([k.__name__ for k in Z.__mro__])
