//! `strftime` and `asctime`: fields as text, in the C locale, with the flags, widths and modifiers that the GNU C
//! library knows. What is no directive stays as it is.
//!
//! ```text
//! % [flags _-0+^#] [width] [modifier E O] directive
//! ```

use super::calendar::Fields;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What directives need beside the fields, asked for only where one needs it.
pub(super) trait Zone {
    /// The name of the zone.
    fn name(&mut self, fields: &Fields) -> String;
    /// Seconds since 1970 of fields read as local time.
    fn seconds(&mut self, fields: &Fields) -> i64;
}

/// What stands between `%` and the directive.
#[derive(Clone, Copy, Default)]
struct Shape {
    pad: Option<u8>,
    width: usize,
    upper: bool,
    swap: bool,
    modifier: Option<u8>,
}

/// A directive's output before it is padded.
enum Piece {
    Text(String),
    /// Text whose small letters stay small.
    Small(String),
    /// Hours and minutes as one number, with a sign before it in any case.
    Signed(i64),
    /// A number, the fewest digits it is shown with, and what fills them up.
    Number(i64, usize, u8),
    /// Directives that this one stands for.
    Format(&'static str),
    Unknown,
}

fn long_name<'a>(names: &[&'a str], index: i64) -> &'a str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or("?")
}

fn short_name<'a>(names: &[&'a str], index: i64) -> &'a str {
    let name = long_name(names, index);
    name.get(..3).unwrap_or(name)
}

/// The fields as `asctime()` shows them.
pub(super) fn asctime(fields: &Fields) -> String {
    format!(
        "{} {}{:3} {:02}:{:02}:{:02} {}",
        short_name(&DAYS, fields.weekday),
        short_name(&MONTHS, fields.month - 1),
        fields.day,
        fields.hour,
        fields.minute,
        fields.second,
        fields.year
    )
}

/// The fields in a format. As in CPython, nothing comes of a result that is hundreds of times as long as its format.
pub(super) fn strftime(format: &[u8], fields: &Fields, zone: &mut dyn Zone) -> Vec<u8> {
    let most = format.len().saturating_mul(256).max(1024).checked_next_power_of_two().unwrap_or(usize::MAX);
    let mut writer = Writer { out: Vec::new(), most, fields, zone };
    writer.format(format, false);
    if writer.out.len() < most { writer.out } else { Vec::new() }
}

struct Writer<'a> {
    out: Vec<u8>,
    /// The result is thrown away if it gets as long as this.
    most: usize,
    fields: &'a Fields,
    zone: &'a mut dyn Zone,
}

