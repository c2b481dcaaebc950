# requires: files
# python: 3.14
# readinto() fills a buffer, pidfd_open() watches a process, reload_environ() looks again.
import os

one, two = os.pipe()
os.write(two, b"abc")
room = bytearray(5)
print(os.readinto(one, room), room)
os.close(one)
os.close(two)
descriptor = os.pidfd_open(os.getpid())
print(descriptor > 2)
os.close(descriptor)
before = dict(os.environ)
os.reload_environ()
print(dict(os.environ) == before)
