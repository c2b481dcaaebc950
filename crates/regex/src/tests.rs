//! Patterns with what they match, and with what is wrong with them. Where programs can reach it, the corpus under
//! `tests/stdlib/re` says more.

use crate::flags::{IGNORECASE, MULTILINE, VERBOSE};
use crate::fold::{canonical, for_each_same};
use crate::{Bytes, Error, Goal, Kind, Matcher, Program, Start, Status, Text, compile};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The groups of the first match, each with its offsets in bytes.
fn found(pattern: &str, flags: u32, text: &str, fuel: u32) -> String {
    let compiled = match compile(pattern.as_bytes(), Kind::Text, flags, 100, &mut Vec::new()) {
        Ok(compiled) => compiled,
        Err(error) => match *error {
            Error::Pattern(message, position) => {
                let name = message.name.map(|name| format!("{:?}", String::from_utf8_lossy(&name)));
                let place = position.map_or(String::new(), |position| format!(" at {position}"));
                return format!("{}{}{}{place}", message.before, name.unwrap_or_default(), message.behind);
            }
            other => return format!("{other:?}"),
        },
    };
    let program = Program::new(&compiled.words);
    let mut matcher = Matcher::new(program, 1 << 20).unwrap();
    matcher.begin(Start { at: 0, goal: Goal::Search, must_advance: false });
    loop {
        let mut left = fuel;
        let status = if text.is_ascii() {
            matcher.step(program, Bytes(text.as_bytes()), &mut left)
        } else {
            matcher.step(program, Text(text.as_bytes()), &mut left)
        };
        match status {
            Status::Paused => {}
            Status::Unmatched => return "none".to_string(),
            Status::OutOfMemory => return "out of memory".to_string(),
            Status::Matched => {
                let groups = (0..=compiled.groups as usize).map(|number| match matcher.group(number) {
                    Some((start, end)) => format!("{start}-{end}"),
                    None => "-".to_string(),
                });
                return groups.collect::<Vec<_>>().join(" ");
            }
        }
    }
}

/// A pattern with flags, a text, and the groups of the first match; however often the run stops.
fn check(pattern: &str, flags: u32, text: &str, expected: &str) {
    for fuel in [1, 7, u32::MAX] {
        assert_eq!(found(pattern, flags, text, fuel), expected, "{pattern:?} in {text:?}");
    }
}

#[test]
fn groups_and_repetitions() {
    check("a(b)?c", 0, "xacabc", "1-3 -");
    check("(a|ab)(c|bcd)(d*)", 0, "abcd", "0-4 0-1 1-4 4-4");
    check("(a*)*", 0, "aab", "0-2 2-2");
    check("(a*)+?", 0, "aab", "0-2 0-2");
    check("(?:(a)|b)*", 0, "abb", "0-3 0-1");
    check("(a|b)*?c", 0, "abc", "0-3 1-2");
    check("(?:ab){2,3}", 0, "ababababab", "0-6");
    check("(?:ab){2,3}?", 0, "ababababab", "0-4");
    check(".*b", 0, "abab\nb", "0-4");
    check("a{2,}?b", 0, "aaab", "0-4");
    check("(a?)*?$", 0, "aa", "0-2 1-2");
}

#[test]
fn what_is_not_tried_another_way() {
    check("(?>a*)ab", 0, "aaab", "none");
    check("a*+b", 0, "aaab", "0-4");
    check("(?:ab?)*+b", 0, "abab", "1-2");
    check("(?>|a)b", 0, "ab", "1-2");
    check("(?>(a+))b", 0, "aab", "0-3 0-2");
    check("(?:a|ab){2}+c", 0, "ababc", "none");
}

#[test]
fn looks_conditions_and_references() {
    check("(?<=ab)c", 0, "abc", "2-3");
    check("(?<!b)c", 0, "bcc", "2-3");
    check("a(?=(b))", 0, "ab", "0-1 1-2");
    check("a(?!(b))", 0, "abac", "2-3 -");
    check("(<)?a(?(1)>|;)", 0, "<a;", "1-3 -");
    check(r"(a)(b)?\2", 0, "ab", "none");
    check(r"(?P<x>\w)(?P=x)", 0, "abcc", "2-4 2-3");
    check(r"(s)\1", IGNORECASE, "ſs ſS sS", "8-10 8-9");
}

#[test]
fn places_and_sets() {
    check("^b$", MULTILINE, "a\nb\nc", "2-3");
    check(r"\bb", 0, "ab b", "3-4");
    check(r"\Ba\Z", 0, "aa", "1-2");
    check("a$", 0, "a\n", "0-1");
    check("[^a-cé]+", 0, "aéxyzñb", "3-8");
    check(r"[\w-]+", 0, "+-ñ_٣+", "1-7");
    check(r"[^\W\d]+", 0, "12ab", "2-4");
    check("a b # c\n c", VERBOSE, "abc", "0-3");
    check("(?i:k)K", 0, "\u{212a}K", "0-4");
    check("[a-z]+", IGNORECASE, "\u{212a}ſİı", "0-9");
}

#[test]
fn what_is_wrong() {
    check("(", 0, "", "missing ), unterminated subpattern at 0");
    check("a**", 0, "", "multiple repeat at 2");
    check("(?P<a>)(?P<a>)", 0, "", "redefinition of group name \"a\" as group 2; was group 1 at 11");
    check("(?<=a*)", 0, "", "look-behind requires fixed-width pattern");
    check("[z-a]", 0, "", "bad character range z-a at 1");
    check("a{4294967295}", 0, "", "Repetitions");
    check(&"(".repeat(101), 0, "", "TooDeep");
}

#[test]
fn memory_is_bounded() {
    assert_eq!(found("(?:a|bc)*(?:|d)e", 0, &"abc".repeat(100_000), u32::MAX), "out of memory");
}

/// What is visited as the same is what has the same canonical form, for all characters.
#[test]
fn same_but_for_case() {
    let mut classes: alloc::collections::BTreeMap<u32, Vec<u32>> = alloc::collections::BTreeMap::new();
    for code in 0..=0x10_ffff {
        classes.entry(canonical(code)).or_default().push(code);
    }
    for members in classes.values() {
        for &code in members {
            let mut same = Vec::new();
            for_each_same(code, |other| same.push(other));
            same.sort_unstable();
            same.dedup();
            assert_eq!(&same, members, "{code:x}");
        }
    }
}
