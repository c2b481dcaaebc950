"""A calculator: its words by ply.lex, its grammar by ply.yacc."""

import ply.lex
import ply.yacc

tokens = ("NAME", "NUMBER")
literals = "=+-*/()"
t_NAME = r"[a-zA-Z_]\w*"
t_ignore = " \t"


def t_NUMBER(t):
    r"\d+(\.\d+)?"
    t.value = float(t.value)
    return t


def t_newline(t):
    r"\n+"
    t.lexer.lineno += len(t.value)


def t_error(t):
    print(f"line {t.lineno}: illegal {t.value[0]!r}")
    t.lexer.skip(1)


precedence = (("left", "+", "-"), ("left", "*", "/"), ("right", "UMINUS"))
names = {}


def p_statement(p):
    """statement : NAME '=' expression
                 | expression"""
    if len(p) == 4:
        names[p[1]] = p[3]
        p[0] = f"{p[1]} is {p[3]}"
    else:
        p[0] = p[1]


def p_binary(p):
    """expression : expression '+' expression
                  | expression '-' expression
                  | expression '*' expression
                  | expression '/' expression"""
    p[0] = {"+": float.__add__, "-": float.__sub__, "*": float.__mul__, "/": float.__truediv__}[p[2]](p[1], p[3])


def p_minus(p):
    "expression : '-' expression %prec UMINUS"
    p[0] = -p[2]


def p_group(p):
    "expression : '(' expression ')'"
    p[0] = p[2]


def p_number(p):
    "expression : NUMBER"
    p[0] = p[1]


def p_name(p):
    "expression : NAME"
    p[0] = names.get(p[1], 0.0)


def p_error(p):
    print("syntax error at", p and p.value)


lexer = ply.lex.lex()
parser = ply.yacc.yacc(write_tables=False, debug=False)
for text in ("x = 3 + 4 * (2 - 1)", "x * -2", "y = x / 4\n", "1 $ 2", "(1 + ", "2 + + 3"):
    print(text.strip(), "->", parser.parse(text, lexer=lexer))
lexer.input("a = 1\n+ b")
print([(token.type, token.value, token.lineno, token.lexpos) for token in lexer])
