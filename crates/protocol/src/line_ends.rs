//! Line ends of a serial terminal: a carriage return stands before each newline.

/// Hands text on in pieces, with a carriage return before each newline.
///
/// # Errors
/// The first one of `send`; the rest of the text is not sent then.
pub fn with_carriage_returns<E>(text: &[u8], send: &mut dyn FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(line) => {
                if !line.is_empty() {
                    send(line)?;
                }
                send(b"\r\n")?;
            }
            None => send(line)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::with_carriage_returns;
    use alloc::vec::Vec;

    #[test]
    fn newlines_become_two_bytes() {
        for (text, sent) in [("", ""), ("a", "a"), ("a\n\nb", "a\r\n\r\nb"), ("\n", "\r\n"), ("a\r\n", "a\r\r\n")] {
            let mut bytes = Vec::new();
            let done: Result<(), ()> = with_carriage_returns(text.as_bytes(), &mut |piece| {
                bytes.extend_from_slice(piece);
                Ok(())
            });
            assert_eq!((done, bytes.as_slice()), (Ok(()), sent.as_bytes()), "{text:?}");
        }
    }
}
