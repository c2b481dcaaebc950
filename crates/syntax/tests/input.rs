//! What comes in and goes out besides trees: bytes of files, lines of a prompt, errors as text.

use ferropy_syntax::{Completeness, Mode, Options, Source, completeness, parse, render};

#[track_caller]
fn check_bytes(bytes: &[u8], expected: Result<&str, &str>) {
    let result = Source::decode(bytes);
    let result = result.as_ref().map(Source::text).map_err(|error| error.message().to_string());
    assert_eq!(result.as_ref().copied().map_err(String::as_str), expected, "{bytes:?}");
}

#[test]
fn encodings() {
    check_bytes(b"x = '\xc3\xa4'", Ok("x = 'ä'"));
    check_bytes(b"\xef\xbb\xbfx", Ok("x"));
    check_bytes(b"# coding: latin-1\n'\xe4'", Ok("# coding: latin-1\n'ä'"));
    check_bytes(
        b"#!python\n# vim: set fileencoding=iso-8859-1 :\n'\xe4'",
        Ok("#!python\n# vim: set fileencoding=iso-8859-1 :\n'ä'"),
    );
    check_bytes(
        b"x\n# coding: latin-1\n'\xe4'",
        Err(
            "Non-UTF-8 code starting with '\\xe4' on line 3, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
        ),
    );
    check_bytes(b"# coding: no-such\n", Err("unknown encoding: no-such"));
    check_bytes(b"\xef\xbb\xbf# coding: latin-1\n", Err("encoding problem: iso-8859-1 with BOM"));
    check_bytes(
        b"# coding: ascii\n'\xe4'",
        Err("'ascii' codec can't decode byte 0xe4 in position 17: ordinal not in range(128)"),
    );
    check_bytes(b"a\0b", Err("source code cannot contain null bytes"));
}

#[track_caller]
fn check_prompt(lines: &str, expected: &str) {
    let found = match completeness(lines, &Options::default()) {
        Completeness::Complete => "complete",
        Completeness::Incomplete => "incomplete",
        Completeness::Invalid(_) => "invalid",
    };
    assert_eq!(found, expected, "{lines:?}");
}

#[test]
fn prompts_wait_for_the_end() {
    for lines in ["", "# c", "x = 1", "x;", "if a: b\n", "if a:\n  b\n", "(1,\n2)", "'''a\nb'''", "@a\ndef f(): pass\n"]
    {
        check_prompt(lines, "complete");
    }
    for lines in [
        "if a:",
        "if a: b",
        "if a:\n  b",
        "if a:\n  b\nelse:",
        "(1,",
        "'''a",
        "x = \\",
        "@a",
        "f'''{",
        "try:\n  a\n",
        "if a:\n\n",
        "match a:\n  case b:",
    ] {
        check_prompt(lines, "incomplete");
    }
    for lines in ["x = ", ")", "'abc", "a b", "a\nb", "  x", "1a", "else:", "if a:\n  b\nc"] {
        check_prompt(lines, "invalid");
    }
}

#[track_caller]
fn check_rendered(program: &str, expected: &str) {
    let source = Source::new(program);
    let error = parse(&source, Mode::File, &Options::default()).expect_err("an error");
    assert_eq!(render(&error, &source, "f.py"), expected, "{program:?}");
}

#[test]
fn errors_as_text() {
    check_rendered("x = = 1\n", "  File \"f.py\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n");
    check_rendered("if a:\n\tb c\n", "  File \"f.py\", line 2\n    \tb c\n    \t  ^\nSyntaxError: invalid syntax\n");
    check_rendered("  ä = f(a b)", "  File \"f.py\", line 1\n    ä = f(a b)\nIndentationError: unexpected indent\n");
    check_rendered(
        "ä = f(a b)",
        "  File \"f.py\", line 1\n    ä = f(a b)\n          ^^^\nSyntaxError: invalid syntax. Perhaps you forgot a comma?\n",
    );
    check_rendered("x = (1,\n", "  File \"f.py\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n");
    check_rendered(
        "[a\nb]",
        "  File \"f.py\", line 1\n    [a\n     ^\nSyntaxError: invalid syntax. Perhaps you forgot a comma?\n",
    );
}
