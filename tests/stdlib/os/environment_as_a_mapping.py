# The environment is a mapping like others: for collections.abc, operators and update().
import os
from collections import UserDict
from collections.abc import Mapping, MutableMapping


class Keyed:
    def __init__(self, data):
        self.data = data

    def keys(self):
        return self.data.keys()

    def __getitem__(self, key):
        return self.data[key]


os.environ.clear()
os.environ["A"] = "1"
print(isinstance(os.environ, MutableMapping), isinstance(os.environ, Mapping), isinstance(os.environb, MutableMapping))
os.environ.update(Keyed({"B": "2"}))
os.environ.update([("C", "3")], D="4")
os.environ.update(UserDict(E="5"))
print(sorted(os.environ.items()))
print(os.environ.__or__([("a", "b")]), os.environ.__ror__(5), os.environ.__eq__(5), os.environ == 5)
print(os.environ | {"Z": "9"} == {**os.environ, "Z": "9"}, {"A": "0"} | os.environ == dict(os.environ))
print(os.environ == dict(os.environ), os.environ == UserDict(os.environ), os.environ == os.environ.copy())
try:
    os.environ | [("a", "b")]
except TypeError as error:
    print(str(error).replace("_Environ", "environ"))
os.environ |= [("Q", "q")]
print(os.environ["Q"])
