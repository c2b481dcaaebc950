//! Texts in a field.

use super::layout::{push, repeat};
use super::{Align, FormatError, FormatSpec, Sign};
use alloc::string::String;

/// How much of a text is shown, and what stands around it; all in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLayout {
    /// Fill before the text.
    pub left: usize,
    /// How many characters of the text are shown.
    pub shown: usize,
    /// Fill behind the text.
    pub right: usize,
}

impl TextLayout {
    /// Lays out a text of so many characters.
    pub const fn new(characters: usize, spec: &FormatSpec) -> Result<Self, FormatError> {
        match spec.code {
            None | Some('s') => {}
            Some(code) => return Err(FormatError::UnknownCode(code)),
        }
        match spec.sign {
            None => {}
            Some(Sign::Space) => return Err(FormatError::SpaceInText),
            Some(_) => return Err(FormatError::SignInText),
        }
        if spec.no_negative_zero {
            return Err(FormatError::CoercionInText);
        }
        if spec.alternate {
            return Err(FormatError::AlternateInText);
        }
        let shown = match spec.precision {
            Some(most) if most < characters => most,
            _ => characters,
        };
        let padding = spec.width.saturating_sub(shown);
        let (left, right) = match spec.align {
            Align::Left => (0, padding),
            Align::Right => (padding, 0),
            Align::Center => (padding / 2, padding.div_ceil(2)),
            Align::AfterSign => return Err(FormatError::AlignInText),
        };
        Ok(Self { left, shown, right })
    }
}

/// Formats a text.
pub fn format_text(text: &str, spec: &FormatSpec) -> Result<String, FormatError> {
    let layout = TextLayout::new(text.chars().count(), spec)?;
    let end = text.char_indices().nth(layout.shown).map_or(text.len(), |(end, _)| end);
    let mut out = String::new();
    repeat(&mut out, spec.fill, layout.left)?;
    push(&mut out, text.get(..end).unwrap_or(text))?;
    repeat(&mut out, spec.fill, layout.right)?;
    Ok(out)
}
