//! The corners of text functions; the tables are compared with CPython's, code point by code point.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use crate::{case, category::category, identifier, lines, numeric, predicates, width, wtf8};
use alloc::vec::Vec;

fn text(codes: &[u32]) -> Vec<u8> {
    let mut text = Vec::new();
    for code in codes {
        wtf8::push(&mut text, *code);
    }
    text
}

#[test]
fn code_points_read_back_from_both_ends() {
    let codes = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdc00, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10_ffff];
    let bytes = text(&codes);
    assert!(wtf8::code_points(&bytes).eq(codes));
    assert!(wtf8::code_points(&bytes).rev().eq(codes.into_iter().rev()));
    assert_eq!(wtf8::validate(&bytes), Ok(()));
    assert_eq!(wtf8::count(&bytes), codes.len());
    for index in 0..=codes.len() {
        let position = wtf8::byte_index(&bytes, index).unwrap();
        assert_eq!(wtf8::code_point_index(&bytes, position), index);
    }
    assert_eq!(wtf8::byte_index(&bytes, codes.len() + 1), None);
}

#[test]
fn long_texts_are_indexed_by_blocks() {
    let codes: Vec<u32> = (0..1000).map(|index| [0x61, 0xe9, 0x20ac, 0x1f600][index % 4]).collect();
    let bytes = text(&codes);
    for index in 0..=codes.len() {
        let position = wtf8::byte_index(&bytes, index).unwrap();
        assert_eq!(wtf8::count(&bytes[..position]), index);
        assert!(wtf8::validate(&bytes[position..]).is_ok());
    }
    assert_eq!(wtf8::byte_index(&bytes, codes.len() + 1), None);
}

#[test]
fn malformed_bytes_are_found() {
    for (bytes, position) in [
        (&b"ab\xff"[..], 2),
        (b"\xc0\x80", 0),
        (b"a\xed\xa0", 1),
        (b"\xed\xa0\x80\x80", 3),
        (b"\xf4\x90\x80\x80", 0),
        (b"\xe2\x82", 0),
    ] {
        assert_eq!(wtf8::validate(bytes), Err(position), "{bytes:x?}");
        let _ = wtf8::code_points(bytes).count();
        let _ = wtf8::code_points(bytes).rev().count();
    }
    assert_eq!(wtf8::to_str_lossy(b"a\xed\xa0\x80\xed\xb0\x80b"), "a\u{fffd}\u{fffd}b");
}

#[test]
fn sigma_at_the_end_of_a_word() {
    let lower = |text: &str| case::lower(text.as_bytes());
    assert_eq!(lower("ΟΔΟΣ Σ ΑΣ."), "οδος σ ας.".as_bytes());
    assert_eq!(lower("ΑΣ'Α ΑΣ\u{301}"), "ασ'α ας\u{301}".as_bytes());
    assert_eq!(case::title("ΣΑΣ".as_bytes()), "Σας".as_bytes());
}

#[test]
fn several_characters_from_one() {
    assert_eq!(case::upper("ßﬃ".as_bytes()), b"SSFFI");
    assert_eq!(case::title("ßﬃ ǆ".as_bytes()), "Ssﬃ ǅ".as_bytes());
    assert_eq!(case::lower("İ".as_bytes()), "i\u{307}".as_bytes());
    assert_eq!(case::casefold("Straße".as_bytes()), b"strasse");
    assert_eq!(case::capitalize("ǆUNGLA".as_bytes()), "ǅungla".as_bytes());
    assert_eq!(case::swapcase("aBß".as_bytes()), b"AbSS");
}

#[test]
fn blocks_are_as_the_tables_say() {
    for code in 0x80..0x11_0000 {
        let cased = predicates::is_lower(code) || predicates::is_upper(code) || predicates::is_title(code);
        assert_eq!(predicates::is_cased(code), cased, "{code:x}");
        let printable = code == 0x20 || predicates::has_printable_category(code);
        assert_eq!(predicates::is_printable(code), printable, "{code:x}");
    }
}

#[test]
fn properties() {
    assert_eq!(category(0x41).abbreviation(), "Lu");
    assert_eq!(category(0xd800).abbreviation(), "Cs");
    assert_eq!(category(0x10_ffff).abbreviation(), "Cn");
    assert_eq!(numeric::decimal_value(0x0669), Some(9));
    assert_eq!(numeric::digit_value(0xb2), Some(2));
    assert_eq!(numeric::decimal_value(0xb2), None);
    assert!(predicates::is_title_text("Ab Cd".as_bytes()));
    assert!(!predicates::is_title_text("AB".as_bytes()));
    assert!(predicates::is_upper_text("A1".as_bytes()));
    assert!(!predicates::is_lower_text(b"12"));
    assert!(identifier::is_identifier("été_1".as_bytes()));
    assert!(!identifier::is_identifier(b"1a"));
    assert!(!identifier::is_identifier(b""));
    assert_eq!(width::text_width("a漢e\u{301}"), 4);
}

#[cfg(feature = "full-tables")]
#[test]
fn names_are_compared_in_their_normal_form() {
    assert_eq!(crate::normalization::identifier("ﬁx"), "fix");
    assert_eq!(crate::normalization::identifier("plain"), "plain");
    let half = crate::numeric::numeric_value(0xbd).unwrap();
    assert_eq!((half.numerator, half.denominator), (1, 2));
}

#[test]
fn line_ends() {
    let cut =
        |text: &str| -> Vec<Vec<u8>> { lines::text_lines(text.as_bytes()).map(|(line, _)| line.to_vec()).collect() };
    assert_eq!(cut("a\r\nb\rc\n\nd\u{2028}e\u{85}f\u{1c}"), [&b"a"[..], b"b", b"c", b"", b"d", b"e", b"f"]);
    assert_eq!(cut(""), Vec::<Vec<u8>>::new());
    assert_eq!(cut("é\u{2013}"), ["é\u{2013}".as_bytes()]);
    assert_eq!(
        lines::byte_lines(b"a\x0bb\r\nc").map(|(_, whole)| whole).collect::<Vec<_>>(),
        [&b"a\x0bb\r\n"[..], b"c"]
    );
}

#[test]
fn docstrings_and_tabs() {
    let clean = |text: &str| lines::clean_docstring(text.as_bytes());
    assert_eq!(clean("  one\n    two\n      three\n\n    four\n  "), b"one\ntwo\n  three\n\nfour\n");
    assert_eq!(clean("one\n\ttwo\n        three"), b"one\ntwo\nthree");
    assert_eq!(clean("\n    x\n  \n"), b"\nx\n\n");
    assert_eq!(lines::expand_tabs("é\tb\n\tc".as_bytes(), 4, 100).unwrap(), "é   b\n    c".as_bytes());
    assert_eq!(lines::expand_tabs(b"a\tb", 0, 100).unwrap(), b"ab");
    assert_eq!(lines::expand_tabs(b"\t", 1000, 100), None);
}
