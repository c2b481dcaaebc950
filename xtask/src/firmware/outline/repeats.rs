//! Finds sequences that repeat, and chooses those that are worth a function.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashSet};

use super::Shape;
use super::assembly::Assembly;

/// A sequence that becomes a function.
pub(super) struct Repeat {
    /// The places of its first item, none of which overlap.
    pub(super) places: Vec<usize>,
    pub(super) length: usize,
}

/// Longer sequences are several.
const LONGEST: usize = 200;
const CALL: usize = 4;

/// A sequence that occurs at some places that follow each other in the sorted list.
#[derive(PartialEq, Eq)]
struct Candidate {
    gain: usize,
    length: usize,
    first: usize,
    count: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        let key = |candidate: &Candidate| (candidate.gain, candidate.length, candidate.first, candidate.count);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

struct Search<'a> {
    assembly: &'a Assembly<'a>,
    tokens: Vec<u32>,
    /// The bytes that all items before a place take, with the constants that only they read.
    bytes: Vec<usize>,
    /// Whether the item became part of a function.
    is_used: Vec<bool>,
    /// All places, ordered by the tokens that follow there.
    sorted: Vec<u32>,
}

/// The sequences that are worth it, the most worthy first.
pub(super) fn find(assembly: &Assembly) -> Vec<Repeat> {
    let mut search = Search::new(assembly);
    let mut waiting = search.candidates();
    let mut found = Vec::new();
    // The best is looked at again before it is taken: what was taken before may have used some of its places.
    while let Some(candidate) = waiting.pop() {
        let (gain, places) = search.gain(&candidate);
        if gain == 0 {
            continue;
        }
        if gain < candidate.gain && waiting.peek().is_some_and(|next| next.gain > gain) {
            waiting.push(Candidate { gain, ..candidate });
            continue;
        }
        for &place in &places {
            search.is_used[place..place + candidate.length].fill(true);
        }
        found.push(Repeat { places, length: candidate.length });
    }
    found
}

impl<'a> Search<'a> {
    fn new(assembly: &'a Assembly<'a>) -> Search<'a> {
        let tokens: Vec<u32> = assembly.items.iter().map(|item| item.token).collect();
        let known = assembly.instructions.len() as u32;
        let mut bytes = vec![0];
        for item in &assembly.items {
            let mut size = 0;
            if let Some(instruction) = assembly.instructions.get(item.token as usize) {
                size = instruction.size();
                let label = assembly.lines[item.line].split(", ").nth(1).unwrap_or_default();
                if assembly.readers.get(label) == Some(&1) {
                    size += 4;
                }
            }
            bytes.push(bytes[bytes.len() - 1] + size);
        }
        let mut sorted: Vec<u32> = (0..tokens.len() as u32).filter(|&at| tokens[at as usize] < known).collect();
        sorted.sort_unstable_by(|&left, &right| {
            let rest = |at: u32| &tokens[at as usize..tokens.len().min(at as usize + LONGEST)];
            rest(left).cmp(rest(right)).then(left.cmp(&right))
        });
        Search { assembly, is_used: vec![false; tokens.len()], tokens, bytes, sorted }
    }

    /// How many tokens two neighbours have in common.
    fn common(&self, index: usize) -> usize {
        let (Some(&left), Some(&right)) = (self.sorted.get(index), self.sorted.get(index + 1)) else { return 0 };
        let (left, right) = (&self.tokens[left as usize..], &self.tokens[right as usize..]);
        left.iter().zip(right).take(LONGEST).take_while(|(left, right)| left == right).count()
    }

    /// All sequences that repeat, with what they would gain.
    fn candidates(&self) -> BinaryHeap<Candidate> {
        let mut waiting = BinaryHeap::new();
        // The sequences that the place before begins with: how long they are, and where they began.
        let mut open: Vec<(usize, usize)> = Vec::new();
        for index in 0..self.sorted.len() {
            let common = self.common(index);
            let mut first = index;
            while let Some(&(length, from)) = open.last().filter(|(length, _)| *length > common) {
                open.pop();
                first = from;
                // What can't be moved as a whole may begin with something that can.
                let shorter = open.last().map_or(0, |(length, _)| *length).max(common) + 1;
                let lengths = (shorter..=length).rev();
                let candidates =
                    lengths.map(|length| Candidate { gain: 0, length, first: from, count: index + 1 - from });
                let mut gains = candidates.map(|candidate| Candidate { gain: self.gain(&candidate).0, ..candidate });
                waiting.extend(gains.find(|candidate| candidate.gain > 0));
            }
            if common > 1 && open.last().is_none_or(|(length, _)| *length < common) {
                open.push((common, first));
            }
        }
        waiting
    }

    /// What a sequence gains, and the places where it does.
    fn gain(&self, candidate: &Candidate) -> (usize, Vec<usize>) {
        let length = candidate.length;
        let sorted = &self.sorted[candidate.first..candidate.first + candidate.count];
        let tokens = &self.tokens[sorted[0] as usize..sorted[0] as usize + length];
        let Some(shape) = Shape::of(tokens, self.assembly) else { return (0, Vec::new()) };
        let mut places: Vec<usize> = sorted.iter().map(|&place| place as usize).collect();
        places.sort_unstable();
        let mut free = 0;
        places.retain(|&place| {
            let is_free = place >= free && !self.is_used[place..place + length].contains(&true);
            if is_free {
                free = place + length;
            }
            is_free
        });
        let before: usize =
            places.iter().map(|&place| (self.bytes[place + length] - self.bytes[place]).saturating_sub(CALL)).sum();
        let after = self.size(tokens) + shape.size();
        if places.len() > 1 { (before.saturating_sub(after), places) } else { (0, Vec::new()) }
    }

    /// The bytes of a sequence with its constants.
    fn size(&self, tokens: &[u32]) -> usize {
        let instructions = || tokens.iter().filter_map(|&token| self.assembly.instructions.get(token as usize));
        let constants: HashSet<&str> = instructions().filter_map(|instruction| instruction.constant()).collect();
        let padding = if constants.is_empty() { 0 } else { 1 };
        instructions().map(|instruction| instruction.size()).sum::<usize>() + constants.len() * 4 + padding
    }
}
