"""Small programs: a few values, changed and looked at by several statements, at the top level or in a function.

Every statement stands in a `try` of its own, so that one that fails does not hide those behind it; in the end all
variables are shown.
"""

import re

import texts
from objects import attempt
from values import POOLS, any_value

KINDS = ["list", "list", "dict", "dict", "set", "bytearray", "str", "int", "float", "bytes", "tuple", "generator", "range", "complex", "memoryview"]
SMALL = ["0", "1", "-1", "2", "3", "-2", "None", "'a'", "5", "True"]
# Texts of sets with several items, in no order that may be shown.
UNORDERED = re.compile(r"\{[^:{}]*,[^:{}]*\}|frozenset\((\[|'..)|OwnSet|Set\(\[[0-9], ")


class Program:
    def __init__(self, maker):
        self.maker = maker
        self.random = maker.random
        self.kinds = {}

    def any(self):
        while True:
            value = any_value(self.random)
            if not UNORDERED.search(value):
                return value

    def value(self):
        """A small value or a variable."""
        roll = self.random.random()
        if roll < 0.4:
            return self.random.choice(SMALL)
        if roll < 0.75:
            return self.name()
        return self.any()

    def name(self):
        return self.random.choice(list(self.kinds))

    def index(self):
        random = self.random
        roll = random.random()
        if roll < 0.5:
            return random.choice(SMALL)
        if roll < 0.9:
            return ":".join(random.choice(["", "", "1", "-1", "2", "0", "3", "-2"]) for _ in range(random.choice([2, 2, 3])))
        return self.value()

    def call(self):
        """A method of a variable."""
        name = self.name()
        kind = self.kinds[name]
        return self.maker.method_of(kind, name)

    def expression(self):
        random = self.random
        name = self.name()
        made = [
            lambda: self.call(),
            lambda: f"{name}[{self.index()}]",
            lambda: f"{name} {random.choice(['+', '-', '*', '/', '//', '%', '&', '|', '^', '@'])} {self.value()}",
            lambda: f"{self.value()} {random.choice(['+', '-', '%', '&', '|'])} {name}",
            lambda: f"{name} {random.choice(['<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is'])} {self.value()}",
            lambda: f"{self.value()} {random.choice(['<', '==', '<='])} {name} {random.choice(['<', '==', 'in'])} {self.value()}",
            lambda: f"f'{{{name}!{random.choice('rsa')}:{random.choice(['', '>10', '^8', '*<5', '.2'])}}}|{{{self.name()}:{random.choice(['', '5', '<4', 'x', '.1f', ','])}}}'",
            lambda: f"f'{{{name}=}} {{{self.name()}:{{{self.name()}}}}}'",
            lambda: f"[{random.choice(['i', 'str(i)', '(i, 1)', 'i + 1', '-i', 'i == 1'])} for i in {name}{random.choice(['', ' if i', ' if i != 1'])}]",
            lambda: f"{{{random.choice(['i: 1', 'str(i): i', 'j: i'])} for j, i in enumerate({name})}}",
            lambda: f"{{*{name}}}",
            lambda: f"[*{name}, {self.value()}, *{self.name()}]",
            lambda: f"{{**{name}, {random.choice(SMALL)}: 1, **{self.name()}}}",
            lambda: f"function(*{name}, **{self.name()})",
            lambda: f"function({self.value()}, *{name}, named={self.value()})",
            lambda: f"Plain(1).method({self.value()}, *{name})",
            lambda: f"sorted({name}, key={random.choice(['repr', 'str', 'type', 'len', 'lambda i: -i', 'None'])})",
            lambda: f"{random.choice(['len', 'bool', 'repr', 'str', 'list', 'tuple', 'sum', 'max', 'min', 'any', 'all', 'dict', 'bytes', 'bytearray', 'int', 'float', 'abs', 'iter', 'reversed', 'enumerate', 'type', 'ascii', 'round', 'frozenset', 'complex', 'hash'])}({name})",
            lambda: f"list(zip({name}, {self.name()}, strict={random.choice(['True', 'False'])}))",
            lambda: f"list(map(lambda *p: p, {name}, {self.name()}))",
            lambda: f"({name} and {self.value()}) or not {self.value()}",
            lambda: f"({self.value()} if {name} else {self.value()})",
            lambda: f"(w := {name})[{self.index()}]",
            lambda: f"''.join(str(i) for i in {name})",
            lambda: f"{name}.{random.choice(['real', 'start', 'nosuch', 'append', 'itemsize'])}",
            lambda: f"(lambda p, q={self.value()}: (p, q))({random.choice(['', '*', '**'])}{name})",
        ]  # fmt: skip
        return random.choice(made)()

    def statement(self):
        random = self.random
        name = self.name()
        made = [
            lambda: f"show({self.expression()})",
            lambda: f"show({self.expression()})",
            lambda: f"show({self.expression()})",
            lambda: f"show({self.call()})",
            lambda: f"{name} {random.choice(['+=', '-=', '*=', '|=', '&=', '^=', '%=', '//=', '/='])} {self.value()}",
            lambda: f"{name} += {random.choice(POOLS[self.kinds[name]])}",
            lambda: f"{name}[{self.index()}] = {self.value()}",
            lambda: f"{name}[{self.index()}] = {self.value()}",
            lambda: f"{name}[{self.index()}] {random.choice(['+=', '-=', '*='])} {random.choice(SMALL)}",
            lambda: f"del {name}[{self.index()}]",
            lambda: f"del {name}[{self.index()}]",
            lambda: f"{random.choice(['p, q', 'p, *q', '*p, q', 'p, *q, r', '[p]', 'p, (q, r)', '*p,'])} = {name}\xb6show(p)",
            lambda: f"{name} = {self.value()}",
            lambda: f"{name}, {self.name()} = {self.value()}, {self.value()}",
            lambda: f"it = iter({name})\xb6show(next(it))\xb6{self.change(name)}\xb6show(list(it))",
            lambda: f"it = iter({name})\xb6show(next(it))\xb6r = it.__reduce__()\xb6show(r, list(it))\xb6show(it.__reduce__())",
            lambda: f"it = reversed({name})\xb6show(next(it))\xb6{self.change(name)}\xb6show(list(it), list(it))",
            lambda: f"it = {random.choice(['iter', 'reversed'])}({name})\xb6it.__setstate__({random.choice(SMALL)})\xb6show(it.__length_hint__(), list(it))",
            lambda: f"n = 0\xb6for i in {name}:\xb6 n += 1\xb6 if n > 6: break\xb6 show(i)\xb6 {self.change(name)}\xb6else:\xb6 show('else')",
            lambda: f"view = {name}.{random.choice(['keys', 'items', 'values'])}()\xb6{self.change(name)}\xb6show(view, len(view), list(view))",
            lambda: f"view = memoryview({name})\xb6view[{self.index()}] = {self.value()}\xb6show(view, view[{self.index()}])\xb6{self.change(name)}",
            lambda: f"match {name}:\xb6 {self.case()}\xb6 {self.case()}\xb6 case _: show('other')",
            lambda: f"it = {random.choice(['zip', 'map', 'enumerate', 'filter'])}({self.arguments_of_iterators(name)})\xb6show(next(it), list(it), next(it, 'end'))",
            lambda: f"del {name}\xb6{name}",
            lambda: f"def f({random.choice(['', 'p', 'p, /', '*p', '**p', 'p=1', '*, p=2', 'p, q=3'])}): return locals()\xb6show(f({random.choice(['', '*', '**', 'p='])}{name}))",
            lambda: f"g = {random.choice(['numbers', 'relay'])}({random.choice(['2', '3', "'a'"])})\xb6show(next(g), g.send({name}), g.throw(ValueError('v')), list(g))",
            lambda: f"def f():\xb6 yield from {name}\xb6 return 1\xb6show(list(f()))",
            lambda: f"assert {name}, {self.value()}",
            lambda: f"l = [{name}]; l.append(l); show(str(l), l == l)",
            lambda: f"with {name} as v: show(v)",
            lambda: f"global G; G = {name}; G += {self.value()}; show(G)",
            lambda: f"try:\xb6 {name}.nosuch\xb6except AttributeError as e:\xb6 show(e.name, e.obj is {name})\xb6finally:\xb6 show({name})",
        ]  # fmt: skip
        return random.choice(made)()

    def change(self, name):
        """Something that changes the variable's value, if it is of its kind."""
        changes = {
            "list": ["{}.append(7)", "{}.pop()", "{}.clear()", "{}.insert(0, 'n')", "del {}[:1]", "{}.reverse()", "{} += [8, 9]"],
            "dict": ["{}['new'] = 1", "{}.popitem()", "{}.clear()", "{}.update(a=5)", "{}.pop('a', None)", "{}.setdefault('z', [])"],
            "set": ["{}.add(77)", "{}.pop()", "{}.clear()", "{}.discard(1)"],
            "bytearray": ["{}.append(65)", "{}.pop()", "{}.clear()", "{}[:1] = b'zz'", "{} += b'y'", "{}[0] = 66"],
        }
        return self.random.choice(changes.get(self.kinds[name], ["{} = 5", "pass"])).format(name)

    def arguments_of_iterators(self, name):
        return self.random.choice([name, f"{name}, {self.name()}", f"None, {name}", f"str, {name}", f"{name}, 5"])

    def case(self):
        patterns = [
            "[]", "[p]", "[p, *q]", "(1 | 2) as p", "{'a': p, **q}", "{}", "int(p)", "str(p)", "[1, _, *_]", "None | True", "[[p], q]", "float()",
            "list(p)", "Plain(value=p)", "1.5", "'ab' | 'a'", "-1", "1j", "b'a'", "dict(p)", "[*_, p]", "bytes() | bytearray()", "(p, q)", "{1: p}",
        ]  # fmt: skip
        pattern = self.random.choice(patterns)
        bound = [each for each in "pq" if re.search(rf"\b{each}\b", pattern)]
        guard = " if p" if "p" in bound and self.random.random() < 0.2 else ""
        return f"case {pattern}{guard}: show({', '.join(bound) or repr(pattern)})"


def program(maker):
    random = maker.random
    made = Program(maker)
    lines = []
    for name in "abc"[: random.choice([1, 2, 2, 3])]:
        while True:
            kind = random.choice(KINDS)
            value = random.choice(POOLS[kind])
            if not UNORDERED.search(value):
                break
        if random.random() < 0.05:
            value = random.choice(POOLS["subclass"] + POOLS["own"])
            kind = "list"
        made.kinds[name] = kind
        lines.append(f"{name} = {value}")
    for _ in range(random.choice([1, 2, 2, 3, 3, 4, 6])):
        lines.append(attempt(made.statement()))
    for name in made.kinds:
        lines.append(attempt(f"show({name})"))
    group = "program " + "/".join(sorted(set(made.kinds.values())))
    if random.random() < 0.5:
        body = "\xb6 ".join("\xb6".join(lines).split("\xb6"))
        return group, f"def main():\xb6 {body}\xb6main()"
    return group, "\xb6".join(lines)
