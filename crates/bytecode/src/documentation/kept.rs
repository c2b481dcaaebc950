//! Where texts for people are in the image.

/// A text for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documentation(&'static str);

impl Documentation {
    /// A text.
    #[must_use]
    pub const fn new(text: &'static str) -> Documentation {
        Documentation(text)
    }

    /// The text.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.0
    }
}

/// The documentation of a type as it is.
#[must_use]
pub const fn signature_only(doc: &'static str) -> &'static str {
    doc
}
