"""What Python 3.15 does not allow any more: arguments by position, or by name."""

import sqlite3
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


class Aggregate:
    pass


connection = sqlite3.connect(":memory:", 5.0)
connection.close()
connection = sqlite3.Connection(":memory:", 5.0, 0)
connection.create_function(name="f", narg=1, func=len)
connection.create_function("f", 1, func=len)
connection.create_function("f", 1, len, deterministic=True)
connection.create_aggregate("g", n_arg=1, aggregate_class=Aggregate)
connection.set_authorizer(authorizer_callback=None)
connection.set_progress_handler(progress_handler=None, n=5)
connection.set_progress_handler(None, n=5)
connection.set_trace_callback(trace_callback=None)
print(connection.execute("SELECT f('text')").fetchall())
connection.close()
