# python: 3.14
# strptime(): formats that fit, and what is said of those that do not.
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)

cases = [
    ("Sat Jun  6 16:26:11 1998", "%a %b %d %H:%M:%S %Y"), ("111", "%d%m"), ("1 1", "%d %m"),
    ("30/12/99 10:11", "%d/%m/%y %H:%M"), ("68 69", "%y %d"), ("12:30 PM", "%I:%M %p"), ("12:30 am", "%I:%M %p"),
    ("MAY", "%b"), ("September 3", "%B %d"), ("SUNDAY", "%A"), ("2004 53 0", "%Y %U %w"), ("2004 00 3", "%Y %W %w"),
    ("2004 366", "%Y %j"), ("2001 Feb 29", "%Y %b %d"), ("2015 53 1", "%G %V %u"), ("2014 53 1", "%G %V %u"),
    ("2020-W10-1", "%G-W%V-%u"), ("2015 53", "%G %V"), ("2015 53 1", "%Y %V %u"), ("53 1", "%V %u"), ("2015 3", "%G %j"),
    ("+0130", "%z"), ("-01:30:15.123", "%z"), ("Z", "%z"), ("z", "%z"), ("+1", "%z"), ("+01:3015", "%z"), ("GMT", "%Z"),
    ("XYZ", "%Z"), ("1.5", "%S.%f"), ("1.1234567", "%S.%f"), ("%5", "%%%d"), ("2001  \t 01", "%Y %m"), ("200101", "%Y%m%d"),
    ("a.b", "a.b"), ("A+b 3", "a+B %d"), (" 5", "%d"), ("", ""), (" ", ""), ("", "%Y"), ("62", "%S"), ("24", "%H"),
    ("00", "%d"), ("2001-01-01x", "%Y-%m-%d"), ("x", "%Y"), ("x", "%Q"), ("x", "%"), ("x", "%Y %"), ("9" * 5, "%Y"),
    (5, "%Y"), ("5", 5), (b"5", "%d"), ("01/02/03", "%x"), ("01:02:03", "%X"), ("Tue Jan 12 20:47:08 1960", "%c"),
]
for text, format in cases:
    try:
        fields = time.strptime(text, format)
    except (ValueError, TypeError) as error:
        print(repr(text), repr(format), type(error).__name__, error)
    else:
        print(repr(text), repr(format), tuple(fields), fields.tm_zone, fields.tm_gmtoff)
print(time.strptime("Thu Jan  1 00:00:00 1970"))
for moment in range(-2**33, 2**33, 123456789):
    fields = time.gmtime(moment)
    for format in ("%Y-%m-%d %H:%M:%S", "%c", "%j %Y %I %p %M %S", "%A %d %B %Y %X"):
        if time.strptime(time.strftime(format, fields), format)[:8] != fields[:8]:
            print("differs", format, fields)
