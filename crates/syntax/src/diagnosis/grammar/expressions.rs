//! Expressions.

use super::arguments::{ARGUMENTS, STARRED_EXPRESSION};
use super::parameters::LAMBDA_PARAMS;
use super::prelude::*;
use super::statements::{ANNOTATED_RHS, SIMPLE_STMT};
use super::strings::STRINGS;
use super::targets::STAR_TARGETS;

rules! {
    EXPRESSIONS = alt![
        node![Tuple, r!(EXPRESSION), some![t!(Comma), r!(EXPRESSION)], opt![t!(Comma)]],
        node![Tuple, r!(EXPRESSION), t!(Comma)],
        r!(EXPRESSION),
    ];
    EXPRESSION[memo] = alt![
        inv!(INVALID_EXPRESSION),
        inv!(INVALID_LEGACY_EXPRESSION),
        node![IfExp, r!(DISJUNCTION), t!(If), r!(DISJUNCTION), t!(Else), r!(EXPRESSION)],
        r!(DISJUNCTION),
        r!(LAMBDEF),
    ];
    EXPRESSION_WITHOUT_INVALID = Peg::Quiet(&alt![
        node![IfExp, r!(DISJUNCTION), t!(If), r!(DISJUNCTION), t!(Else), r!(EXPRESSION)],
        r!(DISJUNCTION),
        r!(LAMBDEF),
    ]);
    INVALID_EXPRESSION = alt![
        seq![
            t!(String), a!(some![not!(t!(String)), r!(EXPRESSION_WITHOUT_INVALID)]), t!(String),
            raise!(AtA, "invalid syntax. Is this intended to be part of the string?"),
        ],
        seq![
            not!(alt![seq![t!(Name), t!(String)], Peg::AnySoftKeyword]), a!(r!(DISJUNCTION)),
            b!(r!(EXPRESSION_WITHOUT_INVALID)), Peg::Cut, Peg::If(Check::NotLegacy), Peg::If(Check::InBrackets),
            raise!(Range, "invalid syntax. Perhaps you forgot a comma?"),
        ],
        seq![
            a!(r!(DISJUNCTION)), t!(If), b!(r!(DISJUNCTION)), not!(any![Else Colon]),
            raise!(Range, "expected 'else' after 'if' expression"),
        ],
        seq![
            r!(DISJUNCTION), t!(If), r!(DISJUNCTION), t!(Else), not!(r!(EXPRESSION)),
            raise!(NextToken, "expected expression after 'else', but statement is given"),
        ],
        seq![
            a!(any![Pass Break Continue]), t!(If), r!(DISJUNCTION), t!(Else), r!(SIMPLE_STMT),
            raise!(AtA, "expected expression before 'if', but statement is given"),
        ],
        seq![
            a!(t!(Lambda)), opt![r!(LAMBDA_PARAMS)], b!(t!(Colon)), and!(t!(FStringMiddle)),
            raise!(Range, "f-string: lambda expressions are not allowed without parentheses"),
        ],
        seq![
            a!(t!(Lambda)), opt![r!(LAMBDA_PARAMS)], b!(t!(Colon)), and!(t!(TStringMiddle)),
            raise!(Range, "t-string: lambda expressions are not allowed without parentheses"),
        ],
    ];
    INVALID_LEGACY_EXPRESSION = seq![
        a!(node![Name, t!(Name)]), not!(t!(LeftParenthesis)), b!(r!(STAR_EXPRESSIONS)), Peg::If(Check::Legacy),
        raise!(Range, "Missing parentheses in call to '{text}'. Did you mean {text}(...)?"),
    ];

    YIELD_EXPR = alt![
        node![Yield, t!(Yield), t!(From), r!(EXPRESSION)],
        node![Yield, t!(Yield), opt![r!(STAR_EXPRESSIONS)]],
    ];
    STAR_EXPRESSIONS = alt![
        node![Tuple, r!(STAR_EXPRESSION), some![t!(Comma), r!(STAR_EXPRESSION)], opt![t!(Comma)]],
        node![Tuple, r!(STAR_EXPRESSION), t!(Comma)],
        r!(STAR_EXPRESSION),
    ];
    STAR_EXPRESSION[memo] = alt![
        node![Starred, t!(Star), r!(BITWISE_OR)],
        r!(EXPRESSION),
    ];
    STAR_NAMED_EXPRESSIONS = seq![commas!(r!(STAR_NAMED_EXPRESSION)), opt![t!(Comma)]];
    STAR_NAMED_EXPRESSION = alt![
        node![Starred, t!(Star), r!(BITWISE_OR)],
        r!(NAMED_EXPRESSION),
    ];
    ASSIGNMENT_EXPRESSION = alt![
        node![NamedExpr, t!(Name), t!(ColonEqual), Peg::Cut, r!(EXPRESSION)],
    ];
    NAMED_EXPRESSION = alt![
        r!(ASSIGNMENT_EXPRESSION),
        inv!(INVALID_NAMED_EXPRESSION),
        seq![r!(EXPRESSION), not!(t!(ColonEqual))],
    ];
    INVALID_NAMED_EXPRESSION[memo] = alt![
        seq![
            a!(r!(EXPRESSION)), t!(ColonEqual), r!(EXPRESSION),
            raise!(AtA, "cannot use assignment expressions with {a}"),
        ],
        seq![
            a!(t!(Name)), t!(Equal), b!(r!(BITWISE_OR)), not!(any![Equal ColonEqual]),
            raise!(Range, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
        ],
        seq![
            not!(alt![r!(LIST), r!(TUPLE), r!(GENEXP), any![True None False]]), a!(r!(BITWISE_OR)), t!(Equal),
            r!(BITWISE_OR), not!(any![Equal ColonEqual]),
            raise!(AtA, "cannot assign to {a} here. Maybe you meant '==' instead of '='?"),
        ],
    ];

    DISJUNCTION[memo] = seq![r!(CONJUNCTION), Peg::Opt(&grow![BoolOp, some![t!(Or), r!(CONJUNCTION)]])];
    CONJUNCTION[memo] = seq![r!(INVERSION), Peg::Opt(&grow![BoolOp, some![t!(And), r!(INVERSION)]])];
    INVERSION[memo] = alt![node![UnaryOp, t!(Not), r!(INVERSION)], r!(COMPARISON)];
    COMPARISON = seq![
        r!(BITWISE_OR),
        Peg::Opt(&alt![
            grow![CompareIn, t!(In), r!(BITWISE_OR), many![r!(COMPARE_PAIR)]],
            grow![Compare, some![r!(COMPARE_PAIR)]],
        ]),
    ];
    COMPARE_PAIR = alt![
        seq![any![EqualEqual NotEqual LessEqual Less GreaterEqual Greater], r!(BITWISE_OR)],
        seq![t!(Not), t!(In), r!(BITWISE_OR)],
        seq![t!(In), r!(BITWISE_OR)],
        seq![t!(Is), t!(Not), r!(BITWISE_OR)],
        seq![t!(Is), r!(BITWISE_OR)],
    ];
    BITWISE_OR[memo] = seq![r!(BITWISE_XOR), Peg::Many(&grow![BinOp, t!(VerticalBar), r!(BITWISE_XOR)])];
    BITWISE_XOR[memo] = seq![r!(BITWISE_AND), Peg::Many(&grow![BinOp, t!(Caret), r!(BITWISE_AND)])];
    BITWISE_AND[memo] = seq![r!(SHIFT_EXPR), Peg::Many(&grow![BinOp, t!(Ampersand), r!(SHIFT_EXPR)])];
    SHIFT_EXPR[memo] = seq![
        alt![inv!(INVALID_ARITHMETIC), r!(SUM)],
        Peg::Many(&grow![BinOp, any![LeftShift RightShift], r!(SUM)]),
    ];
    SUM[memo] = seq![r!(TERM), Peg::Many(&grow![BinOp, any![Plus Minus], r!(TERM)])];
    TERM[memo] = seq![
        alt![inv!(INVALID_FACTOR), r!(FACTOR)],
        Peg::Many(&grow![BinOp, any![Star Slash DoubleSlash Percent At], r!(FACTOR)]),
    ];
    INVALID_ARITHMETIC = seq![
        r!(SUM), any![Plus Minus Star Slash Percent DoubleSlash At], a!(t!(Not)), b!(r!(INVERSION)),
        raise!(Range, "'not' after an operator must be parenthesized"),
    ];
    INVALID_FACTOR = seq![
        any![Plus Minus Tilde], a!(t!(Not)), b!(r!(FACTOR)),
        raise!(Range, "'not' after an operator must be parenthesized"),
    ];
    FACTOR[memo] = alt![node![UnaryOp, any![Plus Minus Tilde], r!(FACTOR)], r!(POWER)];
    POWER = seq![r!(AWAIT_PRIMARY), Peg::Opt(&grow![BinOp, t!(DoubleStar), r!(FACTOR)])];
    AWAIT_PRIMARY[memo] = alt![node![Await, t!(Await), r!(PRIMARY)], r!(PRIMARY)];
    PRIMARY[memo] = seq![
        r!(ATOM),
        Peg::Many(&alt![
            grow![Attribute, t!(Dot), t!(Name)],
            grow![Call, r!(GENEXP)],
            grow![Call, t!(LeftParenthesis), opt![r!(ARGUMENTS)], t!(RightParenthesis)],
            grow![Subscript, t!(LeftBracket), r!(SLICES), t!(RightBracket)],
        ]),
    ];
    SLICES = alt![
        seq![r!(SLICE), not!(t!(Comma))],
        node![Tuple, commas!(alt![r!(SLICE), r!(STARRED_EXPRESSION)]), opt![t!(Comma)]],
    ];
    SLICE = alt![
        node![Slice, opt![r!(EXPRESSION)], t!(Colon), opt![r!(EXPRESSION)], opt![t!(Colon), opt![r!(EXPRESSION)]]],
        r!(NAMED_EXPRESSION),
    ];
    ATOM = alt![
        node![Name, t!(Name)],
        node![True, t!(True)],
        node![False, t!(False)],
        node![None, t!(None)],
        seq![and!(any![String FStringStart TStringStart]), r!(STRINGS)],
        node![Literal, t!(Number)],
        seq![and!(t!(LeftParenthesis)), alt![r!(TUPLE), r!(GROUP), r!(GENEXP)]],
        seq![and!(t!(LeftBracket)), alt![r!(LIST), r!(LISTCOMP)]],
        seq![and!(t!(LeftBrace)), alt![r!(DICT), r!(SET), r!(DICTCOMP), r!(SETCOMP)]],
        node![Ellipsis, t!(Ellipsis)],
    ];
    GROUP = alt![
        seq![t!(LeftParenthesis), alt![r!(YIELD_EXPR), r!(NAMED_EXPRESSION)], t!(RightParenthesis)],
        inv!(INVALID_GROUP),
    ];
    INVALID_GROUP = alt![
        seq![
            t!(LeftParenthesis), a!(r!(STARRED_EXPRESSION)), t!(RightParenthesis),
            raise!(AtA, "cannot use starred expression here"),
        ],
        seq![
            t!(LeftParenthesis), a!(t!(DoubleStar)), r!(EXPRESSION), t!(RightParenthesis),
            raise!(AtA, "cannot use double starred expression here"),
        ],
    ];
    LAMBDEF = node![Lambda, t!(Lambda), opt![r!(LAMBDA_PARAMS)], t!(Colon), r!(EXPRESSION)];

    LIST = node![List, t!(LeftBracket), opt![r!(STAR_NAMED_EXPRESSIONS)], t!(RightBracket)];
    TUPLE = node![
        Tuple, t!(LeftParenthesis),
        opt![r!(STAR_NAMED_EXPRESSION), t!(Comma), opt![r!(STAR_NAMED_EXPRESSIONS)]], t!(RightParenthesis),
    ];
    SET = node![Set, t!(LeftBrace), r!(STAR_NAMED_EXPRESSIONS), t!(RightBrace)];
    DICT = alt![
        node![Dict, t!(LeftBrace), opt![r!(DOUBLE_STARRED_KVPAIRS)], t!(RightBrace)],
        // Tried in the first pass already, and therefore ahead of all other mistakes.
        seq![t!(LeftBrace), r!(INVALID_DOUBLE_STARRED_KVPAIRS), t!(RightBrace)],
    ];
    DOUBLE_STARRED_KVPAIRS = seq![commas!(r!(DOUBLE_STARRED_KVPAIR)), opt![t!(Comma)]];
    DOUBLE_STARRED_KVPAIR = alt![seq![t!(DoubleStar), r!(BITWISE_OR)], r!(KVPAIR)];
    KVPAIR = seq![r!(EXPRESSION), t!(Colon), r!(EXPRESSION)];
    INVALID_DOUBLE_STARRED_KVPAIRS = alt![
        seq![commas!(r!(DOUBLE_STARRED_KVPAIR)), t!(Comma), r!(INVALID_KVPAIR)],
        seq![
            r!(EXPRESSION), t!(Colon), a!(t!(Star)), r!(BITWISE_OR),
            raise!(FromA, "cannot use a starred expression in a dictionary value"),
        ],
        seq![
            r!(EXPRESSION), a!(t!(Colon)), and!(any![RightBrace Comma]),
            raise!(AtA, "expression expected after dictionary key and ':'"),
        ],
    ];
    INVALID_KVPAIR = alt![
        seq![a!(r!(EXPRESSION)), not!(t!(Colon)), raise!(EndOfA, "':' expected after dictionary key")],
        seq![
            r!(EXPRESSION), t!(Colon), a!(t!(Star)), r!(BITWISE_OR),
            raise!(FromA, "cannot use a starred expression in a dictionary value"),
        ],
        seq![
            r!(EXPRESSION), a!(t!(Colon)), and!(any![RightBrace Comma]),
            raise!(AtA, "expression expected after dictionary key and ':'"),
        ],
    ];

    FOR_IF_CLAUSES = some![r!(FOR_IF_CLAUSE)];
    FOR_IF_CLAUSE = alt![
        seq![
            t!(Async), t!(For), r!(STAR_TARGETS), t!(In), Peg::Cut, r!(DISJUNCTION), many![t!(If), r!(DISJUNCTION)],
        ],
        seq![t!(For), r!(STAR_TARGETS), t!(In), Peg::Cut, r!(DISJUNCTION), many![t!(If), r!(DISJUNCTION)]],
        inv!(INVALID_FOR_IF_CLAUSE),
        inv!(INVALID_FOR_TARGET),
    ];
    INVALID_FOR_IF_CLAUSE = seq![
        opt![t!(Async)], t!(For), r!(BITWISE_OR), many![t!(Comma), r!(BITWISE_OR)], opt![t!(Comma)], not!(t!(In)),
        raise!(LastToken, "'in' expected after for-loop variables"),
    ];
    INVALID_FOR_TARGET = seq![
        opt![t!(Async)], t!(For), a!(r!(STAR_EXPRESSIONS)), raise!(ForTarget, "cannot assign to {a}"),
    ];
    LISTCOMP = alt![
        node![ListComp, t!(LeftBracket), r!(NAMED_EXPRESSION), r!(FOR_IF_CLAUSES), t!(RightBracket)],
        inv!(INVALID_COMPREHENSION),
    ];
    SETCOMP = alt![
        node![SetComp, t!(LeftBrace), r!(NAMED_EXPRESSION), r!(FOR_IF_CLAUSES), t!(RightBrace)],
        inv!(INVALID_COMPREHENSION),
    ];
    GENEXP = alt![
        node![
            GeneratorExp, t!(LeftParenthesis),
            alt![r!(ASSIGNMENT_EXPRESSION), seq![r!(EXPRESSION), not!(t!(ColonEqual))]], r!(FOR_IF_CLAUSES),
            t!(RightParenthesis),
        ],
        inv!(INVALID_COMPREHENSION),
    ];
    DICTCOMP = alt![
        node![DictComp, t!(LeftBrace), r!(KVPAIR), r!(FOR_IF_CLAUSES), t!(RightBrace)],
        inv!(INVALID_DICT_COMPREHENSION),
    ];
    INVALID_COMPREHENSION = alt![
        seq![
            any![LeftBracket LeftParenthesis LeftBrace], a!(r!(STARRED_EXPRESSION)), r!(FOR_IF_CLAUSES),
            raise!(AtA, "iterable unpacking cannot be used in comprehension"),
        ],
        seq![
            any![LeftBracket LeftBrace], a!(r!(STAR_NAMED_EXPRESSION)), t!(Comma), b!(r!(STAR_NAMED_EXPRESSIONS)),
            r!(FOR_IF_CLAUSES),
            raise!(Range, "did you forget parentheses around the comprehension target?"),
        ],
        seq![
            any![LeftBracket LeftBrace], a!(r!(STAR_NAMED_EXPRESSION)), b!(t!(Comma)), r!(FOR_IF_CLAUSES),
            raise!(Range, "did you forget parentheses around the comprehension target?"),
        ],
    ];
    INVALID_DICT_COMPREHENSION = seq![
        t!(LeftBrace), a!(t!(DoubleStar)), r!(BITWISE_OR), r!(FOR_IF_CLAUSES), t!(RightBrace),
        raise!(AtA, "dict unpacking cannot be used in dict comprehension"),
    ];
    /// What a replacement field contains; named here because only expressions know it.
    FIELD_VALUE = r!(ANNOTATED_RHS);
}
