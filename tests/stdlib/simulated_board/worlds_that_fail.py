# cpython: differs — it has no such module
# Programs that run on the board, and worlds in which something goes wrong.
import os
import time

import simulated_board as board
from machine import Pin

board.virtual_time()
with open("blink.py", "w") as file:
    file.write("""
import time
from machine import Pin
led = Pin("LED", Pin.OUT)
count = 0
while True:
    led.toggle()
    count += 1
    time.sleep_ms(500)
""")
try:
    print(board.run("blink.py", 2200)["count"])
except TypeError as error:
    print(error)
print([(round(moment / 1000), level) for moment, level in board.pin("LED").changes])
with open("ends.py", "w") as file:
    file.write("import machine\nanswer = 42\nmachine.soft_reset()\n")
print(board.run("ends.py")["answer"])


def fail():
    assert Pin("LED")() == 2, "not as bright"


board.after(10, fail)
try:
    time.sleep(1)
    print("not reached")
except board.WorldError as error:
    print(error, "|", repr(error.__cause__))
board.after(10, fail)
try:
    while True:
        Pin(3)()
except KeyboardInterrupt as error:
    print(error)
board.after(10, board.stop, 3)
try:
    time.sleep(1)
except SystemExit as error:
    print(error.code)
board.stop_after(10)
try:
    time.sleep(1)
except SystemExit as error:
    print(error.code)
for moment, what, value in list(board.timeline)[:2]:
    print(what, value)
for wrong in (lambda: board.pin(99)), (lambda: board.i2c(0).attach(200, None)), (lambda: board.adc(2.5)):
    try:
        wrong()
    except (ValueError, IndexError) as error:
        print(error)