impl Writer<'_> {
    fn format(&mut self, format: &[u8], upper: bool) {
        let mut rest = format;
        while let Some((&first, after)) = rest.split_first() {
            if self.out.len() >= self.most {
                return;
            }
            if first == b'%' {
                rest = self.directive(rest, after, upper);
            } else {
                self.out.push(first);
                rest = after;
            }
        }
    }

    /// Writes the directive that `whole` begins with, `after` being behind its `%`; gives what follows it.
    fn directive<'f>(&mut self, whole: &'f [u8], after: &'f [u8], upper: bool) -> &'f [u8] {
        let mut shape = Shape { upper, ..Shape::default() };
        let mut rest = after;
        while let Some((&flag, after)) = rest.split_first() {
            match flag {
                b'_' | b'-' | b'0' | b'+' => shape.pad = Some(flag),
                b'^' => shape.upper = true,
                b'#' => shape.swap = true,
                _ => break,
            }
            rest = after;
        }
        while let Some((&digit @ b'0'..=b'9', after)) = rest.split_first() {
            shape.width = shape.width.saturating_mul(10).saturating_add(usize::from(digit - b'0')).min(self.most);
            rest = after;
        }
        if let Some((&modifier @ (b'E' | b'O'), after)) = rest.split_first() {
            shape.modifier = Some(modifier);
            rest = after;
        }
        let (piece, rest) = match rest.split_first() {
            Some((&directive, after)) => (self.piece(directive, shape), after),
            None => (Piece::Unknown, rest),
        };
        match piece {
            Piece::Number(value, digits, pad) => self.number(shape, value, digits, pad),
            Piece::Text(text) => {
                let text = if shape.upper { text.to_ascii_uppercase() } else { text };
                self.text(shape, text.as_bytes());
            }
            Piece::Small(text) => self.text(shape, text.as_bytes()),
            Piece::Signed(value) => {
                // The GNU C library gives the width to the sign and to the number.
                self.text(shape, if value < 0 { b"-" } else { b"+" });
                self.number(shape, value.abs(), 4, b'0');
            }
            Piece::Format(format) => {
                let before = self.out.len();
                self.format(format.as_bytes(), shape.upper);
                let text = self.out.split_off(before);
                self.text(shape, &text);
            }
            Piece::Unknown => {
                let length = whole.len() - rest.len();
                let mut text = whole.get(..length).unwrap_or(whole).to_vec();
                if shape.upper {
                    text.make_ascii_uppercase();
                }
                self.text(shape, &text);
            }
        }
        rest
    }

    fn piece(&mut self, directive: u8, shape: Shape) -> Piece {
        use Piece::{Format, Number, Signed, Small, Text, Unknown};
        let unfit: &[u8] = match shape.modifier {
            Some(b'E') => b"aAbBhdDeFgGHIjklmMSUVwW",
            Some(_) => b"aAcDFxXY",
            None => b"",
        };
        if unfit.contains(&directive) {
            return Unknown;
        }
        let fields = self.fields;
        let hour12 = (fields.hour + 11).rem_euclid(12) + 1;
        let sunday_first = (fields.weekday + 1) % 7;
        // What `#` does to names that are not all capitals.
        let name = |name: &str| Text(if shape.swap { name.to_ascii_uppercase() } else { name.to_string() });
        match directive {
            b'a' => name(short_name(&DAYS, fields.weekday)),
            b'A' => name(long_name(&DAYS, fields.weekday)),
            b'b' | b'h' => name(short_name(&MONTHS, fields.month - 1)),
            b'B' => name(long_name(&MONTHS, fields.month - 1)),
            b'c' => Format("%a %b %e %H:%M:%S %Y"),
            b'C' => Number(fields.year.div_euclid(100), 1, b'0'),
            b'd' => Number(fields.day, 2, b'0'),
            b'D' | b'x' => Format("%m/%d/%y"),
            b'e' => Number(fields.day, 2, b'_'),
            b'F' => Format("%Y-%m-%d"),
            b'g' => Number(fields.iso_week().0.rem_euclid(100), 2, b'0'),
            b'G' => Number(fields.iso_week().0, 1, b'0'),
            b'H' => Number(fields.hour, 2, b'0'),
            b'I' => Number(hour12, 2, b'0'),
            b'j' => Number(fields.yearday, 3, b'0'),
            b'k' => Number(fields.hour, 2, b'_'),
            b'l' => Number(hour12, 2, b'_'),
            b'm' => Number(fields.month, 2, b'0'),
            b'M' => Number(fields.minute, 2, b'0'),
            b'n' => Text(String::from("\n")),
            b'p' | b'P' => {
                let afternoon = fields.hour > 11;
                if directive == b'P' || shape.swap {
                    Small(String::from(if afternoon { "pm" } else { "am" }))
                } else {
                    Text(String::from(if afternoon { "PM" } else { "AM" }))
                }
            }
            b'r' => Format("%I:%M:%S %p"),
            b'R' => Format("%H:%M"),
            b's' => Number(self.zone.seconds(fields), 1, b'_'),
            b'S' => Number(fields.second, 2, b'0'),
            b't' => Text(String::from("\t")),
            b'T' | b'X' => Format("%H:%M:%S"),
            b'u' => Number(fields.weekday + 1, 1, b'0'),
            b'U' => Number((fields.yearday - 1 - sunday_first + 7) / 7, 2, b'0'),
            b'V' => Number(fields.iso_week().1, 2, b'0'),
            b'w' => Number(sunday_first, 1, b'0'),
            b'W' => Number((fields.yearday - 1 - fields.weekday + 7) / 7, 2, b'0'),
            b'y' => Number(fields.year.rem_euclid(100), 2, b'0'),
            b'Y' => Number(fields.year, 1, b'0'),
            b'z' if fields.dst < 0 => Text(String::new()),
            b'z' => {
                let minutes = fields.offset.unwrap_or(0) / 60;
                Signed(minutes / 60 * 100 + minutes % 60)
            }
            b'Z' => {
                let name = self.zone.name(fields);
                if shape.swap { Small(name.to_ascii_lowercase()) } else { Text(name) }
            }
            b'%' => Text(String::from("%")),
            _ => Unknown,
        }
    }

    fn text(&mut self, shape: Shape, text: &[u8]) {
        let fill = if matches!(shape.pad, Some(b'0' | b'+')) { b'0' } else { b' ' };
        let missing = shape.width.saturating_sub(text.len());
        self.out.extend(core::iter::repeat_n(fill, missing));
        self.out.extend_from_slice(text);
    }

    fn number(&mut self, shape: Shape, value: i64, digits: usize, pad: u8) {
        let pad = shape.pad.unwrap_or(pad);
        let sign: &str = if value < 0 { "-" } else { "" };
        let shown = value.unsigned_abs().to_string();
        let wanted = if pad == b'-' { shape.width } else { shape.width.max(digits) };
        let missing = wanted.saturating_sub(shown.len() + sign.len());
        if pad == b'_' || pad == b'-' {
            self.out.extend(core::iter::repeat_n(b' ', missing));
            self.out.extend_from_slice(sign.as_bytes());
        } else {
            self.out.extend_from_slice(sign.as_bytes());
            self.out.extend(core::iter::repeat_n(b'0', missing));
        }
        self.out.extend_from_slice(shown.as_bytes());
    }
}
