for spec in ("", "d", "5d", "<5d", "^5d", ">5d", "05d", "+d", " d", "-d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", "c", "n", ",", "_", "_x", "_b", "e", ".2e", "f", ".0f", "g", "%",
             "*^9", "=+8d", "0=8d", "x<6", "+,d", "#_x", "08,d"):
    print(repr(spec), [format(v, spec) for v in (65, -1234567) if not (spec == "c" and v < 0)])
for spec in ("", "f", ".2f", "10.3f", "<10.1f", "+.1f", " .1f", "e", ".3e", "E", "g", ".3g", "G", "#.3g", "%", ".1%", "n", ",", ",.2f", "_.1f", "010.2f", "*^12.2f", "=+10.1f", ".0f", "#.0f", ".10", ".3", "z.1f"):
    print(repr(spec), [format(v, spec) for v in (3.14159, -1234.5, 0.0001, 1e20, -0.0, float("inf"), float("nan"))])
print(format(True, "d"), format(True, ""), format(True, "5"), format(10 ** 30, ","), format(2 ** 100, "_x"), format(1e-7, ""), format(123456789.123, ".15g"))
for v, spec in ((5, "s"), (5, ".2d"), (5, "y"), (1.5, "d"), (1.5, "s"), (5, ",x"), (5, ",_"), (-1, "c"), (5, "+c"), (1.5, "x"), (5, "5.1x"), (1114112, "c"), (1.5, "_,"), (5, "#,"), (5, "10s5"),
                (1.5, ".f"), (5, "=^"), (5, "99999999999999999999d")):
    try:
        print(repr(format(v, spec)))
    except (ValueError, OverflowError) as e:
        print(spec, type(e).__name__, e)
