"""sqlite3 by the name that PEP 249 is known by: the same names."""

from sqlite3 import *
