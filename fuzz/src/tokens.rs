//! Program text as tokens, roughly: good enough to exchange names for names and operators for operators, so that what
//! comes out still parses most of the time.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Name,
    Number,
    Text,
    /// Stands between two operands.
    Binary,
    /// Brackets, blanks, keywords, comments: left as they are.
    Other,
}

/// Words that can't stand for each other.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "case", "type",
];

/// Operators with two operands, the longest first.
pub(crate) const OPERATORS: &[&str] = &[
    "**=", "//=", ">>=", "<<=", "==", "!=", "<=", ">=", "**", "//", ">>", "<<", "+=", "-=", "*=", "/=", "%=", "|=",
    "&=", "^=", "+", "-", "*", "/", "%", "|", "&", "^", "<", ">", "@",
];

/// The tokens of a text, in order; together they are the whole text.
pub(crate) fn split(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if first.is_alphabetic() || first == '_' {
            let length = run(rest, |letter| letter.is_alphanumeric() || letter == '_');
            (if KEYWORDS.contains(&&rest[..length]) { Kind::Other } else { Kind::Name }, length)
        } else if first.is_ascii_digit() {
            (Kind::Number, run(rest, |letter| letter.is_alphanumeric() || matches!(letter, '_' | '.')))
        } else if matches!(first, '"' | '\'') {
            (Kind::Text, string(rest, first))
        } else if first == '#' {
            (Kind::Other, run(rest, |letter| letter != '\n'))
        } else if let Some(operator) = OPERATORS.iter().find(|operator| rest.starts_with(**operator)) {
            (Kind::Binary, operator.len())
        } else {
            (Kind::Other, first.len_utf8())
        };
        tokens.push((kind, at..at + length));
        at += length;
    }
    tokens
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !belongs(letter)).unwrap_or(text.len())
}

/// The length of the string literal that a text starts with.
fn string(text: &str, quote: char) -> usize {
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    let end = if text.starts_with(&triple) { triple } else { quote.to_string() };
    let mut at = end.len();
    while at < text.len() && !text[at..].starts_with(&end) {
        let escaped = usize::from(text[at..].starts_with('\\'));
        at += text[at..].chars().take(1 + escaped).map(char::len_utf8).sum::<usize>();
    }
    (at + end.len()).min(text.len())
}
