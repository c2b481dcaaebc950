# The clocks that count in nanoseconds.
import time

print(type(time.process_time_ns()).__name__, type(time.thread_time_ns()).__name__, time.thread_time_ns() <= time.thread_time_ns())
print(time.process_time_ns() <= time.process_time_ns(), callable(time.clock_settime_ns))
