# cpython: differs — it knows neither ioctl nor ipoll
import io, select


class Stream(io.IOBase):
    def __init__(self):
        self.looks = 0

    def ioctl(self, request, argument):
        self.looks += 1
        return argument & select.POLLIN if request == 3 and self.looks > 3 else 0


stream = Stream()
poller = select.poll()
poller.register(stream, select.POLLIN | select.POLLOUT)
print(poller.poll(0))
print(poller.poll(1000) == [(stream, select.POLLIN)], stream.looks)
for watched, events in poller.ipoll(0):
    print(watched is stream, events)
for watched, events in poller.ipoll(0, 1):
    print("once")
for watched, events in poller.ipoll(0):
    print("never", events)
