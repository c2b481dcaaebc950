//! What can be wrong with a specification, in CPython's words.

use crate::integer::IntegerError;
use crate::natural::OutOfMemory;
use alloc::format;
use alloc::string::String;

/// Why a value can't be formatted. All are `ValueError`, except as [`FormatError::is_overflow`],
/// [`FormatError::is_memory`] and [`FormatError::is_interrupt`] say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// Something follows the type.
    Invalid,
    /// A point without digits behind it.
    MissingPrecision,
    /// A width or precision beyond the range of a machine integer.
    TooManyDigits,
    /// Both kinds of separators.
    BothSeparators,
    /// The separator doesn't go with the type.
    SeparatorWith(char, char),
    /// The type is none of those for this value.
    UnknownCode(char),
    /// A text with a sign.
    SignInText,
    /// A text with a space for its sign.
    SpaceInText,
    /// A text with `z`.
    CoercionInText,
    /// A text with `#`.
    AlternateInText,
    /// A text with `=`.
    AlignInText,
    /// An integer with `z`.
    CoercionInInteger,
    /// An integer with a precision.
    PrecisionInInteger,
    /// A character with a sign.
    SignInCharacter,
    /// A character with `#`.
    AlternateInCharacter,
    /// A number that is no character.
    CharacterRange,
    /// A number that is no character by far.
    CharacterTooLarge,
    /// A character that is half of a surrogate pair, which the result can't hold: the caller pads it as a text.
    Surrogate(u32),
    /// A complex number with zero padding.
    ZeroInComplex,
    /// A complex number with `=`.
    AlignInComplex,
    /// A precision that no float has.
    PrecisionTooBig,
    /// The integer is beyond the range of floats.
    TooLargeForFloat,
    /// The allocator refused.
    OutOfMemory,
    /// The watch said to stop: the caller's interrupt is still to be taken.
    Interrupted,
}

impl FormatError {
    /// Whether it is an `OverflowError`.
    #[must_use]
    pub const fn is_overflow(self) -> bool {
        matches!(self, Self::CharacterRange | Self::CharacterTooLarge | Self::TooLargeForFloat)
    }

    /// Whether it is a `MemoryError`.
    #[must_use]
    pub const fn is_memory(self) -> bool {
        matches!(self, Self::OutOfMemory)
    }

    /// Whether it is a `KeyboardInterrupt`.
    #[must_use]
    pub const fn is_interrupt(self) -> bool {
        matches!(self, Self::Interrupted)
    }

    /// The message for a specification and the name of the value's type.
    #[must_use]
    pub fn message(self, spec: &str, type_name: &str) -> String {
        let text = match self {
            Self::Invalid => return format!("Invalid format specifier '{spec}' for object of type '{type_name}'"),
            Self::UnknownCode(code) => {
                return format!("Unknown format code '{}' for object of type '{type_name}'", shown(code));
            }
            Self::SeparatorWith(separator, code) => {
                return format!("Cannot specify '{separator}' with '{}'.", shown(code));
            }
            Self::MissingPrecision => "Format specifier missing precision",
            Self::TooManyDigits => "Too many decimal digits in format string",
            Self::BothSeparators => "Cannot specify both ',' and '_'.",
            Self::SignInText => "Sign not allowed in string format specifier",
            Self::SpaceInText => "Space not allowed in string format specifier",
            Self::CoercionInText => "Negative zero coercion (z) not allowed in string format specifier",
            Self::AlternateInText => "Alternate form (#) not allowed in string format specifier",
            Self::AlignInText => "'=' alignment not allowed in string format specifier",
            Self::CoercionInInteger => "Negative zero coercion (z) not allowed in integer format specifier",
            Self::PrecisionInInteger => "Precision not allowed in integer format specifier",
            Self::SignInCharacter => "Sign not allowed with integer format specifier 'c'",
            Self::AlternateInCharacter => "Alternate form (#) not allowed with integer format specifier 'c'",
            Self::CharacterRange | Self::Surrogate(_) => "%c arg not in range(0x110000)",
            Self::CharacterTooLarge => "Python int too large to convert to C long",
            Self::ZeroInComplex => "Zero padding is not allowed in complex format specifier",
            Self::AlignInComplex => "'=' alignment flag is not allowed in complex format specifier",
            Self::PrecisionTooBig => "precision too big",
            Self::TooLargeForFloat => IntegerError::TooLargeForFloat.message(),
            Self::OutOfMemory | Self::Interrupted => "",
        };
        String::from(text)
    }
}

/// A type code as messages show it: itself, or its number if it is no plain character.
fn shown(code: char) -> String {
    if matches!(code, '!'..='\x7f') { String::from(code) } else { format!("\\x{:x}", u32::from(code)) }
}

impl From<OutOfMemory> for FormatError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

impl From<IntegerError> for FormatError {
    fn from(error: IntegerError) -> Self {
        match error {
            IntegerError::TooLargeForFloat => Self::TooLargeForFloat,
            IntegerError::Interrupted => Self::Interrupted,
            _ => Self::OutOfMemory,
        }
    }
}
