//! Just enough understanding of Rust text for the rules: comments and literals blanked out, and where functions
//! begin and end.

/// A function found in a file.
pub(super) struct Function {
    pub(super) name: String,
    /// The line of `fn`, from 1.
    pub(super) line: usize,
    /// Lines of the body, braces included.
    pub(super) lines: usize,
    /// Where the body lies in the blanked text.
    pub(super) body: std::ops::Range<usize>,
}

/// The text with every comment, string and character literal replaced by spaces; line ends stay.
pub(super) fn blank(text: &str) -> Vec<u8> {
    let source = text.as_bytes();
    let mut code = source.to_vec();
    let mut at = 0;
    while at < source.len() {
        let end = match source[at] {
            b'/' if source[at..].starts_with(b"//") => find(source, at, b"\n").unwrap_or(source.len()),
            b'/' if source[at..].starts_with(b"/*") => end_of_block_comment(source, at),
            b'r' | b'b' | b'c' if !follows_word(source, at) => end_of_prefixed_literal(source, at),
            b'"' => end_of_quoted(source, at, b'"'),
            b'\'' => end_of_character(source, at),
            _ => at,
        };
        for byte in code.get_mut(at..end).unwrap_or_default() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    code
}

/// The functions with a body, in the order of their text; nested ones too.
pub(super) fn functions(code: &[u8]) -> Vec<Function> {
    let mut functions = Vec::new();
    let mut from = 0;
    while let Some(at) = find(code, from, b"fn ") {
        from = at + 3;
        if follows_word(code, at) {
            continue;
        }
        let name: Vec<u8> = code[from..].iter().copied().take_while(|byte| is_word(*byte)).collect();
        let Some(open) = body_start(code, from) else { continue };
        let close = matching_brace(code, open);
        let line_of = |position: usize| code[..position].iter().filter(|byte| **byte == b'\n').count() + 1;
        if !name.is_empty() {
            functions.push(Function {
                name: String::from_utf8_lossy(&name).into_owned(),
                line: line_of(at),
                lines: line_of(close) - line_of(open) + 1,
                body: open..close,
            });
        }
    }
    functions
}

/// The `{` after a function's signature, unless a `;` ends it first. Brackets are skipped: `[u8; 4]` has a `;`.
fn body_start(code: &[u8], from: usize) -> Option<usize> {
    let mut depth = 0i32;
    for (offset, byte) in code[from..].iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(from + offset),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn matching_brace(code: &[u8], open: usize) -> usize {
    let mut depth = 0usize;
    for (offset, byte) in code[open..].iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return open + offset,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The first place of `what` at or after `from`.
pub(super) fn find(text: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    text.get(from..)?.windows(what.len()).position(|window| window == what).map(|offset| from + offset)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn follows_word(text: &[u8], at: usize) -> bool {
    at > 0 && is_word(text[at - 1])
}

fn end_of_block_comment(source: &[u8], start: usize) -> usize {
    let (mut depth, mut at) = (0, start);
    while at < source.len() {
        if source[at..].starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if source[at..].starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    source.len()
}

/// `r"…"`, `br#"…"#`, `b"…"`, `c"…"`, `b'…'`; anything else is a word and ends where it starts.
fn end_of_prefixed_literal(source: &[u8], start: usize) -> usize {
    let mut at = start;
    while matches!(source.get(at), Some(b'r' | b'b' | b'c')) && at - start < 2 {
        at += 1;
    }
    let raw = source[start..at].contains(&b'r');
    let hashes = source[at..].iter().take_while(|byte| **byte == b'#').count();
    match source.get(at + hashes) {
        Some(b'"') if raw => {
            let mut end = vec![b'"'];
            end.resize(hashes + 1, b'#');
            find(source, at + hashes + 1, &end).map_or(source.len(), |close| close + end.len())
        }
        Some(b'"') if hashes == 0 => end_of_quoted(source, at, b'"'),
        Some(b'\'') if hashes == 0 && at == start + 1 && source[start] == b'b' => end_of_quoted(source, at, b'\''),
        _ => start,
    }
}

fn end_of_quoted(source: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < source.len() {
        match source[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    source.len()
}

/// A character literal, or nothing if the quote starts a lifetime.
fn end_of_character(source: &[u8], start: usize) -> usize {
    match source.get(start + 1) {
        Some(b'\\') => end_of_quoted(source, start, b'\''),
        Some(first) => {
            let width = match first {
                0xF0.. => 4,
                0xE0.. => 3,
                0xC0.. => 2,
                _ => 1,
            };
            let close = start + 1 + width;
            if source.get(close) == Some(&b'\'') { close + 1 } else { start }
        }
        None => start,
    }
}

#[cfg(test)]
mod tests {
    use super::{blank, functions};

    #[test]
    fn literals_and_comments_hide_their_braces() {
        let text =
            "fn a<'t>(x: [u8; 2]) -> char {\n  let s = \"{\\\"{\"; // {\n  r#\"{\"#; '{'\n}\nfn b();\nfn c() {}\n";
        let found: Vec<(String, usize, usize)> = functions(&blank(text))
            .into_iter()
            .map(|function| (function.name, function.line, function.lines))
            .collect();
        assert_eq!(found, [("a".to_owned(), 1, 4), ("c".to_owned(), 6, 1)]);
    }
}
