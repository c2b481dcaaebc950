# slow: as many generators as there may be frames
# Generators that delegate to each other without end, in a loop and in a builtin.
def endless(n):
    yield n
    yield from endless(n + 1)
try:
    for x in endless(0): pass
except RecursionError: print("deep", x > 200)
try: sum(endless(0))
except RecursionError: print("deep")
