//! Whole inputs and simple statements.

use super::compound::COMPOUND_STMT;
use super::expressions::*;
use super::parameters::TYPE_PARAMS;
use super::prelude::*;
use super::targets::*;

rules! {
    FILE = seq![opt![r!(STATEMENTS)], t!(EndMarker)];
    INTERACTIVE = alt![
        seq![r!(COMPOUND_STMT), t!(Newline)],
        r!(SIMPLE_STMTS),
        t!(Newline),
    ];
    EVAL = seq![r!(EXPRESSIONS), many![t!(Newline)], t!(EndMarker)];

    STATEMENTS = some![r!(STATEMENT)];
    STATEMENT = Peg::Bare(&alt![r!(COMPOUND_STMT), r!(SIMPLE_STMTS)]);
    SIMPLE_STMTS = Peg::Bare(&alt![
        seq![r!(SIMPLE_STMT), not!(t!(Semicolon)), t!(Newline)],
        seq![Peg::Gather(&r!(SIMPLE_STMT), TokenKind::Semicolon), opt![t!(Semicolon)], t!(Newline)],
    ]);
    SIMPLE_STMT[memo] = node![Statement, alt![
        r!(ASSIGNMENT),
        seq![and!(Peg::Word("type")), r!(TYPE_ALIAS)],
        r!(STAR_EXPRESSIONS),
        seq![and!(t!(Return)), t!(Return), opt![r!(STAR_EXPRESSIONS)]],
        seq![and!(any![Import From]), r!(IMPORT_STMT)],
        seq![and!(t!(Raise)), r!(RAISE_STMT)],
        t!(Pass),
        seq![and!(t!(Del)), r!(DEL_STMT)],
        seq![and!(t!(Yield)), r!(YIELD_EXPR)],
        seq![and!(t!(Assert)), t!(Assert), r!(EXPRESSION), opt![t!(Comma), r!(EXPRESSION)]],
        t!(Break),
        t!(Continue),
        seq![t!(Global), commas!(t!(Name))],
        seq![t!(Nonlocal), commas!(t!(Name))],
    ]];

    ASSIGNMENT = alt![
        seq![t!(Name), t!(Colon), r!(EXPRESSION), opt![t!(Equal), r!(ANNOTATED_RHS)]],
        seq![
            alt![
                seq![t!(LeftParenthesis), r!(SINGLE_TARGET), t!(RightParenthesis)],
                r!(SINGLE_SUBSCRIPT_ATTRIBUTE_TARGET),
            ],
            t!(Colon),
            r!(EXPRESSION),
            opt![t!(Equal), r!(ANNOTATED_RHS)],
        ],
        seq![some![r!(STAR_TARGETS), t!(Equal)], r!(ANNOTATED_RHS), not!(t!(Equal))],
        seq![r!(SINGLE_TARGET), r!(AUGASSIGN), Peg::Cut, r!(ANNOTATED_RHS)],
        inv!(INVALID_ASSIGNMENT),
    ];
    ANNOTATED_RHS = alt![r!(YIELD_EXPR), r!(STAR_EXPRESSIONS)];
    AUGASSIGN = any![
        PlusEqual MinusEqual StarEqual AtEqual SlashEqual PercentEqual AmpersandEqual VerticalBarEqual CaretEqual
        LeftShiftEqual RightShiftEqual DoubleStarEqual DoubleSlashEqual
    ];
    INVALID_ASSIGNMENT = alt![
        seq![
            a!(r!(INVALID_ANN_ASSIGN_TARGET)), t!(Colon), r!(EXPRESSION),
            raise!(AtA, "only single target (not {a}) can be annotated"),
        ],
        seq![
            a!(r!(STAR_NAMED_EXPRESSION)), t!(Comma), many![r!(STAR_NAMED_EXPRESSIONS)], t!(Colon), r!(EXPRESSION),
            raise!(AtA, "only single target (not tuple) can be annotated"),
        ],
        seq![a!(r!(EXPRESSION)), t!(Colon), r!(EXPRESSION), raise!(AtA, "illegal target for annotation")],
        seq![
            many![r!(STAR_TARGETS), t!(Equal)], a!(r!(STAR_EXPRESSIONS)), t!(Equal),
            Peg::Cut, raise!(AssignTarget, "cannot assign to {a}"),
        ],
        seq![
            many![r!(STAR_TARGETS), t!(Equal)], a!(r!(YIELD_EXPR)), t!(Equal),
            raise!(AtA, "assignment to yield expression not possible"),
        ],
        seq![
            a!(r!(STAR_EXPRESSIONS)), r!(AUGASSIGN), r!(ANNOTATED_RHS),
            raise!(AtA, "'{a}' is an illegal expression for augmented assignment"),
        ],
    ];
    INVALID_ANN_ASSIGN_TARGET = alt![
        r!(LIST),
        r!(TUPLE),
        seq![t!(LeftParenthesis), r!(INVALID_ANN_ASSIGN_TARGET), t!(RightParenthesis)],
    ];

    RAISE_STMT = alt![
        seq![t!(Raise), r!(EXPRESSION), t!(From), r!(EXPRESSION)],
        inv!(INVALID_RAISE_STMT),
        seq![t!(Raise), r!(EXPRESSION)],
        t!(Raise),
    ];
    INVALID_RAISE_STMT = alt![
        seq![a!(t!(Raise)), b!(t!(From)), raise!(Range, "did you forget an expression between 'raise' and 'from'?")],
        seq![t!(Raise), r!(EXPRESSION), a!(t!(From)), raise!(AtA, "did you forget an expression after 'from'?")],
    ];

    DEL_STMT = alt![
        seq![t!(Del), r!(DEL_TARGETS), and!(any![Semicolon Newline])],
        inv!(INVALID_DEL_STMT),
    ];
    INVALID_DEL_STMT = seq![t!(Del), a!(r!(STAR_EXPRESSIONS)), raise!(DeleteTarget, "cannot delete {a}")];

    TYPE_ALIAS = seq![Peg::Word("type"), t!(Name), opt![r!(TYPE_PARAMS)], t!(Equal), r!(EXPRESSION)];

    IMPORT_STMT = alt![inv!(INVALID_IMPORT), r!(IMPORT_NAME), r!(IMPORT_FROM)];
    IMPORT_NAME = seq![t!(Import), commas!(r!(DOTTED_AS_NAME))];
    IMPORT_FROM = alt![
        seq![t!(From), many![any![Dot Ellipsis]], r!(DOTTED_NAME), t!(Import), r!(IMPORT_FROM_TARGETS)],
        seq![t!(From), some![any![Dot Ellipsis]], t!(Import), r!(IMPORT_FROM_TARGETS)],
    ];
    IMPORT_FROM_TARGETS = alt![
        seq![t!(LeftParenthesis), r!(IMPORT_FROM_AS_NAMES), opt![t!(Comma)], t!(RightParenthesis)],
        seq![r!(IMPORT_FROM_AS_NAMES), not!(t!(Comma))],
        t!(Star),
        inv!(INVALID_IMPORT_FROM_TARGETS),
    ];
    IMPORT_FROM_AS_NAMES = commas!(r!(IMPORT_FROM_AS_NAME));
    IMPORT_FROM_AS_NAME = alt![
        inv!(INVALID_IMPORT_FROM_AS_NAME),
        seq![t!(Name), opt![t!(As), t!(Name)]],
    ];
    DOTTED_AS_NAME = alt![
        inv!(INVALID_DOTTED_AS_NAME),
        seq![r!(DOTTED_NAME), opt![t!(As), t!(Name)]],
    ];
    DOTTED_NAME[memo] = seq![t!(Name), many![t!(Dot), t!(Name)]];
    INVALID_IMPORT = alt![
        seq![
            a!(t!(Import)), commas!(r!(DOTTED_NAME)), t!(From), r!(DOTTED_NAME),
            raise!(FromA, "Did you mean to use 'from ... import ...' instead?"),
        ],
        seq![t!(Import), a!(t!(Newline)), raise!(FromA, "Expected one or more names after 'import'")],
    ];
    NAME_AND_END = seq![t!(Name), any![Comma RightParenthesis Newline]];
    INVALID_DOTTED_AS_NAME = seq![
        r!(DOTTED_NAME), t!(As), not!(r!(NAME_AND_END)), a!(r!(EXPRESSION)),
        raise!(AtA, "cannot use {a} as import target"),
    ];
    INVALID_IMPORT_FROM_AS_NAME = seq![
        t!(Name), t!(As), not!(r!(NAME_AND_END)), a!(r!(EXPRESSION)),
        raise!(AtA, "cannot use {a} as import target"),
    ];
    INVALID_IMPORT_FROM_TARGETS = alt![
        seq![
            r!(IMPORT_FROM_AS_NAMES), t!(Comma), t!(Newline),
            raise!(LastToken, "trailing comma not allowed without surrounding parentheses"),
        ],
        seq![a!(t!(Newline)), raise!(FromA, "Expected one or more names after 'import'")],
    ];
}
