//! Statements with blocks.

use super::arguments::ARGUMENTS;
use super::expressions::*;
use super::parameters::{PARAMS, TYPE_PARAMS};
use super::patterns::PATTERNS;
use super::prelude::*;
use super::statements::{SIMPLE_STMTS, STATEMENTS};
use super::targets::*;

rules! {
    COMPOUND_STMT = alt![
        seq![and!(any![Def At Async]), r!(FUNCTION_DEF)],
        seq![and!(t!(If)), r!(IF_STMT)],
        seq![and!(any![Class At]), r!(CLASS_DEF)],
        seq![and!(any![With Async]), r!(WITH_STMT)],
        seq![and!(any![For Async]), r!(FOR_STMT)],
        seq![and!(t!(Try)), r!(TRY_STMT)],
        seq![and!(t!(While)), r!(WHILE_STMT)],
        r!(MATCH_STMT),
    ];

    BLOCK[memo] = alt![
        seq![t!(Newline), t!(Indent), r!(STATEMENTS), t!(Dedent)],
        r!(SIMPLE_STMTS),
        inv!(INVALID_BLOCK),
    ];
    NEWLINE_WITHOUT_INDENT = seq![t!(Newline), not!(t!(Indent))];
    INVALID_BLOCK = seq![r!(NEWLINE_WITHOUT_INDENT), raise_indentation!("expected an indented block")];

    DECORATORS = some![t!(At), r!(NAMED_EXPRESSION), t!(Newline)];
    CLASS_DEF = alt![seq![r!(DECORATORS), r!(CLASS_DEF_RAW)], r!(CLASS_DEF_RAW)];
    CLASS_HEAD = seq![
        t!(Class), t!(Name), opt![r!(TYPE_PARAMS)],
        opt![t!(LeftParenthesis), opt![r!(ARGUMENTS)], t!(RightParenthesis)],
    ];
    CLASS_DEF_RAW = alt![
        inv!(INVALID_CLASS_DEF_RAW),
        seq![r!(CLASS_HEAD), t!(Colon), r!(BLOCK)],
    ];
    INVALID_CLASS_DEF_RAW = alt![
        seq![r!(CLASS_HEAD), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(Peg::Bare(&r!(CLASS_HEAD))), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after class definition on line {line}"),
        ],
    ];

    FUNCTION_DEF = alt![seq![r!(DECORATORS), r!(FUNCTION_DEF_RAW)], r!(FUNCTION_DEF_RAW)];
    FUNCTION_DEF_RAW = alt![
        inv!(INVALID_DEF_RAW),
        seq![
            t!(Def), t!(Name), opt![r!(TYPE_PARAMS)], t!(LeftParenthesis), opt![r!(PARAMS)], t!(RightParenthesis),
            opt![t!(Arrow), r!(EXPRESSION)], t!(Colon), r!(BLOCK),
        ],
        seq![
            t!(Async), t!(Def), t!(Name), opt![r!(TYPE_PARAMS)], t!(LeftParenthesis), opt![r!(PARAMS)],
            t!(RightParenthesis), opt![t!(Arrow), r!(EXPRESSION)], t!(Colon), r!(BLOCK),
        ],
    ];
    INVALID_DEF_RAW = alt![
        seq![
            opt![t!(Async)], a!(t!(Def)), t!(Name), opt![r!(TYPE_PARAMS)], t!(LeftParenthesis), opt![r!(PARAMS)],
            t!(RightParenthesis), opt![t!(Arrow), r!(EXPRESSION)], t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after function definition on line {line}"),
        ],
        seq![
            opt![t!(Async)], t!(Def), t!(Name), opt![r!(TYPE_PARAMS)], Peg::Expect(TokenKind::LeftParenthesis),
            opt![r!(PARAMS)], t!(RightParenthesis), opt![t!(Arrow), r!(EXPRESSION)], Peg::Expect(TokenKind::Colon),
            r!(BLOCK),
        ],
    ];

    IF_STMT = alt![
        inv!(INVALID_IF_STMT),
        seq![t!(If), r!(NAMED_EXPRESSION), t!(Colon), r!(BLOCK), r!(ELIF_STMT)],
        seq![t!(If), r!(NAMED_EXPRESSION), t!(Colon), r!(BLOCK), opt![r!(ELSE_BLOCK)]],
    ];
    ELIF_STMT = alt![
        inv!(INVALID_ELIF_STMT),
        seq![t!(Elif), r!(NAMED_EXPRESSION), t!(Colon), r!(BLOCK), r!(ELIF_STMT)],
        seq![t!(Elif), r!(NAMED_EXPRESSION), t!(Colon), r!(BLOCK), opt![r!(ELSE_BLOCK)]],
    ];
    ELSE_BLOCK = alt![
        inv!(INVALID_ELSE_STMT),
        seq![t!(Else), Peg::Expect(TokenKind::Colon), r!(BLOCK)],
    ];
    INVALID_IF_STMT = alt![
        seq![t!(If), r!(NAMED_EXPRESSION), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(t!(If)), r!(NAMED_EXPRESSION), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'if' statement on line {line}"),
        ],
    ];
    INVALID_ELIF_STMT = alt![
        seq![t!(Elif), r!(NAMED_EXPRESSION), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(t!(Elif)), r!(NAMED_EXPRESSION), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'elif' statement on line {line}"),
        ],
    ];
    INVALID_ELSE_STMT = alt![
        seq![
            a!(t!(Else)), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'else' statement on line {line}"),
        ],
        seq![t!(Else), t!(Colon), r!(BLOCK), t!(Elif), raise!(LastToken, "'elif' block follows an 'else' block")],
    ];

    WHILE_STMT = alt![
        inv!(INVALID_WHILE_STMT),
        seq![t!(While), r!(NAMED_EXPRESSION), t!(Colon), r!(BLOCK), opt![r!(ELSE_BLOCK)]],
    ];
    INVALID_WHILE_STMT = alt![
        seq![t!(While), r!(NAMED_EXPRESSION), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(t!(While)), r!(NAMED_EXPRESSION), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'while' statement on line {line}"),
        ],
    ];

    FOR_STMT = alt![
        inv!(INVALID_FOR_STMT),
        seq![
            t!(For), r!(STAR_TARGETS), t!(In), Peg::Cut, r!(STAR_EXPRESSIONS), t!(Colon), r!(BLOCK),
            opt![r!(ELSE_BLOCK)],
        ],
        seq![
            t!(Async), t!(For), r!(STAR_TARGETS), t!(In), Peg::Cut, r!(STAR_EXPRESSIONS), t!(Colon), r!(BLOCK),
            opt![r!(ELSE_BLOCK)],
        ],
        inv!(INVALID_FOR_TARGET),
    ];
    INVALID_FOR_STMT = alt![
        seq![
            opt![t!(Async)], t!(For), r!(STAR_TARGETS), t!(In), r!(STAR_EXPRESSIONS), t!(Newline),
            raise!(LastToken, "expected ':'"),
        ],
        seq![
            opt![t!(Async)], a!(t!(For)), r!(STAR_TARGETS), t!(In), r!(STAR_EXPRESSIONS), t!(Colon),
            r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'for' statement on line {line}"),
        ],
    ];

    WITH_STMT = alt![
        inv!(INVALID_WITH_STMT_INDENT),
        seq![
            t!(With), t!(LeftParenthesis), commas!(r!(WITH_ITEM)), opt![t!(Comma)], t!(RightParenthesis), t!(Colon),
            r!(BLOCK),
        ],
        seq![t!(With), commas!(r!(WITH_ITEM)), t!(Colon), r!(BLOCK)],
        seq![
            t!(Async), t!(With), t!(LeftParenthesis), commas!(r!(WITH_ITEM)), opt![t!(Comma)], t!(RightParenthesis),
            t!(Colon), r!(BLOCK),
        ],
        seq![t!(Async), t!(With), commas!(r!(WITH_ITEM)), t!(Colon), r!(BLOCK)],
        inv!(INVALID_WITH_STMT),
    ];
    ITEM_END = any![Comma RightParenthesis Colon];
    WITH_ITEM = alt![
        seq![r!(EXPRESSION), t!(As), r!(STAR_TARGET), and!(r!(ITEM_END))],
        inv!(INVALID_WITH_ITEM),
        r!(EXPRESSION),
    ];
    INVALID_WITH_ITEM = seq![
        r!(EXPRESSION), t!(As), a!(r!(EXPRESSION)), and!(r!(ITEM_END)),
        raise!(AssignTarget, "cannot assign to {a}"),
    ];
    BARE_ITEMS = commas!(seq![r!(EXPRESSION), opt![t!(As), r!(STAR_TARGET)]]);
    PARENTHESIZED_ITEMS = seq![
        t!(LeftParenthesis), commas!(seq![r!(EXPRESSIONS), opt![t!(As), r!(STAR_TARGET)]]), opt![t!(Comma)],
        t!(RightParenthesis),
    ];
    INVALID_WITH_STMT = alt![
        seq![opt![t!(Async)], t!(With), r!(BARE_ITEMS), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![opt![t!(Async)], t!(With), r!(PARENTHESIZED_ITEMS), t!(Newline), raise!(LastToken, "expected ':'")],
    ];
    INVALID_WITH_STMT_INDENT = alt![
        seq![
            opt![t!(Async)], a!(t!(With)), r!(BARE_ITEMS), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'with' statement on line {line}"),
        ],
        seq![
            opt![t!(Async)], a!(t!(With)), r!(PARENTHESIZED_ITEMS), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'with' statement on line {line}"),
        ],
    ];

    TRY_STMT = alt![
        inv!(INVALID_TRY_STMT),
        seq![t!(Try), Peg::Expect(TokenKind::Colon), r!(BLOCK), r!(FINALLY_BLOCK)],
        seq![
            t!(Try), Peg::Expect(TokenKind::Colon), r!(BLOCK), some![r!(EXCEPT_BLOCK)], opt![r!(ELSE_BLOCK)],
            opt![r!(FINALLY_BLOCK)],
        ],
        seq![
            t!(Try), Peg::Expect(TokenKind::Colon), r!(BLOCK), some![r!(EXCEPT_STAR_BLOCK)], opt![r!(ELSE_BLOCK)],
            opt![r!(FINALLY_BLOCK)],
        ],
    ];
    OPT_AS_NAME = opt![t!(As), t!(Name)];
    INVALID_TRY_STMT = alt![
        seq![
            a!(t!(Try)), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'try' statement on line {line}"),
        ],
        seq![
            t!(Try), t!(Colon), r!(BLOCK), not!(any![Except Finally]),
            raise!(LastToken, "expected 'except' or 'finally' block"),
        ],
        seq![
            t!(Try), t!(Colon), many![r!(BLOCK)], some![r!(EXCEPT_BLOCK)], a!(t!(Except)), b!(t!(Star)), r!(EXPRESSION),
            r!(OPT_AS_NAME), t!(Colon),
            raise!(Range, "cannot have both 'except' and 'except*' on the same 'try'"),
        ],
        seq![
            t!(Try), t!(Colon), many![r!(BLOCK)], some![r!(EXCEPT_STAR_BLOCK)], a!(t!(Except)),
            opt![r!(EXPRESSION), r!(OPT_AS_NAME)], t!(Colon),
            raise!(AtA, "cannot have both 'except' and 'except*' on the same 'try'"),
        ],
    ];
    EXCEPT_BLOCK = alt![
        inv!(INVALID_EXCEPT_STMT_INDENT),
        seq![t!(Except), r!(EXPRESSION), t!(Colon), r!(BLOCK)],
        seq![t!(Except), r!(EXPRESSION), t!(As), t!(Name), t!(Colon), r!(BLOCK)],
        seq![t!(Except), r!(EXPRESSIONS), t!(Colon), r!(BLOCK)],
        seq![t!(Except), t!(Colon), r!(BLOCK)],
        inv!(INVALID_EXCEPT_STMT),
    ];
    EXCEPT_STAR_BLOCK = alt![
        inv!(INVALID_EXCEPT_STAR_STMT_INDENT),
        seq![t!(Except), t!(Star), r!(EXPRESSION), t!(Colon), r!(BLOCK)],
        seq![t!(Except), t!(Star), r!(EXPRESSION), t!(As), t!(Name), t!(Colon), r!(BLOCK)],
        seq![t!(Except), t!(Star), r!(EXPRESSIONS), t!(Colon), r!(BLOCK)],
        inv!(INVALID_EXCEPT_STAR_STMT),
    ];
    FINALLY_BLOCK = alt![
        inv!(INVALID_FINALLY_STMT),
        seq![t!(Finally), Peg::Expect(TokenKind::Colon), r!(BLOCK)],
    ];
    INVALID_EXCEPT_STMT = alt![
        seq![
            t!(Except), a!(r!(EXPRESSION)), t!(Comma), r!(EXPRESSIONS), t!(As), t!(Name), t!(Colon),
            raise!(FromA, "multiple exception types must be parenthesized when using 'as'"),
        ],
        seq![t!(Except), r!(EXPRESSION), r!(OPT_AS_NAME), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![t!(Except), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            t!(Except), r!(EXPRESSION), t!(As), a!(r!(EXPRESSION)), t!(Colon), r!(BLOCK),
            raise!(AtA, "cannot use except statement with {a}"),
        ],
    ];
    INVALID_EXCEPT_STAR_STMT = alt![
        seq![
            t!(Except), t!(Star), a!(r!(EXPRESSION)), t!(Comma), r!(EXPRESSIONS), t!(As), t!(Name), t!(Colon),
            raise!(FromA, "multiple exception types must be parenthesized when using 'as'"),
        ],
        seq![t!(Except), t!(Star), r!(EXPRESSION), r!(OPT_AS_NAME), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            t!(Except), t!(Star), any![Newline Colon],
            raise!(LastToken, "expected one or more exception types"),
        ],
        seq![
            t!(Except), t!(Star), r!(EXPRESSION), t!(As), a!(r!(EXPRESSION)), t!(Colon), r!(BLOCK),
            raise!(AtA, "cannot use except* statement with {a}"),
        ],
    ];
    INVALID_FINALLY_STMT = seq![
        a!(t!(Finally)), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
        raise_indentation!("expected an indented block after 'finally' statement on line {line}"),
    ];
    INVALID_EXCEPT_STMT_INDENT = alt![
        seq![
            a!(t!(Except)), r!(EXPRESSION), r!(OPT_AS_NAME), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'except' statement on line {line}"),
        ],
        seq![
            a!(t!(Except)), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'except' statement on line {line}"),
        ],
    ];
    INVALID_EXCEPT_STAR_STMT_INDENT = seq![
        a!(t!(Except)), t!(Star), r!(EXPRESSION), r!(OPT_AS_NAME), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
        raise_indentation!("expected an indented block after 'except*' statement on line {line}"),
    ];

    MATCH_STMT = alt![
        seq![
            Peg::Word("match"), r!(SUBJECT_EXPR), t!(Colon), t!(Newline), t!(Indent), some![r!(CASE_BLOCK)], t!(Dedent),
        ],
        inv!(INVALID_MATCH_STMT),
    ];
    SUBJECT_EXPR = alt![
        seq![r!(STAR_NAMED_EXPRESSION), t!(Comma), opt![r!(STAR_NAMED_EXPRESSIONS)]],
        r!(NAMED_EXPRESSION),
    ];
    CASE_BLOCK = alt![
        inv!(INVALID_CASE_BLOCK),
        seq![Peg::Word("case"), r!(PATTERNS), opt![r!(GUARD)], t!(Colon), r!(BLOCK)],
    ];
    GUARD = seq![t!(If), r!(NAMED_EXPRESSION)];
    INVALID_MATCH_STMT = alt![
        seq![Peg::Word("match"), r!(SUBJECT_EXPR), t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(Peg::Word("match")), r!(SUBJECT_EXPR), t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'match' statement on line {line}"),
        ],
    ];
    INVALID_CASE_BLOCK = alt![
        seq![Peg::Word("case"), r!(PATTERNS), opt![r!(GUARD)], t!(Newline), raise!(LastToken, "expected ':'")],
        seq![
            a!(Peg::Word("case")), r!(PATTERNS), opt![r!(GUARD)], t!(Colon), r!(NEWLINE_WITHOUT_INDENT),
            raise_indentation!("expected an indented block after 'case' statement on line {line}"),
        ],
    ];
}
