//! Tokens of small texts.

use super::{EndRule, Lexer};
use crate::source::Source;
use crate::token::TokenKind;
use alloc::format;
use alloc::string::String;

/// Checks the tokens of a text: operators and keywords as they are written, other kinds by name and text.
#[track_caller]
fn check(text: &str, expected: &str) {
    let source = Source::new(text);
    let mut lexer = Lexer::new(&source, EndRule::ImplyNewline);
    let mut found = String::new();
    loop {
        let token = match lexer.next_token() {
            Ok(token) if token.kind == TokenKind::EndMarker => break,
            Ok(token) => token,
            Err(_) => {
                found.push_str("error");
                break;
            }
        };
        match token.kind.text() {
            "" => found.push_str(&format!("{:?}{:?} ", token.kind, source.slice(token.range))),
            text => found.push_str(&format!("{text} ")),
        }
    }
    assert_eq!(found.trim_end(), expected, "{text:?}");
}

#[test]
fn operators_are_as_long_as_can_be() {
    check("a**=b", r#"Name"a" **= Name"b" Newline"""#);
    check("a->b...<>:=!=", r#"Name"a" -> Name"b" ... Unknown"<>" := != Newline"""#);
    check("a. .b.", r#"Name"a" . . Name"b" . Newline"""#);
    check("a//=b<<=c>>d", r#"Name"a" //= Name"b" <<= Name"c" >> Name"d" Newline"""#);
}

#[test]
fn keywords_are_whole_words() {
    check("if iffy none None", r#"if Name"iffy" Name"none" None Newline"""#);
}

#[test]
fn numbers_end_where_names_may_follow() {
    check("0x1for x", r#"Number"0x1f" or Name"x" Newline"""#);
    check("1.e5j.real", r#"Number"1.e5j" . Name"real" Newline"""#);
    check("1..a 1_0", r#"Number"1." . Name"a" Number"1_0" Newline"""#);
}

#[test]
fn lines_are_joined_within_brackets() {
    check("(a\n #c\n\n b)\nc", "( Name\"a\" Name\"b\" ) Newline\"\\n\" Name\"c\" Newline\"\"");
    check("a \\\n b", r#"Name"a" Name"b" Newline"""#);
}

#[test]
fn indentation_opens_and_closes_blocks() {
    check(
        "a\n b\n  c\nd",
        "Name\"a\" Newline\"\\n\" Indent\"\" Name\"b\" Newline\"\\n\" Indent\"\" Name\"c\" Newline\"\\n\" Dedent\"\" Dedent\"\" Name\"d\" Newline\"\"",
    );
    check("a\n  b\n c", "Name\"a\" Newline\"\\n\" Indent\"\" Name\"b\" Newline\"\\n\" error");
    check("\n  # c\n\n", "");
}

#[test]
fn format_strings_are_several_tokens() {
    check(
        "f'a{b!r:>{c}}{{'",
        r#"FStringStart"f'" FStringMiddle"a" { Name"b" ! Name"r" : FStringMiddle">" { Name"c" } } FStringMiddle"{" FStringEnd"'" Newline"""#,
    );
    check("f'{'b'}' rb'c'", r#"FStringStart"f'" { String"'b'" } FStringEnd"'" String"rb'c'" Newline"""#);
    check("t'''{\na:=1}'''", r#"TStringStart"t'''" { Name"a" : TStringMiddle"=1" } TStringEnd"'''" Newline"""#);
    check(
        "f'\\N{DIGIT ONE}{a}'",
        r#"FStringStart"f'" FStringMiddle"\\N{DIGIT ONE}" { Name"a" } FStringEnd"'" Newline"""#,
    );
}
