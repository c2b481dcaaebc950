//! The arguments of calls.

use super::expressions::*;
use super::prelude::*;

rules! {
    ARGUMENTS[memo] = alt![
        seq![r!(ARGS), opt![t!(Comma)], and!(t!(RightParenthesis))],
        inv!(INVALID_ARGUMENTS),
    ];
    POSITIONAL = alt![
        r!(STARRED_EXPRESSION),
        seq![alt![r!(ASSIGNMENT_EXPRESSION), seq![r!(EXPRESSION), not!(t!(ColonEqual))]], not!(t!(Equal))],
    ];
    ARGS = alt![
        node![Arguments, commas!(r!(POSITIONAL)), opt![t!(Comma), r!(KWARGS)]],
        node![Arguments, r!(KWARGS)],
    ];
    KWARGS = alt![
        seq![commas!(r!(KWARG_OR_STARRED)), t!(Comma), commas!(r!(KWARG_OR_DOUBLE_STARRED))],
        commas!(r!(KWARG_OR_STARRED)),
        commas!(r!(KWARG_OR_DOUBLE_STARRED)),
    ];
    STARRED_EXPRESSION = alt![
        inv!(INVALID_STARRED_EXPRESSION_UNPACKING),
        node![Starred, t!(Star), r!(EXPRESSION)],
        inv!(INVALID_STARRED_EXPRESSION),
    ];
    KWARG_OR_STARRED = alt![
        inv!(INVALID_KWARG),
        node![Keyword, t!(Name), t!(Equal), r!(EXPRESSION)],
        r!(STARRED_EXPRESSION),
    ];
    KWARG_OR_DOUBLE_STARRED = alt![
        inv!(INVALID_KWARG),
        node![Keyword, t!(Name), t!(Equal), r!(EXPRESSION)],
        node![UnpackedKeywords, t!(DoubleStar), r!(EXPRESSION)],
    ];

    INVALID_ARGUMENTS = alt![
        seq![
            alt![seq![commas!(r!(POSITIONAL)), t!(Comma), r!(KWARGS)], r!(KWARGS)], a!(t!(Comma)),
            commas!(seq![r!(STARRED_EXPRESSION), not!(t!(Equal))]),
            raise!(FromA, "iterable argument unpacking follows keyword argument unpacking"),
        ],
        seq![
            a!(r!(EXPRESSION)), b!(r!(FOR_IF_CLAUSES)), t!(Comma),
            opt![alt![r!(ARGS), seq![r!(EXPRESSION), r!(FOR_IF_CLAUSES)]]],
            raise!(Range, "Generator expression must be parenthesized"),
        ],
        seq![
            a!(t!(Name)), b!(t!(Equal)), r!(EXPRESSION), r!(FOR_IF_CLAUSES),
            raise!(Range, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
        ],
        seq![
            opt![r!(ARGS), t!(Comma)], a!(t!(Name)), b!(t!(Equal)), and!(any![Comma RightParenthesis]),
            raise!(Range, "expected argument value expression"),
        ],
        seq![
            a!(r!(ARGS)), b!(r!(FOR_IF_CLAUSES)), Peg::Cut, Peg::If(Check::SeveralArguments),
            raise!(LastArgument, "Generator expression must be parenthesized"),
        ],
        seq![
            r!(ARGS), t!(Comma), a!(r!(EXPRESSION)), b!(r!(FOR_IF_CLAUSES)),
            raise!(Range, "Generator expression must be parenthesized"),
        ],
        seq![
            a!(r!(ARGS)), t!(Comma), r!(ARGS),
            raise!(LastToken, "positional argument follows keyword argument{unpacking}"),
        ],
    ];
    INVALID_KWARG = alt![
        seq![a!(any![True False None]), b!(t!(Equal)), raise!(Range, "cannot assign to {text}")],
        seq![
            a!(t!(Name)), b!(t!(Equal)), r!(EXPRESSION), r!(FOR_IF_CLAUSES),
            raise!(Range, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
        ],
        seq![
            not!(seq![t!(Name), t!(Equal)]), a!(r!(EXPRESSION)), b!(t!(Equal)),
            raise!(Range, "expression cannot contain assignment, perhaps you meant \"==\"?"),
        ],
        seq![
            a!(t!(DoubleStar)), r!(EXPRESSION), t!(Equal), b!(r!(EXPRESSION)),
            raise!(Range, "cannot assign to keyword argument unpacking"),
        ],
    ];
    INVALID_STARRED_EXPRESSION_UNPACKING = seq![
        a!(t!(Star)), r!(EXPRESSION), t!(Equal), b!(r!(EXPRESSION)),
        raise!(Range, "cannot assign to iterable argument unpacking"),
    ];
    INVALID_STARRED_EXPRESSION = seq![t!(Star), raise!(LastToken, "Invalid star expression")];
}
