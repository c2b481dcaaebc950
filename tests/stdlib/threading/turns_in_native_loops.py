# A loop whose every step is native lets other threads have their turns.
import threading

found = []


def spin():
    for _ in iter(int, 1):
        if found:
            break


spinning = threading.Thread(target=spin)
spinning.start()
other = threading.Thread(target=found.append, args=(1,))
other.start()
spinning.join()
print(found)
