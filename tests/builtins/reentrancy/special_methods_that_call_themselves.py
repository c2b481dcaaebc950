# slow: structures of a hundred thousand levels
# Special methods without end: always RecursionError, however deep and whatever calls them.

def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Endless:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __hash__(self): return hash(self)
    def __iter__(self): return iter(self)
    def __index__(self): return [1][self]
    def __contains__(self, item): return item in self
    def __eq__(self, other): return self == other
    def __lt__(self, other): return self < other
    def __getattr__(self, name): return getattr(self, name)
    def __call__(self): return self()
    def __format__(self, spec): return format(self, spec)
    def __getitem__(self, index): return self[index]
    def __add__(self, other): return self + other
    def __neg__(self): return -self
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __next__(self): return next(self)
    def __instancecheck__(self, other): return isinstance(other, self)

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *details):
        pass


endless = Endless()
for function in (repr, str, len, bool, hash, iter, next, int, float, range, hex, list, sorted, any):
    attempt(function.__name__, function, endless)
for what, action in {
    "index": lambda: [1][endless],
    "in": lambda: 1 in endless,
    "equal": lambda: endless == endless,
    "less": lambda: endless < endless,
    "attribute": lambda: endless.missing,
    "call": lambda: endless(),
    "f-string": lambda: f"{endless}",
    "item": lambda: endless[0],
    "add": lambda: endless + 1,
    "negative": lambda: -endless,
    "isinstance": lambda: isinstance(1, endless),
    "with": lambda: endless.__enter__(),
    "sort": lambda: sorted([endless, Endless()]),
    "lists": lambda: [endless] == [Endless()],
    "key": lambda: {endless: 1},
    "map": lambda: list(map(endless, [1, 2])),
    "percent": lambda: "%s" % endless,
}.items():
    attempt(what, action)


class Own:
    @property
    def itself(self):
        return self.itself

    @classmethod
    def method(cls):
        return cls.method()


class Meta(type):
    def __call__(cls):
        return cls()

    def __getattr__(cls, name):
        return getattr(cls, name)


class WithMeta(metaclass=Meta):
    pass


def generator():
    yield from generator()


def running():
    yield next(iterator)


iterator = running()
attempt("property", lambda: Own().itself)
attempt("class method", Own.method)
attempt("metaclass", WithMeta)
attempt("metaclass attribute", lambda: WithMeta.missing)
attempt("yield from", lambda: list(generator()))
attempt("running generator", lambda: next(iterator))

deep = []
for _ in range(100000):
    deep = [deep]
attempt("deep repr", lambda: repr(deep))
attempt("deep equality", lambda: deep == [deep])
deep = {}
for _ in range(100000):
    deep = {1: deep}
attempt("deep dict", lambda: repr(deep))
deep = None
for _ in range(100000):
    deep = Exception(deep)
attempt("deep exception", lambda: repr(deep))
