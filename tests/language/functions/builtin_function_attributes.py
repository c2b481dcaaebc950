print(len.__name__, len.__qualname__, [].append.__name__, [].append.__qualname__, str.join.__name__, dict.fromkeys.__name__)
print(len.__module__, type(len).__name__, type([].append).__name__, type(str.join).__name__, type(object().__str__).__name__)
print(repr(len), repr(str.join), repr(list.__len__))
print([1, 2].__len__(), list.__len__([1]), "x".join.__self__, len.__self__.__name__)
print([].append == [].append, (l := []).append == l.append, len == len, hash(len) == hash(len))
a = [].append
a(1)
print(a.__self__)
