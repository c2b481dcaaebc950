//! A format specification, read: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`.

use super::FormatError;

/// Where the value stands in a wider field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: at the right, with the padding behind the sign.
    AfterSign,
}

impl Align {
    const fn from_char(character: char) -> Option<Self> {
        match character {
            '<' => Some(Self::Left),
            '>' => Some(Self::Right),
            '^' => Some(Self::Center),
            '=' => Some(Self::AfterSign),
            _ => None,
        }
    }
}

/// What stands before a number that isn't negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `-`: nothing.
    Minus,
    /// `+`: a plus.
    Plus,
    /// A space.
    Space,
}

/// What stands between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// `,`
    Comma,
    /// `_`
    Underscore,
}

impl Grouping {
    /// The separator.
    #[must_use]
    pub const fn separator(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Underscore => '_',
        }
    }
}

/// The kind of value: it decides the default alignment and type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// `str`: to the left, type `s`.
    Text,
    /// `int`: to the right, type `d`.
    Integer,
    /// `float`: to the right, a type of its own that has no letter.
    Float,
    /// `complex`, likewise.
    Complex,
}

/// A specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// What fills a field wider than the value.
    pub fill: char,
    /// Where the value stands in it.
    pub align: Align,
    /// What stands before numbers.
    pub sign: Option<Sign>,
    /// `z`: a zero that comes from rounding a negative number loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least number of characters.
    pub width: usize,
    /// Separators before the point.
    pub grouping: Option<Grouping>,
    /// Decimals, digits, or the greatest number of characters.
    pub precision: Option<usize>,
    /// Separators behind the point.
    pub fraction_grouping: Option<Grouping>,
    /// The type, or the default of the kind of value; nothing for a float's own.
    pub code: Option<char>,
}

impl FormatSpec {
    /// What an empty specification means.
    #[must_use]
    pub const fn default_for(target: Target) -> Self {
        let (align, code) = match target {
            Target::Text => (Align::Left, Some('s')),
            Target::Integer => (Align::Right, Some('d')),
            Target::Float | Target::Complex => (Align::Right, None),
        };
        Self {
            fill: ' ',
            align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            fraction_grouping: None,
            code,
        }
    }

