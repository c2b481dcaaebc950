"""None where a method, a reducer or a table's function is wanted; what quotes a string must have."""

import copy
import io
import pickle


class NoReduce:
    __reduce_ex__ = None


class NoSetState:
    def __init__(self):
        self.x = 1

    __setstate__ = None


class Reduced:
    def __init__(self, *parts):
        self.parts = parts

    def __reduce_ex__(self, protocol):
        return self.parts


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (TypeError, pickle.UnpicklingError) as error:
        print(type(error).__name__, error)


attempt(pickle.dumps, NoReduce())
attempt(pickle.loads, pickle.dumps(NoSetState()))
for table in {}, {NoSetState: None}:
    pickler = pickle.Pickler(io.BytesIO())
    pickler.dispatch_table = table
    attempt(pickler.dump, NoSetState())
for data in b"S ''\n.", b"S' ' \n.", b"S''\n.", b'S"a"\n.', b"S'\n.", b"S'\"\n.", b"S\n.":
    print(data, attempt(pickle.loads, data))
attempt(copy.copy, Reduced(int, (), None, None, None, lambda *_: None))
attempt(copy.deepcopy, Reduced(int, (), None, None, None, None))
print(copy.copy(Reduced(int, ("5",), None, None, None)))
