# python: 3.13
# A misspelt keyword gets a hint.
def paint(colour, width=1, *, filled=False):
    pass


for call in ("paint(color=1)", "paint(1, widht=2)", "paint(1, fill=True)", "paint(1, zzz=1)"):
    try:
        eval(call)
    except TypeError as e:
        print(e)
