# Contexts that are wrong, formats of IEEE 754, and copies.
import decimal

print(issubclass(decimal.InvalidContext, decimal.InvalidOperation), decimal.InvalidContext.__mro__[1].__name__)
context = decimal.Context(prec=3)
print(context.copy_decimal(decimal.Decimal("1.23456")), context.copy_decimal(5))
try:
    context.copy_decimal("x")
except TypeError as error:
    print(error)
