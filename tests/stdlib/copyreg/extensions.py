# Numbers for names that pickles of protocol 2 and later write instead of them.
import copyreg
import pickle


class Item:
    pass


def make():
    return Item()


before = len(pickle.dumps(Item, 2))
copyreg.add_extension("__main__", "Item", 250)
copyreg.add_extension("__main__", "Item", 250)
data = pickle.dumps(Item, 2)
print(data, len(data) < before, pickle.loads(data) is Item, pickle.dumps(Item, 1) == data)
for arguments in (("__main__", "Item", 251), ("__main__", "other", 250), ("a", "b", 0), ("a", "b", 1 << 31)):
    try:
        copyreg.add_extension(*arguments)
    except ValueError as error:
        print(error)
copyreg.clear_extension_cache()
print(pickle.loads(data) is Item)
for arguments in (("__main__", "Item", 251), ("a", "b", 250)):
    try:
        copyreg.remove_extension(*arguments)
    except ValueError as error:
        print(error)
copyreg.remove_extension("__main__", "Item", 250)
copyreg.clear_extension_cache()
try:
    pickle.loads(data)
except ValueError as error:
    print(error)

copyreg.constructor(make)
try:
    copyreg.constructor(5)
except TypeError as error:
    print(error)
