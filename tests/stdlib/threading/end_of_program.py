# The end of the program waits for threads that are no daemons, and drops the others.
import atexit
import threading
import time


def late():
    time.sleep(0.03)
    print("late thread")
    threading.Thread(target=later).start()


def later():
    time.sleep(0.01)
    print("its thread", threading.main_thread().is_alive())


def never():
    time.sleep(30)
    print("never")


threading.Thread(target=late).start()
threading.Thread(target=never, daemon=True).start()
atexit.register(print, "atexit")
print("end of main")
