# Powers are rounded once; neighbours of equal numbers aren't rounded; an infinity times zero is wrong whatever is added.
from decimal import *

for rounding in (ROUND_HALF_EVEN, ROUND_UP, ROUND_CEILING, ROUND_DOWN):
    for digits in (7, 9):
        context = Context(prec=digits, rounding=rounding)
        print(rounding, digits, context.power(Decimal("0.2"), Decimal("0.5")), end=" ")
        print(context.power(Decimal("1.000001"), Decimal("1e-10")), context.power(Decimal("0.3"), Decimal("0.5")))

context = Context(prec=5, Emin=-9, Emax=9, traps=[])
for text in ("1E-398", "-1E-20", "123456789", "1E+500", "0E-500", "1.5"):
    context.clear_flags()
    shown = context.next_toward(Decimal(text), Decimal(text)), context.next_toward(Decimal(text), Decimal("1.5"))
    print(text, *shown, [signal.__name__ for signal in context.flags if context.flags[signal]])

with localcontext(traps=[]) as context:
    for factors in (("Inf", "0"), ("0", "-Inf"), ("NaN1", "0"), ("Inf", "NaN2"), ("Inf", "1"), ("0", "1")):
        for summand in ("NaN5", "sNaN7", "-Inf", "1"):
            context.clear_flags()
            a, b = map(Decimal, factors)
            print(*factors, summand, a.fma(b, Decimal(summand)), context.flags[InvalidOperation], end="; ")
        print()
