//! What the verifier asks a certificate beside what `webpki` tells: when it is valid, and its common name.
//!
//! A certificate (RFC 5280) is `SEQUENCE { SEQUENCE { [0] version, serial, algorithm, issuer, validity, subject, … }, … }`
//! in DER. What can't be read is `None`.

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT_IDENTIFIER: u8 = 0x06;
const UTC_TIME: u8 = 0x17;
const VERSION: u8 = 0xa0;
/// 2.5.4.3
const COMMON_NAME: &[u8] = &[0x55, 4, 3];

/// Takes the next element: its tag and its contents.
fn take<'a>(data: &mut &'a [u8]) -> Option<(u8, &'a [u8])> {
    let (&tag, rest) = data.split_first()?;
    let (&short, rest) = rest.split_first()?;
    let (length, rest) = match short {
        0..=0x7f => (usize::from(short), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(short & 0x7f))?;
            (digits.iter().fold(0, |length, &digit| length << 8 | usize::from(digit)), rest)
        }
        _ => return None,
    };
    let (contents, rest) = rest.split_at_checked(length)?;
    *data = rest;
    Some((tag, contents))
}

/// Takes the next element, which must have that tag.
fn take_tagged<'a>(data: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    take(data).and_then(|(found, contents)| (found == tag).then_some(contents))
}

/// The validity and the subject.
fn fields(mut certificate: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut signed = take_tagged(&mut take_tagged(&mut certificate, SEQUENCE)?, SEQUENCE)?;
    if signed.first() == Some(&VERSION) {
        take(&mut signed)?;
    }
    // The serial number, the algorithm, the issuer.
    for _ in 0..3 {
        take(&mut signed)?;
    }
    Some((take_tagged(&mut signed, SEQUENCE)?, take_tagged(&mut signed, SEQUENCE)?))
}

/// From when to when it is valid, in seconds since 1970.
pub(super) fn validity(certificate: &[u8]) -> Option<(i64, i64)> {
    let (mut validity, _) = fields(certificate)?;
    Some((time(&mut validity)?, time(&mut validity)?))
}

fn time(data: &mut &[u8]) -> Option<i64> {
    let (tag, digits) = take(data)?;
    let digits = digits.strip_suffix(b"Z")?;
    let number = |from: usize, to: usize| -> Option<i64> {
        std::str::from_utf8(digits.get(from..to)?).ok()?.parse::<u16>().ok().map(i64::from)
    };
    let (year, at) = match tag {
        // Two digits: 1950 to 2049.
        UTC_TIME => (number(0, 2).map(|year| if year < 50 { 2000 + year } else { 1900 + year })?, 2),
        _ => (number(0, 4)?, 4),
    };
    let (month, day) = (number(at, at + 2)?, number(at + 2, at + 4)?);
    let seconds = number(at + 4, at + 6)? * 3600 + number(at + 6, at + 8)? * 60 + number(at + 8, at + 10)?;
    // Years begin in March, so that the day of a leap year is the last one. 719468 days are from then to 1970.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1 - 719_468;
    Some(days * 86400 + seconds)
}

/// The last common name of the subject.
pub(super) fn common_name(certificate: &[u8]) -> Option<&str> {
    let (_, mut subject) = fields(certificate)?;
    let mut found = None;
    while !subject.is_empty() {
        let mut set = take_tagged(&mut subject, SET)?;
        while !set.is_empty() {
            let mut attribute = take_tagged(&mut set, SEQUENCE)?;
            if take_tagged(&mut attribute, OBJECT_IDENTIFIER)? == COMMON_NAME {
                found = std::str::from_utf8(take(&mut attribute)?.1).ok();
            }
        }
    }
    found
}

/// Whether a name is what a certificate calls itself: its first label may be `*`.
pub(super) fn matches_name(pattern: &str, name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    match pattern.strip_prefix("*.") {
        Some(rest) => name.split_once('.').is_some_and(|(first, others)| {
            !first.is_empty() && rest.contains('.') && others.eq_ignore_ascii_case(rest)
        }),
        None => pattern.eq_ignore_ascii_case(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{matches_name, time};

    #[test]
    fn times() {
        let check = |tag: u8, text: &str, expected: Option<i64>| {
            let data = [&[tag, text.len() as u8], text.as_bytes()].concat();
            assert_eq!(time(&mut data.as_slice()), expected, "{text}");
        };
        check(0x17, "700101000000Z", Some(0));
        check(0x17, "491231235959Z", Some(2_524_607_999));
        check(0x18, "20500101000000Z", Some(2_524_608_000));
        check(0x18, "20240229120000Z", Some(1_709_208_000));
        check(0x17, "7001010000", None);
        check(0x17, "70x101000000Z", None);
    }

    #[test]
    fn names() {
        assert!(matches_name("Example.org", "example.ORG"));
        assert!(matches_name("*.example.org", "www.example.org"));
        assert!(!matches_name("*.example.org", "a.www.example.org"));
        assert!(!matches_name("*.org", "example.org"));
        assert!(!matches_name("*.example.org", ".example.org"));
    }
}
