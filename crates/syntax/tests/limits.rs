//! Input of any size and depth ends in a tree or an error, within one megabyte of stack and without taking long.

use ferropy_syntax::{ErrorKind, Mode, Options, Source, parse};
use std::time::{Duration, Instant};

/// Parses on a thread with a stack of one megabyte.
fn parse_on_small_stack(text: String) -> Result<(), (ErrorKind, String)> {
    let started = Instant::now();
    let parsing = move || {
        let source = Source::new(text);
        let result = parse(&source, Mode::File, &Options::default());
        result.map(drop).map_err(|error| (error.kind(), error.message().to_string()))
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(parsing).expect("a thread");
    let result = thread.join().expect("no overflow");
    assert!(started.elapsed() < Duration::from_secs(20), "took {:?}", started.elapsed());
    result
}

fn check_too_deep(text: String) {
    assert_eq!(parse_on_small_stack(text).expect_err("an error").0, ErrorKind::Recursion);
}

#[test]
fn too_many_brackets() {
    for opening in ["(", "[", "{", "f(", "x[", "{1: "] {
        let error = parse_on_small_stack(opening.repeat(100_000)).expect_err("an error");
        assert_eq!(error, (ErrorKind::Syntax, "too many nested parentheses".to_string()), "{opening}");
    }
}

#[test]
fn deepest_brackets_are_read() {
    for (opening, closing) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("x[", "]"), ("{1: ", "}")] {
        let text = format!("x = {}0{}\n", opening.repeat(200), closing.repeat(200));
        assert_eq!(parse_on_small_stack(text), Ok(()), "{opening}");
    }
}

#[test]
fn errors_within_the_deepest_brackets_are_explained() {
    for (opening, closing) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("x[", "]"), ("{1: ", "}"), ("(a, ", ")")]
    {
        let text = format!("x = {}a b{}\n", opening.repeat(199), closing.repeat(199));
        let error = parse_on_small_stack(text).expect_err("an error");
        assert_eq!(error.1, "invalid syntax. Perhaps you forgot a comma?", "{opening}");
    }
}

#[test]
fn prefixes_nest_too_deep() {
    for prefix in ["not ", "-", "~", "lambda: ", "a if b else ", "a ** ", "a ** -", "await ", "yield from ", "f'{"] {
        let text = format!("{}a", prefix.repeat(100_000));
        assert!(parse_on_small_stack(text).is_err(), "{prefix}");
    }
    check_too_deep(format!("{}a", "not ".repeat(100_000)));
    check_too_deep(format!("{}a", "lambda: ".repeat(100_000)));
    check_too_deep(format!("{}a", "a if b else ".repeat(100_000)));
}

#[test]
fn long_chains_are_read_and_dropped() {
    for part in ["+a", ".a", "()", "[0]", " @ a", " << a", " * a + a", ".a(a)[a] - a"] {
        assert_eq!(parse_on_small_stack(format!("a{}", part.repeat(100_000))), Ok(()), "{part}");
    }
    let nested = (0..190).fold(String::from("a"), |inner, _| format!("({inner}){}", "+a".repeat(300)));
    assert_eq!(parse_on_small_stack(nested), Ok(()));
}

#[test]
fn what_is_in_chains_counts() {
    for (start, part) in [("a", " + -a"), ("a", "(a)(-a)"), ("a", "[a ** -a][0]")] {
        assert_eq!(parse_on_small_stack(format!("{start}{}", part.repeat(10_000))), Ok(()), "{part}");
    }
    check_too_deep(format!("a{}", " + a + -a ** a".repeat(10) + &"**-a".repeat(10_000)));
    check_too_deep(format!("a.b({}a)", "not ".repeat(10_000)));
}

#[test]
fn long_lists_are_flat() {
    for part in [", a", " and a", " < a", " = a", "; a", "\nif a:\n a"] {
        assert_eq!(parse_on_small_stack(format!("a{}\n", part.repeat(100_000))), Ok(()), "{part:?}");
    }
    let element =
        ["*a", "a if b else c", "lambda: a", "f'{a}'", "f'{a}' f'{b}'", "(a := 1)", "a[b:c]", "f(*a)", "[*a]"];
    for element in element {
        let elements = format!("{element}, ").repeat(10_000);
        assert_eq!(parse_on_small_stack(format!("x = [{elements}]\n")), Ok(()), "{element}");
    }
    assert_eq!(parse_on_small_stack(format!("f'{}'", "{a, b:{c}}".repeat(10_000))), Ok(()));
    let branches = "elif a:\n pass\n".repeat(100_000);
    assert_eq!(parse_on_small_stack(format!("if a:\n pass\n{branches}")), Ok(()));
}

#[test]
fn blocks_nest_a_hundred_deep() {
    let nested = |depth: usize| (0..depth).map(|level| format!("{}if a:\n", " ".repeat(level))).collect::<String>();
    let pass = |depth: usize| format!("{}pass\n", " ".repeat(depth));
    assert_eq!(parse_on_small_stack(nested(99) + &pass(99)), Ok(()));
    let error = parse_on_small_stack(nested(100) + &pass(100)).expect_err("an error");
    assert_eq!(error, (ErrorKind::Indentation, "too many levels of indentation".to_string()));
}

#[test]
fn errors_in_long_inputs_are_found_in_time() {
    for part in ["a, ", "a + ", "a.b(c)[d], ", "'x' ", "x: int = ", "lambda a, b=1: a, "] {
        let text = format!("x = [{}]]\n", part.repeat(20_000));
        assert!(parse_on_small_stack(text).is_err(), "{part}");
    }
}
