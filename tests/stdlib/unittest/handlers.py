# Ctrl-C stops the results that are registered, until the handler is taken away.
import signal
import unittest

default = signal.getsignal(signal.SIGINT)
unittest.installHandler()
print(signal.getsignal(signal.SIGINT) is default)
result = unittest.TestResult()
unittest.registerResult(result)
signal.raise_signal(signal.SIGINT)
print(result.shouldStop)
print(unittest.removeResult(result))


@unittest.removeHandler
def without():
    return signal.getsignal(signal.SIGINT) is default


print(without(), signal.getsignal(signal.SIGINT) is default)
unittest.removeHandler()
print(signal.getsignal(signal.SIGINT) is default)
