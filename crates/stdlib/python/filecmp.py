"""Whether files are the same, and what differs between folders."""

import os
import stat
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]
BUFSIZE = 8 * 1024
# What was found about two files, by their names and by kind, size and time of both.
_cache = {}
_MOST_KEPT = 100


def clear_cache():
    """Forget what was found, for files that changed without another time or size."""
    _cache.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are the same. If shallow, those of the same kind, size and time are not even read."""
    first, second = (
        (stat.S_IFMT(facts.st_mode), facts.st_size, facts.st_mtime) for facts in (os.stat(f1), os.stat(f2))
    )
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    if key not in _cache:
        if len(_cache) > _MOST_KEPT:
            clear_cache()
        _cache[key] = _have_same_bytes(f1, f2)
    return _cache[key]


def _have_same_bytes(f1, f2):
    with open(f1, "rb") as first, open(f2, "rb") as second:
        while True:
            a, b = first.read(BUFSIZE), second.read(BUFSIZE)
            if a != b:
                return False
            if not a:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names of files that are the same in two folders, those that differ, and those that can't be compared."""
    same, different, odd = [], [], []
    for name in common:
        try:
            (same if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else different).append(name)
        except (OSError, ValueError):
            odd.append(name)
    return same, different, odd


class dircmp:
    """Two folders; the attributes are found when they are asked for.

    left_list, right_list: what is in either; common, left_only, right_only; common_dirs, common_files, common_funny: what
    both have, by its kind; same_files, diff_files, funny_files; subdirs: a dircmp for each folder that both have.
    """

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def phase0(self):
        """Find left_list and right_list."""
        left_out = {*self.hide, *self.ignore}
        self.left_list, self.right_list = (
            sorted(name for name in os.listdir(folder) if name not in left_out) for folder in (self.left, self.right)
        )

    def phase1(self):
        """Find common, left_only and right_only."""
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """Find common_dirs, common_files and common_funny."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = {
                    stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode) for folder in (self.left, self.right)
                }
            except (OSError, ValueError):
                kinds = ()
            if kinds == {stat.S_IFDIR}:
                self.common_dirs.append(name)
            elif kinds == {stat.S_IFREG}:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Find same_files, diff_files and funny_files."""
        found = cmpfiles(self.left, self.right, self.common_files, self.shallow)
        self.same_files, self.diff_files, self.funny_files = found

    def phase4(self):
        """Find subdirs."""
        self.subdirs = {
            name: type(self)(
                os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide,
                shallow=self.shallow,
            )
            for name in self.common_dirs
        }  # fmt: skip

    def phase4_closure(self):
        """Find subdirs, and those of all folders below."""
        self.phase4()
        for below in self.subdirs.values():
            below.phase4_closure()

    def report(self):
        """Print what differs."""
        print("diff", self.left, self.right)
        for title, names in (
            (f"Only in {self.left}", self.left_only), (f"Only in {self.right}", self.right_only),
            ("Identical files", self.same_files), ("Differing files", self.diff_files),
            ("Trouble with common files", self.funny_files), ("Common subdirectories", self.common_dirs),
            ("Common funny cases", self.common_funny),
        ):  # fmt: skip
            if names:
                names.sort()
                print(title, ":", names)

    def report_partial_closure(self):
        """Print what differs, and what differs in the folders that both have."""
        self.report()
        for below in self.subdirs.values():
            print()
            below.report()

    def report_full_closure(self):
        """Print what differs, in all folders below as well."""
        self.report()
        for below in self.subdirs.values():
            print()
            below.report_full_closure()

    methodmap = dict(
        left_list=phase0, right_list=phase0, common=phase1, left_only=phase1, right_only=phase1, common_dirs=phase2,
        common_files=phase2, common_funny=phase2, same_files=phase3, diff_files=phase3, funny_files=phase3,
        subdirs=phase4,
    )  # fmt: skip

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)


def _main():
    import getopt
    import sys

    options, folders = getopt.getopt(sys.argv[1:], "r")
    if len(folders) != 2:
        raise getopt.GetoptError("need exactly two args", None)
    found = dircmp(*folders)
    found.report_full_closure() if options else found.report()


if __name__ == "__main__":
    _main()
