# The types of proxies, and what they say of themselves.
import weakref


class Plain:
    pass


class Callable(Plain):
    def __call__(self):
        return "called"


plain, called = Plain(), Callable()
for proxy in (weakref.proxy(plain), weakref.proxy(called)):
    print(isinstance(proxy, weakref.ProxyTypes), type(proxy) is weakref.ProxyType, type(proxy) is weakref.CallableProxyType)
print(len(weakref.ProxyTypes), weakref.ReferenceType is weakref.ref)
