# A program may take names out of the module; the classes know each other all the same.
import datetime as module
from datetime import date, datetime, time, timedelta

for name in ("date", "time"):
    del module.__dict__[name]
moment = datetime(2002, 3, 2, 17, 6)
print(
    moment + timedelta(hours=1), moment - timedelta(1), moment.date(), moment.time(), repr(moment.replace(year=2003))
)
print(
    date(2002, 3, 2) - date(2002, 3, 1),
    datetime.combine(date(2001, 1, 1), time(3, 4)),
    datetime.fromisoformat("2002-03-02"),
)
