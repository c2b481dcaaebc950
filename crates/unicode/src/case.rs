//! Case mappings: of a code point, and of a whole text as the methods of `str` do it.

use crate::category::NEAR;
use crate::predicates::{is_case_ignorable, is_cased, is_lower, is_upper};
use crate::tables::case::{CaseRun, FOLD, LOWER, TITLE, UPPER};
use crate::tables::case_several::{FOLD_SEVERAL, TITLE_SEVERAL, UPPER_SEVERAL};
use crate::wtf8::{code_points, push};
use alloc::vec::Vec;

/// What a code point maps to: one to three code points, then zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped([u32; 3]);

impl Mapped {
    const fn one(code: u32) -> Self {
        Self([code, 0, 0])
    }

    /// The code points.
    pub fn codes(self) -> impl Iterator<Item = u32> {
        // Only U+0000 maps to itself as zero, and it stands first.
        self.0.into_iter().enumerate().filter(|(index, code)| *index == 0 || *code != 0).map(|(_, code)| code)
    }
}

const SIGMA: u32 = 0x3a3;
const FINAL_SIGMA: u32 = 0x3c2;

/// The run that maps the code point, applied.
fn simple(runs: &[CaseRun], code: u32) -> Option<u32> {
    let after = runs.partition_point(|run| run.start <= code);
    let run = runs.get(after.checked_sub(1)?)?;
    let distance = code.wrapping_sub(run.start);
    let stride = u32::from(run.stride);
    let within = distance < u32::from(run.length).wrapping_mul(stride) && distance.checked_rem(stride) == Some(0);
    if within { code.checked_add_signed(run.delta) } else { None }
}

fn several(table: &[(u16, [u16; 3])], code: u32) -> Option<Mapped> {
    let code = u16::try_from(code).ok()?;
    let index = table.binary_search_by_key(&code, |(from, _)| *from).ok()?;
    table.get(index).map(|(_, to)| Mapped(to.map(u32::from)))
}

/// What stands in these tables for a mapping to several.
const SEVERAL: u16 = 0;

/// Code points below [`NEAR`] are mapped by tables that the compiler makes.
static NEAR_LOWER: [u16; NEAR] = near(&LOWER, &[0x130, SIGMA as usize]);
static NEAR_UPPER: [u16; NEAR] = near(&UPPER, &[0xdf, 0x149, 0x1f0, 0x390, 0x3b0]);

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn near(runs: &[CaseRun], several: &[usize]) -> [u16; NEAR] {
    let mut table = [0; NEAR];
    let mut code = 0;
    while code < NEAR {
        table[code] = code as u16;
        code += 1;
    }
    let mut index = 0;
    while index < runs.len() && (runs[index].start as usize) < NEAR {
        let run = &runs[index];
        let mut place = 0;
        while place < run.length as usize && run.start as usize + place * (run.stride as usize) < NEAR {
            let from = run.start as usize + place * run.stride as usize;
            table[from] = (from as i32 + run.delta) as u16;
            place += 1;
        }
        index += 1;
    }
    let mut index = 0;
    while index < several.len() {
        if several[index] < NEAR {
            table[several[index]] = SEVERAL;
        }
        index += 1;
    }
    table
}

/// The mapping of a code point to one other, if it is in the table.
#[inline]
fn mapped_near(table: &[u16; NEAR], code: u32) -> Option<Mapped> {
    match table.get(code as usize) {
        Some(&SEVERAL) | None => None,
        Some(&to) => Some(Mapped::one(u32::from(to))),
    }
}

/// The lower case of a code point, without regard to its neighbours.
#[must_use]
pub fn to_lower(code: u32) -> Mapped {
    if let Some(mapped) = mapped_near(&NEAR_LOWER, code) {
        return mapped;
    }
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => Mapped::one(byte.to_ascii_lowercase().into()),
        // The only one that becomes two: a dot above stays.
        _ if code == 0x130 => Mapped([0x69, 0x307, 0]),
        _ => Mapped::one(simple(&LOWER, code).unwrap_or(code)),
    }
}

/// The upper case of a code point.
#[must_use]
pub fn to_upper(code: u32) -> Mapped {
    if let Some(mapped) = mapped_near(&NEAR_UPPER, code) {
        return mapped;
    }
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => Mapped::one(byte.to_ascii_uppercase().into()),
        _ => several(&UPPER_SEVERAL, code).unwrap_or_else(|| Mapped::one(simple(&UPPER, code).unwrap_or(code))),
    }
}

