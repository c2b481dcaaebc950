x = 1
print(eval(" + ".join(["1"] * 3000)), eval(" + ".join(["x"] * 1000)), eval(" and ".join(["x"] * 1000)), eval(" < ".join(str(i) for i in range(500))), eval(" or ".join(["0"] * 999 + ["5"])))
print(eval("(" * 50 + "x" + " + x)" * 50), eval("x + (" * 60 + "x" + ")" * 60), eval("[" * 60 + "x" + "]" * 60) != 0)
