# What may be said for a whole module: what is to be done at its end; and results that are known.
import contextlib
import io
import sys
import unittest
import warnings

log = []


@contextlib.contextmanager
def context(name):
    log.append(f"enter {name}")
    yield name
    log.append(f"leave {name}")


def setUpModule():
    unittest.addModuleCleanup(log.append, "cleaned")
    log.append(unittest.enterModuleContext(context("module")))


def tearDownModule():
    log.append("torn down")


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append(cls.enterClassContext(context("class")))
        cls.addClassCleanup(log.append, "class cleaned")

    def test(self):
        log.append(self.enterContext(context("test")))


result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
print(result.wasSuccessful(), isinstance(result, unittest.TextTestResult))
print(*log, sep="\n")
log.clear()
unittest.addModuleCleanup(log.append, 1)
unittest.addModuleCleanup(lambda: 1 / 0)
unittest.addModuleCleanup(log.append, 2)
try:
    unittest.doModuleCleanups()
except ZeroDivisionError as error:
    print(error, log)
try:
    unittest.enterModuleContext(5)
except TypeError as error:
    print(error)

result = unittest.TestResult()
unittest.registerResult(result)
print(unittest.removeResult(result), unittest.removeResult(result))
