"""What paths are, for type checkers."""

from typing import Protocol, runtime_checkable

__all__ = ["PathInfo"]


@runtime_checkable
class PathInfo(Protocol):
    """What pathlib.Path.info has; the answers may be remembered."""

    def exists(self, *, follow_symlinks=True):
        """Whether there is something."""

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory."""

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""

    def is_symlink(self):
        """Whether it is a symbolic link."""
