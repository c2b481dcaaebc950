//! Where texts for people are not in the image: nothing refers to them, so that they are not linked.

use super::SIGNATURE_END;

/// A text for people that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documentation;

impl Documentation {
    /// Forgets the text.
    #[must_use]
    pub const fn new(_: &'static str) -> Documentation {
        Documentation
    }

    /// No text.
    #[must_use]
    pub const fn text(self) -> &'static str {
        ""
    }
}

/// The documentation of a type up to the end of the signature that it may start with.
#[must_use]
pub const fn signature_only(doc: &'static str) -> &'static str {
    let (bytes, end) = (doc.as_bytes(), SIGNATURE_END.as_bytes());
    let mut at = 0;
    while at + end.len() <= bytes.len() {
        let mut same = 0;
        while same < end.len() && bytes[at + same] == end[same] {
            same += 1;
        }
        if same == end.len() {
            return doc.split_at(at + end.len()).0;
        }
        at += 1;
    }
    ""
}
