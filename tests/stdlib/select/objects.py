# What can always be read or written, and what is no such thing.
import select

with open("select_objects.tmp", "w+") as file:
    poller = select.poll()
    poller.register(file, select.POLLIN | select.POLLOUT)
    poller.register(1, select.POLLOUT)
    found = poller.poll(1000)
    print(sorted((number == 1, events) for number, events in found))
    poller.modify(file, select.POLLOUT)
    print(sorted((number == 1, events) for number, events in poller.poll(0)))
    poller.unregister(file)
    print(poller.poll())
    print(select.select([file], [file, 1], [], 1) == ([file], [file, 1], []))
    try:
        poller.unregister(file)
    except KeyError as error:
        print("KeyError")
    try:
        poller.modify(file, 0)
    except OSError as error:
        print(repr(error))
    for wrong in ("text", None, -1, 1.5):
        try:
            poller.register(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(select.select([], [], [], 0), select.poll().poll(0))
    print(select.error is OSError, select.POLLIN, select.POLLOUT, select.POLLERR, select.POLLHUP)

import os

os.remove("select_objects.tmp")
