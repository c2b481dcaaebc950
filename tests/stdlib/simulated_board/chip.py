# cpython: differs — it has no such module
# status: 1
# stderr: yes
# The chip as a whole, and how programs end.
import asyncio
import select
import threading
import time

import machine
import rp2
import simulated_board as board

board.virtual_time()
board.set_unique_id(b"12345678")
print(machine.unique_id(), machine.reset_cause() == machine.PWRON_RESET)
board.set_reset_cause(True)
print(machine.reset_cause() == machine.WDT_RESET, rp2.bootsel_button())
board.hold_boot_button()
print(rp2.bootsel_button())
machine.mem32[0x20000010] = 0x12345678
print(hex(machine.mem8[0x20000011]), hex(machine.mem16[0x20000012]), bytes(board.memory()[0x10:0x14]))

machine.RTC().datetime((2021, 5, 6, 3, 7, 8, 9, 0))
time.sleep(3600)
print(machine.RTC().datetime(), time.gmtime()[:6])


def takes(function, *args):
    start = board.now()
    function(*args)
    return round(board.now() - start)


# What only changes the world wakes nobody; a handler does.
board.after(30, board.adc, 0)
print(takes(machine.lightsleep, 100), takes(machine.idle))
board.after(30, board.pin(5).high)
machine.Pin(5, machine.Pin.IN).irq(lambda pin: print("woken"))
print(takes(machine.lightsleep, 100))


# Others who wait.
async def ticks(name, wait):
    for tick in range(3):
        await asyncio.sleep(wait)
        print(name, tick, end="; ")


async def both():
    await asyncio.gather(ticks("slow", 100.5), ticks("fast", 40))


print(takes(asyncio.run, both()) // 10)
print(takes(select.select, [], [], [], 10) // 10)
thread = threading.Thread(target=time.sleep, args=(50,))
thread.start()
print(takes(thread.join))

# Resets.
board.on_reset(print)
for wait in 0.1, 1.5, 3:
    try:
        machine.WDT(timeout=2000)
        time.sleep(wait)
        print("awake")
        if wait < 1:
            machine.reset()
        elif wait < 2:
            machine.bootloader()
    except SystemExit as error:
        print(repr(error.code))
watchdog = machine.WDT(timeout=2000)
for meal in range(3):
    time.sleep(1.5)
    watchdog.feed()
print("fed")
board.on_reset(None)
time.sleep(3)
print("not reached")
