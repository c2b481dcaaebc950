# Objects whose __reduce_ex__ is wrong.
import copy


class Wrong:
    def __reduce_ex__(self, protocol):
        return 5


class None_:
    __reduce_ex__ = __reduce__ = None


print(copy.error is copy.Error, issubclass(copy.Error, Exception))
for function in (copy.copy, copy.deepcopy):
    for cls in (Wrong, None_):
        try:
            function(cls())
        except (copy.Error, TypeError) as error:
            print(type(error).__name__, error)
