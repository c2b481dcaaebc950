//! Misspelt keywords: `whille x:` is answered with "Did you mean 'while'?".
//!
//! Like CPython, this is done when an error is shown, not when it is found, since it parses the lines at fault several
//! times: a suggestion is made only if the program is better with it.

use crate::error::SyntaxError;
use crate::lexer::{EndRule, Lexer};
use crate::options::{Mode, Options};
use crate::parse::parse;
use crate::source::Source;
use crate::token::TokenKind;
use crate::tree::SourceRange;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Longer pieces of code are not looked at.
const MAX_CODE: usize = 1024;
/// No more names on a line are looked at.
const MAX_NAMES: usize = 10;
/// No more keywords are tried for a name.
const MAX_MATCHES: usize = 3;
/// How alike a name and a keyword must be: twice the letters they share, by all letters they have.
const MIN_LIKENESS: f32 = 0.5;

/// A keyword that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeywordSuggestion {
    /// The keyword.
    pub keyword: &'static str,
    /// The line at fault, without the indentation that all lines of the code have in common.
    pub line: String,
    /// Where the misspelt word starts in `line`, in characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The part of a source in which a misspelt keyword may be what is wrong: from the last valid statement to the end of
/// the error's line. An exception keeps it for [`suggest_keyword`].
#[must_use]
pub fn suspect_code<'s>(error: &SyntaxError, source: &'s Source) -> Option<&'s str> {
    if error.message() != "invalid syntax" && !error.message().contains("Perhaps you forgot a comma") {
        return None;
    }
    let line = error.position()?.line;
    let start = source.line_start(error.statement_line().max(1)) as usize;
    let end = source.line_start(line) as usize + source.line_text(line).len();
    source.text().get(start..end).filter(|code| code.len() <= MAX_CODE)
}

/// The keyword that makes suspect code valid when it stands for a word on the last line.
#[must_use]
pub fn suggest_keyword(code: &str, options: &Options) -> Option<KeywordSuggestion> {
    let lines: Vec<&str> = code.lines().collect();
    let indentation = common_indentation(&lines);
    let lines: Vec<&str> = lines.iter().map(|text| text.get(indentation..).unwrap_or("")).collect();
    let code = lines.join("\n");
    if is_acceptable(&code, options) {
        return None;
    }
    let last = lines.last()?;
    let line_start = code.len() - last.len();
    for name in names_behind(&code, line_start) {
        let (start, end) = (name.start as usize, name.end as usize);
        let (word, before, behind) = (code.get(start..end)?, code.get(..start)?, code.get(end..)?);
        for keyword in likely_keywords(word) {
            if is_acceptable(&format!("{before}{keyword}{behind}"), options) {
                let start = code.get(line_start..start)?.chars().count();
                let end = start + word.chars().count();
                return Some(KeywordSuggestion { keyword, line: String::from(*last), start, end });
            }
        }
    }
    None
}

/// Whether code is valid, or could become so with more lines.
fn is_acceptable(code: &str, options: &Options) -> bool {
    // What is wrong at the end of the last line is wrong: only a missing block or bracket may still come.
    match parse(&Source::new(format!("{code}\n")), Mode::File, options) {
        Ok(_) => true,
        Err(error) => error.is_incomplete(),
    }
}

/// How many bytes of blanks all lines that are not blank start with.
#[must_use]
pub fn common_indentation(lines: &[&str]) -> usize {
    let mut common: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let blanks = line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or("");
        let shared = common.map_or(blanks.len(), |common| {
            common.bytes().zip(blanks.bytes()).take_while(|(first, second)| first == second).count()
        });
        common = blanks.get(..shared);
    }
    common.map_or(0, str::len)
}

