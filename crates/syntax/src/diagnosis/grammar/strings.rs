//! String literals, f-strings and t-strings.

use super::expressions::FIELD_VALUE;
use super::prelude::*;

/// The rules for replacement fields, which differ between f-strings and t-strings in the letter of their messages.
macro_rules! field_rules {
    ($letter:literal, $middle:ident, $field:ident, $format:ident, $invalid_field:ident, $invalid_conversion:ident) => {
        rules! {
            $field = alt![
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), opt![t!(Equal)],
                    opt![b!(t!(Exclamation)), a!(t!(Name)), Peg::If(Check::ConversionAttached)],
                    opt![t!(Colon), many![r!($format)]], t!(RightBrace), Peg::If(Check::ConversionKnown),
                ],
                inv!($invalid_field),
            ];
            $format = alt![t!($middle), r!($field)];
            $invalid_field = alt![
                seq![
                    t!(LeftBrace), a!(t!(Equal)),
                    raise!(AtA, concat!($letter, "-string: valid expression required before '='")),
                ],
                seq![
                    t!(LeftBrace), a!(t!(Exclamation)),
                    raise!(AtA, concat!($letter, "-string: valid expression required before '!'")),
                ],
                seq![
                    t!(LeftBrace), a!(t!(Colon)),
                    raise!(AtA, concat!($letter, "-string: valid expression required before ':'")),
                ],
                seq![
                    t!(LeftBrace), a!(t!(RightBrace)),
                    raise!(AtA, concat!($letter, "-string: valid expression required before '}'")),
                ],
                seq![
                    t!(LeftBrace), not!(r!(FIELD_VALUE)),
                    raise!(NextToken, concat!($letter, "-string: expecting a valid expression after '{'")),
                ],
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), not!(any![Equal Exclamation Colon RightBrace]),
                    raise!(NextToken, concat!($letter, "-string: expecting '=', or '!', or ':', or '}'")),
                ],
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), t!(Equal), not!(any![Exclamation Colon RightBrace]),
                    raise!(NextToken, concat!($letter, "-string: expecting '!', or ':', or '}'")),
                ],
                seq![t!(LeftBrace), r!(FIELD_VALUE), opt![t!(Equal)], r!($invalid_conversion)],
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), opt![t!(Equal)], opt![t!(Exclamation), t!(Name)],
                    not!(any![Colon RightBrace]),
                    raise!(NextToken, concat!($letter, "-string: expecting ':' or '}'")),
                ],
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), opt![t!(Equal)], opt![t!(Exclamation), t!(Name)], t!(Colon),
                    many![r!(FSTRING_FORMAT_SPEC)], not!(t!(RightBrace)),
                    raise!(NextToken, concat!($letter, "-string: expecting '}', or format specs")),
                ],
                seq![
                    t!(LeftBrace), r!(FIELD_VALUE), opt![t!(Equal)], opt![t!(Exclamation), t!(Name)],
                    not!(t!(RightBrace)), raise!(NextToken, concat!($letter, "-string: expecting '}'")),
                ],
            ];
            $invalid_conversion = alt![
                seq![
                    t!(Exclamation), and!(any![Colon RightBrace]),
                    raise!(NextToken, concat!($letter, "-string: missing conversion character")),
                ],
                seq![
                    t!(Exclamation), not!(t!(Name)),
                    raise!(NextToken, concat!($letter, "-string: invalid conversion character")),
                ],
            ];
        }
    };
}

field_rules!("f", FStringMiddle, FSTRING_FIELD, FSTRING_FORMAT_SPEC, INVALID_FSTRING_FIELD, INVALID_FSTRING_CONVERSION);
field_rules!("t", TStringMiddle, TSTRING_FIELD, TSTRING_FORMAT_SPEC, INVALID_TSTRING_FIELD, INVALID_TSTRING_CONVERSION);

rules! {
    STRINGS[memo] = alt![
        inv!(INVALID_STRING_TSTRING_CONCAT),
        seq![some![alt![r!(FSTRING), r!(STRING)]], Peg::If(Check::StringsJoin)],
        node![TemplateStr, some![r!(TSTRING)]],
    ];
    STRING = seq![node![Literal, t!(String)], Peg::If(Check::StringDecodes)];
    FSTRING = node![
        JoinedStr, t!(FStringStart), many![alt![r!(FSTRING_FIELD), t!(FStringMiddle)]], t!(FStringEnd),
    ];
    TSTRING[memo] = node![
        TemplateStr, t!(TStringStart), many![alt![r!(TSTRING_FIELD), t!(TStringMiddle)]], t!(TStringEnd),
    ];
    INVALID_STRING_TSTRING_CONCAT = alt![
        seq![
            some![a!(alt![r!(FSTRING), r!(STRING)])], b!(r!(TSTRING)),
            raise!(Range, "cannot mix t-string literals with string or bytes literals"),
        ],
        seq![
            some![a!(r!(TSTRING))], b!(alt![r!(FSTRING), r!(STRING)]),
            raise!(Range, "cannot mix t-string literals with string or bytes literals"),
        ],
    ];
}
