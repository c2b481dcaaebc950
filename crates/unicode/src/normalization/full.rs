//! Normal forms of text.

use crate::wtf8::chunks;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class, is_nfkc_quick};

/// A normal form of `unicodedata.normalize`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Canonical composition.
    Nfc,
    /// Canonical decomposition.
    Nfd,
    /// Compatible composition.
    Nfkc,
    /// Compatible decomposition.
    Nfkd,
}

impl Form {
    /// The form by the name that Python gives it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "NFC" => Some(Self::Nfc),
            "NFD" => Some(Self::Nfd),
            "NFKC" => Some(Self::Nfkc),
            "NFKD" => Some(Self::Nfkd),
            _ => None,
        }
    }
}

/// The form in which the compiler compares names (PEP 3131): NFKC.
#[must_use]
pub fn identifier(name: &str) -> Cow<'_, str> {
    if name.is_ascii() || is_nfkc_quick(name.chars()) == unicode_normalization::IsNormalized::Yes {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.nfkc().collect())
}

/// The normal form of a text; surrogates stay as they are and separate what is around them.
#[must_use]
pub fn normalize(text: &[u8], form: Form) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_vec();
    }
    let mut out = Vec::with_capacity(text.len());
    for (valid, surrogate) in chunks(text) {
        let normal: String = match form {
            Form::Nfc => valid.nfc().collect(),
            Form::Nfd => valid.nfd().collect(),
            Form::Nfkc => valid.nfkc().collect(),
            Form::Nfkd => valid.nfkd().collect(),
        };
        out.extend_from_slice(normal.as_bytes());
        out.extend_from_slice(surrogate);
    }
    out
}

/// The canonical combining class: `unicodedata.combining`.
#[must_use]
pub fn combining_class(code: u32) -> u8 {
    char::from_u32(code).map_or(0, canonical_combining_class)
}
