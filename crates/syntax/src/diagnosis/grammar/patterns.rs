//! Patterns of `match`.

use super::expressions::EXPRESSION;
use super::prelude::*;
use super::strings::STRINGS;

rules! {
    PATTERNS = alt![r!(OPEN_SEQUENCE_PATTERN), r!(PATTERN)];
    PATTERN = node![Pattern, alt![r!(AS_PATTERN), r!(OR_PATTERN)]];
    AS_PATTERN = alt![
        seq![r!(OR_PATTERN), t!(As), r!(PATTERN_CAPTURE_TARGET)],
        inv!(INVALID_AS_PATTERN),
    ];
    INVALID_AS_PATTERN = alt![
        seq![r!(OR_PATTERN), t!(As), a!(Peg::Word("_")), raise!(AtA, "cannot use '_' as a target")],
        seq![r!(OR_PATTERN), t!(As), a!(r!(EXPRESSION)), raise!(AtA, "cannot use {a} as pattern target")],
    ];
    OR_PATTERN = Peg::Gather(&r!(CLOSED_PATTERN), TokenKind::VerticalBar);
    CLOSED_PATTERN[memo] = node![Pattern, alt![
        r!(LITERAL_PATTERN),
        r!(PATTERN_CAPTURE_TARGET),
        Peg::Word("_"),
        seq![r!(ATTR), not!(any![Dot LeftParenthesis Equal])],
        seq![t!(LeftParenthesis), r!(PATTERN), t!(RightParenthesis)],
        r!(SEQUENCE_PATTERN),
        r!(MAPPING_PATTERN),
        r!(CLASS_PATTERN),
    ]];
    LITERAL_PATTERN = alt![
        seq![r!(SIGNED_NUMBER), not!(any![Plus Minus])],
        r!(COMPLEX_NUMBER),
        seq![and!(any![String FStringStart TStringStart]), r!(STRINGS)],
        any![None True False],
    ];
    COMPLEX_NUMBER = seq![r!(SIGNED_NUMBER), any![Plus Minus], t!(Number)];
    SIGNED_NUMBER = alt![t!(Number), seq![t!(Minus), t!(Number)]];
    PATTERN_CAPTURE_TARGET = seq![not!(Peg::Word("_")), t!(Name), not!(any![Dot LeftParenthesis Equal])];
    ATTR[memo] = seq![t!(Name), some![t!(Dot), t!(Name)]];
    NAME_OR_ATTR[memo] = seq![t!(Name), many![t!(Dot), t!(Name)]];
    SEQUENCE_PATTERN = alt![
        seq![t!(LeftBracket), opt![r!(MAYBE_SEQUENCE_PATTERN)], t!(RightBracket)],
        seq![t!(LeftParenthesis), opt![r!(OPEN_SEQUENCE_PATTERN)], t!(RightParenthesis)],
    ];
    OPEN_SEQUENCE_PATTERN = seq![r!(MAYBE_STAR_PATTERN), t!(Comma), opt![r!(MAYBE_SEQUENCE_PATTERN)]];
    MAYBE_SEQUENCE_PATTERN = seq![commas!(r!(MAYBE_STAR_PATTERN)), opt![t!(Comma)]];
    MAYBE_STAR_PATTERN = alt![r!(STAR_PATTERN), r!(PATTERN)];
    STAR_PATTERN[memo] = seq![t!(Star), alt![r!(PATTERN_CAPTURE_TARGET), Peg::Word("_")]];
    MAPPING_PATTERN = alt![
        seq![t!(LeftBrace), t!(RightBrace)],
        seq![t!(LeftBrace), r!(DOUBLE_STAR_PATTERN), opt![t!(Comma)], t!(RightBrace)],
        seq![t!(LeftBrace), r!(ITEMS_PATTERN), t!(Comma), r!(DOUBLE_STAR_PATTERN), opt![t!(Comma)], t!(RightBrace)],
        seq![t!(LeftBrace), r!(ITEMS_PATTERN), opt![t!(Comma)], t!(RightBrace)],
    ];
    ITEMS_PATTERN = commas!(seq![alt![r!(LITERAL_PATTERN), r!(ATTR)], t!(Colon), r!(PATTERN)]);
    DOUBLE_STAR_PATTERN = seq![t!(DoubleStar), r!(PATTERN_CAPTURE_TARGET)];
    CLASS_PATTERN = alt![
        seq![r!(NAME_OR_ATTR), t!(LeftParenthesis), t!(RightParenthesis)],
        seq![r!(NAME_OR_ATTR), t!(LeftParenthesis), commas!(r!(PATTERN)), opt![t!(Comma)], t!(RightParenthesis)],
        seq![r!(NAME_OR_ATTR), t!(LeftParenthesis), r!(KEYWORD_PATTERNS), opt![t!(Comma)], t!(RightParenthesis)],
        seq![
            r!(NAME_OR_ATTR), t!(LeftParenthesis), commas!(r!(PATTERN)), t!(Comma), r!(KEYWORD_PATTERNS),
            opt![t!(Comma)], t!(RightParenthesis),
        ],
        inv!(INVALID_CLASS_PATTERN),
    ];
    KEYWORD_PATTERNS = commas!(seq![t!(Name), t!(Equal), r!(PATTERN)]);
    INVALID_CLASS_PATTERN = seq![
        r!(NAME_OR_ATTR), t!(LeftParenthesis), opt![commas!(r!(PATTERN)), t!(Comma)], r!(KEYWORD_PATTERNS), t!(Comma),
        a!(commas!(r!(PATTERN))), raise!(AtA, "positional patterns follow keyword patterns"),
    ];
}
