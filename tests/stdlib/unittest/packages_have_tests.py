# discover() takes the tests in a package's __init__ whatever the pattern says, and asks load_tests().
# requires: files
import os
import sys
import unittest

files = {
    "shelf/__init__.py": "import unittest\nclass Own(unittest.TestCase):\n    def test_own(self): pass\n",
    "shelf/test_one.py": "import unittest\nclass One(unittest.TestCase):\n    def test_one(self): pass\n",
    "shelf/other.py": "raise SystemExit\n",
    "room/__init__.py": "def load_tests(loader, tests, pattern):\n    print('asked', pattern)\n    return tests\n",
    "room/test_two.py": "raise SystemExit\n",
    "broken/__init__.py": "import unittest\nraise unittest.SkipTest('not today')\n",
}
for path, text in files.items():
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def walk(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from walk(test)
        else:
            yield test


loader = unittest.TestLoader()
for test in walk(loader.discover(".")):
    print(test.id())
for start in ("sys", "no_such_folder"):
    try:
        loader.discover(start)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), "."))
