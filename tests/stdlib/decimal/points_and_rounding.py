# A format with "#" always shows the point; round() rounds as the context says.
from decimal import ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

for text in ("1", "1.5", "1E+5", "-0", "0E-3", "Infinity", "NaN", "12345678", "1.50E-10"):
    number = Decimal(text)
    print(text, [format(number, spec) for spec in ("#", "#.0f", "#f", "#.0e", "#.2g", "#.0%", "#,.0f", "#010.0f", "z#.0f")])
for spec in ("##f", "#z.0f", "0#f"):
    try:
        print(format(Decimal(1), spec))
    except ValueError as error:
        print(spec, error)
print(format(Decimal("NaN"), "0=8"), format(Decimal("NaN"), "08"), format(Decimal("1234567"), "012,"))
for rounding in (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP):
    with localcontext(rounding=rounding):
        print(rounding, [round(Decimal(text), 1) for text in ("0.25", "-0.25", "0.01", "1.55")], round(Decimal("2.5")))
