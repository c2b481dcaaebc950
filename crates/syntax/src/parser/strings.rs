//! String literals, f-strings and t-strings, and their concatenation. Language reference 2.5, PEP 701, PEP 750.

use super::literals::Decoder;
use super::{Invalid, Parse, Parser};
use crate::error::{ErrorKind, SyntaxError};
use crate::options::Options;
use crate::token::{Token, TokenKind};
use crate::tree::{Constant, Conversion, Expression, ExpressionKind, FormattedValue, Interpolation, SourceRange};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a literal consists of, apart from its text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flavor {
    Plain,
    Bytes,
    Format,
    Template,
}

/// The parts of an f-string or t-string: text and fields, with neighbouring text joined.
#[derive(Default)]
struct Parts {
    values: Vec<Expression>,
    text: Vec<u8>,
    text_range: Option<SourceRange>,
}

impl Parts {
    fn push_text(&mut self, text: &[u8], range: SourceRange) {
        self.text.extend_from_slice(text);
        self.extend_range(range);
    }

    fn extend_range(&mut self, range: SourceRange) {
        self.text_range = Some(self.text_range.map_or(range, |first| first.to(range)));
    }

    fn push_field(&mut self, field: Expression) {
        self.flush();
        self.values.push(field);
    }

    fn flush(&mut self) {
        let range = self.text_range.take();
        if let Some(range) = range
            && !self.text.is_empty()
        {
            let text = core::mem::take(&mut self.text).into();
            self.values.push(Expression { kind: ExpressionKind::Constant(Constant::String(text)), range });
        }
    }

    fn finish(mut self) -> Box<[Expression]> {
        self.flush();
        self.values.into()
    }
}

/// A string token taken apart.
struct Body<'t> {
    text: &'t str,
    raw: bool,
    bytes: bool,
}

/// Takes off prefix and quotes.
fn body_of(token: &str) -> Body<'_> {
    let quote_at = token.bytes().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
    let (prefix, quoted) = token.split_at(quote_at);
    let is_triple = quoted.starts_with("\"\"\"") || quoted.starts_with("'''");
    let width = if is_triple && quoted.len() >= 6 { 3 } else { 1 };
    Body {
        text: quoted.get(width..quoted.len().saturating_sub(width)).unwrap_or(""),
        raw: prefix.contains(['r', 'R']),
        bytes: prefix.contains(['b', 'B']),
    }
}

impl<'s> Parser<'s> {
    /// `strings`: one literal or several that follow each other.
    pub(super) fn strings(&mut self) -> Parse<Expression> {
        let start = self.start();
        let flavor = self.string_flavor();
        let mut parts = Parts::default();
        let mut has_format = false;
        while matches!(self.kind(), TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart) {
            let this = self.string_flavor();
            if (this == Flavor::Template) != (flavor == Flavor::Template) {
                return Err(Invalid);
            }
            has_format |= this == Flavor::Format;
            if (this == Flavor::Bytes) != (flavor == Flavor::Bytes) {
                // All literals are read before the mixture is reported, at the token behind them.
                self.skip_strings()?;
                if self.lexer.error.is_some() {
                    return Err(Invalid);
                }
                let position = self.lexer.token_position(self.token());
                let message = "cannot mix bytes and nonbytes literals";
                self.error = Some(SyntaxError::at(ErrorKind::Syntax, message, Some(position)));
                return Err(Invalid);
            }
            match this {
                Flavor::Plain | Flavor::Bytes => self.plain_string(&mut parts)?,
                Flavor::Format | Flavor::Template => self.formatted_string(&mut parts)?,
            }
        }
        if flavor == Flavor::Template || has_format {
            self.raise_height()?;
        }
        self.raise_height()?;
        let kind = match flavor {
            Flavor::Template => ExpressionKind::TemplateStr(parts.finish()),
            _ if has_format => ExpressionKind::JoinedStr(parts.finish()),
            Flavor::Bytes => ExpressionKind::Constant(Constant::Bytes(parts.text.into())),
            _ => ExpressionKind::Constant(Constant::String(parts.text.into())),
        };
        Ok(self.node(kind, start))
    }

    /// The flavour of the literal that starts here.
    fn string_flavor(&self) -> Flavor {
        match self.kind() {
            TokenKind::FStringStart => Flavor::Format,
            TokenKind::TStringStart => Flavor::Template,
            _ if body_of(self.text(self.token())).bytes => Flavor::Bytes,
            _ => Flavor::Plain,
        }
    }

