//! Blocks packed.

use super::{BLOCK, GROUP, checksum};
use alloc::vec;
use alloc::vec::Vec;

/// The longest Huffman code that is written.
const LONGEST: u8 = 17;
/// How often groups of symbols look for a better table.
const ROUNDS: usize = 4;

/// Bits that become bytes, the highest first.
#[derive(Debug)]
pub(super) struct Bits {
    out: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    /// Bits that follow some others, of which there are fewer than eight.
    pub(super) fn new(held: u64, count: u32) -> Bits {
        Bits { out: Vec::new(), held, count }
    }

    fn put(&mut self, count: u32, value: u32) {
        self.held = self.held << count | u64::from(value);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.out.push((self.held >> self.count) as u8);
        }
    }

    /// The bytes, and the bits behind them with their number.
    pub(super) fn finish(self) -> (Vec<u8>, u64, u32) {
        (self.out, self.held & ((1 << self.count) - 1), self.count)
    }
}

/// Writes as much of the data as a block takes: its checksum, and how much that was.
pub(super) fn write(data: &[u8], limit: usize, bits: &mut Bits) -> (u32, usize) {
    let (block, taken) = shorten(data, limit);
    let sum = checksum(data.get(..taken).unwrap_or(data));
    let order = sorted(&block);
    let origin = order.iter().position(|&start| start == 0).unwrap_or(0);
    let before = |start: u32| block.get((start as usize).checked_sub(1).unwrap_or(block.len().saturating_sub(1)));
    let last: Vec<u8> = order.iter().filter_map(|&start| before(start).copied()).collect();
    bits.put(24, (BLOCK >> 24) as u32);
    bits.put(24, (BLOCK & 0xFF_FFFF) as u32);
    bits.put(32, sum);
    bits.put(25, origin as u32);
    let symbols: Vec<u8> = (0..=255).filter(|byte| block.contains(byte)).collect();
    let row =
        |group: u8| symbols.iter().filter(|&&byte| byte >> 4 == group).fold(0, |row, byte| row | 0x8000 >> (byte & 15));
    let rows: Vec<u32> = (0..16).map(row).collect();
    bits.put(16, (0..16).zip(&rows).fold(0, |all, (group, &row)| all | if row > 0 { 0x8000 >> group } else { 0 }));
    rows.iter().filter(|&&row| row > 0).for_each(|&row| bits.put(16, row));
    let size = symbols.len() + 2;
    write_symbols(bits, &to_front(&last, symbols), size);
    (sum, taken)
}

/// A block's content with runs of four and more as four and a number, and how much of the data fits.
fn shorten(data: &[u8], limit: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = data.get(at..).filter(|rest| !rest.is_empty() && out.len() + 5 <= limit) {
        let &[byte, ..] = rest else { break };
        let run = rest.iter().take(255).take_while(|&&other| other == byte).count();
        out.resize(out.len() + run.min(4), byte);
        if let Some(more) = run.checked_sub(4) {
            out.push(more as u8);
        }
        at += run;
    }
    (out, at)
}

/// The starts of the block's rotations in their order.
///
/// They are sorted by eight characters, and then those that are alike by twice as many each time: by the order of what
/// follows (N. J. Larsson and K. Sadakane, "Faster suffix sorting", 2007).
fn sorted(block: &[u8]) -> Vec<u32> {
    let size = block.len();
    let at = |place: usize| u64::from(block.get(place % size.max(1)).copied().unwrap_or(0));
    let mut head = (0..7).fold(0, |head, place| head << 8 | at(place));
    let mut keys: Vec<(u64, u32)> = (0..size)
        .map(|start| {
            head = head << 8 | at(start + 7);
            (head, start as u32)
        })
        .collect();
    keys.sort_unstable();
    let mut order: Vec<u32> = keys.iter().map(|&(_, start)| start).collect();
    // A rotation's rank is the place of the first that is like it as far as was looked.
    let mut ranks = vec![0u32; size];
    let mut alike = Vec::new();
    rank(&keys, 0, &mut ranks, &mut alike);
    let mut width = 8;
    while width < size && !alike.is_empty() {
        let groups = core::mem::take(&mut alike);
        for (from, to) in groups {
            let Some(group) = order.get_mut(from..to) else { continue };
            let follows = |start: u32| ranks.get((start as usize + width) % size).copied().unwrap_or(0);
            let mut keys: Vec<(u64, u32)> = group.iter().map(|&start| (follows(start).into(), start)).collect();
            keys.sort_unstable();
            group.iter_mut().zip(&keys).for_each(|(place, &(_, start))| *place = start);
            rank(&keys, from, &mut ranks, &mut alike);
        }
        width *= 2;
    }
    order
}

/// Gives rotations with the same key one rank, and lists those that share theirs.
fn rank(keys: &[(u64, u32)], from: usize, ranks: &mut [u32], alike: &mut Vec<(usize, usize)>) {
    let mut start = from;
    for group in keys.chunk_by(|one, two| one.0 == two.0) {
        for &(_, rotation) in group {
            if let Some(rank) = ranks.get_mut(rotation as usize) {
                *rank = start as u32;
            }
        }
        if group.len() > 1 {
            alike.push((start, start + group.len()));
        }
        start += group.len();
    }
}