/// The first names at or behind an offset.
fn names_behind(code: &str, offset: usize) -> Vec<SourceRange> {
    let source = Source::new(code);
    let mut lexer = Lexer::new(&source, EndRule::ImplyNewline);
    let tokens = core::iter::from_fn(|| lexer.next_token().ok().filter(|token| token.kind != TokenKind::EndMarker));
    let names = tokens.filter(|token| token.kind == TokenKind::Name && token.range.start as usize >= offset);
    names.map(|token| token.range).take(MAX_NAMES).collect()
}

/// The keywords that a word may be meant to be, the likeliest first.
fn likely_keywords(word: &str) -> Vec<&'static str> {
    let mut matches: Vec<&str> = nearest_keyword(word).into_iter().collect();
    // The next best one, again and again: equally alike keywords come in reverse order of the alphabet.
    let mut last: Option<(f32, &str)> = None;
    while matches.len() < MAX_MATCHES {
        let candidates = TokenKind::KEYWORDS.iter().map(|keyword| (likeness(keyword, word), *keyword));
        let next = candidates
            .filter(|candidate| candidate.0 >= MIN_LIKENESS && last.is_none_or(|last| is_better(last, *candidate)))
            .reduce(|best, candidate| if is_better(candidate, best) { candidate } else { best });
        let Some((_, keyword)) = next else { break };
        matches.push(keyword);
        last = next;
    }
    matches
}

/// Whether the first of two keywords with their likeness comes before the other.
fn is_better(first: (f32, &str), second: (f32, &str)) -> bool {
    first.0 > second.0 || (first.0 == second.0 && first.1 > second.1)
}

/// The keyword with the smallest edit distance, if that is small for the length of both.
fn nearest_keyword(word: &str) -> Option<&'static str> {
    let mut best: Option<(usize, &str)> = None;
    for keyword in TokenKind::KEYWORDS {
        let limit = (word.len() + keyword.len() + 3) * 2 / 6;
        let distance = edit_distance(word.as_bytes(), keyword.as_bytes());
        if distance <= limit && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, keyword));
        }
    }
    best.map(|(_, keyword)| keyword)
}

/// The Levenshtein distance, in which a changed, missing or additional letter costs two and a changed case one.
fn edit_distance(first: &[u8], second: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=second.len()).map(|column| column * 2).collect();
    for (index, byte) in first.iter().enumerate() {
        let mut diagonal = index * 2;
        let mut left = diagonal + 2;
        if let Some(start) = row.first_mut() {
            *start = left;
        }
        for (other, cell) in second.iter().zip(row.iter_mut().skip(1)) {
            let changed = match () {
                () if byte == other => 0,
                () if byte.eq_ignore_ascii_case(other) => 1,
                () => 2,
            };
            let above = *cell;
            *cell = (diagonal + changed).min(above + 2).min(left + 2);
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Twice the letters that two words share in order, by all letters they have: the measure of Ratcliff and Obershelp.
fn likeness(first: &str, second: &str) -> f32 {
    let shared = shared_letters(first.as_bytes(), second.as_bytes());
    (2 * shared) as f32 / (first.len() + second.len()).max(1) as f32
}

/// The length of the longest common piece, and of those to its left and to its right.
fn shared_letters(first: &[u8], second: &[u8]) -> usize {
    let mut longest = (0, 0, 0);
    for start in 0..first.len() {
        for other in 0..second.len() {
            let (tail, other_tail) = (first.iter().skip(start), second.iter().skip(other));
            let length = tail.zip(other_tail).take_while(|(byte, other)| byte == other).count();
            if length > longest.0 {
                longest = (length, start, other);
            }
        }
    }
    let (length, start, other) = longest;
    if length == 0 {
        return 0;
    }
    // A keyword is at most eight letters long, which limits the depth.
    let left = shared_letters(first.get(..start).unwrap_or(&[]), second.get(..other).unwrap_or(&[]));
    let (behind, other_behind) = (first.get(start + length..), second.get(other + length..));
    length + left + shared_letters(behind.unwrap_or(&[]), other_behind.unwrap_or(&[]))
}
