import selectors
import socket


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).replace(repr(one), "ONE").replace(f"FD {key.fd}", "FD"))


def shown(ready):
    return sorted((key.data, events) for key, events in ready)


for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    one, other = socket.socketpair()
    with kind() as selector:
        key = selector.register(one, selectors.EVENT_READ | selectors.EVENT_WRITE, "one")
        print(key.fd == one.fileno(), key.events, key.data, key.fileobj is one, key._fields)
        selector.register(other.fileno(), selectors.EVENT_READ, "other")
        print(shown(selector.select(0)))
        one.send(b"x")
        print(shown(selector.select(5)))
        other.recv(1)
        print(selector.modify(one, selectors.EVENT_READ, "changed").data, shown(selector.select(0)), selector.select(-1))
        print(selector.modify(one, selectors.EVENT_READ, "again").data, selector.get_key(one).data)
        mapping = selector.get_map()
        print(len(mapping), one in mapping, mapping[other].data, mapping.get(5000), [*mapping] == [one, other.fileno()])
        attempt(lambda: selector.register(one, selectors.EVENT_READ))
        attempt(lambda: selector.register(one, 0))
        attempt(lambda: selector.register("x", selectors.EVENT_READ))
        attempt(lambda: selector.register(-1, selectors.EVENT_READ))
        print(selector.unregister(one).data)
        attempt(lambda: selector.unregister(one))
        attempt(lambda: selector.modify(one, selectors.EVENT_READ))
        attempt(lambda: selector.get_key(one))
        one.close()
        print(shown(selector.select(5)))
        other.close()
        selector.unregister(key.fd) if key.fd in mapping else None
    print(selector.get_map())
    attempt(lambda: selector.get_key(one))
