# Stand-ins for objects, weak bound methods, finalizers.
import gc
import weakref


class Box:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, key):
        return key * 2

    def __add__(self, other):
        return self.n + other

    def __radd__(self, other):
        return ("r", other)

    def __eq__(self, other):
        return isinstance(other, Box) and self.n == other.n

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def method(self):
        return self.n


box = Box(3)
proxy = weakref.proxy(box)
print(proxy.n, len(proxy), proxy[4], proxy + 1, 1 + proxy, proxy == box, proxy != box, isinstance(proxy, Box), type(proxy))
print(proxy(1, x=2), proxy is weakref.proxy(box), type(weakref.proxy(Box)) is weakref.CallableProxyType)
proxy.n = 7
print(box.n, bool(proxy), proxy.method(), [part for part in dir(proxy) if part == "method"])
try:
    hash(proxy)
except TypeError as error:
    print("not hashable")
told = weakref.proxy(box, lambda stand_in: print("proxy told", type(stand_in).__name__))
weak = weakref.WeakMethod(box.method)
print(weak()(), weak == weakref.WeakMethod(box.method), hash(weak) is not None if Box.__hash__ else "no hash")
called = weakref.WeakMethod(box.method, lambda reference: print("method told", reference()))
del box
gc.collect()
print(weak())
for what in (lambda: proxy.n, lambda: len(proxy), lambda: str(proxy)):
    try:
        what()
    except ReferenceError as error:
        print("ReferenceError:", error)
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print("TypeError")

thing = Box(9)
finalizer = weakref.finalize(thing, print, "finalized", 9, sep="-")
print(finalizer.alive, finalizer.peek()[1:], finalizer.atexit)
del thing
gc.collect()
print(finalizer.alive, finalizer(), finalizer.peek())
thing = Box(10)
finalizer = weakref.finalize(thing, print, "called")
finalizer()
print(finalizer.alive)
finalizer = weakref.finalize(thing, print, "never")
print(finalizer.detach()[1] is print, finalizer.detach())
first = weakref.finalize(thing, print, "at the end, first made")
second = weakref.finalize(thing, print, "at the end, second made")
third = weakref.finalize(thing, print, "not at the end")
third.atexit = False
print("end")
