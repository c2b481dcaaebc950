# python: 3.14
# staticmethod and classmethod objects take attributes of their function over and have a __dict__.
def function():
    "text"


for kind in (staticmethod, classmethod):
    wrapper = kind(function)
    print(sorted(vars(wrapper).items()))
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__module__, wrapper.__wrapped__ is function)
    wrapper.attribute = 5
    print(wrapper.attribute, vars(wrapper)["attribute"], hasattr(function, "attribute"))
    del wrapper.attribute
    print(hasattr(wrapper, "attribute"))
    wrapper.__doc__ = "other"
    print(wrapper.__doc__, function.__doc__)
    wrapper.__name__ = "renamed"
    print(wrapper.__name__, function.__name__)
    wrapper.__dict__ = {"x": 1}
    print(wrapper.x, vars(wrapper))
    print(vars(kind(5)) == {"__doc__": (5).__doc__})


class Class:
    @staticmethod
    def method():
        "documented"


print(Class.__dict__["method"].__doc__, Class.__dict__["method"].__name__)
