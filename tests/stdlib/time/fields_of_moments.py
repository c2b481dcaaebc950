# struct_time: its fields, and moments from far away as fields of UTC.
import time

epoch = time.gmtime(0)
print(epoch)
print(tuple(epoch), len(epoch), epoch == (1970, 1, 1, 0, 0, 0, 3, 1, 0))
print(epoch.tm_zone, epoch.tm_gmtoff, epoch[0], epoch[-1], epoch[:3])
print(time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.__match_args__)
print(isinstance(epoch, tuple), type(epoch))
for moment in (951782399, 951782400, -1, -1.5, 1.9, 2**31, -2**40, 2**45, -67768040609740800):
    print(moment, tuple(time.gmtime(moment)))
for moment in (67768036191676800, -67768040609740801, 2**63, -2**70, 1e300, float("inf"), float("nan"), "1", 1j):
    try:
        print(time.gmtime(moment))
    except (OSError, OverflowError, ValueError, TypeError) as error:
        print(moment, type(error).__name__, error)

made = time.struct_time(range(11))
print(made, made.tm_zone, made.tm_gmtoff)
print(time.struct_time(range(9)).tm_zone)
match time.gmtime(86400 * 366):
    case time.struct_time(tm_year=1971, tm_mon=1, tm_mday=day):
        print("day", day)


class Record:
    converter = time.gmtime


print(Record().converter(0).tm_year)
print(time.gmtime(None)[0] == time.gmtime()[0] == time.gmtime(time.time())[0])
