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
    match NEAR_CATEGORIES.get(code as usize) {
        Some(&number) => CATEGORIES.get(usize::from(number)).map_or(Category::Unassigned, |(category, _)| *category),
        None => run(code).0,
    }
}

/// The first code points have tables of their own, so that most texts need no search: up to the Cyrillic ones, on boards up to
/// the Latin ones, which saves 5 KB of flash.
pub(crate) const NEAR: usize = if cfg!(target_os = "none") { 0x180 } else { 0x530 };

static NEAR_CATEGORIES: [u8; NEAR] = near_categories();

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn near_categories() -> [u8; NEAR] {
    let mut categories = [0; NEAR];
    let (mut code, mut row) = (0, 0);
    while code < categories.len() {
        while RUNS[row + 1] >> 8 <= code as u32 {
            row += 1;
        }
        let category = (RUNS[row] & 0xff) as u8;
        // Beyond the table's end: upper and lower case letters in turn.
        let in_turn = category as usize >= CATEGORIES.len();
        categories[code] = if in_turn { (code as u32 - (RUNS[row] >> 8)) as u8 & 1 } else { category };
        code += 1;
    }
    categories
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
