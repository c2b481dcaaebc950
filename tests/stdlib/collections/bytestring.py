# The class that bytes and bytearray are, deprecated since Buffer is there.
import collections.abc
import typing
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(isinstance(b"", collections.abc.ByteString), isinstance("", collections.abc.ByteString))
    print(issubclass(bytearray, collections.abc.ByteString), collections.abc.ByteString.__mro__[1].__name__)

    class Own(collections.abc.ByteString):
        def __getitem__(self, index):
            return 5

        def __len__(self):
            return 1

    print(isinstance(Own(), collections.abc.Sequence))
print({warning.category.__name__ for warning in caught}, len(caught) >= 3)
warnings.simplefilter("ignore")
print(typing.ByteString, isinstance(b"", typing.ByteString))
