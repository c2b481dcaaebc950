//! General categories.

use crate::tables::category::RUNS;

/// The general category of a code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Unicode's own and its standard explains them")]
pub enum Category {
    UppercaseLetter,
    LowercaseLetter,
    TitlecaseLetter,
    ModifierLetter,
    OtherLetter,
    NonspacingMark,
    SpacingMark,
    EnclosingMark,
    DecimalNumber,
    LetterNumber,
    OtherNumber,
    ConnectorPunctuation,
    DashPunctuation,
    OpenPunctuation,
    ClosePunctuation,
    InitialPunctuation,
    FinalPunctuation,
    OtherPunctuation,
    MathSymbol,
    CurrencySymbol,
    ModifierSymbol,
    OtherSymbol,
    SpaceSeparator,
    LineSeparator,
    ParagraphSeparator,
    Control,
    Format,
    Surrogate,
    PrivateUse,
    Unassigned,
}

/// All categories in the order of the table, with their two letters.
const CATEGORIES: [(Category, &str); 30] = [
    (Category::UppercaseLetter, "Lu"),
    (Category::LowercaseLetter, "Ll"),
    (Category::TitlecaseLetter, "Lt"),
    (Category::ModifierLetter, "Lm"),
    (Category::OtherLetter, "Lo"),
    (Category::NonspacingMark, "Mn"),
    (Category::SpacingMark, "Mc"),
    (Category::EnclosingMark, "Me"),
    (Category::DecimalNumber, "Nd"),
    (Category::LetterNumber, "Nl"),
    (Category::OtherNumber, "No"),
    (Category::ConnectorPunctuation, "Pc"),
    (Category::DashPunctuation, "Pd"),
    (Category::OpenPunctuation, "Ps"),
    (Category::ClosePunctuation, "Pe"),
    (Category::InitialPunctuation, "Pi"),
    (Category::FinalPunctuation, "Pf"),
    (Category::OtherPunctuation, "Po"),
    (Category::MathSymbol, "Sm"),
    (Category::CurrencySymbol, "Sc"),
    (Category::ModifierSymbol, "Sk"),
    (Category::OtherSymbol, "So"),
    (Category::SpaceSeparator, "Zs"),
    (Category::LineSeparator, "Zl"),
    (Category::ParagraphSeparator, "Zp"),
    (Category::Control, "Cc"),
    (Category::Format, "Cf"),
    (Category::Surrogate, "Cs"),
    (Category::PrivateUse, "Co"),
    (Category::Unassigned, "Cn"),
];

impl Category {
    /// The two letters, as `unicodedata.category` gives them.
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        CATEGORIES.get(self as usize).map_or("Cn", |(_, letters)| letters)
    }

    /// Whether it is a letter: `Lu`, `Ll`, `Lt`, `Lm` or `Lo`.
    #[must_use]
    pub const fn is_letter(self) -> bool {
        (self as u8) <= Self::OtherLetter as u8
    }
}

/// The general category of a code point; `Cn` beyond the last.
#[must_use]
pub fn category(code: u32) -> Category {
    run(code).0
}

/// The category, and how far the code point is from the start of its run.
pub(crate) fn run(code: u32) -> (Category, u32) {
    if code > 0x10_ffff {
        return (Category::Unassigned, 0);
    }
    let after = RUNS.partition_point(|row| row >> 8 <= code);
    let row = after.checked_sub(1).and_then(|index| RUNS.get(index)).copied().unwrap_or(0);
    let distance = code.wrapping_sub(row >> 8);
    let category = match CATEGORIES.get((row & 0xff) as usize) {
        Some((category, _)) => *category,
        None if distance.is_multiple_of(2) => Category::UppercaseLetter,
        None => Category::LowercaseLetter,
    };
    (category, distance)
}
