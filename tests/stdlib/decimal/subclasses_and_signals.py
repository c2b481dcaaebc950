# What is made of instances of subclasses; dicts beside flags; places too many to round to.
import warnings
from decimal import *


class Money(Decimal):
    def __init__(self, *args):
        self.note = None


money, plain = Money("1.5"), Decimal(3)
money.note = 9
print(type(Decimal(money)).__name__, type(Money(money)).__name__, Money(money).note, money.note, Decimal(plain) is plain)
print(Money(money) is money, type(+money).__name__, type(getcontext().create_decimal(money)).__name__)

flags = getcontext().flags
names = list(flags)
for other in (dict.fromkeys(names, False), dict.fromkeys(names, True), dict.fromkeys(names[1:] + ["x"], False), 5, {}):
    try:
        print(flags == other, other == flags, flags != other)
    except ValueError as error:
        print(error)

for places in (2**63, -(2**63) - 1, 2**63 - 1, True, 1.0):
    try:
        print(round(Decimal("1.25"), places))
    except (OverflowError, InvalidOperation, TypeError) as error:
        print(type(error).__name__)

for spec in ("N", "010.3N", ",N"):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(spec, format(Decimal("6.62607015e-34"), spec), format(Decimal("Infinity"), spec))
        except ValueError as error:
            print(spec, error)
    print([(str(warning.message), warning.filename == __file__) for warning in seen])

for value in ([], [Inexact, Rounded], None, [5], (), {}):
    for name in ("traps", "flags"):
        try:
            with localcontext(**{name: value}) as context:
                print(name, [signal.__name__ for signal in names if getattr(context, name)[signal]])
        except (KeyError, TypeError) as error:
            print(name, value, type(error).__name__)
