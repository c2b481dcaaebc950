//! A signature's text, read at compile time for the counts and at run time for the names.

/// What a signature's text says about the number of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Parameters that can only be given by position.
    pub positional_only: u8,
    /// Parameters that can be given by position, positional-only ones included.
    pub positional: u8,
    /// Positional parameters without a default.
    pub required: u8,
    /// Keyword-only parameters.
    pub keyword_only: u8,
    /// Takes `*args`.
    pub varargs: bool,
    /// Takes `**keywords`.
    pub varkeywords: bool,
    /// Takes nothing but positional parameters.
    pub is_positional: bool,
}

impl Signature {
    /// The number of values that the native function gets.
    #[must_use]
    pub const fn values(&self) -> usize {
        self.positional as usize + self.keyword_only as usize + self.varargs as usize + self.varkeywords as usize
    }

    /// Counts the parameters of a signature such as `($self, index=-1, /, *, key=None)`. `$module` is no parameter.
    #[must_use]
    pub const fn parse(text: &str) -> Signature {
        let bytes = text.as_bytes();
        let mut signature = Signature {
            positional_only: 0,
            positional: 0,
            required: 0,
            keyword_only: 0,
            varargs: false,
            varkeywords: false,
            is_positional: true,
        };
        let mut keyword_only = false;
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
                b'/' => signature.positional_only = signature.positional,
                b'*' if end - start >= 2 && bytes[start + 1] == b'*' => signature.varkeywords = true,
                b'*' => {
                    keyword_only = true;
                    signature.varargs = end - start > 1;
                }
                b'$' if end - start == 7 && bytes[start + 1] == b'm' => {}
                _ if keyword_only => signature.keyword_only += 1,
                _ => {
                    signature.positional += 1;
                    if !has_default {
                        signature.required = signature.positional;
                    }
                }
            }
        }
        signature.is_positional = signature.values() == signature.positional as usize;
        signature
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
    parameters_of(text, Signature::parse(text).positional_only)
}

/// As [`parameters`], for who knows how many can only be given by position.
pub(crate) fn parameters_of(text: &str, positional_only: u8) -> impl Iterator<Item = Parameter<'_>> {
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
