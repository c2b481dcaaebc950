//! The trees of valid programs, in the format of `ast.dump`.

use ferropy_syntax::{Mode, Options, Source, WarningKind, parse};

#[path = "../examples/dump_ast/dumper.rs"]
mod dumper;

fn options() -> Options {
    Options { character_by_name: Some(|name| (name == "BULLET").then_some('•')), ..Options::default() }
}

/// Checks the shape of a program's tree.
#[track_caller]
fn check(program: &str, expected: &str) {
    let source = Source::new(program);
    let parsed = parse(&source, Mode::File, &options()).unwrap_or_else(|error| panic!("{program:?}: {error}"));
    let dumped = dumper::dump_shape(&parsed.root, &parsed.names, &source);
    assert_eq!(dumped, format!("Module(body=[{expected}])"), "{program:?}");
}

/// Checks an expression's tree, with positions.
#[track_caller]
fn check_positions(expression: &str, expected: &str) {
    let source = Source::new(expression);
    let parsed = parse(&source, Mode::Eval, &options()).unwrap_or_else(|error| panic!("{expression:?}: {error}"));
    let dumped = dumper::dump(&parsed.root, &parsed.names, &source);
    let short = dumped
        .replace("lineno=", "")
        .replace("end_col_offset=", "")
        .replace("col_offset=", "")
        .replace("end_", "")
        .replace(", ctx=Load()", "");
    assert_eq!(short, format!("Expression(body={expected})"), "{expression:?}");
}

#[track_caller]
fn check_warnings(program: &str, expected: &[&str]) {
    let parsed = parse(&Source::new(program), Mode::File, &options()).unwrap_or_else(|error| panic!("{error}"));
    assert!(parsed.warnings.iter().all(|warning| warning.kind == WarningKind::Syntax));
    let messages: Vec<_> = parsed.warnings.iter().map(|warning| warning.message.as_ref()).collect();
    assert_eq!(messages, expected, "{program:?}");
}

#[test]
fn binding_strengths() {
    check_positions(
        "a+b*c",
        "BinOp(left=Name(id='a', 1, 0, 1, 1), op=Add(), right=BinOp(left=Name(id='b', 1, 2, 1, 3), op=Mult(), right=Name(id='c', 1, 4, 1, 5), 1, 2, 1, 5), 1, 0, 1, 5)",
    );
    check_positions(
        "-a**-b",
        "UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', 1, 1, 1, 2), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='b', 1, 5, 1, 6), 1, 4, 1, 6), 1, 1, 1, 6), 1, 0, 1, 6)",
    );
    check_positions(
        "(a)+b",
        "BinOp(left=Name(id='a', 1, 1, 1, 2), op=Add(), right=Name(id='b', 1, 4, 1, 5), 1, 0, 1, 5)",
    );
    check_positions(
        "not a in b",
        "UnaryOp(op=Not(), operand=Compare(left=Name(id='a', 1, 4, 1, 5), ops=[In()], comparators=[Name(id='b', 1, 9, 1, 10)], 1, 4, 1, 10), 1, 0, 1, 10)",
    );
    check_positions(
        "a<b is not c",
        "Compare(left=Name(id='a', 1, 0, 1, 1), ops=[Lt(), IsNot()], comparators=[Name(id='b', 1, 2, 1, 3), Name(id='c', 1, 11, 1, 12)], 1, 0, 1, 12)",
    );
    check_positions("ä.b", "Attribute(value=Name(id='\\xe4', 1, 0, 1, 2), attr='b', 1, 0, 1, 4)");
}

#[test]
fn calls_and_subscripts() {
    check(
        "f(a, *b, k=c, *d, **e)",
        "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Load()), ctx=Load()), Starred(value=Name(id='d', ctx=Load()), ctx=Load())], keywords=[keyword(arg='k', value=Name(id='c', ctx=Load())), keyword(value=Name(id='e', ctx=Load()))]))",
    );
    check(
        "f(a for a in b)",
        "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='a', ctx=Store()), iter=Name(id='b', ctx=Load()), is_async=0)])]))",
    );
    check(
        "x[a:, *b]",
        "Expr(value=Subscript(value=Name(id='x', ctx=Load()), slice=Tuple(elts=[Slice(lower=Name(id='a', ctx=Load())), Starred(value=Name(id='b', ctx=Load()), ctx=Load())], ctx=Load()), ctx=Load()))",
    );
}

#[test]
fn literals() {
    check(
        "0x_ff; 1_000; 1e3; 2j; 9223372036854775808",
        "Expr(value=Constant(value=255)), Expr(value=Constant(value=1000)), Expr(value=Constant(value=1000.0)), Expr(value=Constant(value=2j)), Expr(value=Constant(value=9223372036854775808))",
    );
    check(r"'a\x41\N{BULLET}\ud800' 'b'", r"Expr(value=Constant(value='aA\u2022\ud800b'))");
    check("'''a\r\nb\rc'''", r"Expr(value=Constant(value='a\nb\nc'))");
    check(r"rb'\x' b'\x00\n'", r"Expr(value=Constant(value=b'\\x\x00\n'))");
    check("u'a'", "Expr(value=Constant(value='a', kind='u'))");
    check("ﬁ", "Expr(value=Name(id='fi', ctx=Load()))");
}

