# An interpreter in the interpreter: eight instructions on a tape, run by a loop with a chain of comparisons.
# Adds sixty to a cell two hundred times, by moving it back and forth, and prints the cell.
SOURCE = "+" * 200 + "[>" + "+" * 60 + "[>+>+<<-]>>[<<+>>-]<<[-]<-]>>."


def prepare(source):
    code = []
    open_brackets = []
    for c in source:
        if c in "+-":
            amount = 1 if c == "+" else -1
            if code and code[-1][0] == "add":
                code[-1] = ("add", code[-1][1] + amount)
            else:
                code.append(("add", amount))
        elif c in "<>":
            amount = 1 if c == ">" else -1
            if code and code[-1][0] == "move":
                code[-1] = ("move", code[-1][1] + amount)
            else:
                code.append(("move", amount))
        elif c == ".":
            code.append(("print", 0))
        elif c == "[":
            open_brackets.append(len(code))
            code.append(("open", 0))
        elif c == "]":
            start = open_brackets.pop()
            code[start] = ("open", len(code))
            code.append(("close", start))
    return code


def execute(code):
    tape = [0] * 300
    at = pc = steps = 0
    output = []
    while pc < len(code):
        operation, argument = code[pc]
        if operation == "add":
            tape[at] = (tape[at] + argument) & 255
        elif operation == "move":
            at += argument
        elif operation == "open":
            if tape[at] == 0:
                pc = argument
        elif operation == "close":
            if tape[at] != 0:
                pc = argument
        else:
            output.append(chr(tape[at]))
        pc += 1
        steps += 1
    return "".join(output), steps


code = prepare(SOURCE)
for _ in range(7):
    output, steps = execute(code)
print(ord(output), steps)
