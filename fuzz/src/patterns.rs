//! Any pattern compiles or gives an error, and its program runs over any text to an end, in one piece or in many.

use ferropy_regex::{Bytes, Error, Goal, Kind, Matcher, Program, Start, Status, Text, compile};

/// Steps that a search gets.
const BUDGET: u32 = 20_000;
/// Bytes of a pattern and of a text that are looked at.
const MOST: usize = 80;
/// Bytes that what is left to be tried may take.
const STACK: usize = 1 << 18;

/// What stands between quotes is taken as pattern and as text of the one before.
pub(crate) fn run(input: &[u8]) -> Result<(), String> {
    let pieces: Vec<&[u8]> = input.split(|byte| b"\"'".contains(byte)).collect();
    for pair in pieces.windows(3).take(60) {
        let [pattern, between, text] = [pair[0], pair[1], pair[2]].map(|piece| &piece[..piece.len().min(MOST)]);
        let flags = pattern.iter().fold(0, |flags, &byte| flags * 31 % 997 + u32::from(byte)) & (2 | 8 | 16 | 64);
        for text in [between, text] {
            search(pattern, Kind::Bytes, flags, text)?;
            let (pattern, text) = (String::from_utf8_lossy(pattern), String::from_utf8_lossy(text));
            search(pattern.as_bytes(), Kind::Text, flags, text.as_bytes())?;
        }
    }
    search(input, Kind::Bytes, 0, b"")
}

fn search(pattern: &[u8], kind: Kind, flags: u32, text: &[u8]) -> Result<(), String> {
    let compiled = match compile(pattern, kind, flags, 60, &mut Vec::new()) {
        Ok(compiled) => compiled,
        Err(error) => match *error {
            Error::Pattern(message, Some(position)) if position > pattern.len() || message.before.is_empty() => {
                return Err(format!("an error at {position}: {message:?}"));
            }
            _ => return Ok(()),
        },
    };
    let program = Program::new(&compiled.words);
    let whole = found(program, compiled.groups, kind, text, BUDGET)?;
    let slices = found(program, compiled.groups, kind, text, 3)?;
    match (whole, slices) {
        (Some(whole), Some(slices)) if whole != slices => Err(format!("in one run {whole:?}, in slices {slices:?}")),
        _ => Ok(()),
    }
}

type Spans = Vec<Option<(usize, usize)>>;

/// The groups of the first match, none if there is no match; nothing if the budget or the stack was too small.
fn found(program: Program<'_>, groups: u32, kind: Kind, text: &[u8], slice: u32) -> Result<Option<Spans>, String> {
    let mut matcher = Matcher::new(program, STACK).ok_or("no memory for a matcher")?;
    matcher.begin(Start { at: 0, goal: Goal::Search, must_advance: false });
    let mut left = BUDGET;
    loop {
        let mut fuel = slice.min(left);
        let given = fuel;
        let status = match kind {
            Kind::Bytes => matcher.step(program, Bytes(text), &mut fuel),
            Kind::Text => matcher.step(program, Text(text), &mut fuel),
        };
        left -= given - fuel;
        match status {
            Status::Paused if left > 0 => {}
            Status::Paused | Status::OutOfMemory => return Ok(None),
            Status::Unmatched => return Ok(Some(Vec::new())),
            Status::Matched => break,
        }
    }
    let spans: Spans = (0..=groups as usize).map(|number| matcher.group(number)).collect();
    for &(start, end) in spans.iter().flatten() {
        let is_boundary = |at: usize| text.get(at).is_none_or(|byte| byte & 0xc0 != 0x80);
        let is_within = start <= end && end <= text.len();
        if !is_within || kind == Kind::Text && !(is_boundary(start) && is_boundary(end)) {
            return Err(format!("a group from {start} to {end} of {}", text.len()));
        }
    }
    Ok(Some(spans))
}
