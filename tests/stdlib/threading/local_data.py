# threading.local: each thread has attributes of its own.
from threading import Thread, local


def in_thread(function):
    thread = Thread(target=function)
    thread.start()
    thread.join()


data = local()
data.x = 1


def other():
    print(hasattr(data, "x"))
    data.x = 2
    print(data.x, data.__dict__)
    del data.x
    try:
        data.x
    except AttributeError as error:
        print("gone", type(error).__name__)


in_thread(other)
print(data.x, data.__dict__)


class Settings(local):
    shared = "class"
    made = 0

    def __init__(self, size):
        type(self).made += 1
        self.size = size

    def double(self):
        return 2 * self.size

    @property
    def half(self):
        return self.size / 2

    @half.setter
    def half(self, value):
        self.size = 2 * value


settings = Settings(8)
settings.shared = "main"


def use():
    print(settings.size, settings.shared, settings.double(), settings.half)
    settings.half = 50
    print(settings.size, sorted(settings.__dict__))


in_thread(use)
print(settings.size, settings.shared, settings.double(), Settings.made)
try:
    local(1)
except TypeError as error:
    print(error)
try:
    settings.__dict__ = {}
except AttributeError as error:
    print(error)
