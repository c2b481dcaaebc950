# requires: files
# select.epoll(): what is ready, edges, one shots, and what goes wrong.
import os
import select


def attempt(function, *args):
    try:
        print(function(*args))
    except (OSError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)


one, two = os.pipe()
with select.epoll() as poller:
    print(poller.closed, poller.fileno() > 2, poller.poll(0))
    poller.register(one, select.EPOLLIN)
    poller.register(two, select.EPOLLOUT)
    print(poller.poll(0) == [(two, select.EPOLLOUT)])
    os.write(two, b"x")
    print(sorted(poller.poll(1)) == [(one, select.EPOLLIN), (two, select.EPOLLOUT)])
    print(len(poller.poll(0, 1)))
    poller.unregister(two)
    poller.modify(one, select.EPOLLIN | select.EPOLLET)
    print(len(poller.poll(0)), len(poller.poll(0)))
    poller.modify(one, select.EPOLLIN | select.EPOLLONESHOT)
    print(len(poller.poll(0)), len(poller.poll(0)))
    attempt(poller.register, one, select.EPOLLIN)
    attempt(poller.modify, two, select.EPOLLIN)
    attempt(poller.unregister, two)
    attempt(poller.register, -1, select.EPOLLIN)
    attempt(poller.register, object())
    attempt(poller.poll, "x")
    attempt(poller.poll, 0, 0)
    attempt(poller.poll, 0, -2)
    file = os.open("/dev/null", os.O_RDONLY)
    attempt(poller.register, file)
    os.close(file)
    os.close(two)
    poller.modify(one, select.EPOLLIN)
    print(poller.poll(0)[0][1] & select.EPOLLHUP)
os.close(one)
print(poller.closed)
attempt(poller.fileno)
attempt(poller.poll)
attempt(select.epoll, -2)
attempt(select.epoll, 0)
attempt(select.epoll, 1, 12345)
