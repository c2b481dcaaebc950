//! Parameters of functions and lambdas, and type parameters.

use super::expressions::{EXPRESSION, STAR_EXPRESSION};
use super::prelude::*;

rules! {
    PARAMS = alt![inv!(INVALID_PARAMETERS), r!(PARAMETERS)];
    PARAMETERS = alt![
        seq![r!(SLASH_NO_DEFAULT), many![r!(PARAM_NO_DEFAULT)], many![r!(PARAM_WITH_DEFAULT)], opt![r!(STAR_ETC)]],
        seq![r!(SLASH_WITH_DEFAULT), many![r!(PARAM_WITH_DEFAULT)], opt![r!(STAR_ETC)]],
        seq![some![r!(PARAM_NO_DEFAULT)], many![r!(PARAM_WITH_DEFAULT)], opt![r!(STAR_ETC)]],
        seq![some![r!(PARAM_WITH_DEFAULT)], opt![r!(STAR_ETC)]],
        r!(STAR_ETC),
    ];
    SLASH_NO_DEFAULT = alt![
        seq![some![r!(PARAM_NO_DEFAULT)], t!(Slash), t!(Comma)],
        seq![some![r!(PARAM_NO_DEFAULT)], t!(Slash), and!(t!(RightParenthesis))],
    ];
    SLASH_WITH_DEFAULT = alt![
        seq![many![r!(PARAM_NO_DEFAULT)], some![r!(PARAM_WITH_DEFAULT)], t!(Slash), t!(Comma)],
        seq![many![r!(PARAM_NO_DEFAULT)], some![r!(PARAM_WITH_DEFAULT)], t!(Slash), and!(t!(RightParenthesis))],
    ];
    STAR_ETC = alt![
        inv!(INVALID_STAR_ETC),
        seq![t!(Star), r!(PARAM_NO_DEFAULT), many![r!(PARAM_MAYBE_DEFAULT)], opt![r!(KWDS)]],
        seq![t!(Star), r!(PARAM_NO_DEFAULT_STAR_ANNOTATION), many![r!(PARAM_MAYBE_DEFAULT)], opt![r!(KWDS)]],
        seq![t!(Star), t!(Comma), some![r!(PARAM_MAYBE_DEFAULT)], opt![r!(KWDS)]],
        r!(KWDS),
    ];
    KWDS = alt![inv!(INVALID_KWDS), seq![t!(DoubleStar), r!(PARAM_NO_DEFAULT)]];
    PARAM_NO_DEFAULT = alt![
        seq![r!(PARAM), t!(Comma)],
        seq![r!(PARAM), and!(t!(RightParenthesis))],
    ];
    PARAM_NO_DEFAULT_STAR_ANNOTATION = alt![
        seq![t!(Name), t!(Colon), r!(STAR_EXPRESSION), t!(Comma)],
        seq![t!(Name), t!(Colon), r!(STAR_EXPRESSION), and!(t!(RightParenthesis))],
    ];
    PARAM_WITH_DEFAULT = alt![
        seq![r!(PARAM), r!(DEFAULT), t!(Comma)],
        seq![r!(PARAM), r!(DEFAULT), and!(t!(RightParenthesis))],
    ];
    PARAM_MAYBE_DEFAULT = alt![
        seq![r!(PARAM), opt![r!(DEFAULT)], t!(Comma)],
        seq![r!(PARAM), opt![r!(DEFAULT)], and!(t!(RightParenthesis))],
    ];
    PARAM = node![Parameter, t!(Name), opt![t!(Colon), r!(EXPRESSION)]];
    DEFAULT = alt![seq![t!(Equal), r!(EXPRESSION)], inv!(INVALID_DEFAULT)];
    INVALID_DEFAULT = seq![
        a!(t!(Equal)), and!(any![RightParenthesis Comma]), raise!(AtA, "expected default value expression"),
    ];
    INVALID_PARAMETERS = alt![
        seq![a!(t!(Slash)), t!(Comma), raise!(AtA, "at least one argument must precede /")],
        seq![
            alt![r!(SLASH_NO_DEFAULT), r!(SLASH_WITH_DEFAULT)], many![r!(PARAM_MAYBE_DEFAULT)], a!(t!(Slash)),
            raise!(AtA, "/ may appear only once"),
        ],
        seq![
            opt![r!(SLASH_NO_DEFAULT)], many![r!(PARAM_NO_DEFAULT)],
            alt![r!(SLASH_WITH_DEFAULT), some![r!(PARAM_WITH_DEFAULT)]], a!(r!(PARAM_NO_DEFAULT)),
            raise!(AtA, "parameter without a default follows parameter with a default"),
        ],
        seq![
            many![r!(PARAM_NO_DEFAULT)], a!(t!(LeftParenthesis)), some![r!(PARAM_NO_DEFAULT)], opt![t!(Comma)],
            b!(t!(RightParenthesis)), raise!(Range, "Function parameters cannot be parenthesized"),
        ],
        seq![
            opt![alt![r!(SLASH_NO_DEFAULT), r!(SLASH_WITH_DEFAULT)]], many![r!(PARAM_MAYBE_DEFAULT)], t!(Star),
            alt![t!(Comma), r!(PARAM_NO_DEFAULT)], many![r!(PARAM_MAYBE_DEFAULT)], a!(t!(Slash)),
            raise!(AtA, "/ must be ahead of *"),
        ],
        seq![
            some![r!(PARAM_MAYBE_DEFAULT)], t!(Slash), a!(t!(Star)), raise!(AtA, "expected comma between / and *"),
        ],
    ];
    INVALID_STAR_ETC = alt![
        seq![
            a!(t!(Star)),
            alt![t!(RightParenthesis), seq![t!(Comma), any![RightParenthesis DoubleStar]]],
            raise!(AtA, "named arguments must follow bare *"),
        ],
        seq![
            t!(Star), r!(PARAM), a!(t!(Equal)), raise!(AtA, "var-positional argument cannot have default value"),
        ],
        seq![
            t!(Star), alt![r!(PARAM_NO_DEFAULT), t!(Comma)], many![r!(PARAM_MAYBE_DEFAULT)], a!(t!(Star)),
            alt![r!(PARAM_NO_DEFAULT), t!(Comma)], raise!(AtA, "* argument may appear only once"),
        ],
    ];
    INVALID_KWDS = alt![
        seq![
            t!(DoubleStar), r!(PARAM), a!(t!(Equal)),
            raise!(AtA, "var-keyword argument cannot have default value"),
        ],
        seq![
            t!(DoubleStar), r!(PARAM), t!(Comma), a!(r!(PARAM)),
            raise!(AtA, "arguments cannot follow var-keyword argument"),
        ],
        seq![
            t!(DoubleStar), r!(PARAM), t!(Comma), a!(any![Star DoubleStar Slash]),
            raise!(AtA, "arguments cannot follow var-keyword argument"),
        ],
    ];

    LAMBDA_PARAMS = alt![inv!(INVALID_LAMBDA_PARAMETERS), r!(LAMBDA_PARAMETERS)];
    LAMBDA_PARAMETERS = alt![
        seq![
            r!(LAMBDA_SLASH_NO_DEFAULT), many![r!(LAMBDA_PARAM_NO_DEFAULT)], many![r!(LAMBDA_PARAM_WITH_DEFAULT)],
            opt![r!(LAMBDA_STAR_ETC)],
        ],
        seq![r!(LAMBDA_SLASH_WITH_DEFAULT), many![r!(LAMBDA_PARAM_WITH_DEFAULT)], opt![r!(LAMBDA_STAR_ETC)]],
        seq![
            some![r!(LAMBDA_PARAM_NO_DEFAULT)], many![r!(LAMBDA_PARAM_WITH_DEFAULT)], opt![r!(LAMBDA_STAR_ETC)],
        ],
        seq![some![r!(LAMBDA_PARAM_WITH_DEFAULT)], opt![r!(LAMBDA_STAR_ETC)]],
        r!(LAMBDA_STAR_ETC),
    ];
    LAMBDA_SLASH_NO_DEFAULT = alt![
        seq![some![r!(LAMBDA_PARAM_NO_DEFAULT)], t!(Slash), t!(Comma)],
        seq![some![r!(LAMBDA_PARAM_NO_DEFAULT)], t!(Slash), and!(t!(Colon))],
    ];
    LAMBDA_SLASH_WITH_DEFAULT = alt![
        seq![many![r!(LAMBDA_PARAM_NO_DEFAULT)], some![r!(LAMBDA_PARAM_WITH_DEFAULT)], t!(Slash), t!(Comma)],
        seq![many![r!(LAMBDA_PARAM_NO_DEFAULT)], some![r!(LAMBDA_PARAM_WITH_DEFAULT)], t!(Slash), and!(t!(Colon))],
    ];
    LAMBDA_STAR_ETC = alt![
        inv!(INVALID_LAMBDA_STAR_ETC),
        seq![t!(Star), r!(LAMBDA_PARAM_NO_DEFAULT), many![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], opt![r!(LAMBDA_KWDS)]],
        seq![t!(Star), t!(Comma), some![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], opt![r!(LAMBDA_KWDS)]],
        r!(LAMBDA_KWDS),
    ];
    LAMBDA_KWDS = alt![inv!(INVALID_LAMBDA_KWDS), seq![t!(DoubleStar), r!(LAMBDA_PARAM_NO_DEFAULT)]];
    LAMBDA_PARAM_NO_DEFAULT = alt![
        seq![node![Parameter, t!(Name)], t!(Comma)],
        seq![node![Parameter, t!(Name)], and!(t!(Colon))],
    ];
    LAMBDA_PARAM_WITH_DEFAULT = alt![
        seq![t!(Name), r!(DEFAULT), t!(Comma)],
        seq![t!(Name), r!(DEFAULT), and!(t!(Colon))],
    ];
    LAMBDA_PARAM_MAYBE_DEFAULT = alt![
        seq![t!(Name), opt![r!(DEFAULT)], t!(Comma)],
        seq![t!(Name), opt![r!(DEFAULT)], and!(t!(Colon))],
    ];
    INVALID_LAMBDA_PARAMETERS = alt![
        seq![a!(t!(Slash)), t!(Comma), raise!(AtA, "at least one argument must precede /")],
        seq![
            alt![r!(LAMBDA_SLASH_NO_DEFAULT), r!(LAMBDA_SLASH_WITH_DEFAULT)], many![r!(LAMBDA_PARAM_MAYBE_DEFAULT)],
            a!(t!(Slash)), raise!(AtA, "/ may appear only once"),
        ],
        seq![
            opt![r!(LAMBDA_SLASH_NO_DEFAULT)], many![r!(LAMBDA_PARAM_NO_DEFAULT)],
            alt![r!(LAMBDA_SLASH_WITH_DEFAULT), some![r!(LAMBDA_PARAM_WITH_DEFAULT)]],
            a!(r!(LAMBDA_PARAM_NO_DEFAULT)),
            raise!(AtA, "parameter without a default follows parameter with a default"),
        ],
        seq![
            many![r!(LAMBDA_PARAM_NO_DEFAULT)], a!(t!(LeftParenthesis)), commas!(t!(Name)), opt![t!(Comma)],
            b!(t!(RightParenthesis)), raise!(Range, "Lambda expression parameters cannot be parenthesized"),
        ],
        seq![
            opt![alt![r!(LAMBDA_SLASH_NO_DEFAULT), r!(LAMBDA_SLASH_WITH_DEFAULT)]],
            many![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], t!(Star), alt![t!(Comma), r!(LAMBDA_PARAM_NO_DEFAULT)],
            many![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], a!(t!(Slash)), raise!(AtA, "/ must be ahead of *"),
        ],
        seq![
            some![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], t!(Slash), a!(t!(Star)),
            raise!(AtA, "expected comma between / and *"),
        ],
    ];
    INVALID_LAMBDA_STAR_ETC = alt![
        seq![
            t!(Star), alt![t!(Colon), seq![t!(Comma), any![Colon DoubleStar]]],
            raise!(LastToken, "named arguments must follow bare *"),
        ],
        seq![t!(Star), t!(Name), a!(t!(Equal)), raise!(AtA, "var-positional argument cannot have default value")],
        seq![
            t!(Star), alt![r!(LAMBDA_PARAM_NO_DEFAULT), t!(Comma)], many![r!(LAMBDA_PARAM_MAYBE_DEFAULT)], a!(t!(Star)),
            alt![r!(LAMBDA_PARAM_NO_DEFAULT), t!(Comma)], raise!(AtA, "* argument may appear only once"),
        ],
    ];
    INVALID_LAMBDA_KWDS = alt![
        seq![
            t!(DoubleStar), t!(Name), a!(t!(Equal)),
            raise!(AtA, "var-keyword argument cannot have default value"),
        ],
        seq![
            t!(DoubleStar), t!(Name), t!(Comma), a!(t!(Name)),
            raise!(AtA, "arguments cannot follow var-keyword argument"),
        ],
        seq![
            t!(DoubleStar), t!(Name), t!(Comma), a!(any![Star DoubleStar Slash]),
            raise!(AtA, "arguments cannot follow var-keyword argument"),
        ],
    ];

    TYPE_PARAMS = alt![
        inv!(INVALID_TYPE_PARAMS),
        seq![t!(LeftBracket), commas!(r!(TYPE_PARAM)), opt![t!(Comma)], t!(RightBracket)],
    ];
    TYPE_PARAM[memo] = alt![
        seq![t!(Name), opt![t!(Colon), r!(EXPRESSION)], opt![t!(Equal), r!(EXPRESSION)]],
        inv!(INVALID_TYPE_PARAM),
        seq![t!(Star), t!(Name), opt![t!(Equal), r!(STAR_EXPRESSION)]],
        seq![t!(DoubleStar), t!(Name), opt![t!(Equal), r!(EXPRESSION)]],
    ];
    INVALID_TYPE_PARAMS = seq![
        t!(LeftBracket), a!(t!(RightBracket)), raise!(FromA, "Type parameter list cannot be empty"),
    ];
    INVALID_TYPE_PARAM = alt![
        seq![
            t!(Star), t!(Name), b!(t!(Colon)), a!(r!(EXPRESSION)), raise!(FromB, "cannot use {bound} with TypeVarTuple"),
        ],
        seq![
            t!(DoubleStar), t!(Name), b!(t!(Colon)), a!(r!(EXPRESSION)), raise!(FromB, "cannot use {bound} with ParamSpec"),
        ],
    ];
}