#[test]
fn format_strings() {
    check(
        "f'a{b!r:>{c}}' 'd'",
        "Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='c', ctx=Load()), conversion=-1)])), Constant(value='d')]))",
    );
    check(
        "f'{a = }'",
        "Expr(value=JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name(id='a', ctx=Load()), conversion=114)]))",
    );
    check(
        "f'{{{'a'}}}'",
        "Expr(value=JoinedStr(values=[Constant(value='{'), FormattedValue(value=Constant(value='a'), conversion=-1), Constant(value='}')]))",
    );
    check("f''", "Expr(value=JoinedStr())");
    check(
        "t'{ a + b = !s}'",
        "Expr(value=TemplateStr(values=[Constant(value=' a + b = '), Interpolation(value=BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=Name(id='b', ctx=Load())), str=' a + b', conversion=115)]))",
    );
}

#[test]
fn statements() {
    check(
        "a = b, *c = d",
        "Assign(targets=[Name(id='a', ctx=Store()), Tuple(elts=[Name(id='b', ctx=Store()), Starred(value=Name(id='c', ctx=Store()), ctx=Store())], ctx=Store())], value=Name(id='d', ctx=Load()))",
    );
    check(
        "(a): b = c",
        "AnnAssign(target=Name(id='a', ctx=Store()), annotation=Name(id='b', ctx=Load()), value=Name(id='c', ctx=Load()), simple=0)",
    );
    check("a @= yield", "AugAssign(target=Name(id='a', ctx=Store()), op=MatMult(), value=Yield())");
    check(
        "from ...a.b import c as d, e",
        "ImportFrom(module='a.b', names=[alias(name='c', asname='d'), alias(name='e')], level=3)",
    );
    check(
        "if a: b\nelif c: d\nelse: e",
        "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))], orelse=[Expr(value=Name(id='e', ctx=Load()))])])",
    );
    check(
        "try: a\nexcept b, c: d",
        "Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandler(type=Tuple(elts=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())], ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))])])",
    );
    check(
        "with (a as b, c): pass",
        "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()])",
    );
    check(
        "with (a, b) as c: pass",
        "With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()])",
    );
    check(
        "type X[T: int = str, *U, **V] = T",
        "TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T', bound=Name(id='int', ctx=Load()), default_value=Name(id='str', ctx=Load())), TypeVarTuple(name='U'), ParamSpec(name='V')], value=Name(id='T', ctx=Load()))",
    );
}

#[test]
fn parameters() {
    check(
        "def f(a, /, b=1, *c: *d, e, g=2, **h): pass",
        "FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')], vararg=arg(arg='c', annotation=Starred(value=Name(id='d', ctx=Load()), ctx=Load())), kwonlyargs=[arg(arg='e'), arg(arg='g')], kw_defaults=[None, Constant(value=2)], kwarg=arg(arg='h'), defaults=[Constant(value=1)]), body=[Pass()])",
    );
    check("lambda: 0", "Expr(value=Lambda(args=arguments(), body=Constant(value=0)))");
}

#[test]
fn soft_keywords_are_names_elsewhere() {
    check(
        "match = type = case = _ = 1",
        "Assign(targets=[Name(id='match', ctx=Store()), Name(id='type', ctx=Store()), Name(id='case', ctx=Store()), Name(id='_', ctx=Store())], value=Constant(value=1))",
    );
    check("match (a)", "Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='a', ctx=Load())]))");
    check("match -a", "Expr(value=BinOp(left=Name(id='match', ctx=Load()), op=Sub(), right=Name(id='a', ctx=Load())))");
    check("type (x)", "Expr(value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='x', ctx=Load())]))");
}

#[test]
fn patterns() {
    check(
        "match a, b:\n case [1, *_] | {'k': c, **r} as g if c: pass\n case A.B(d, e=-1+2j): pass",
        "Match(subject=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), cases=[match_case(pattern=MatchAs(pattern=MatchOr(patterns=[MatchSequence(patterns=[MatchValue(value=Constant(value=1)), MatchStar()]), MatchMapping(keys=[Constant(value='k')], patterns=[MatchAs(name='c')], rest='r')]), name='g'), guard=Name(id='c', ctx=Load()), body=[Pass()]), match_case(pattern=MatchClass(cls=Attribute(value=Name(id='A', ctx=Load()), attr='B', ctx=Load()), patterns=[MatchAs(name='d')], kwd_attrs=['e'], kwd_patterns=[MatchValue(value=BinOp(left=UnaryOp(op=USub(), operand=Constant(value=1)), op=Add(), right=Constant(value=2j)))]), body=[Pass()])])",
    );
}

#[test]
fn layout() {
    check(
        "if a:\n\tb\n\t# c\n\n  \n\td\ne",
        "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), Expr(value=Name(id='d', ctx=Load()))]), Expr(value=Name(id='e', ctx=Load()))",
    );
    check(
        "a = (\n  1,\n # c\n 2)\\\n\n",
        "Assign(targets=[Name(id='a', ctx=Store())], value=Tuple(elts=[Constant(value=1), Constant(value=2)], ctx=Load()))",
    );
    check("\u{c}a;\r\nb\r", "Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))");
}

#[test]
fn warnings() {
    check_warnings(
        "x = '\\d\\e'",
        &[
            "\"\\d\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\d\"? A raw string is also an option.",
        ],
    );
    check_warnings(
        "b'\\777'",
        &[
            "\"\\777\" is an invalid octal escape sequence. Such sequences will not work in the future. Did you mean \"\\\\777\"? A raw string is also an option.",
        ],
    );
    check_warnings(
        "f'\\{a}'",
        &[
            "\"\\{\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\{\"? A raw string is also an option.",
        ],
    );
    check_warnings("x = 1if 2else 3", &["invalid decimal literal", "invalid decimal literal"]);
    check_warnings("r'\\d' '\\n'", &[]);
}