/// The title case of a code point: its form at the start of a word.
#[must_use]
pub fn to_title(code: u32) -> Mapped {
    // Up to here the title case is the upper case, where that is one code point.
    const SAME: u32 = 0x180;
    if code < SAME
        && let Some(mapped) = mapped_near(&NEAR_UPPER, code)
    {
        return mapped;
    }
    several(&TITLE_SEVERAL, code).or_else(|| simple(&TITLE, code).map(Mapped::one)).unwrap_or_else(|| to_upper(code))
}

/// The form of a code point for comparison without regard to case.
#[must_use]
pub fn to_folded(code: u32) -> Mapped {
    if code < 0xb5 {
        return to_lower(code);
    }
    several(&FOLD_SEVERAL, code).or_else(|| simple(&FOLD, code).map(Mapped::one)).unwrap_or_else(|| to_lower(code))
}

/// Maps a text code point by code point; the function sees what comes before and after as well.
///
/// The result is reserved for the text's length at once and grows where mappings are longer.
fn map(text: &[u8], mut mapping: impl FnMut(u32, Context<'_>) -> Mapped) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = code_points(text);
    while let Some(code) = rest.next() {
        push_mapped(&mut out, mapping(code, Context { text, after: rest.as_bytes() }));
    }
    out
}

/// Maps a text code point by code point, whatever their neighbours are: by the table or, where that has nothing, by the
/// function, which may give up.
fn map_each(text: &[u8], near: &[u16; NEAR], mapping: impl Fn(u32) -> Option<Mapped>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    for code in code_points(text) {
        match near.get(code as usize) {
            Some(&SEVERAL) | None => push_mapped(&mut out, mapping(code)?),
            Some(&to) => push(&mut out, u32::from(to)),
        }
    }
    Some(out)
}

#[inline]
fn push_mapped(out: &mut Vec<u8>, mapped: Mapped) {
    let Mapped([first, second, third]) = mapped;
    push(out, first);
    if second != 0 {
        push(out, second);
        if third != 0 {
            push(out, third);
        }
    }
}

/// The neighbours of a code point.
#[derive(Clone, Copy)]
struct Context<'a> {
    text: &'a [u8],
    after: &'a [u8],
}

impl Context<'_> {
    /// The lower case with a sigma at the end of a word in its final form.
    fn lower(self, code: u32) -> Mapped {
        if code != SIGMA {
            return to_lower(code);
        }
        let cased = |code: u32| is_cased(code);
        let read = self.text.get(..self.text.len().saturating_sub(self.after.len())).unwrap_or_default();
        let mut before = code_points(read).rev().skip(1);
        let ends_word = before.find(|code| !is_case_ignorable(*code)).is_some_and(cased)
            && !code_points(self.after).find(|code| !is_case_ignorable(*code)).is_some_and(cased);
        if ends_word { Mapped::one(FINAL_SIGMA) } else { to_lower(code) }
    }
}

/// `str.lower`
#[must_use]
pub fn lower(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // A sigma's neighbours decide.
    let lower = map_each(text, &NEAR_LOWER, |code| (code != SIGMA).then(|| to_lower(code)));
    lower.unwrap_or_else(|| map(text, |code, context| context.lower(code)))
}

/// `str.upper`
#[must_use]
pub fn upper(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    map_each(text, &NEAR_UPPER, |code| Some(to_upper(code))).unwrap_or_default()
}

/// `str.casefold`
#[must_use]
pub fn casefold(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = Vec::with_capacity(text.len());
    code_points(text).for_each(|code| push_mapped(&mut out, to_folded(code)));
    out
}

/// `str.title`: the first cased letter of each word in title case, the others in lower case.
#[must_use]
pub fn title(text: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    map(text, |code, context| {
        let mapped = if in_word { context.lower(code) } else { to_title(code) };
        in_word = is_cased(code);
        mapped
    })
}

/// `str.capitalize`: the first character in title case, the others in lower case.
#[must_use]
pub fn capitalize(text: &[u8]) -> Vec<u8> {
    let mut is_first = true;
    map(text, |code, context| if core::mem::take(&mut is_first) { to_title(code) } else { context.lower(code) })
}

/// `str.swapcase`
#[must_use]
pub fn swapcase(text: &[u8]) -> Vec<u8> {
    map(text, |code, context| {
        if is_upper(code) {
            context.lower(code)
        } else if is_lower(code) {
            to_upper(code)
        } else {
            Mapped::one(code)
        }
    })
}
