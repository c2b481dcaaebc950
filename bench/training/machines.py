# Interpreters: one for a language of lists in parentheses, one for a tape machine.
def tokens(text):
    token = ""
    for c in text:
        if c in "()":
            if token:
                yield token
                token = ""
            yield c
        elif c.isspace():
            if token:
                yield token
                token = ""
        else:
            token += c
    if token:
        yield token


def read(source):
    token = next(source)
    if token == "(":
        items = []
        while (item := read(source)) != ")":
            items.append(item)
        return items
    if token == ")":
        return token
    try:
        return int(token)
    except ValueError:
        return token


class Scope:
    def __init__(self, names, outer=None):
        self.names = names
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        raise NameError(name)


class Lambda:
    def __init__(self, parameters, body, scope):
        self.parameters = parameters
        self.body = body
        self.scope = scope

    def __call__(self, *args):
        return evaluate(self.body, Scope(dict(zip(self.parameters, args)), self.scope))


def evaluate(expression, scope):
    if isinstance(expression, str):
        return scope.find(expression)
    if not isinstance(expression, list):
        return expression
    head = expression[0]
    match head:
        case "if":
            _, test, yes, no = expression
            return evaluate(yes if evaluate(test, scope) else no, scope)
        case "define":
            scope.names[expression[1]] = evaluate(expression[2], scope)
            return None
        case "lambda":
            return Lambda(expression[1], expression[2], scope)
    function = evaluate(head, scope)
    return function(*[evaluate(argument, scope) for argument in expression[1:]])


BUILTINS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "<": lambda a, b: a < b,
    "list": lambda *items: list(items),
    "len": len,
}


def run_tape(program, size=100):
    jumps, open_at = {}, []
    for at, c in enumerate(program):
        if c == "[":
            open_at.append(at)
        elif c == "]":
            start = open_at.pop()
            jumps[start], jumps[at] = at, start
    tape, out = [0] * size, []
    at = place = 0
    while at < len(program):
        c = program[at]
        if c == ">":
            place += 1
        elif c == "<":
            place -= 1
        elif c == "+":
            tape[place] = (tape[place] + 1) % 256
        elif c == "-":
            tape[place] = (tape[place] - 1) % 256
        elif c == ".":
            out.append(chr(tape[place]))
        elif c == "[" and tape[place] == 0 or c == "]" and tape[place]:
            at = jumps[at]
        at += 1
    return "".join(out)


scope = Scope(dict(BUILTINS))
program = """
(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
(define twice (lambda (f) (lambda (x) (f (f x)))))
(list (fib 15) ((twice (lambda (x) (* x 3))) 7) (len (list 1 2 3)))
"""
for _ in range(3):
    source = tokens(program)
    results = [evaluate(read(source), scope) for _ in range(3)]
print(results[-1], run_tape("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."))
print(run_tape("+++++[>+++++[>+++++[>++++++<-]<-]<-]>>>[-]" * 3 + "+" * 65 + "."))
