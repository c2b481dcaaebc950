//! The builtin error handlers, by name.

/// What to do with something that has no counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handler {
    /// Raise.
    Strict,
    /// Leave it out.
    Ignore,
    /// `?`, or U+FFFD when decoding.
    Replace,
    /// `\x..`, `\u....`, `\U........`
    BackslashReplace,
    /// `&#...;`
    XmlCharRefReplace,
    /// `\N{...}`
    NameReplace,
    /// Bytes that can't be decoded become lone surrogates, and those become the bytes again.
    SurrogateEscape,
    /// Surrogates are encoded as other code points are.
    SurrogatePass,
    /// One that a program registered, or none.
    Other,
}

impl Handler {
    /// The handler of that name.
    pub(super) fn named(name: &[u8]) -> Handler {
        match name {
            b"strict" => Handler::Strict,
            b"ignore" => Handler::Ignore,
            b"replace" => Handler::Replace,
            b"backslashreplace" => Handler::BackslashReplace,
            b"xmlcharrefreplace" => Handler::XmlCharRefReplace,
            b"namereplace" => Handler::NameReplace,
            b"surrogateescape" => Handler::SurrogateEscape,
            b"surrogatepass" => Handler::SurrogatePass,
            _ => Handler::Other,
        }
    }
}
