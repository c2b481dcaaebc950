# cpython: differs — it has no such module
# slow: has loops that ask again and again
# A button, a light, wires, and what happens when, in virtual time.
import time
import simulated_board as board
from machine import ADC, PWM, Pin, Signal, Timer, time_pulse_us

board.virtual_time()


def milliseconds(changes):
    return [(round(moment / 1000), level) for moment, level in changes]


led = Pin("LED", Pin.OUT)
button = Pin(14, Pin.IN, Pin.PULL_UP)
presses = []
button.irq(lambda pin: presses.append((pin(), round(board.now()))), Pin.IRQ_FALLING)
board.after(100, board.pin(14).press, 20)
board.at(300, board.pin(14).press, 20)
timer = Timer(freq=2, callback=lambda timer: led.toggle())
time.sleep(2.2)
timer.deinit()
print(presses)
print(milliseconds(board.pin("LED").changes))
print(milliseconds(board.pin(14).changes))

# What drives a pin, and what it reads.
print(board.pin(14), board.pin(14).is_driven, board.pin("LED").is_driven, board.pin("LED").level)
board.pin(14).low()
print(button(), Signal(button, invert=True).value())
board.pin(14).release()
print(button())
board.pin(14).high()
button.pull(Pin.PULL_DOWN)
print(button())
board.pin(14).drive(None)
print(button())

# Wires carry levels and edges; low wins.
board.wire(2, 3, 4)
out, drain, read = Pin(2, Pin.OUT, value=0), Pin(3, Pin.OPEN_DRAIN, value=1), Pin(4, Pin.IN, Pin.PULL_DOWN)
edges = []
irq = read.irq(lambda pin: edges.append(irq.flags()))
levels = []
board.pin(3).on_change(levels.append)
for value in 1, 0, 1:
    out(value)
    time.sleep_ms(1)
drain(0)
print(read(), out(), drain())
drain(1)
print(read(), levels, edges)

# Pulses, measured by a wire and as a mean.
board.wire(0, 1)
board.wire(6, 26)
pulses = PWM(Pin(0), freq=1000, duty_u16=16384)
wire = Pin(1, Pin.IN)
time_pulse_us(wire, 1)
print([abs(time_pulse_us(wire, level) - time) < 20 for level, time in ((1, 250), (0, 750))], board.pin(0).pwm, board.pin(5).pwm)
PWM(Pin(6), freq=1000, duty_u16=32768)
print(ADC(26).read_u16() >> 8)
count = 0


def counted(pin):
    global count
    count += 1


wire.irq(counted, Pin.IRQ_RISING)
time.sleep_ms(20)
wire.irq(None)
print(count)
board.pin(5).pulses(150, 300, 50)
print(*(abs(time_pulse_us(Pin(5), level, 1000) - time) < 20 for level, time in ((1, 150), (0, 300), (1, 50))))
print(time_pulse_us(Pin(5), 1, 1000))

# Happenings: again and again, and not at all.
seen = []
board.every(10, lambda: seen.append(round(board.now())) or len(seen) < 4)
never = board.after(5, seen.append, "never")
never.cancel()
start = board.now()
board.advance(100)
print(len(seen), [later - earlier for earlier, later in zip(seen, seen[1:])], 100 <= board.now() - start < 100.1)

# Loops that wait.
board.after(50, board.pin(7).high)
listening = Pin(7, Pin.IN, Pin.PULL_DOWN)
start = time.ticks_ms()
while not listening():
    pass
print(49 <= time.ticks_diff(time.ticks_ms(), start) <= 51)
start = time.ticks_us()
while time.ticks_diff(time.ticks_us(), start) < 1000:
    pass
done = False


def end(timer):
    global done
    done = True


Timer(mode=Timer.ONE_SHOT, period=60_000, callback=end)
while not done:
    pass
print("done", board.now() > 60_000)
