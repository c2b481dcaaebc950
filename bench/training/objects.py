# Objects: classes with fields, inheritance and super, properties, operators, comparisons, slots, a linked structure.
class Account:
    interest = 2
    opened = 0

    def __init__(self, owner, balance=0, *, limit=100):
        self.owner = owner
        self.balance = balance
        self.limit = limit
        self.history = []
        Account.opened += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("nothing to deposit")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if self.available < amount:
            return False
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return True

    @property
    def available(self):
        return self.balance + self.limit

    @classmethod
    def empty(cls, owner):
        return cls(owner)

    @staticmethod
    def rounded(amount):
        return amount // 10 * 10

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 5

    def __init__(self, owner, balance=0):
        super().__init__(owner, balance, limit=0)
        self.years = 0

    def withdraw(self, amount):
        return super().withdraw(self.rounded(amount))

    def year(self):
        self.years += 1
        self.deposit(self.balance * self.interest // 100 + 1)


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.y if index else self.x

    def __iter__(self):
        yield self.x
        yield self.y

    def __bool__(self):
        return self.x != 0 or self.y != 0


class Node:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        node = self
        while True:
            if key == node.key:
                return False
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return True
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return True
                node = node.right

    def walk(self):
        if self.left is not None:
            yield from self.left.walk()
        yield self.key
        if self.right is not None:
            yield from self.right.walk()

    def depth(self):
        left = self.left.depth() if self.left else 0
        right = self.right.depth() if self.right else 0
        return 1 + max(left, right)

    def __bool__(self):
        return True


def banking(rounds):
    accounts = [Savings(f"owner {i}", i * 10) if i % 3 else Account.empty(f"owner {i}") for i in range(30)]
    refused = 0
    for i in range(rounds):
        account = accounts[i % 30]
        try:
            account.deposit(i % 50 - 1)
        except ValueError:
            refused += 1
        if not account.withdraw(i * 3 % 70):
            refused += 1
        if isinstance(account, Savings):
            account.year()
        if hasattr(account, "years") and getattr(account, "years", 0) > 50:
            account.history.clear()
            account.balance, account.years = 10, 0
    return refused, len(repr(accounts)), Account.opened


def geometry(rounds):
    place, step = Vector(0, 0), Vector(1, 2)
    seen = set()
    for i in range(rounds):
        place = place + step * (i % 3)
        seen.add(Vector(place[0] % 50, place[1] % 40))
        if place and place == step:
            place = Vector(0, 1)
        x, y = place
        if len(place) == 2 and x > 1000:
            place = Vector(y % 7, x % 5)
    return len(seen), tuple(min(seen)), [v.x for v in sorted(seen)[:5]]


def tree(count):
    root = Node(count // 2)
    state = 17
    added = 0
    for _ in range(count):
        state = state * 1103 % 10007
        added += root.insert(state % count)
    return added, sum(root.walk()), root.depth()


print(banking(20_000), geometry(8_000), tree(6_000))
