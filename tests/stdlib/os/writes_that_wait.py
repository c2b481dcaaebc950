# requires: files threads
# A write to a full pipe lets other threads run, and a handler of a signal ends its wait.
import os
import signal
import subprocess
import sys
import threading
import time

# Another thread makes room.
one, two = os.pipe()
read = []


def drain():
    while data := os.read(one, 65536):
        read.append(len(data))


size = 1_000_000
thread = threading.Thread(target=drain)
thread.start()
print(os.write(two, bytes(size)))
with open(two, "wb") as stream:
    print(stream.write(bytes(size)))
thread.join()
print(sum(read))
os.close(one)

# A handler that raises ends the wait.
one, two = os.pipe()
text = """
import os, signal, sys
class Enough(Exception): pass
def handler(number, frame): raise Enough
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    for _ in range(100):
        WRITE
except Enough:
    sys.stderr.write("enough")
    sys.stderr.flush()
    os._exit(0) if hasattr(os, "_exit") else None
"""
for write in "os.write(1, bytes(100_000))", "print('x' * 100_000)", "sys.stdout.buffer.write(bytes(100_000))":
    one, two = os.pipe()
    program = [sys.executable, "-c", text.replace("WRITE", write)]
    process = subprocess.Popen(program, stdout=two, stderr=subprocess.PIPE)
    os.close(two)
    print(process.stderr.read(6))
    os.close(one)
    process.stderr.close()
    process.wait()
