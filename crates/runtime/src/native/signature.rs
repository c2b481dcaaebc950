//! A signature's text, read at compile time for the counts and at run time for the names.

/// What a signature's text says about the number of arguments, in three bytes: boards have thousands of them in flash.
///
/// ```text
/// byte 0:       values are not only positional | **keywords | *args | positional, 5 bits
/// bytes 1, 2:   0 | keyword-only | positional-only | required, 5 bits each
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature([u8; 3]);

const MOST: u8 = 31;

/// How many positional parameters may stand before `*args` for the quick way to lay out arguments.
pub(crate) const MOST_BEFORE_REST: usize = 3;

const VARARGS: u8 = 1 << 5;
const VARKEYWORDS: u8 = 1 << 6;
const OTHERS: u8 = 1 << 7;

impl Signature {
    /// Parameters that can be given by position, positional-only ones included.
    #[inline(always)]
    #[must_use]
    pub const fn positional(self) -> usize {
        (self.0[0] & MOST) as usize
    }

    /// Takes nothing but positional parameters.
    #[inline(always)]
    #[must_use]
    pub const fn is_positional(self) -> bool {
        self.0[0] & OTHERS == 0
    }

    /// Whether the native function gets just so many values, each of them a positional parameter.
    #[inline(always)]
    #[must_use]
    pub const fn is_exactly(self, positional: usize) -> bool {
        self.0[0] as usize == positional
    }

    /// Positional parameters without a default.
    #[inline(always)]
    #[must_use]
    pub const fn required(self) -> usize {
        (self.0[1] & MOST) as usize
    }

    /// Parameters that can only be given by position.
    #[must_use]
    pub const fn positional_only(self) -> usize {
        (self.rest() >> 5) as usize & MOST as usize
    }

    /// Keyword-only parameters.
    #[must_use]
    pub const fn keyword_only(self) -> usize {
        (self.rest() >> 10) as usize
    }

    /// Takes `*args`.
    #[must_use]
    pub const fn varargs(self) -> bool {
        self.0[0] & VARARGS != 0
    }

    /// Takes `**keywords`.
    #[must_use]
    pub const fn varkeywords(self) -> bool {
        self.0[0] & VARKEYWORDS != 0
    }

    /// Takes `*args` behind a few positional parameters, and nothing else.
    #[inline(always)]
    pub(crate) const fn ends_in_varargs(self) -> bool {
        const FLAGS: u8 = VARARGS | VARKEYWORDS | OTHERS;
        self.0[0] & FLAGS == VARARGS | OTHERS && self.keyword_only() == 0 && self.positional() <= MOST_BEFORE_REST
    }

    /// Takes so many arguments by position, and few values in all, among them neither `*args` nor `**keywords`.
    #[inline(always)]
    pub(crate) const fn is_without_rest(self, given: usize) -> bool {
        const FEW: usize = 8;
        self.0[0] & (VARARGS | VARKEYWORDS) == 0
            && given <= self.positional()
            && given >= self.required()
            && self.values() <= FEW
    }

    const fn rest(self) -> u16 {
        u16::from_le_bytes([self.0[1], self.0[2]])
    }

    /// The number of values that the native function gets.
    #[must_use]
    pub const fn values(self) -> usize {
        self.positional() + self.keyword_only() + self.varargs() as usize + self.varkeywords() as usize
    }

