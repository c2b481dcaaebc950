# The errors and what belongs to them.
import pickle

print(issubclass(pickle.PicklingError, pickle.PickleError), issubclass(pickle.UnpicklingError, pickle.PickleError))
print(pickle.PickleError.__mro__[1].__name__, pickle.PicklingError.__module__)
try:
    pickle.dumps(lambda: None)
except (pickle.PicklingError, AttributeError) as error:
    print("not", type(error).__name__ in ("PicklingError", "AttributeError"))
