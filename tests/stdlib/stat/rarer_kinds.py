# Kinds of files that other systems have.
import stat

print([(stat.S_ISPORT(mode), stat.S_ISWHT(mode), stat.S_ISDOOR(mode)) for mode in (0, 0o100644, 0o40755, 0o160000)])
