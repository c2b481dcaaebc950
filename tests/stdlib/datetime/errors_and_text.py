# python: 3.14
# What dates, times and zones refuse, and how they show themselves.
import datetime as d

D = d.datetime


def t(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class tz(d.tzinfo):
    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, moment):
        return self.answer

    dst = tzname = utcoffset


t(lambda: d.date(2020, 1, 1) + 1)
t(lambda: d.date(2020, 13, 1))
t(lambda: d.date(2020, 2, 31))
t(lambda: d.date("2020", 13, 1))
t(lambda: d.date(0, 1, 1))
t(lambda: d.date())
t(lambda: d.date(1.0, 2, 3))
t(lambda: d.date(10**20, 2, 3))
t(lambda: d.date(9, 2, 3).strftime("%Y %C %G %F %y %s %:z %z %f %Z"))
t(lambda: d.time(25))
t(lambda: d.time(1, fold=2))
t(lambda: d.time(1, tzinfo=2))
t(lambda: d.datetime.fromisoformat("2020-01-01T24:00:00"))
t(lambda: d.datetime.fromisoformat("2020-13-01T24:00:00"))
t(lambda: d.datetime.fromisoformat("2020-12-01T25:00:00"))
t(lambda: d.date.fromisoformat("2020-13-01"))
t(lambda: d.date.fromisoformat(3))
t(lambda: d.timedelta("a"))
t(lambda: d.timedelta(10**9))
t(lambda: d.timedelta(10**29))
t(lambda: d.timedelta(float("inf")))
t(lambda: d.timedelta(float("nan")))
t(lambda: d.timezone(3))
t(lambda: d.timezone(d.timedelta(1)))
t(lambda: d.timezone(d.timedelta(0), 3))
t(lambda: d.timezone.utc.utcoffset(3))
t(lambda: d.tzinfo().utcoffset(None))
t(lambda: d.tzinfo().fromutc(None))
t(lambda: d.tzinfo().fromutc(d.datetime(2020, 1, 1)))
t(lambda: d.date.__reduce__(d.date(2020, 1, 1)))
t(lambda: d.datetime.strptime("a", "%H"))
t(lambda: d.date(2020, 1, 1) < d.datetime(2020, 1, 1))
t(lambda: d.date(2020, 1, 1) < 1)
t(lambda: d.datetime(2020, 1, 1) < 1)
t(lambda: d.datetime.max + d.timedelta(1))
t(lambda: d.date.max + d.timedelta(1))
t(lambda: d.date.max + d.timedelta.max)
t(lambda: d.datetime.fromtimestamp(1e20))
t(lambda: d.datetime.fromtimestamp("a"))
t(lambda: d.date.fromtimestamp(1e20))
t(lambda: d.date.fromordinal(0))
t(lambda: d.date.fromordinal(10**10))
t(lambda: d.date.fromisocalendar(2020, 54, 1))
t(lambda: d.date.fromisocalendar(2020, 4, 8))
t(lambda: d.date.fromisocalendar(0, 4, 8))
t(lambda: d.datetime.combine(1, 2))
t(lambda: d.datetime(1, 1, 1).astimezone(1))
t(lambda: d.datetime(1, 1, 1).isoformat(1))
t(lambda: d.datetime(1, 1, 1).isoformat("ab"))
t(lambda: d.datetime(1, 1, 1).isoformat(timespec="ab"))
t(lambda: D(2020, 1, 1, tzinfo=tz(3)).utcoffset())
t(lambda: D(2020, 1, 1, tzinfo=tz(3)).tzname())
t(lambda: D(2020, 1, 1, tzinfo=tz(3)).dst())
t(lambda: D(2020, 1, 1, tzinfo=tz(d.timedelta(2))).dst())
t(lambda: D(2020, 1, 1, tzinfo=tz(d.timedelta(2))).utcoffset())
t(lambda: D(2020, 1, 1, tzinfo=tz(d.timedelta(0, 1, 3))).isoformat())
t(lambda: D(2020, 1, 1, tzinfo=tz(None)).isoformat())
t(lambda: D(2020, 1, 1) < D(2020, 1, 1, tzinfo=d.UTC))
t(lambda: d.time(1) < d.time(1, tzinfo=d.UTC))
t(lambda: D(2020, 1, 1) - D(2020, 1, 1, tzinfo=d.UTC))
t(lambda: D(2020, 1, 1, tzinfo=tz(None)).astimezone(d.UTC))
t(lambda: D(2020, 1, 1, tzinfo=tz(None)).strftime("%z|%Z|%:z|%::z|%%z|%f|%-d|%Q|%"))
t(lambda: D(2020, 1, 1, 1, 2, 3, 4, tzinfo=d.UTC).strftime("%z|%Z|%:z|%::z|%%z|%f|%-d|%Q|%"))
t(lambda: d.time(1, 2, 3, 4).strftime("%Y %d %H %f"))
t(lambda: D(2020, 1, 1, 1, 2, 3, 4).strftime(3))
t(lambda: format(D(2020, 1, 1, 1, 2, 3, 4), ""))
t(lambda: D(2020, 1, 1, 1, 2, 3, 4).__format__(3))
t(lambda: D(b"\x07\xe4\x01\x01\0\0\0\0\0\0", 3))
t(lambda: D(b"\x07\xe4\x01\x01\0\0\0\0\0"))
t(lambda: d.date(b"\x07\xe4\x00\x01"))
t(lambda: d.date("\x07\xe4\x00\x01"))
t(lambda: d.time(b"\x07\xe4\x00\x01"))
t(lambda: d.time(b"\x07\x04\x00\x01\0\0", d.UTC))
t(lambda: d.time(b"\x87\x04\x00\x01\0\0", d.UTC).fold)
t(lambda: D(2020, 1, 1, fold=1).__reduce_ex__(3))
t(lambda: D(2020, 1, 1, fold=1).__reduce_ex__(4))
t(lambda: D(2020, 1, 1, fold=1).__reduce__())
t(lambda: D(2020, 1, 1, fold=1, tzinfo=d.UTC).__reduce__())
t(lambda: d.UTC.__reduce_ex__(2))
t(lambda: d.timezone(d.timedelta(0), "a").__reduce_ex__(2))
t(lambda: d.UTC.__reduce__())
t(lambda: d.timezone(d.timedelta(0), "a").__getinitargs__())
t(lambda: d.timezone.utc.__getinitargs__())
t(lambda: d.timedelta(3).__reduce__())
t(
    lambda: (
        repr(d.UTC),
        str(d.UTC),
        repr(d.timezone(d.timedelta(0), "x")),
        repr(d.timezone(d.timedelta(0, 3))),
        str(d.timezone(-d.timedelta(0, 3, 4))),
    )
)
t(lambda: D(2020, 1, 1).replace(day=40))
t(lambda: D(2020, 1))
t(lambda: d.timedelta(1) * float("nan"))
t(lambda: d.timedelta(1) * float("inf"))
t(lambda: d.timedelta.max * 2)
t(lambda: -d.timedelta.min)
t(lambda: -d.timedelta.max)
t(lambda: d.timedelta(1) + 1)
t(lambda: d.timedelta(1) < 1)
t(lambda: hash(d.timedelta(1)) == hash(d.timedelta(0, 86400)))
t(lambda: d.timedelta(True, 2.5))
t(lambda: D.fromtimestamp(1.5, tz=3))
t(lambda: D.fromtimestamp(1.9999999, tz=d.UTC))
t(lambda: D.fromtimestamp(-1.5000005, tz=d.UTC))
t(lambda: D.fromtimestamp(float("nan"), tz=d.UTC))
t(lambda: D.fromtimestamp(1e14, tz=d.UTC))
t(lambda: D.fromtimestamp(-1e12, tz=d.UTC))
t(lambda: D(1, 1, 1, tzinfo=d.UTC).timestamp())
t(lambda: D(9999, 12, 31, 23, tzinfo=d.timezone(-d.timedelta(hours=5))).timestamp())
t(lambda: D(9999, 12, 31, 23, tzinfo=d.timezone(-d.timedelta(hours=5))).astimezone(d.UTC))
t(lambda: D(9999, 12, 31, 23, tzinfo=d.timezone(-d.timedelta(hours=5))).utctimetuple())
t(lambda: D(1, 1, 1, 1, tzinfo=d.timezone(d.timedelta(hours=5))).utctimetuple())
t(lambda: D.strptime("2020 +05:30", "%Y %z"))
t(lambda: D.strptime("2020 +05:30 EST", "%Y %z %Z"))
t(lambda: D.strptime("2020 UTC", "%Y %Z"))
t(lambda: D.strptime("2020 12:00:61", "%Y %H:%M:%S"))
t(lambda: D.now(3))
t(lambda: D.now(tz=d.UTC).tzinfo)
t(lambda: D.combine(d.date(2020, 1, 1), d.time(1, tzinfo=d.UTC, fold=1)))
t(lambda: D.combine(d.date(2020, 1, 1), d.time(1, tzinfo=d.UTC, fold=1), None).fold)
t(lambda: D.combine(d.date(2020, 1, 1), d.time(1), tzinfo=4))
t(lambda: d.date(2020, 1, 1).isocalendar()[0:2])
t(lambda: d.date(2020, 1, 1).isocalendar().week)
t(lambda: d.date(2020, 1, 1).isocalendar().__reduce__())
t(lambda: d.date(2020, 1, 1).isocalendar() + (1,))
t(lambda: d.date(2020, 1, 1).isocalendar() == (2020, 1, 3))
t(lambda: type(d.date(2020, 1, 1).isocalendar()).__mro__)
t(lambda: type(d.date(2020, 1, 1).isocalendar())(1, 2, 3))
t(lambda: d.date(2020, 1, 1).timetuple())
t(lambda: D(2020, 1, 1, tzinfo=d.UTC).timetuple())
t(
    lambda: (
        d.date.min,
        d.date.max,
        d.date.resolution,
        d.time.min,
        d.time.max,
        d.time.resolution,
        D.min,
        D.max,
        D.resolution,
        d.timedelta.min,
        d.timedelta.max,
        d.timedelta.resolution,
        d.timezone.min,
        d.timezone.max,
    )
)
t(lambda: d.date(2020, 1, 1) - D(2020, 1, 1))
t(lambda: D(2020, 1, 1) - d.date(2020, 1, 1))
t(lambda: d.date(2020, 1, 1) == D(2020, 1, 1))
t(lambda: d.date(2020, 1, 1) - d.timedelta(hours=30))
