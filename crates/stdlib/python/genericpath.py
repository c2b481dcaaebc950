"""What os.path has for all systems alike."""

import os
import stat
from posixpath import (
    ALLOW_MISSING, commonprefix, exists, getatime, getctime, getmtime, getsize, isdevdrive, isdir, isfile, isjunction,
    islink, lexists, samefile, sameopenfile, samestat,
)  # fmt: skip

__all__ = [
    "commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdevdrive", "isdir", "isfile",
    "isjunction", "islink", "lexists", "samefile", "sameopenfile", "samestat", "ALLOW_MISSING",
]  # fmt: skip
