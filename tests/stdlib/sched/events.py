# Calls at their times, by a clock of the program's own.
import sched

now = 0


def clock():
    return now


def wait(seconds):
    global now
    waits.append(seconds)
    now += seconds


waits, made = [], []
scheduler = sched.scheduler(clock, wait)


def note(*args, **kwargs):
    made.append((now, args, kwargs))


scheduler.enter(5, 1, note, ("b",))
scheduler.enter(5, 0, note, ("a",), {"k": 1})
late = scheduler.enterabs(20, 1, note, argument=("late",))
gone = scheduler.enter(1, 1, note, ("gone",))
print(
    [(event.time, event.priority, event.sequence, event.argument, event.kwargs) for event in scheduler.queue],
    scheduler.empty(),
)
scheduler.cancel(gone)
try:
    scheduler.cancel(gone)
except ValueError as error:
    print("ValueError", error)
print(scheduler.run(blocking=False), made)
now = 5
print(scheduler.run(False), made, waits)
scheduler.enter(2, 1, lambda: scheduler.enter(3, 1, note, ("nested",)))
print(
    scheduler.run(),
    made,
    waits,
    now,
    scheduler.empty(),
    scheduler.queue,
    scheduler.run(),
    scheduler.run(False),
)


def fail():
    raise KeyError("x")


scheduler.enter(1, 1, fail)
scheduler.enter(2, 1, note)
try:
    scheduler.run()
except KeyError as error:
    print(repr(error), len(scheduler.queue), scheduler.run(), made[-1])
event = sched.Event(1, 2, 3, note, (), {})
print(
    event._fields,
    event[:3],
    late < event,
    event == event,
    event._replace(time=7).time,
    type(event).__name__,
    scheduler.timefunc is clock,
    scheduler.delayfunc is wait,
)
