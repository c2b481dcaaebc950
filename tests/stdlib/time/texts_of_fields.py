# strftime() and asctime(): every directive, with the flags, widths and modifiers of the GNU C library.
import time

moments = [time.gmtime(1000000000), time.gmtime(951782400), time.gmtime(-2**36), time.gmtime(-70000000000)]
for directive in "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYzZ%":
    formats = ["%" + shape + directive for shape in ("", "-", "_", "0", "^", "#", "6", "_6", "-6", "06", "^#")]
    for format in formats:
        print(format, [time.strftime(format, moment) for moment in moments[:2]])
    print([time.strftime("%" + directive, moment) for moment in moments[2:]])
for format in ("", "%", "a%", "%5", "%Q", "%-J", "%5Q", "%Ey", "%Od", "%Ed", "%OY", "%%Y", "é%Yé", "%é", "%90d", "\n%t|", "%Eu", "%O%", "%^f", "%+"):
    print(repr(format), repr(time.strftime(format, moments[0])))

# The weeks around new year, by the three ways to count them.
for year in range(2004, 2016):
    first = time.strptime(f"{year} 1", "%Y %j")
    last = time.strptime(f"{year} 365", "%Y %j")
    print(*[time.strftime("%a %U %W %G-W%V-%u %g", day) for day in (first, last)], sep=" | ")

for moment in moments:
    print(time.asctime(moment))
print(time.asctime((1999, 0, 0, 0, 0, 0, -1, 0, 0)), time.strftime("%d %m %j %w", (1999, 0, 0, 0, 0, 0, -1, 0, 0)))
zone = time.struct_time((2000, 1, 1, 0, 0, 0, 5, 1, 0, "ABC", -5400))
print(time.strftime("%Z %z %#Z", zone), repr(time.strftime("%z", (2000, 1, 1, 0, 0, 0, 5, 1, -1))))
