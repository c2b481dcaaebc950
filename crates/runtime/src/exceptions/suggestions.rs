//! "Did you mean …?": the closest name by edit distance, with the costs and limits of CPython's suggestions.

use alloc::vec::Vec;

const MOVE: usize = 2;
const CASE: usize = 1;
/// Longer names are not compared: the table would grow too large.
const LONGEST: usize = 40;
/// More candidates than this are not looked at.
const MOST_CANDIDATES: usize = 750;

/// The candidate closest to `wrong`, if one is close enough.
pub(crate) fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(&str, usize)> = None;
    for (count, candidate) in candidates.enumerate() {
        if count >= MOST_CANDIDATES {
            return None;
        }
        if candidate == wrong {
            continue;
        }
        // No more than about a third of the characters may differ.
        let mut most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance.saturating_sub(1));
        }
        if let Some(distance) = distance(wrong.as_bytes(), candidate.as_bytes(), most)
            && best.is_none_or(|(_, least)| distance < least)
        {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The weighted edit distance (Levenshtein) of two names, if it is at most `most`.
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len() > LONGEST || b.len() > LONGEST || a.len().abs_diff(b.len()) * MOVE > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|index| index * MOVE).collect();
    for (index, &x) in a.iter().enumerate() {
        let mut diagonal = index * MOVE;
        let mut left = (index + 1) * MOVE;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (place, &y) in row.iter_mut().skip(1).zip(b) {
            let substitution = diagonal + substitution_cost(x, y);
            diagonal = *place;
            left = substitution.min(left + MOVE).min(diagonal + MOVE);
            *place = left;
        }
    }
    row.last().copied().filter(|&distance| distance <= most)
}

fn substitution_cost(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE
    } else {
        MOVE
    }
}
