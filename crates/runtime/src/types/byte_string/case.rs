//! Case of bytes: only that of ASCII letters.

use alloc::vec::Vec;

/// `bytes.title`
pub(crate) fn title(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let change = |&byte: &u8| {
        let changed = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
        changed
    };
    bytes.iter().map(change).collect()
}

/// `bytes.capitalize`
pub(crate) fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `bytes.swapcase`
pub(crate) fn swapcase(bytes: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte };
    bytes.iter().map(swap).collect()
}

/// `bytes.islower`: a lower case letter, and no upper case one.
pub(crate) fn is_lower(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.isupper`: an upper case letter, and no lower case one.
pub(crate) fn is_upper(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// `bytes.istitle`: upper case only at the start of words, lower case only within them.
pub(crate) fn is_title(bytes: &[u8]) -> bool {
    let mut in_word = false;
    let mut found = false;
    for byte in bytes {
        if byte.is_ascii_uppercase() == in_word && byte.is_ascii_alphabetic() {
            return false;
        }
        in_word = byte.is_ascii_alphabetic();
        found |= in_word;
    }
    found
}
