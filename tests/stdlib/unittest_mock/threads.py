# requires: threads
# python: 3.13
import sys, types, os
import unittest.mock as M
from unittest.mock import *
from fixtures.tried import trying

t, _ = trying(globals())


tm = ThreadingMock()
tm(1)
tm.wait_until_called()
tm.wait_until_any_call_with(1)
t("ThreadingMock(timeout=0.01).wait_until_called()")