/// Numbers for characters: where they are in a list in which each moves to the front; runs of the first in digits.
fn to_front(last: &[u8], mut symbols: Vec<u8>) -> Vec<u16> {
    fn end_run(found: &mut Vec<u16>, run: &mut usize) {
        while *run > 0 {
            *run -= 1;
            found.push((*run & 1) as u16);
            *run >>= 1;
        }
    }
    let end = symbols.len() + 1;
    let (mut found, mut run) = (Vec::with_capacity(last.len() / 2), 0);
    for &byte in last {
        let place = symbols.iter().position(|&symbol| symbol == byte).unwrap_or(0);
        if place == 0 {
            run += 1;
            continue;
        }
        end_run(&mut found, &mut run);
        if let Some(front) = symbols.get_mut(..=place) {
            front.rotate_right(1);
        }
        found.push(place as u16 + 1);
    }
    end_run(&mut found, &mut run);
    found.push(end as u16);
    found
}

/// Writes the numbers, each group of them in the table of codes that suits it best.
fn write_symbols(bits: &mut Bits, found: &[u16], size: usize) {
    let groups: Vec<&[u16]> = found.chunks(GROUP).collect();
    let count = match found.len() {
        ..200 => 2,
        200..600 => 3,
        600..1200 => 4,
        1200..2400 => 5,
        _ => 6,
    };
    let mut selectors: Vec<usize> = (0..groups.len()).map(|group| group * count / groups.len()).collect();
    let mut tables = Vec::new();
    for _ in 0..ROUNDS {
        tables = (0..count).map(|table| lengths(&groups, &selectors, table, size)).collect();
        for (selector, group) in selectors.iter_mut().zip(&groups) {
            let cost = |lengths: &Vec<u8>| group.iter().map(|&symbol| length(lengths, symbol)).sum::<u32>();
            *selector = (0..count).min_by_key(|&table| tables.get(table).map_or(u32::MAX, cost)).unwrap_or(0);
        }
    }
    bits.put(3, count as u32);
    bits.put(15, groups.len() as u32);
    let mut order: Vec<usize> = (0..count).collect();
    for &selector in &selectors {
        let place = order.iter().position(|&table| table == selector).unwrap_or(0);
        (0..place).for_each(|_| bits.put(1, 1));
        bits.put(1, 0);
        order.remove(place);
        order.insert(0, selector);
    }
    for lengths in &tables {
        write_lengths(bits, lengths);
    }
    let codes: Vec<Vec<u32>> = tables.iter().map(|lengths| numbered(lengths)).collect();
    for (&selector, &group) in selectors.iter().zip(&groups) {
        let (Some(lengths), Some(codes)) = (tables.get(selector), codes.get(selector)) else { continue };
        for &symbol in group {
            bits.put(length(lengths, symbol), codes.get(usize::from(symbol)).copied().unwrap_or(0));
        }
    }
}

fn length(lengths: &[u8], symbol: u16) -> u32 {
    lengths.get(usize::from(symbol)).copied().unwrap_or(LONGEST).into()
}

fn write_lengths(bits: &mut Bits, lengths: &[u8]) {
    let mut length = lengths.first().copied().unwrap_or(1);
    bits.put(5, length.into());
    for &wanted in lengths {
        while length != wanted {
            bits.put(2, if wanted > length { 0b10 } else { 0b11 });
            length = if wanted > length { length + 1 } else { length - 1 };
        }
        bits.put(1, 0);
    }
}

/// Lengths of Huffman codes for the groups that use a table.
fn lengths(groups: &[&[u16]], selectors: &[usize], table: usize, size: usize) -> Vec<u8> {
    let mut counts = vec![1u32; size];
    for (&group, _) in groups.iter().zip(selectors).filter(|&(_, &selector)| selector == table) {
        for &symbol in group {
            if let Some(count) = counts.get_mut(usize::from(symbol)) {
                *count += 1;
            }
        }
    }
    loop {
        let lengths = huffman(&counts);
        if lengths.iter().all(|&length| length <= LONGEST) {
            return lengths;
        }
        counts.iter_mut().for_each(|count| *count = *count / 2 + 1);
    }
}

/// Lengths of codes by D. A. Huffman's method: the two rarest become one, again and again.
fn huffman(counts: &[u32]) -> Vec<u8> {
    let mut nodes: Vec<(u32, Vec<usize>)> =
        counts.iter().enumerate().map(|(symbol, &count)| (count, vec![symbol])).collect();
    let mut lengths = vec![0u8; counts.len()];
    nodes.sort_by_key(|node| core::cmp::Reverse(node.0));
    while let (Some((first, mut symbols)), Some((second, others))) = (nodes.pop(), nodes.pop()) {
        symbols.extend(others);
        for &symbol in &symbols {
            if let Some(length) = lengths.get_mut(symbol) {
                *length = length.saturating_add(1);
            }
        }
        let count = first + second;
        let place = nodes.partition_point(|node| node.0 > count);
        nodes.insert(place, (count, symbols));
    }
    lengths
}

/// The codes of lengths.
fn numbered(lengths: &[u8]) -> Vec<u32> {
    let mut codes = vec![0; lengths.len()];
    let mut code = 0;
    for length in 1..=LONGEST {
        for (place, _) in codes.iter_mut().zip(lengths).filter(|(_, given)| **given == length) {
            *place = code;
            code += 1;
        }
        code <<= 1;
    }
    codes
}
