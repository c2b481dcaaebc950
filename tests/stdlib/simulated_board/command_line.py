# cpython: differs — it has no such module
# requires: files
# A world's file, by its option and by its variable.
import os
import subprocess
import sys

files = {
    "world.py": """
import simulated_board as board
board.virtual_time()
board.after(2500, board.pin(14).press)
print(__name__, __file__)
""",
    "main.py": """
import time
from machine import Pin
button = Pin(14, Pin.IN, Pin.PULL_UP)
button.irq(lambda pin: print("pressed"), Pin.IRQ_FALLING)
while button():
    print("waiting")
    time.sleep(1)
""",
}
for name, text in files.items():
    with open(name, "w") as file:
        file.write(text)


def run(*args, **variables):
    done = subprocess.run([sys.executable, *args], capture_output=True, text=True, env={**os.environ, **variables})
    print(done.returncode, done.stdout.split(), done.stderr.splitlines()[-1:])


run("--world", "world.py", "main.py")
run("main.py", FERROPY_WORLD="world.py")
run("--world", "world.py", "-c", "print(2)")
run("--world", "missing.py", "main.py")
run("--world")
