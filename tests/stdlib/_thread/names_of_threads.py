# requires: threads
# python: 3.14
# The system's name of a thread may be set.
import _thread

print(_thread.set_name("worker"))