    /// Reads the literals that follow and forgets them.
    fn skip_strings(&mut self) -> Parse<()> {
        let mut ignored = Parts::default();
        loop {
            match self.kind() {
                TokenKind::String => self.plain_string(&mut ignored)?,
                TokenKind::FStringStart => self.formatted_string(&mut ignored)?,
                _ => return Ok(()),
            }
        }
    }

    /// A literal that is one token.
    fn plain_string(&mut self, parts: &mut Parts) -> Parse<()> {
        let token = self.advance();
        let body = body_of(self.text(token));
        parts.extend_range(token.range);
        if body.bytes && !body.text.is_ascii() {
            return self.fail(ErrorKind::Syntax, "bytes can only contain ASCII literal characters", token.range);
        }
        let mut decoder = Decoder { options: self.options, warnings: Some((&mut self.lexer.warnings, token.range)) };
        let result = if body.bytes {
            decoder.bytes(body.text, body.raw, &mut parts.text)
        } else {
            decoder.string(body.text, body.raw, &mut parts.text)
        };
        result.or_else(|message| self.fail(ErrorKind::Syntax, message, token.range))
    }

    /// An f-string or t-string, from its start to its end.
    fn formatted_string(&mut self, parts: &mut Parts) -> Parse<()> {
        self.enter()?;
        let start = self.advance();
        let is_template = start.kind == TokenKind::TStringStart;
        let raw = self.text(start).contains(['r', 'R']);
        // Escapes are decoded when the whole string is known to be well formed, so errors are reported at its end.
        let mut failure = None;
        loop {
            match self.kind() {
                TokenKind::FStringMiddle | TokenKind::TStringMiddle => {
                    let token = self.advance();
                    if let Err(message) = self.decode_middle(token, raw, parts) {
                        failure.get_or_insert(message);
                    }
                }
                TokenKind::LeftBrace => self.field(parts, is_template, raw)?,
                TokenKind::FStringEnd | TokenKind::TStringEnd => break,
                _ => return Err(Invalid),
            }
        }
        let end = self.advance();
        self.leave();
        match failure {
            Some(message) => self.fail(ErrorKind::Syntax, message, end.range),
            None => Ok(()),
        }
    }

    /// Appends the text of a token between fields.
    fn decode_middle(&mut self, token: Token, raw: bool, parts: &mut Parts) -> Result<(), String> {
        let text = self.text(token);
        let mut decoded = Vec::new();
        // The lexer has warned about backslashes in front of braces, which end the text.
        let warned = text.ends_with('\\') || text.ends_with("\\{") || text.ends_with("\\}");
        let warnings = if warned { None } else { Some((&mut self.lexer.warnings, token.range)) };
        let mut decoder = Decoder { options: self.options, warnings };
        // A backslash in front of a brace stands for itself.
        let lone =
            !raw && text.ends_with('\\') && text.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        let whole = if lone { text.get(..text.len() - 1).unwrap_or("") } else { text };
        decoder.string(whole, raw, &mut decoded)?;
        if lone {
            decoded.push(b'\\');
        }
        // A doubled brace is one character of the text but two of the source.
        let behind = self.lexer.source().text().as_bytes().get(token.range.end as usize);
        let brace = text.bytes().last().filter(|byte| matches!(byte, b'{' | b'}'));
        let doubled = u32::from(brace.is_some() && brace.as_ref() == behind);
        parts.push_text(&decoded, SourceRange::new(token.range.start, token.range.end + doubled));
        Ok(())
    }

    /// `fstring_replacement_field`
    fn field(&mut self, parts: &mut Parts, is_template: bool, raw: bool) -> Parse<()> {
        let brace = self.advance();
        let start = brace.range.start;
        let value = self.yield_or_star_expressions()?;
        let expression_end = self.token().range.start;
        let is_debug = self.accept(TokenKind::Equal);
        let text_end = self.start();
        let conversion = self.opt_conversion(is_template)?;
        let conversion_given = conversion.is_some();
        let format_spec = if self.at(TokenKind::Colon) { Some(self.format_spec(raw)?) } else { None };
        self.expect(TokenKind::RightBrace)?;
        let mut conversion = self.conversion(conversion, is_template)?;
        if is_debug {
            let text = self.field_text(brace.range.end, text_end);
            parts.push_text(&text, SourceRange::new(start + 1, text_end));
            if !conversion_given && format_spec.is_none() {
                conversion = Conversion::Repr;
            }
        }
        let kind = if is_template {
            let text = self.field_text(brace.range.end, if is_debug { expression_end } else { text_end });
            let text = trim_end(&text).into();
            ExpressionKind::Interpolation(Box::new(Interpolation { value, text, conversion, format_spec }))
        } else {
            ExpressionKind::FormattedValue(Box::new(FormattedValue { value, conversion, format_spec }))
        };
        // A field, and the text in front of it.
        if parts.values.len() + 2 > parts.values.capacity() {
            self.check_machine(2 * parts.values.len() * size_of::<Expression>())?;
        }
        parts.push_field(self.node(kind, start));
        Ok(())
    }

