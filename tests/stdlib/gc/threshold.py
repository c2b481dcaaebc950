# gc.threshold(), as on MicroPython: after how many bytes of allocations a collection is due at the latest.
# cpython: differs — it has get_threshold() and set_threshold(), which count objects
import gc

print(gc.threshold())
print(gc.threshold(1024))
print(gc.threshold())
print(gc.threshold(-1), gc.threshold())
print(gc.threshold(-5), gc.threshold())

gc.threshold(1)
print(gc.threshold() < 16)
kept = [[number, str(number)] for number in range(200)]
for number in range(200):
    [[], [number]]
print(len(kept), kept[-1])
gc.threshold(-1)
print(gc.threshold())

gc.disable()
gc.threshold(64)
print(gc.isenabled(), gc.threshold())
gc.enable()
print(gc.isenabled(), gc.threshold())
gc.threshold(-1)
for wrong in "1", 1.5, None:
    try:
        gc.threshold(wrong)
    except TypeError as error:
        print(error)
