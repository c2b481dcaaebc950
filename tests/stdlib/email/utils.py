import email.utils as U, datetime


def t(f, *a, **k):
    try:
        print(a, k, repr(f(*a, **k)))
    except Exception as e:
        print(a, type(e).__name__, e)


for d in [
    "Mon, 20 Nov 1995 19:12:08 -0500",
    "20 Nov 1995 19:12:08 GMT",
    "20 Nov 95 19:12 EST",
    "Nov 20 1995 19:12:08",
    "Mon Nov 20 19:12:08 1995",
    "Monday, 20-Nov-95 19:12:08 GMT",
    "20 November 1995 19:12:08 +0130",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "",
    None,
    "x",
    "Mon, 20 Nov 1995",
    "20 Nov 1995 19.12.08 Z",
    "20 Nov 1995 19:12:08 -0000",
    "20 Nov 1995 19:12:08 XYZ",
    "20 Nov 70 1:2:3 +0000",
    "20 Nov 60 1:2:3 +0000",
    "99 Foo 1995 1:2:3",
    "20 Nov 1995 19:12:08+0100",
    "Fri, 09 Sep 2005 23:52 +0200",
]:
    t(U.parsedate_tz, d)
    t(U.parsedate, d)
    t(U.parsedate_to_datetime, d)
t(U.mktime_tz, (1995, 11, 20, 19, 12, 8, 0, 1, -1, -18000))
t(U.formatdate, 0)
t(U.formatdate, 1e9, usegmt=True)
tz = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
dt = datetime.datetime(2020, 1, 2, 3, 4, 5)
t(U.format_datetime, dt)
t(U.format_datetime, dt.replace(tzinfo=tz))
t(U.format_datetime, dt, True)
t(U.format_datetime, dt.replace(tzinfo=datetime.timezone.utc), True)
for a in [
    "a@b.c",
    "A B <a@b.c>",
    '"B, A" <a@b.c>',
    "a@b.c (A B)",
    "<a@b.c>",
    "A <a@b.c>, B <d@e.f>",
    "a",
    "",
    "A B",
    "A <a@b",
    "grp: a@b.c, X <d@e.f>;",
    "a@b@c",
    "<a@b@c>",
    "A (x) B <a@b.c>",
    '"a b"@c.d',
    "a.b.c@d.e",
    "A. B. C <a@b.c>",
    "a @ b . c",
    "@b.c",
    "<@r:a@b.c>",
    "a@[1.2.3.4]",
    '"A \\"q\\" B" <a@b>',
    "=?utf-8?q?x?= <a@b>",
    "a@b.c,",
    "a,b",
    "(c) a@b.c",
    "A\n <a@b.c>",
    "a@b.c <d@e.f>",
    ")(",
    "é <a@b>",
]:
    t(U.parseaddr, a)
    t(U.parseaddr, a, strict=False)
    t(U.getaddresses, [a])
t(U.getaddresses, ["a@b, C <d@e>", "f@g"])
t(U.parseaddr, ["a@b"])
t(U.parseaddr, None)
for p in [
    ("A B", "a@b"),
    ("", "a@b"),
    ("A, B", "a@b"),
    ('A "q"', "a@b"),
    ("Ä", "a@b"),
    ("A", "ä@b"),
    (None, "a@b"),
]:
    t(U.formataddr, p)
t(U.formataddr, ("Ä", "a@b"), "latin-1")
for q in ['"a\\"b"', "<x>", "x", '"', ""]:
    t(U.unquote, q)
    t(U.quote, q)
t(U.decode_rfc2231, "utf-8'en'a%20b")
t(U.decode_rfc2231, "x")
t(U.encode_rfc2231, "ä b", "utf-8", "de")
t(U.encode_rfc2231, "a b")
t(
    U.decode_params,
    [
        ("text/plain", ""),
        ("charset", '"x"'),
        ("title*", "utf-8'en'a%20b"),
        ("n*0", "ab"),
        ("n*1*", "%20c"),
        ("m*1", "y"),
        ("m*0", "x"),
    ],
)
t(U.collapse_rfc2231_value, ("utf-8", "en", "\xc3\xa4"))
t(U.collapse_rfc2231_value, '"x"')
print(
    U.make_msgid("x", "d")[-4:], U.localtime(dt.replace(tzinfo=tz)).utcoffset() is not None, sorted(U.__all__)
)
