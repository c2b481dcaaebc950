# requires: files
# The classes of the module, and a selector that looks at nothing.
import collections.abc
import selectors
import socket

print(issubclass(selectors.DefaultSelector, selectors.BaseSelector), sorted(selectors.BaseSelector.__abstractmethods__))
print(selectors.SelectorKey._fields, selectors.SelectorKey(1, 2, 3, 4))


class Nothing(selectors.BaseSelector):
    def __init__(self):
        self.keys = {}

    def register(self, fileobj, events, data=None):
        self.keys[fileobj] = selectors.SelectorKey(fileobj, 0, events, data)
        return self.keys[fileobj]

    def unregister(self, fileobj):
        return self.keys.pop(fileobj)

    def select(self, timeout=None):
        return []

    def get_map(self):
        return self.keys


with Nothing() as nothing:
    print(nothing.register("a", selectors.EVENT_READ, 5), nothing.modify("a", selectors.EVENT_WRITE, 6), nothing.get_key("a").data)
    for missing in ("b",):
        try:
            nothing.get_key(missing)
        except KeyError as error:
            print(error)
with selectors.DefaultSelector() as selector:
    one, two = socket.socketpair()
    with one, two:
        selector.register(one, selectors.EVENT_READ)
        print(isinstance(selector.get_map(), collections.abc.Mapping), len(selector.get_map()), selector.select(0))
