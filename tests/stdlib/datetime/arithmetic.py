# python: 3.13
# Sums and products of spans, dates and moments; random ones, the same each time.
import random
from datetime import *

R = random.Random(7)


def t(action):
    try:
        return repr(action())
    except Exception as error:
        return type(error).__name__


for _ in range(60):

    def td():
        return timedelta(
            R.randrange(-(10 ** R.randrange(10)), 10 ** R.randrange(10)),
            R.random() * 10 ** R.randrange(8),
            R.randrange(10 ** R.randrange(1, 12)),
            hours=R.choice([0, 0.1, 0.5, 1 / 3]),
        )

    a = td()
    b = td()
    k = R.randrange(-20, 20)
    x = R.random() * 10 - 5
    x = R.choice([x, round(x * 4) / 4])
    print(
        a,
        repr(b),
        t(lambda: a + b),
        t(lambda: a - b),
        t(lambda: a * k),
        t(lambda: a * x),
        t(lambda: a / k),
        t(lambda: a / x),
        t(lambda: a // k),
        t(lambda: a // b),
        t(lambda: a / b),
        t(lambda: a % b),
        t(lambda: divmod(a, b)),
        a < b,
        a <= b,
        a == b,
        a > b,
        a.total_seconds(),
        abs(a),
        -a,
        +a,
        bool(a),
    )
    da = date.fromordinal(R.randrange(1, 3652060))
    db = date.fromordinal(R.randrange(1, 3652060))
    print(
        da,
        db,
        da - db,
        t(lambda: da + a),
        t(lambda: da - a),
        da.isocalendar()[:],
        date.fromisocalendar(*da.isocalendar()) == da,
        da.toordinal(),
        da.weekday(),
        da.timetuple()[:],
        da.strftime("%x %U"),
    )
    dt = datetime.combine(
        da,
        time(
            R.randrange(24),
            R.randrange(60),
            tzinfo=R.choice(
                [
                    None,
                    timezone.utc,
                    timezone(timedelta(minutes=R.randrange(-1439, 1440), seconds=R.choice([0, 30]))),
                ]
            ),
        ),
    )
    print(
        repr(dt),
        dt,
        t(lambda: dt + a),
        t(lambda: dt - a),
        t(lambda: dt.astimezone(timezone.utc)),
        t(lambda: dt.utctimetuple()[:]),
        t(lambda: dt.timestamp()),
        dt.timetz(),
        repr(dt.timetz()),
        dt.__reduce__(),
    )
    s = R.choice([dt.isoformat(), dt.isoformat(" ", "milliseconds")])
    print(t(lambda: datetime.fromisoformat(s)), t(lambda: datetime.strptime(s, "%Y-%m-%dT%H:%M:%S%z")))
