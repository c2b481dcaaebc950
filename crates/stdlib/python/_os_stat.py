# The result of os.stat(), which os loads when it is first wanted.
__name__ = "os"


class stat_result(tuple):
    """What is known about a file: a tuple whose items have names."""

    n_fields = 19
    n_sequence_fields = 10
    n_unnamed_fields = 3
    __match_args__ = (
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
    )

    def __new__(cls, sequence, dict={}):
        items = tuple(sequence)
        if not 10 <= len(items) <= 19:
            bound = "least 10" if len(items) < 10 else "most 19"
            raise TypeError(f"os.stat_result() takes an at {bound}-sequence ({len(items)}-sequence given)")
        result = super().__new__(cls, items[:10])
        # What is only known by name; without times of their own the whole seconds have to do.
        more = items[10:] + (None,) * (19 - len(items))
        result._more = tuple([whole if time is None else time for time, whole in zip(more, items[7:10])]) + more[3:]
        return result

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._more[0])
    st_mtime = property(lambda self: self._more[1])
    st_ctime = property(lambda self: self._more[2])
    st_atime_ns = property(lambda self: self._more[3])
    st_mtime_ns = property(lambda self: self._more[4])
    st_ctime_ns = property(lambda self: self._more[5])
    st_blksize = property(lambda self: self._more[6])
    st_blocks = property(lambda self: self._more[7])
    st_rdev = property(lambda self: self._more[8])

    def __repr__(self):
        names = ("mode", "ino", "dev", "nlink", "uid", "gid", "size", "atime", "mtime", "ctime")
        shown = ", ".join([f"st_{name}={value!r}" for name, value in zip(names, self)])
        return f"os.stat_result({shown})"

    def __reduce__(self):
        return type(self), (tuple(self) + self._more,)