    /// Reads a specification of ASCII characters, as [`FormatSpec::parse`] does; nothing for others, for wrong ones, and
    /// for those with separators or with flags that few have.
    #[must_use]
    pub fn parse_plain(text: &[u8], target: Target) -> Option<Self> {
        let mut spec = Self::default_for(target);
        let mut rest = text;
        let mut filled = Filled::No;
        if let [fill @ ..0x80, align, after @ ..] = rest
            && let Some(align) = Align::from_char(char::from(*align))
        {
            (spec.fill, spec.align, rest, filled) = (char::from(*fill), align, after, Filled::Fill);
        } else if let [align, after @ ..] = rest
            && let Some(align) = Align::from_char(char::from(*align))
        {
            (spec.align, rest, filled) = (align, after, Filled::AlignOnly);
        }
        if let [sign @ (b'-' | b'+' | b' '), after @ ..] = rest {
            spec.sign = Some(match sign {
                b'-' => Sign::Minus,
                b'+' => Sign::Plus,
                _ => Sign::Space,
            });
            rest = after;
        }
        if let [b'#', after @ ..] = rest {
            (spec.alternate, rest) = (true, after);
        }
        if let [b'0', after @ ..] = rest
            && filled != Filled::Fill
        {
            (spec.fill, rest) = ('0', after);
            if filled == Filled::No && spec.align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        (spec.width, rest) = few_digits(rest)?;
        if let [b'.', after @ ..] = rest {
            let (precision, behind) = few_digits(after)?;
            if behind.len() == after.len() {
                return None;
            }
            (spec.precision, rest) = (Some(precision), behind);
        }
        match *rest {
            [] => {}
            [code] if code.is_ascii_alphabetic() && code != b'z' || code == b'%' => spec.code = Some(char::from(code)),
            _ => return None,
        }
        Some(spec)
    }

    /// Reads a specification for a kind of value.
    pub fn parse(text: &str, target: Target) -> Result<Self, FormatError> {
        let mut spec = Self::default_for(target);
        let mut rest = Reader(text);
        let filled = spec.read_alignment(&mut rest);
        spec.sign = rest.take(|character| match character {
            '-' => Some(Sign::Minus),
            '+' => Some(Sign::Plus),
            ' ' => Some(Sign::Space),
            _ => None,
        });
        spec.no_negative_zero = rest.skip('z');
        spec.alternate = rest.skip('#');
        if filled != Filled::Fill && rest.skip('0') {
            spec.fill = '0';
            if filled == Filled::No && spec.align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = rest.number()?.unwrap_or(0);
        spec.grouping = rest.grouping()?;
        if rest.skip('.') {
            spec.precision = rest.number()?;
            spec.fraction_grouping = rest.grouping()?;
            if spec.precision.is_none() && spec.fraction_grouping.is_none() {
                return Err(FormatError::MissingPrecision);
            }
        }
        spec.code = rest.take(Some).or(spec.code);
        if !rest.0.is_empty() {
            return Err(FormatError::Invalid);
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    fn read_alignment(&mut self, rest: &mut Reader<'_>) -> Filled {
        let mut characters = rest.0.chars();
        let (first, after_first) = (characters.next(), characters.as_str());
        let (second, after_second) = (characters.next(), characters.as_str());
        if let (Some(fill), Some(align)) = (first, second.and_then(Align::from_char)) {
            (self.fill, self.align, rest.0) = (fill, align, after_second);
            return Filled::Fill;
        }
        if let Some(align) = first.and_then(Align::from_char) {
            (self.align, rest.0) = (align, after_first);
            return Filled::AlignOnly;
        }
        Filled::No
    }

    /// Separators go with some types only.
    fn check_grouping(&self) -> Result<(), FormatError> {
        let code = self.code.unwrap_or('d');
        if let Some(grouping) = self.grouping {
            let allowed = match code {
                'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => true,
                'b' | 'o' | 'x' | 'X' => grouping == Grouping::Underscore,
                _ => false,
            };
            if !allowed {
                return Err(FormatError::SeparatorWith(grouping.separator(), code));
            }
        }
        match self.fraction_grouping {
            Some(grouping) if code == 'n' => Err(FormatError::SeparatorWith(grouping.separator(), code)),
            _ => Ok(()),
        }
    }
}

/// A number of a few decimal digits, 0 for none, and what is behind it; nothing if it has more.
fn few_digits(text: &[u8]) -> Option<(usize, &[u8])> {
    const MOST: usize = 8;
    let (mut number, mut rest) = (0usize, text);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number.saturating_mul(10).saturating_add(usize::from(digit.wrapping_sub(b'0')));
        rest = after;
    }
    (text.len().saturating_sub(rest.len()) <= MOST).then_some((number, rest))
}

/// What a specification says about fill and alignment.
#[derive(PartialEq, Eq)]
enum Filled {
    No,
    AlignOnly,
    Fill,
}

/// The rest of the text.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    /// Takes the next character if the function makes something of it.
    fn take<T>(&mut self, function: impl Fn(char) -> Option<T>) -> Option<T> {
        let mut characters = self.0.chars();
        let taken = function(characters.next()?)?;
        self.0 = characters.as_str();
        Some(taken)
    }

    fn skip(&mut self, expected: char) -> bool {
        self.take(|character| (character == expected).then_some(())).is_some()
    }

    /// Decimal digits, if there are any.
    fn number(&mut self) -> Result<Option<usize>, FormatError> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.take(|character| character.to_digit(10)) {
            let grown = number.unwrap_or(0).checked_mul(10).and_then(|number| number.checked_add(digit as usize));
            // The limit is that of a signed size.
            number = Some(grown.filter(|grown| *grown <= usize::MAX / 2).ok_or(FormatError::TooManyDigits)?);
        }
        Ok(number)
    }

    fn grouping(&mut self) -> Result<Option<Grouping>, FormatError> {
        let next = |reader: &mut Self| {
            reader.take(|character| match character {
                ',' => Some(Grouping::Comma),
                '_' => Some(Grouping::Underscore),
                _ => None,
            })
        };
        let grouping = next(self);
        if let Some(first) = grouping
            && self.0.starts_with([',', '_'])
            && !self.0.starts_with(first.separator())
        {
            return Err(FormatError::BothSeparators);
        }
        Ok(grouping)
    }
}
