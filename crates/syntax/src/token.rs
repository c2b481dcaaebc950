//! Tokens: a kind and a range. What a token means (a number's value, a string's characters) is read from the text when
//! the tree is built, so that a token costs twelve bytes and no allocation.

use crate::tree::SourceRange;

/// A token and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) range: SourceRange,
}

/// Declares the kinds with the text that errors and tables know them by.
macro_rules! token_kinds {
    (
        plain: $($plain:ident)*;
        operators: $($operator:ident $text:literal)*;
        keywords: $($keyword:ident $word:literal $bytes:literal)*;
    ) => {
        /// The kinds of tokens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum TokenKind {
            $($plain,)*
            $($operator,)*
            $($keyword,)*
        }

        impl TokenKind {
            /// The text of an operator or keyword; empty for the kinds that have many.
            pub(crate) const fn text(self) -> &'static str {
                match self {
                    $(Self::$plain => "",)*
                    $(Self::$operator => $text,)*
                    $(Self::$keyword => $word,)*
                }
            }

            /// All keywords.
            pub(crate) const KEYWORDS: &[&str] = &[$($word,)*];

            /// The keyword a word is, if it is one. Soft keywords are names.
            pub(crate) fn keyword(word: &[u8]) -> Option<Self> {
                // No keyword has one letter or more than eight, which settles many names at once.
                if word.len() < 2 || word.len() > 8 {
                    return None;
                }
                match word {
                    $($bytes => Some(Self::$keyword),)*
                    _ => None,
                }
            }
        }
    };
}

token_kinds! {
    plain: EndMarker Newline Indent Dedent Name Number String
        FStringStart FStringMiddle FStringEnd TStringStart TStringMiddle TStringEnd Unknown;
    operators:
        LeftParenthesis "(" RightParenthesis ")" LeftBracket "[" RightBracket "]" LeftBrace "{" RightBrace "}"
        Comma "," Colon ":" Semicolon ";" Dot "." Ellipsis "..." Arrow "->" At "@" Equal "=" ColonEqual ":=" Exclamation "!"
        Plus "+" Minus "-" Star "*" Slash "/" DoubleSlash "//" Percent "%" DoubleStar "**"
        LeftShift "<<" RightShift ">>" Ampersand "&" VerticalBar "|" Caret "^" Tilde "~"
        Less "<" Greater ">" LessEqual "<=" GreaterEqual ">=" EqualEqual "==" NotEqual "!="
        PlusEqual "+=" MinusEqual "-=" StarEqual "*=" SlashEqual "/=" DoubleSlashEqual "//=" PercentEqual "%=" AtEqual "@="
        AmpersandEqual "&=" VerticalBarEqual "|=" CaretEqual "^=" LeftShiftEqual "<<=" RightShiftEqual ">>=" DoubleStarEqual "**=";
    keywords:
        False "False" b"False" None "None" b"None" True "True" b"True" And "and" b"and"
        As "as" b"as" Assert "assert" b"assert" Async "async" b"async" Await "await" b"await"
        Break "break" b"break" Class "class" b"class" Continue "continue" b"continue" Def "def" b"def"
        Del "del" b"del" Elif "elif" b"elif" Else "else" b"else" Except "except" b"except"
        Finally "finally" b"finally" For "for" b"for" From "from" b"from" Global "global" b"global"
        If "if" b"if" Import "import" b"import" In "in" b"in" Is "is" b"is"
        Lambda "lambda" b"lambda" Nonlocal "nonlocal" b"nonlocal" Not "not" b"not" Or "or" b"or"
        Pass "pass" b"pass" Raise "raise" b"raise" Return "return" b"return" Try "try" b"try"
        While "while" b"while" With "with" b"with" Yield "yield" b"yield";
}
