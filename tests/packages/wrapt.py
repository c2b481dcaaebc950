"""Decorators for functions and methods of all kinds, and proxies."""

import wrapt


@wrapt.decorator
def shown(wrapped, instance, args, kwargs):
    return wrapped.__name__, instance is not None, wrapped(*args, **kwargs)


class Sample:
    @shown
    def method(self, x):
        return x

    @shown
    @classmethod
    def of_class(cls):
        return cls.__name__

    @shown
    @staticmethod
    def static(x=1):
        return x


@shown
def function():
    return 1


print(function(), Sample().method(2), Sample.of_class(), Sample.static(3), function.__name__)
proxy = wrapt.ObjectProxy([1, 2])
proxy.append(3)
proxy += [4]
print(proxy, len(proxy), isinstance(proxy, list), proxy + [5], proxy == [1, 2, 3, 4], 2 in proxy, proxy[1:])
