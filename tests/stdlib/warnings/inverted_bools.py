# python: 3.14
# stderr: yes
# ~ of a bool is deprecated; it is told once for each place of the program.
def invert(value):
    return ~value


for value in True, False, True:
    print(invert(value), ~value)
print(~True, ~False)
exec("print(~True)", {"__name__": "elsewhere"})
print(len([key for key in __warningregistry__ if key != "version"]))

import warnings

print(invert(True))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(invert(True), invert(True))
print([(warning.category.__name__, warning.lineno) for warning in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        invert(True)
    except DeprecationWarning as error:
        print(error)
