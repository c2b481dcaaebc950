# A tokenizer, a parser by precedence and a stack machine for arithmetic.
def tokenize(text):
    tokens = []
    at = 0
    while at < len(text):
        c = text[at]
        if c == " ":
            at += 1
        elif c.isdigit():
            start = at
            while at < len(text) and text[at].isdigit():
                at += 1
            tokens.append(("number", int(text[start:at])))
        elif c.isalpha():
            start = at
            while at < len(text) and text[at].isalpha():
                at += 1
            tokens.append(("name", text[start:at]))
        else:
            tokens.append(("sign", c))
            at += 1
    tokens.append(("end", None))
    return tokens


POWER = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0
        self.code = []

    def parse(self, least=0):
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            self.code.append(("push", value))
        elif kind == "name":
            self.code.append(("load", value))
        elif value == "(":
            self.parse()
            self.at += 1
        elif value == "-":
            self.parse(3)
            self.code.append(("negate", None))
        while True:
            kind, value = self.tokens[self.at]
            power = POWER.get(value, 0) if kind == "sign" else 0
            if power <= least:
                return self.code
            self.at += 1
            self.parse(power)
            self.code.append(("apply", value))


def execute(code, variables):
    stack = []
    for operation, argument in code:
        if operation == "push":
            stack.append(argument)
        elif operation == "load":
            stack.append(variables[argument])
        elif operation == "negate":
            stack.append(-stack.pop())
        else:
            right = stack.pop()
            left = stack.pop()
            if argument == "+":
                stack.append(left + right)
            elif argument == "-":
                stack.append(left - right)
            elif argument == "*":
                stack.append(left * right)
            elif argument == "/":
                stack.append(left // right)
            else:
                stack.append(left % right)
    return stack.pop()


formula = "(alpha + 3) * (beta - 14 / 2) - -(gamma % 100 + 7) * 2 + ((1 + 2) * (3 + 4)) % 5"
total = 0
for i in range(8000):
    code = Parser(tokenize(formula)).parse()
    for j in range(6):
        total += execute(code, {"alpha": i, "beta": j, "gamma": i * j})
print(total)
