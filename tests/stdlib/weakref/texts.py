# python: 3.13
# What references, proxies and containers show of themselves.
import gc
import weakref


def hidden(text):
    words = []
    for word in str(text).split(" "):
        bare = word.strip("<>;,)")
        words.append(word.replace(bare, "address") if bare.startswith("0x") else word)
    return " ".join(words)


def attempt(function, *arguments):
    try:
        print(hidden(repr(function(*arguments))))
    except Exception as error:
        print(type(error).__name__, hidden(error))


class Class:
    def method(self):
        pass

    def __repr__(self):
        return "Class()"


target = Class()
print(hidden(weakref.ref(target)), hidden(weakref.ref(Class)), hidden(weakref.ref(attempt)), hidden(weakref.ref(weakref)))
print(hidden(repr(weakref.proxy(target))), weakref.proxy(target))
print(hidden(weakref.WeakMethod(target.method)), hidden(weakref.finalize(target, print).detach()))
print(hidden(weakref.WeakValueDictionary(key=target)), hidden(weakref.WeakKeyDictionary({target: 1})))
print(hidden(weakref.WeakSet([target])), weakref.WeakSet, weakref.WeakMethod)
attempt(weakref.ref)
attempt(weakref.ref, 1)
attempt(weakref.ref, target, None, 3)
attempt(lambda: weakref.ref(target, callback=1))
attempt(weakref.proxy, "text")
attempt(weakref.WeakMethod, len)
attempt(weakref.WeakSet().pop)
attempt(weakref.WeakSet().add, 1)
attempt(weakref.WeakKeyDictionary().popitem)
attempt(weakref.WeakValueDictionary().__getitem__, "key")
attempt(weakref.finalize, 1, print)
reference, proxy, method = weakref.ref(target), weakref.proxy(target), weakref.WeakMethod(target.method)
finalizer = weakref.finalize(target, print, "dying")
print(hidden(finalizer))
del target
gc.collect()
print(hidden(reference), hidden(repr(proxy)), hidden(method), hidden(finalizer))
attempt(str, proxy)
attempt(getattr, proxy, "x")
attempt(bool, proxy)
attempt(hash, proxy)
