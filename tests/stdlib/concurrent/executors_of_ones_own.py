# requires: threads
# Executors that programs write, and pools that are broken.
import concurrent.futures
import logging


class Now(concurrent.futures.Executor):
    """Runs everything at once."""

    def submit(self, function, /, *args, **kwargs):
        future = concurrent.futures.Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


with Now() as executor:
    print(list(executor.map(pow, [2, 3], [3, 2])), executor.submit(int, "x").exception())
for call in (concurrent.futures.Executor().submit, lambda: concurrent.futures.Executor().submit(print)):
    try:
        call()
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__)
print(issubclass(concurrent.futures.BrokenExecutor, RuntimeError), concurrent.futures.Executor().shutdown())


def fails():
    raise ValueError("can't start")


logging.disable()
with concurrent.futures.ThreadPoolExecutor(1, initializer=fails) as pool:
    try:
        pool.submit(print).result()
    except concurrent.futures.BrokenExecutor as error:
        print(type(error).__name__)
