//! Targets of assignments, loops and `del`.

use super::arguments::ARGUMENTS;
use super::expressions::{ATOM, GENEXP, SLICES};
use super::prelude::*;

rules! {
    STAR_TARGETS = alt![
        seq![r!(STAR_TARGET), not!(t!(Comma))],
        node![Tuple, r!(STAR_TARGET), many![t!(Comma), r!(STAR_TARGET)], opt![t!(Comma)]],
    ];
    STAR_TARGETS_LIST_SEQ = seq![commas!(r!(STAR_TARGET)), opt![t!(Comma)]];
    STAR_TARGETS_TUPLE_SEQ = alt![
        seq![r!(STAR_TARGET), some![t!(Comma), r!(STAR_TARGET)], opt![t!(Comma)]],
        seq![r!(STAR_TARGET), t!(Comma)],
    ];
    STAR_TARGET[memo] = alt![
        node![Starred, t!(Star), not!(t!(Star)), r!(STAR_TARGET)],
        r!(TARGET_WITH_STAR_ATOM),
    ];
    TARGET_WITH_STAR_ATOM[memo] = alt![
        r!(SINGLE_SUBSCRIPT_ATTRIBUTE_TARGET),
        r!(STAR_ATOM),
    ];
    STAR_ATOM = alt![
        node![Name, t!(Name)],
        seq![t!(LeftParenthesis), r!(TARGET_WITH_STAR_ATOM), t!(RightParenthesis)],
        node![Tuple, t!(LeftParenthesis), opt![r!(STAR_TARGETS_TUPLE_SEQ)], t!(RightParenthesis)],
        node![List, t!(LeftBracket), opt![r!(STAR_TARGETS_LIST_SEQ)], t!(RightBracket)],
    ];
    SINGLE_TARGET = alt![
        r!(SINGLE_SUBSCRIPT_ATTRIBUTE_TARGET),
        node![Name, t!(Name)],
        seq![t!(LeftParenthesis), r!(SINGLE_TARGET), t!(RightParenthesis)],
    ];
    SINGLE_SUBSCRIPT_ATTRIBUTE_TARGET = alt![
        seq![r!(T_PRIMARY), grow![Attribute, t!(Dot), t!(Name), not!(r!(T_LOOKAHEAD))]],
        seq![r!(T_PRIMARY), grow![Subscript, t!(LeftBracket), r!(SLICES), t!(RightBracket), not!(r!(T_LOOKAHEAD))]],
    ];
    T_PRIMARY[memo] = seq![
        r!(ATOM), and!(r!(T_LOOKAHEAD)),
        Peg::Many(&alt![
            grow![Attribute, t!(Dot), t!(Name), and!(r!(T_LOOKAHEAD))],
            grow![Subscript, t!(LeftBracket), r!(SLICES), t!(RightBracket), and!(r!(T_LOOKAHEAD))],
            grow![Call, r!(GENEXP), and!(r!(T_LOOKAHEAD))],
            grow![
                Call, t!(LeftParenthesis), opt![r!(ARGUMENTS)], t!(RightParenthesis), and!(r!(T_LOOKAHEAD)),
            ],
        ]),
    ];
    T_LOOKAHEAD = any![LeftParenthesis LeftBracket Dot];

    DEL_TARGETS = seq![commas!(r!(DEL_TARGET)), opt![t!(Comma)]];
    DEL_TARGET[memo] = alt![
        r!(SINGLE_SUBSCRIPT_ATTRIBUTE_TARGET),
        r!(DEL_T_ATOM),
    ];
    DEL_T_ATOM = alt![
        node![Name, t!(Name)],
        seq![t!(LeftParenthesis), r!(DEL_TARGET), t!(RightParenthesis)],
        node![Tuple, t!(LeftParenthesis), opt![r!(DEL_TARGETS)], t!(RightParenthesis)],
        node![List, t!(LeftBracket), opt![r!(DEL_TARGETS)], t!(RightBracket)],
    ];
}
