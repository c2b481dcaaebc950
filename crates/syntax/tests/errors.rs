//! What is said about programs that are not valid, and where: class, message, and the four numbers of the position, as
//! CPython 3.14 reports them.

use ferropy_syntax::{Mode, Options, Source, parse, suggest_keyword, suspect_code};

/// Checks the error of a program; `position` is line, offset, end line and end offset.
#[track_caller]
fn check(program: &str, expected: &str, position: (u32, i32, u32, i32)) {
    let options = Options { character_by_name: Some(|_| None), ..Options::default() };
    let error = match parse(&Source::new(program), Mode::File, &options) {
        Ok(_) => panic!("{program:?} is valid"),
        Err(error) => error,
    };
    let found = error.position().unwrap_or_default();
    assert_eq!(error.to_string(), expected, "{program:?}");
    assert_eq!((found.line, found.offset, found.end_line, found.end_offset), position, "{program:?}: {expected}");
}

#[test]
fn tokens() {
    check("1a", "SyntaxError: invalid decimal literal", (1, 1, 1, 1));
    check(
        "0777",
        "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        (1, 1, 1, 2),
    );
    check("0o8", "SyntaxError: invalid digit '8' in octal literal", (1, 3, 1, 3));
    check("0b102", "SyntaxError: invalid digit '2' in binary literal", (1, 5, 1, 5));
    check("0xg", "SyntaxError: invalid hexadecimal literal", (1, 2, 1, 2));
    check("1__0", "SyntaxError: invalid decimal literal", (1, 2, 1, 2));
    check("1e+", "SyntaxError: invalid decimal literal", (1, 3, 1, 3));
    check("12jx", "SyntaxError: invalid imaginary literal", (1, 3, 1, 3));
    check("x = 1_", "SyntaxError: invalid decimal literal", (1, 6, 1, 6));
    check("'abc", "SyntaxError: unterminated string literal (detected at line 1)", (1, 1, 1, 1));
    check(
        "'abc\\'",
        "SyntaxError: unterminated string literal (detected at line 1); perhaps you escaped the end quote?",
        (1, 1, 1, 1),
    );
    check("'''abc", "SyntaxError: unterminated triple-quoted string literal (detected at line 1)", (1, 1, 1, 1));
    check("x = \\ 1", "SyntaxError: unexpected character after line continuation character", (1, 6, 1, 0));
    check("x = \\", "SyntaxError: unexpected EOF while parsing", (1, 6, 1, -1));
    check("é…b", "SyntaxError: invalid character '…' (U+2026)", (1, 2, 1, 2));
    check("a\u{a0}b", "SyntaxError: invalid non-printable character U+00A0", (1, 2, 1, 2));
    check("$", "SyntaxError: invalid syntax", (1, 1, 1, 2));
    check("a ? b", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("uf'a'", "SyntaxError: 'u' and 'f' prefixes are incompatible", (1, 1, 1, 3));
    check("bt''", "SyntaxError: 'b' and 't' prefixes are incompatible", (1, 1, 1, 3));
}

#[test]
fn brackets() {
    check("(", "SyntaxError: '(' was never closed", (1, 1, 1, 0));
    check("x = [1,\n y = 2\n", "SyntaxError: '[' was never closed", (1, 5, 1, 0));
    check("(]", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('", (1, 2, 1, 2));
    check(
        "(a\n]",
        "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1",
        (2, 1, 2, 1),
    );
    check(")", "SyntaxError: unmatched ')'", (1, 1, 1, 1));
    check("f(}", "SyntaxError: closing parenthesis '}' does not match opening parenthesis '('", (1, 3, 1, 3));
    check(&"(".repeat(201), "SyntaxError: too many nested parentheses", (1, 201, 1, 201));
}

#[test]
fn indentation() {
    check("  x", "IndentationError: unexpected indent", (1, 2, 1, -1));
    check("if a:\n  b\n    c", "IndentationError: unexpected indent", (3, 4, 3, -1));
    check("if a:\n    b\n  c", "IndentationError: unindent does not match any outer indentation level", (3, 4, 3, -1));
    check("if a:\n\tb\n        c", "TabError: inconsistent use of tabs and spaces in indentation", (3, 1, 3, 0));
    check("if a:\nb", "IndentationError: expected an indented block after 'if' statement on line 1", (2, 1, 2, 2));
    check(
        "def f():\n",
        "IndentationError: expected an indented block after function definition on line 1",
        (1, 9, 1, -1),
    );
    check("class A:\nx", "IndentationError: expected an indented block after class definition on line 1", (2, 1, 2, 2));
    check(
        "while a:\nb",
        "IndentationError: expected an indented block after 'while' statement on line 1",
        (2, 1, 2, 2),
    );
    check(
        "for a in b:\nc",
        "IndentationError: expected an indented block after 'for' statement on line 1",
        (2, 1, 2, 2),
    );
    check("with a:\nb", "IndentationError: expected an indented block after 'with' statement on line 1", (2, 1, 2, 2));
    check("try:\na", "IndentationError: expected an indented block after 'try' statement on line 1", (2, 1, 2, 2));
    check(
        "match a:\nb",
        "IndentationError: expected an indented block after 'match' statement on line 1",
        (2, 1, 2, 2),
    );
    check(
        "if a:\n b\nelse:\nc",
        "IndentationError: expected an indented block after 'else' statement on line 3",
        (4, 1, 4, 2),
    );
}

#[test]
fn literals() {
    check(
        "'\\x1'",
        "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape",
        (1, 1, 1, 6),
    );
    check(
        "'é\\u12'",
        "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 10-13: truncated \\uXXXX escape",
        (1, 1, 1, 8),
    );
    check(
        "'\\N{no such name}'",
        "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name",
        (1, 1, 1, 19),
    );
    check(
        "'\\U00110000'",
        "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character",
        (1, 1, 1, 13),
    );
    check("b'\\x'", "SyntaxError: (value error) invalid \\x escape at position 0", (1, 1, 1, 6));
    check("b'é'", "SyntaxError: bytes can only contain ASCII literal characters", (1, 1, 1, 5));
    check("'a' b'b'", "SyntaxError: cannot mix bytes and nonbytes literals", (1, 9, 1, 10));
    check("t'a' 'b'", "SyntaxError: cannot mix t-string literals with string or bytes literals", (1, 1, 1, 9));
    check("match x:\n case 1j+2j: pass", "SyntaxError: real number required in complex literal", (2, 7, 2, 9));
    check("match x:\n case 1+2: pass", "SyntaxError: imaginary number required in complex literal", (2, 9, 2, 10));
}

#[test]
fn format_strings() {
    check("f'{'", "SyntaxError: f-string: expecting '}'", (1, 4, 1, 4));
    check("f'{a", "SyntaxError: '{' was never closed", (1, 3, 1, 0));
    check("f'{}'", "SyntaxError: f-string: valid expression required before '}'", (1, 4, 1, 5));
    check("f'{!r}'", "SyntaxError: f-string: valid expression required before '!'", (1, 4, 1, 5));
    check("f'{a!}'", "SyntaxError: f-string: missing conversion character", (1, 6, 1, 7));
    check(
        "f'{a!x}'",
        "SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'",
        (1, 6, 1, 7),
    );
    check(
        "f'{a! r}'",
        "SyntaxError: f-string: conversion type must come right after the exclamanation mark",
        (1, 5, 1, 8),
    );
    check("f'{a b}'", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 4, 1, 7));
    check("f'{a!r b}'", "SyntaxError: f-string: expecting ':' or '}'", (1, 8, 1, 9));
    check("f'}'", "SyntaxError: f-string: single '}' is not allowed", (1, 3, 1, 3));
    check("f'{a)}'", "SyntaxError: f-string: unmatched ')'", (1, 5, 1, 5));
    check(
        "f'{lambda x: 1}'",
        "SyntaxError: f-string: lambda expressions are not allowed without parentheses",
        (1, 4, 1, 13),
    );
    check("f'{a:{b:{c:{d}}}}'", "SyntaxError: f-string: expressions nested too deeply", (1, 11, 1, 11));
    check("f'{a:{b}'", "SyntaxError: f-string: expecting '}', or format specs", (1, 9, 1, 10));
    check("f'{*}'", "SyntaxError: f-string: expecting a valid expression after '{'", (1, 4, 1, 5));
    check("t'{}'", "SyntaxError: t-string: valid expression required before '}'", (1, 4, 1, 5));
    check(
        "t'{a!x}'",
        "SyntaxError: t-string: invalid conversion character 'x': expected 's', 'r', or 'a'",
        (1, 6, 1, 7),
    );
    check("f'{a.}'", "SyntaxError: f-string: expecting '=', or '!', or ':', or '}'", (1, 5, 1, 6));
    check("f'{a $ b}'", "SyntaxError: f-string: expecting '=', or '!', or ':', or '}'", (1, 6, 1, 7));
}

#[test]
fn assignments() {
    check("1 = x", "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?", (1, 1, 1, 2));
    check(
        "f() = 1",
        "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?",
        (1, 1, 1, 4),
    );
    check(
        "a + 1 = b",
        "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?",
        (1, 1, 1, 6),
    );
    check("(a, 1) = b", "SyntaxError: cannot assign to literal", (1, 5, 1, 6));
    check("None = 1", "SyntaxError: cannot assign to None", (1, 1, 1, 5));
    check("a, b += 1", "SyntaxError: 'tuple' is an illegal expression for augmented assignment", (1, 1, 1, 5));
    check("f() += 1", "SyntaxError: 'function call' is an illegal expression for augmented assignment", (1, 1, 1, 4));
    check("[a]: int", "SyntaxError: only single target (not list) can be annotated", (1, 1, 1, 4));
    check("a, b: int", "SyntaxError: only single target (not tuple) can be annotated", (1, 1, 1, 2));
    check("f(): int", "SyntaxError: illegal target for annotation", (1, 1, 1, 4));
    check("x = yield = 1", "SyntaxError: assignment to yield expression not possible", (1, 5, 1, 10));
    check("lambda: 1 = 2", "SyntaxError: cannot assign to lambda", (1, 1, 1, 10));
    check("'a' = 1", "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?", (1, 1, 1, 4));
    check(
        "f'{a}' = 1",
        "SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?",
        (1, 1, 1, 7),
    );
    check("... = 1", "SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?", (1, 1, 1, 4));
    check("a := 1", "SyntaxError: invalid syntax", (1, 3, 1, 5));
    check("(a.b := 1)", "SyntaxError: cannot use assignment expressions with attribute", (1, 2, 1, 5));
    check("(1 := 2)", "SyntaxError: cannot use assignment expressions with literal", (1, 2, 1, 3));
    check("[x for 1 in y]", "SyntaxError: cannot assign to literal", (1, 8, 1, 9));
    check("for f() in x: pass", "SyntaxError: cannot assign to function call", (1, 5, 1, 8));
    check("for a b in x: pass", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("del f()", "SyntaxError: cannot delete function call", (1, 5, 1, 8));
    check("del (a, 1)", "SyntaxError: cannot delete literal", (1, 9, 1, 10));
    check("del *a", "SyntaxError: cannot delete starred", (1, 5, 1, 7));
    check("with a as 1: pass", "SyntaxError: cannot assign to literal", (1, 11, 1, 12));
    check("import a.b as c.d", "SyntaxError: cannot use attribute as import target", (1, 15, 1, 18));
    check("from a import b as 1", "SyntaxError: cannot use literal as import target", (1, 20, 1, 21));
    check("x = = 1", "SyntaxError: invalid syntax", (1, 5, 1, 6));
    check("a == b = c", "SyntaxError: cannot assign to comparison", (1, 1, 1, 7));
    check("if a = 1: pass", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?", (1, 4, 1, 9));
    check(
        "while f(a) = 1: pass",
        "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?",
        (1, 7, 1, 11),
    );
    check(
        "print(a = b for c in d)",
        "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        (1, 7, 1, 10),
    );
}

#[test]
fn calls() {
    check("f(a=1, b)", "SyntaxError: positional argument follows keyword argument", (1, 9, 1, 10));
    check("f(**a, b)", "SyntaxError: positional argument follows keyword argument unpacking", (1, 9, 1, 10));
    check("f(**a, *b)", "SyntaxError: iterable argument unpacking follows keyword argument unpacking", (1, 6, 1, 10));
    check("f(a=1, 2, *b)", "SyntaxError: positional argument follows keyword argument", (1, 13, 1, 14));
    check("f(a for a in b, c)", "SyntaxError: Generator expression must be parenthesized", (1, 3, 1, 15));
    check("f(a, b for b in c)", "SyntaxError: Generator expression must be parenthesized", (1, 6, 1, 18));
    check("f(1=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"?", (1, 3, 1, 5));
    check("f(a.b=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"?", (1, 3, 1, 7));
    check("f(True=1)", "SyntaxError: cannot assign to True", (1, 3, 1, 8));
    check("f(a=)", "SyntaxError: expected argument value expression", (1, 3, 1, 5));
    check("f(*a=1)", "SyntaxError: cannot assign to iterable argument unpacking", (1, 3, 1, 7));
    check("f(**a=1)", "SyntaxError: cannot assign to keyword argument unpacking", (1, 3, 1, 8));
    check("f(a b)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 3, 1, 6));
    check("f(a=b c)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 5, 1, 8));
    check("f(*)", "SyntaxError: Invalid star expression", (1, 4, 1, 5));
    check("print a", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?", (1, 1, 1, 8));
    check("exec 'a'", "SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?", (1, 1, 1, 9));
    check("print(a b)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 7, 1, 10));
}

#[test]
fn parameters() {
    check(
        "def f(a=1, b): pass",
        "SyntaxError: parameter without a default follows parameter with a default",
        (1, 12, 1, 13),
    );
    check("def f(a, *): pass", "SyntaxError: named arguments must follow bare *", (1, 10, 1, 11));
    check("def f(*, **a): pass", "SyntaxError: named arguments must follow bare *", (1, 7, 1, 8));
    check("def f(*a, *b): pass", "SyntaxError: * argument may appear only once", (1, 11, 1, 12));
    check("def f(/): pass", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("def f(/, a): pass", "SyntaxError: at least one argument must precede /", (1, 7, 1, 8));
    check("def f(a, /, b, /): pass", "SyntaxError: / may appear only once", (1, 16, 1, 17));
    check("def f(*a, /): pass", "SyntaxError: / must be ahead of *", (1, 11, 1, 12));
    check("def f(*a=1): pass", "SyntaxError: var-positional argument cannot have default value", (1, 9, 1, 10));
    check("def f(**a=1): pass", "SyntaxError: var-keyword argument cannot have default value", (1, 10, 1, 11));
    check("def f(**a, b): pass", "SyntaxError: arguments cannot follow var-keyword argument", (1, 12, 1, 13));
    check("def f((a, b)): pass", "SyntaxError: Function parameters cannot be parenthesized", (1, 7, 1, 13));
    check("def f(a=): pass", "SyntaxError: expected default value expression", (1, 8, 1, 9));
    check("def f(a, 1): pass", "SyntaxError: invalid syntax", (1, 10, 1, 11));
    check("def f: pass", "SyntaxError: expected '('", (1, 6, 1, 7));
    check("def f() pass", "SyntaxError: expected ':'", (1, 9, 1, 13));
    check(
        "lambda a=1, b: a",
        "SyntaxError: parameter without a default follows parameter with a default",
        (1, 13, 1, 14),
    );
    check("lambda *: a", "SyntaxError: named arguments must follow bare *", (1, 9, 1, 10));
    check("lambda **a, b: a", "SyntaxError: arguments cannot follow var-keyword argument", (1, 13, 1, 14));
    check("lambda (a): a", "SyntaxError: Lambda expression parameters cannot be parenthesized", (1, 8, 1, 11));
    check("def f[](): pass", "SyntaxError: Type parameter list cannot be empty", (1, 7, 1, 7));
    check("def f[*T: int](): pass", "SyntaxError: cannot use bound with TypeVarTuple", (1, 9, 1, 14));
    check("def f[**P: (int, str)](): pass", "SyntaxError: cannot use constraints with ParamSpec", (1, 10, 1, 22));
    check("class A[T=](): pass", "SyntaxError: invalid syntax", (1, 11, 1, 12));
}

#[test]
fn displays() {
    check("[a b]", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 2, 1, 5));
    check(
        "[a, b for c in d]",
        "SyntaxError: did you forget parentheses around the comprehension target?",
        (1, 2, 1, 6),
    );
    check(
        "{a, b for c in d}",
        "SyntaxError: did you forget parentheses around the comprehension target?",
        (1, 2, 1, 6),
    );
    check("[*a for a in b]", "SyntaxError: iterable unpacking cannot be used in comprehension", (1, 2, 1, 4));
    check("{**a for a in b}", "SyntaxError: dict unpacking cannot be used in dict comprehension", (1, 2, 1, 4));
    check("{a: b, c}", "SyntaxError: ':' expected after dictionary key", (1, 8, 1, 0));
    check("{a: b, c d}", "SyntaxError: ':' expected after dictionary key", (1, 8, 1, 0));
    check("{a: }", "SyntaxError: expression expected after dictionary key and ':'", (1, 3, 1, 4));
    check("{a: *b}", "SyntaxError: cannot use a starred expression in a dictionary value", (1, 5, 1, 7));
    check("{a: b, c: **d}", "SyntaxError: invalid syntax", (1, 11, 1, 13));
    check("(*a)", "SyntaxError: cannot use starred expression here", (1, 2, 1, 4));
    check("(**a)", "SyntaxError: cannot use double starred expression here", (1, 2, 1, 4));
    check("[a for b]", "SyntaxError: 'in' expected after for-loop variables", (1, 9, 1, 10));
    check("[a for b in c if]", "SyntaxError: invalid syntax", (1, 17, 1, 18));
    check("x[a b]", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 3, 1, 6));
    check("(a, b c)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", (1, 5, 1, 8));
    check("'a' b 'c'", "SyntaxError: invalid syntax. Is this intended to be part of the string?", (1, 5, 1, 6));
    check("('a' b 'c')", "SyntaxError: invalid syntax. Is this intended to be part of the string?", (1, 6, 1, 7));
}

#[test]
fn expressions() {
    check("a if b", "SyntaxError: expected 'else' after 'if' expression", (1, 1, 1, 7));
    check("a if b else", "SyntaxError: expected expression after 'else', but statement is given", (1, 12, 1, 13));
    check("x = pass if a else b", "SyntaxError: expected expression before 'if', but statement is given", (1, 5, 1, 9));
    check("a if b else pass", "SyntaxError: expected expression after 'else', but statement is given", (1, 13, 1, 17));
    check("a not b", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("a + not b", "SyntaxError: 'not' after an operator must be parenthesized", (1, 5, 1, 10));
    check("- not a", "SyntaxError: 'not' after an operator must be parenthesized", (1, 3, 1, 8));
    check("a is not", "SyntaxError: invalid syntax", (1, 9, 1, 10));
    check("1 +", "SyntaxError: invalid syntax", (1, 4, 1, 5));
    check("a.", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("a..b", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("not", "SyntaxError: invalid syntax", (1, 4, 1, 5));
    check("lambda", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("a <> b", "SyntaxError: invalid syntax", (1, 3, 1, 5));
    check("await", "SyntaxError: invalid syntax", (1, 6, 1, 7));
    check("yield = 1", "SyntaxError: assignment to yield expression not possible", (1, 1, 1, 6));
    check("a <", "SyntaxError: invalid syntax", (1, 4, 1, 5));
    check("*a + b = c", "SyntaxError: cannot assign to expression", (1, 2, 1, 7));
}

#[test]
fn statements() {
    check("if a", "SyntaxError: expected ':'", (1, 5, 1, 6));
    check("elif a: pass", "SyntaxError: invalid syntax", (1, 1, 1, 5));
    check("else: pass", "SyntaxError: invalid syntax", (1, 1, 1, 5));
    check("if a:\n b\nelse:\n c\nelif d:\n e", "SyntaxError: 'elif' block follows an 'else' block", (5, 1, 5, 5));
    check("def f():\n a\nelif d:\n e", "SyntaxError: invalid syntax", (3, 1, 3, 5));
    check("try: pass", "SyntaxError: expected 'except' or 'finally' block", (1, 10, 1, -1));
    check("try:\n a\nb", "SyntaxError: expected 'except' or 'finally' block", (3, 1, 3, 2));
    check("try:\n a\nexcept b\n c", "SyntaxError: expected ':'", (3, 9, 3, 10));
    check(
        "try:\n a\nexcept b, c as d:\n e",
        "SyntaxError: multiple exception types must be parenthesized when using 'as'",
        (3, 8, 3, 17),
    );
    check("try:\n a\nexcept b as c.d:\n e", "SyntaxError: cannot use except statement with attribute", (3, 13, 3, 16));
    check(
        "try:\n a\nexcept* b:\n c\nexcept d:\n e\n",
        "SyntaxError: cannot have both 'except' and 'except*' on the same 'try'",
        (5, 1, 5, 7),
    );
    check("try:\n a\nexcept*:\n b", "SyntaxError: expected one or more exception types", (3, 8, 3, 9));
    check("import", "SyntaxError: Expected one or more names after 'import'", (1, 7, 1, 7));
    check("import a,", "SyntaxError: invalid syntax", (1, 10, 1, 11));
    check("from a import", "SyntaxError: Expected one or more names after 'import'", (1, 14, 1, 14));
    check(
        "from a import b,",
        "SyntaxError: trailing comma not allowed without surrounding parentheses",
        (1, 17, 1, 18),
    );
    check("from . import *, a", "SyntaxError: invalid syntax", (1, 16, 1, 17));
    check("import a from b", "SyntaxError: Did you mean to use 'from ... import ...' instead?", (1, 1, 1, 16));
    check("raise a from", "SyntaxError: did you forget an expression after 'from'?", (1, 9, 1, 13));
    check("raise from a", "SyntaxError: did you forget an expression between 'raise' and 'from'?", (1, 1, 1, 11));
    check("class A\n x", "SyntaxError: expected ':'", (1, 8, 1, 9));
    check("with a, b\n c", "SyntaxError: expected ':'", (1, 10, 1, 11));
    check("for a in b\n c", "SyntaxError: expected ':'", (1, 11, 1, 12));
    check("while a\n b", "SyntaxError: expected ':'", (1, 8, 1, 9));
    check("match a\n case b: pass", "SyntaxError: expected ':'", (1, 8, 1, 9));
    check("match a:\n case b\n  c", "SyntaxError: expected ':'", (2, 8, 2, 9));
    check("match a:\n case b as _: pass", "SyntaxError: cannot use '_' as a target", (2, 12, 2, 13));
    check("match a:\n case b as c.d: pass", "SyntaxError: cannot use attribute as pattern target", (2, 12, 2, 15));
    check(
        "match a:\n case A(b=c, d): pass",
        "SyntaxError: positional patterns follow keyword patterns",
        (2, 14, 2, 15),
    );
    check("@a", "SyntaxError: invalid syntax", (1, 0, 1, 0));
    check("@a\nx", "SyntaxError: invalid syntax", (2, 1, 2, 2));
    check("global a.b", "SyntaxError: invalid syntax", (1, 9, 1, 10));
    check("a; ; b", "SyntaxError: invalid syntax", (1, 4, 1, 5));
    check("a b", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("return a b", "SyntaxError: invalid syntax", (1, 10, 1, 11));
    check("async x", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("async def", "SyntaxError: invalid syntax", (1, 10, 1, 11));
    check("pass x", "SyntaxError: invalid syntax", (1, 6, 1, 7));
    check("x = 5 6", "SyntaxError: invalid syntax", (1, 7, 1, 8));
    check("type X[] = int", "SyntaxError: Type parameter list cannot be empty", (1, 8, 1, 10));
    check("type X = ", "SyntaxError: invalid syntax", (1, 10, 1, 11));
}

#[test]
fn later_errors_come_first() {
    check("x y\n1a", "SyntaxError: invalid decimal literal", (2, 1, 2, 1));
    check("x y\n'abc", "SyntaxError: unterminated string literal (detected at line 2)", (2, 1, 2, 1));
    check("x y\n(\n", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("x y\nf'}'", "SyntaxError: invalid syntax", (1, 3, 1, 4));
    check("f(\nx y\n1a", "SyntaxError: invalid decimal literal", (3, 1, 3, 1));
}

/// Checks the keyword that is suggested for a program, on which line and where behind the common indentation.
#[track_caller]
fn check_suggestion(program: &str, expected: Option<(&str, u32, i32)>) {
    let source = Source::new(program);
    let error = parse(&source, Mode::File, &Options::default()).expect_err("an error");
    let line = error.position().map_or(0, |position| position.line);
    let suggestion = suspect_code(&error, &source).and_then(|code| suggest_keyword(code, &Options::default()));
    let found = suggestion.map(|suggestion| (suggestion.keyword, line, suggestion.start as i32 + 1));
    assert_eq!(found, expected, "{program:?}");
}

#[test]
fn misspelt_keywords() {
    check_suggestion("whille True:\n    pass\n", Some(("while", 1, 1)));
    check_suggestion("fro x in range(10):\n    pass\n", Some(("for", 1, 1)));
    check_suggestion("x = [a fur a in b]\n", Some(("for", 1, 8)));
    check_suggestion("def f():\n    x = 1\n    retrun x\n", Some(("return", 3, 1)));
    check_suggestion("a\nimpot b\n", Some(("import", 2, 1)));
    check_suggestion("asynch def f(): pass\n", Some(("async", 1, 1)));
    check_suggestion("a b\n", None);
    check_suggestion("x = = 1\n", None);
}
