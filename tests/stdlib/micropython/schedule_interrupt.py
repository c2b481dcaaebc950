# cpython: differs — it has no such module
# schedule(kbd_intr, None) is Ctrl-C for what runs, once however often it was put off, and never for a callback.
from time import sleep
from micropython import kbd_intr, schedule


def interrupted(scheduled=None):
    try:
        if scheduled:
            schedule(scheduled, None)
        for _ in range(100):
            sleep(0)
    except KeyboardInterrupt:
        return True
    return False


print(interrupted(kbd_intr), interrupted())


def callback(argument):
    for _ in range(20):
        schedule(kbd_intr, None)
    print("callback", argument, interrupted())


print(interrupted(callback), interrupted())

# Who asks for it may still prepare.
schedule(kbd_intr, None)
try:
    sleep(0)
    sleep(0)
    print("too late")
except KeyboardInterrupt:
    print("in time")
