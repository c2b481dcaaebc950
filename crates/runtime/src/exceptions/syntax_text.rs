//! How a `SyntaxError` shows its place: the file, the line, carets under what is wrong; and the keyword that may have
//! been meant.

use crate::builtins::compile::syntax_field;
use crate::{Isolate, Value};
use alloc::format;
use alloc::string::String;

/// What is shown of a syntax error.
#[derive(Default)]
pub(super) struct SyntaxText {
    /// The place, whole lines.
    pub(super) place: String,
    /// The message, with what follows it.
    pub(super) message: String,
}

/// Where on its line the error is, counted in characters from 1.
struct Span {
    text: String,
    offset: Option<i64>,
    end_offset: i64,
    one_line: bool,
}

impl Isolate {
    /// The text of a syntax error. Its attributes may have been set to anything.
    pub(super) fn syntax_text(&mut self, exception: Value) -> SyntaxText {
        let part = |iso: &Isolate, index: usize| iso.heap.field(exception, index);
        let text_of = |iso: &mut Isolate, value: Value| iso.text_or(value, Isolate::str, "");
        let number = |iso: &Isolate, index: usize| iso.as_i64(part(iso, index));
        let mut shown = SyntaxText::default();
        let (line, filename) = (part(self, syntax_field::LINENO), part(self, syntax_field::FILENAME));
        let suffix = match (line.is_none(), filename.is_none()) {
            (true, true) => String::new(),
            (true, false) => format!(" ({})", text_of(self, filename)),
            (false, unnamed) => {
                let name = if unnamed { "<string>".into() } else { text_of(self, filename) };
                let line = text_of(self, line);
                shown.place = format!("  File \"{name}\", line {line}\n");
                String::new()
            }
        };
        let suggestion = self.keyword_suggestion(exception);
        let source = part(self, syntax_field::TEXT);
        let span = if let Some(suggestion) = &suggestion {
            let (start, end) = (suggestion.start as i64, suggestion.end as i64);
            let text = suggestion.line.clone();
            Some(Span {
                text,
                offset: Some(start.saturating_add(1)),
                end_offset: end.saturating_add(1),
                one_line: true,
            })
        } else if self.as_str(source).is_some() {
            let line = number(self, syntax_field::LINENO);
            let one_line = line.is_some() && line == number(self, syntax_field::END_LINENO);
            let offset = number(self, syntax_field::OFFSET);
            let end_offset = number(self, syntax_field::END_OFFSET).filter(|&end| end != 0);
            let end_offset = end_offset.unwrap_or(offset.unwrap_or(0));
            Some(Span { text: self.name_text(source), offset, end_offset, one_line })
        } else {
            None
        };
        if let Some(span) = span {
            push_line_and_carets(&mut shown.place, &span);
        }
        let message = part(self, syntax_field::MSG);
        shown.message = match suggestion {
            Some(suggestion) => format!("invalid syntax. Did you mean '{}'?", suggestion.keyword),
            None if message.is_none() => String::from("<no detail available>"),
            None => text_of(self, message),
        };
        shown.message.push_str(&suffix);
        shown
    }

    /// The keyword that may have been meant, found in the code that the compiler left with the error.
    fn keyword_suggestion(&mut self, exception: Value) -> Option<ferropy_syntax::KeywordSuggestion> {
        let code = self.heap.field(exception, syntax_field::SUSPECT_CODE);
        let message = self.heap.field(exception, syntax_field::MSG);
        if !self.heap.is_str(code) || !self.heap.is_str(message) {
            return None;
        }
        let message = self.name_text(message);
        if message != "invalid syntax" && !message.contains("Perhaps you forgot a comma") {
            return None;
        }
        ferropy_syntax::suggest_keyword(&self.name_text(code), &ferropy_syntax::Options::default())
    }
}

/// The line without its indentation, and the carets below it.
fn push_line_and_carets(place: &mut String, span: &Span) {
    let source = span.text.trim_end_matches('\n');
    let shown = source.trim_start_matches([' ', '\n', '\u{c}']);
    place.push_str(&format!("    {shown}\n"));
    let Some(mut offset) = span.offset else { return };
    let length = |text: &str| text.chars().count() as i64;
    let mut end = if span.one_line { span.end_offset } else { length(source).saturating_add(1) };
    let most = length(&span.text);
    if !span.text.is_empty() && offset > most {
        offset = most.saturating_add(1);
        end = end.max(offset);
    }
    if offset == end || end == -1 {
        end = offset.saturating_add(1);
    }
    let indentation = length(source) - length(shown);
    let Ok(start) = usize::try_from(offset.saturating_sub(1).saturating_sub(indentation)) else { return };
    // Tabs stay tabs, so that the carets stand below what they mean. A program may have set any number.
    let width = end.saturating_sub(offset).clamp(0, most.saturating_add(1)) as usize;
    let blanks = shown.chars().take(start).map(|character| if character.is_whitespace() { character } else { ' ' });
    place.push_str("    ");
    place.extend(blanks);
    place.extend(core::iter::repeat_n('^', width));
    place.push('\n');
}