    /// Counts the parameters of a signature such as `($self, index=-1, /, *, key=None)`. `$module` is no parameter.
    #[must_use]
    pub const fn parse(text: &str) -> Signature {
        let bytes = text.as_bytes();
        let (mut positional_only, mut positional, mut required, mut keyword_only, mut flags) =
            (0u8, 0u8, 0u8, 0u8, 0u8);
        let mut only_keywords = false;
        let mut at = 1;
        while at < bytes.len() && bytes[at] != b')' {
            while at < bytes.len() && (bytes[at] == b' ' || bytes[at] == b',') {
                at += 1;
            }
            let start = at;
            let (end, has_default) = parameter_end(bytes, at);
            at = end;
            if start == end {
                break;
            }
            match bytes[start] {
                b'/' => positional_only = positional,
                b'*' if end - start >= 2 && bytes[start + 1] == b'*' => flags |= VARKEYWORDS | OTHERS,
                b'*' => {
                    only_keywords = true;
                    if end - start > 1 {
                        flags |= VARARGS | OTHERS;
                    }
                }
                b'$' if end - start == 7 && bytes[start + 1] == b'm' => {}
                _ if only_keywords => {
                    keyword_only += 1;
                    flags |= OTHERS;
                }
                _ => {
                    positional += 1;
                    if !has_default {
                        required = positional;
                    }
                }
            }
        }
        debug_assert!(positional <= MOST && keyword_only <= MOST, "too many parameters");
        let rest = (required as u16 | (positional_only as u16) << 5 | (keyword_only as u16) << 10).to_le_bytes();
        Signature([positional | flags, rest[0], rest[1]])
    }
}

/// Where the parameter that starts at `at` ends, and whether it has a default. Knows quotes and brackets.
const fn parameter_end(bytes: &[u8], mut at: usize) -> (usize, bool) {
    let mut depth = 0;
    let mut quote = 0;
    let mut has_default = false;
    while at < bytes.len() {
        let byte = bytes[at];
        if quote != 0 {
            if byte == quote {
                quote = 0;
            }
        } else {
            match byte {
                b'\'' | b'"' => quote = byte,
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' if depth > 0 => depth -= 1,
                b')' => break,
                b',' if depth == 0 => break,
                b'=' if depth == 0 => has_default = true,
                _ => {}
            }
        }
        at += 1;
    }
    (at, has_default)
}

/// How a parameter may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// By position.
    PositionalOnly,
    /// By position or by keyword.
    PositionalOrKeyword,
    /// By keyword.
    KeywordOnly,
    /// The rest by position: `*args`.
    VarPositional,
    /// The rest by keyword: `**keywords`.
    VarKeyword,
}

/// A parameter as the signature's text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter<'a> {
    /// Its name, without `$`.
    pub name: &'a str,
    /// The text of its default.
    pub default: Option<&'a str>,
    /// How it may be given.
    pub kind: ParameterKind,
}

/// The parameters that a signature's text names, in order.
pub fn parameters(text: &str) -> impl Iterator<Item = Parameter<'_>> {
    parameters_of(text, Signature::parse(text).positional_only())
}

/// As [`parameters`], for who knows how many can only be given by position.
pub(crate) fn parameters_of(text: &str, positional_only: usize) -> impl Iterator<Item = Parameter<'_>> {
    let mut at = 1;
    let mut position = 0;
    let mut keyword_only = false;
    core::iter::from_fn(move || {
        let bytes = text.as_bytes();
        loop {
            while matches!(bytes.get(at), Some(b' ' | b',')) {
                at += 1;
            }
            let (end, _) = parameter_end(bytes, at);
            let part = text.get(at..end).unwrap_or("");
            at = end;
            let (name, default) = match part.split_once('=') {
                Some((name, default)) => (name, Some(default)),
                None => (part, None),
            };
            match name {
                "" => return None,
                "/" | "$module" => {}
                "*" => keyword_only = true,
                _ => {
                    let (name, kind) = if let Some(name) = name.strip_prefix("**") {
                        (name, ParameterKind::VarKeyword)
                    } else if let Some(name) = name.strip_prefix('*') {
                        keyword_only = true;
                        (name, ParameterKind::VarPositional)
                    } else if keyword_only {
                        (name, ParameterKind::KeywordOnly)
                    } else {
                        position += 1;
                        let only = position <= positional_only;
                        let kind =
                            if only { ParameterKind::PositionalOnly } else { ParameterKind::PositionalOrKeyword };
                        (name.strip_prefix('$').unwrap_or(name), kind)
                    };
                    return Some(Parameter { name, default, kind });
                }
            }
        }
    })
}
