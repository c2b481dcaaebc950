# status: 1
# stderr: yes
# python: 3.13
# What leads to a group, and what a group leads to, stands outside of its box.
try:
    try:
        raise OSError("cause")
    except OSError as e:
        raise ExceptionGroup("group", [ValueError(1), ExceptionGroup("in it", [TypeError(2)])]) from e
except ExceptionGroup:
    raise LookupError("last")
