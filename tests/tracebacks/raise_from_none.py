# status: 1
# stderr: yes
# python: 3.13
try:
    {}["a"]
except KeyError:
    raise LookupError("hidden context") from None
