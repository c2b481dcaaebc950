# requires: files
import os

print(os.terminal_size((80, 24)), os.terminal_size([1, 2]).lines, os.terminal_size.n_fields)
print(os.uname_result("abcde"), os.uname_result("abcde").machine)
print(os.times_result(range(5)))
print(os.statvfs_result(range(11)).f_fsid, os.statvfs_result(range(10)).f_fsid, os.statvfs_result(range(10)))
result = os.stat_result(range(10))
print(result, result.st_size, result.st_atime, result.st_mtime, result.st_blksize, result.st_atime_ns)
result = os.stat_result(range(19))
print(result.st_atime, result.st_ctime, result.st_mtime_ns, result.st_blksize, result.st_blocks, result.st_rdev, len(result))
print(os.stat_result.n_fields, os.stat_result.n_sequence_fields, os.stat_result.__match_args__)
for make in (
    lambda: os.stat_result(range(9)),
    lambda: os.stat_result(range(20)),
    lambda: os.terminal_size((1, 2, 3)),
    lambda: os.uname_result((1, 2)),
    lambda: os.statvfs_result((1, 2)),
):
    try:
        make()
    except TypeError as error:
        print(error)
names = os.uname()
print(type(names) is os.uname_result, len(names), names.sysname == names[0], all(isinstance(name, str) for name in names))
spent = os.times()
print(type(spent) is os.times_result, len(spent), all(isinstance(time, float) for time in spent), spent.elapsed > 0)
space = os.statvfs(".")
print(type(space) is os.statvfs_result, space.f_bsize > 0, space.f_blocks >= space.f_bfree, space.f_namemax > 10)
try:
    os.statvfs("nothing")
except OSError as error:
    print(error)
with open("file", "wb") as file:
    file.write(b"x" * 5000)
found = os.stat("file")
print(found.st_size, found.st_blksize > 0, found.st_blocks > 0, found.st_rdev, int(found.st_mtime) == found[8])
try:
    os.no_such_name
except AttributeError as error:
    print(error, error.name)
print(all(name in dir(os) for name in ("uname_result", "terminal_size", "times_result", "statvfs_result")))
