# How much there is to collect.
import gc

print(len(gc.get_count()), all(isinstance(count, int) for count in gc.get_count()), gc.get_count()[0] >= 0)
