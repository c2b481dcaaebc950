# Thresholds, flags, callbacks: what programs set and ask.
import gc

print(type(gc.get_threshold()), gc.set_threshold(700, 5, 3), gc.get_threshold(), gc.set_threshold(100), gc.isenabled())
print(gc.get_debug(), gc.set_debug(gc.DEBUG_STATS & 0), gc.garbage, gc.DEBUG_LEAK)
for generation in (0, 1, 2, -1, 3, "x", 1.5):
    try:
        gc.collect(generation)
        print("collected", generation)
    except Exception as error:
        print(type(error).__name__, error)
gc.collect(generation=1)
phases = []


def callback(phase, details):
    phases.append((phase, sorted(details), details["generation"]))


gc.callbacks.append(callback)
gc.collect()
gc.collect(0)
gc.callbacks.remove(callback)
gc.collect()
print(phases)
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("x"), gc.is_tracked(callback))
print(gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.get_freeze_count())