    /// `fstring_conversion`, which may be absent: the name behind the exclamation mark.
    fn opt_conversion(&mut self, is_template: bool) -> Parse<Option<Token>> {
        if !self.at(TokenKind::Exclamation) {
            return Ok(None);
        }
        let mark = self.advance();
        let name = self.expect(TokenKind::Name)?;
        if mark.range.end != name.range.start {
            return self.fail(ErrorKind::Syntax, detached_conversion(is_template), mark.range.to(name.range));
        }
        Ok(Some(name))
    }

    /// What a conversion means, which is looked at when the whole field is known to be well formed.
    fn conversion(&mut self, name: Option<Token>, is_template: bool) -> Parse<Conversion> {
        let Some(name) = name else { return Ok(Conversion::None) };
        match conversion_named(self.text(name)) {
            Some(conversion) => Ok(conversion),
            None => {
                let message = unknown_conversion(self.text(name), is_template);
                self.fail(ErrorKind::Syntax, message, name.range)
            }
        }
    }

    /// `fstring_full_format_spec`
    fn format_spec(&mut self, raw: bool) -> Parse<Expression> {
        self.enter()?;
        let start = self.start();
        self.advance();
        let mut parts = Parts::default();
        loop {
            match self.kind() {
                TokenKind::FStringMiddle | TokenKind::TStringMiddle => {
                    let token = self.advance();
                    if let Err(message) = self.decode_middle(token, raw, &mut parts) {
                        return self.fail(ErrorKind::Syntax, message, token.range);
                    }
                }
                // Fields within a format are formatted even in a t-string.
                TokenKind::LeftBrace => self.field(&mut parts, false, raw)?,
                _ => break,
            }
        }
        self.leave();
        Ok(self.node(ExpressionKind::JoinedStr(parts.finish()), start))
    }

    /// The source between two offsets, without comments: what `=` shows and what an interpolation remembers.
    fn field_text(&self, start: u32, end: u32) -> Vec<u8> {
        let text = self.lexer.source().slice(SourceRange::new(start, end));
        if !text.contains('#') { text.as_bytes().to_vec() } else { without_comments(text) }
    }
}

/// Takes comments out of an expression's text.
fn without_comments(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut quote = None;
    let mut in_comment = false;
    for byte in text.bytes() {
        match (byte, quote) {
            (b'\n', _) => in_comment = false,
            _ if in_comment => continue,
            (b'\'' | b'"', None) => quote = Some(byte),
            (b'\'' | b'"', Some(open)) if open == byte => quote = None,
            (b'#', None) => {
                in_comment = true;
                continue;
            }
            _ => {}
        }
        out.push(byte);
    }
    out
}

fn trim_end(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !byte.is_ascii_whitespace() && *byte != 0x0B).map_or(0, |last| last + 1);
    text.get(..end).unwrap_or(text)
}

/// The conversion behind an exclamation mark.
pub(crate) fn conversion_named(name: &str) -> Option<Conversion> {
    Some(match name {
        "s" => Conversion::Str,
        "r" => Conversion::Repr,
        "a" => Conversion::Ascii,
        _ => return None,
    })
}

/// The message for a conversion that there is not.
pub(crate) fn unknown_conversion(name: &str, is_template: bool) -> String {
    let letter = if is_template { 't' } else { 'f' };
    format!("{letter}-string: invalid conversion character '{name}': expected 's', 'r', or 'a'")
}

/// The message for blanks in front of a conversion. The misspelling is CPython's.
pub(crate) fn detached_conversion(is_template: bool) -> String {
    let letter = if is_template { 't' } else { 'f' };
    format!("{letter}-string: conversion type must come right after the exclamanation mark")
}

/// What is wrong with the value of a string literal that is one token, if anything is.
pub(crate) fn string_error(token: &str, options: &Options) -> Option<String> {
    let body = body_of(token);
    let mut decoder = Decoder { options, warnings: None };
    let mut ignored = Vec::new();
    if !body.bytes {
        return decoder.string(body.text, body.raw, &mut ignored).err();
    }
    if !body.text.is_ascii() {
        return Some(String::from("bytes can only contain ASCII literal characters"));
    }
    decoder.bytes(body.text, body.raw, &mut ignored).err()
}
