"""How the board's programs print what they took: a row of a name and microseconds."""

import gc
from time import ticks_diff, ticks_us


def row(name, function, argument):
    gc.collect()
    start = ticks_us()
    function(argument)
    print(name, ticks_diff(ticks_us(), start))
