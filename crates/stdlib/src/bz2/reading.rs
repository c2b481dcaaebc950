//! Blocks unpacked.

use super::{BLOCK, END, GROUP, checksum};
use alloc::vec;
use alloc::vec::Vec;

/// Why there is no block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The data ends within it.
    Short,
    /// The data is none.
    Wrong,
}

/// What a stream has behind its head.
#[derive(Debug)]
pub(super) enum Part {
    /// A block: its content, its checksum, and the place behind it.
    Block(Vec<u8>, u32, usize),
    /// The end: the checksum of all blocks, and the place behind it.
    End(u32, usize),
}

/// Bits of bytes, the highest first.
struct Bits<'a> {
    data: &'a [u8],
    next: usize,
    held: u64,
    count: u32,
}

impl Bits<'_> {
    fn take(&mut self, count: u32) -> Result<u32, Problem> {
        while self.count < count {
            let &byte = self.data.get(self.next).ok_or(Problem::Short)?;
            self.next += 1;
            self.held = self.held << 8 | u64::from(byte);
            self.count += 8;
        }
        self.count -= count;
        Ok((self.held >> self.count & ((1 << count) - 1)) as u32)
    }

    fn index(&mut self, count: u32) -> Result<usize, Problem> {
        self.take(count).map(|number| number as usize)
    }

    fn place(&self) -> usize {
        self.next * 8 - self.count as usize
    }
}

/// Huffman codes for reading: for each length the first code, how many there are, and where their symbols are.
struct Codes {
    lengths: [(u32, u32, u32); LONGEST + 1],
    symbols: Vec<u16>,
}

const LONGEST: usize = 20;

impl Codes {
    fn new(given: &[u8]) -> Codes {
        let mut codes = Codes { lengths: [(0, 0, 0); LONGEST + 1], symbols: Vec::with_capacity(given.len()) };
        let mut code = 0;
        for (length, row) in codes.lengths.iter_mut().enumerate() {
            let start = codes.symbols.len();
            let found = given.iter().enumerate().filter(|&(_, &other)| usize::from(other) == length);
            codes.symbols.extend(found.map(|(symbol, _)| symbol as u16));
            let count = (codes.symbols.len() - start) as u32;
            *row = (code, count, start as u32);
            code = (code + count) << 1;
        }
        codes
    }

    fn take(&self, bits: &mut Bits<'_>) -> Result<usize, Problem> {
        let mut code = 0;
        for &(first, count, start) in self.lengths.get(1..).unwrap_or(&[]) {
            code = code << 1 | bits.take(1)?;
            let offset = code.wrapping_sub(first);
            if offset < count {
                let symbol = self.symbols.get((start + offset) as usize);
                return symbol.map(|&symbol| usize::from(symbol)).ok_or(Problem::Wrong);
            }
        }
        Err(Problem::Wrong)
    }
}

/// Whether a mark stands somewhere in the data: a block is there as a whole only when the mark behind it is.
fn has_mark(data: &[u8]) -> bool {
    let mut bits = 0u64;
    data.iter().any(|&byte| {
        bits = bits << 8 | u64::from(byte);
        (0..8).any(|shift| matches!(bits >> shift & 0xFFFF_FFFF_FFFF, BLOCK | END))
    })
}

/// What begins at a bit of the data. Unless all is to be tried that there is, so many bytes of it were seen before, among
/// which there was no whole block.
pub(super) fn read(data: &[u8], place: usize, limit: usize, seen: Option<usize>) -> Result<Part, Problem> {
    let mut bits = Bits { data, next: place / 8, held: 0, count: 0 };
    bits.take((place % 8) as u32)?;
    let mark = u64::from(bits.take(24)?) << 24 | u64::from(bits.take(24)?);
    let sum = bits.take(32)?;
    if mark == END {
        return Ok(Part::End(sum, bits.place()));
    }
    // The bit behind the checksum was set for blocks that were mixed up against long sorting; nobody writes such ones.
    if mark != BLOCK || bits.take(1)? != 0 {
        return Err(Problem::Wrong);
    }
    if let Some(seen) = seen
        && !has_mark(data.get((place / 8 + 7).max(seen.saturating_sub(8))..).unwrap_or(&[]))
    {
        return Err(Problem::Short);
    }
    let content = read_block(&mut bits, limit)?;
    if checksum(&content) != sum {
        return Err(Problem::Wrong);
    }
    Ok(Part::Block(content, sum, bits.place()))
}

fn read_block(bits: &mut Bits<'_>, limit: usize) -> Result<Vec<u8>, Problem> {
    let origin = bits.index(24)?;
    let used = bits.take(16)?;
    let mut symbols = Vec::new();
    for group in (0..16u8).filter(|group| used >> (15 - group) & 1 == 1) {
        let row = bits.take(16)?;
        symbols.extend((0..16u8).filter(|bit| row >> (15 - bit) & 1 == 1).map(|bit| group * 16 + bit));
    }
    if symbols.is_empty() {
        return Err(Problem::Wrong);
    }
    let (tables, selectors) = read_tables(bits, symbols.len() + 2)?;
    let last = read_symbols(bits, &tables, &selectors, symbols, limit)?;
    restore(&last, origin).map(|block| repeat(&block))
}

/// The Huffman codes of a block, and which of them is used when.
fn read_tables(bits: &mut Bits<'_>, size: usize) -> Result<(Vec<Codes>, Vec<usize>), Problem> {
    let (groups, count) = (bits.index(3)?, bits.take(15)?);
    if !(2..=6).contains(&groups) || count == 0 {
        return Err(Problem::Wrong);
    }
    let mut order: Vec<usize> = (0..groups).collect();
    let mut selectors = Vec::new();
    for _ in 0..count {
        let mut place = 0;
        while bits.take(1)? == 1 {
            place += 1;
        }
        if place >= groups {
            return Err(Problem::Wrong);
        }
        let table = order.remove(place);
        order.insert(0, table);
        selectors.push(table);
    }
    let mut tables = Vec::new();
    for _ in 0..groups {
        let mut length = bits.take(5)?;
        let mut lengths = Vec::with_capacity(size);
        for _ in 0..size {
            loop {
                if !(1..=LONGEST as u32).contains(&length) {
                    return Err(Problem::Wrong);
                }
                match bits.take(1)? {
                    0 => break,
                    _ if bits.take(1)? == 0 => length += 1,
                    _ => length -= 1,
                }
            }
            lengths.push(length as u8);
        }
        tables.push(Codes::new(&lengths));
    }
    Ok((tables, selectors))
}

/// The last column of the sorted block.
fn read_symbols(
    bits: &mut Bits<'_>,
    tables: &[Codes],
    selectors: &[usize],
    mut symbols: Vec<u8>,
    limit: usize,
) -> Result<Vec<u8>, Problem> {
    let mut last = Vec::new();
    let end = symbols.len() + 1;
    // The length of a run is written in digits 1 and 2.
    let (mut run, mut weight) = (0usize, 1usize);
    for &selector in selectors {
        let codes = tables.get(selector).ok_or(Problem::Wrong)?;
        for _ in 0..GROUP {
            let symbol = codes.take(bits)?;
            if symbol <= 1 {
                run += weight << symbol;
                weight <<= 1;
                if run > limit {
                    return Err(Problem::Wrong);
                }
                continue;
            }
            if run > 0 {
                last.resize(last.len() + run, symbols.first().copied().unwrap_or(0));
                (run, weight) = (0, 1);
            }
            if last.len() > limit {
                return Err(Problem::Wrong);
            }
            if symbol == end {
                return Ok(last);
            }
            let front = symbols.get_mut(..symbol).ok_or(Problem::Wrong)?;
            front.rotate_right(1);
            last.extend(front.first());
        }
    }
    Err(Problem::Wrong)
}

/// The block whose rotations end in these characters, when they are sorted.
fn restore(last: &[u8], origin: usize) -> Result<Vec<u8>, Problem> {
    let mut starts = [0u32; 256];
    for &byte in last {
        if let Some(count) = starts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += core::mem::replace(start, total);
    }
    let mut follows = vec![0u32; last.len()];
    for (place, &byte) in (0..).zip(last) {
        if let Some(start) = starts.get_mut(usize::from(byte)) {
            if let Some(follow) = follows.get_mut(*start as usize) {
                *follow = place;
            }
            *start += 1;
        }
    }
    let mut block = Vec::with_capacity(last.len());
    let mut place = *follows.get(origin).ok_or(Problem::Wrong)?;
    for _ in last {
        block.extend(last.get(place as usize));
        place = follows.get(place as usize).copied().unwrap_or(0);
    }
    Ok(block)
}

/// What a block stands for: behind four alike there is the number of further ones.
fn repeat(block: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(block.len());
    let (mut run, mut before) = (0, None);
    for &byte in block {
        if run == 4 {
            out.resize(out.len() + usize::from(byte), before.unwrap_or(0));
            (run, before) = (0, None);
            continue;
        }
        run = if before == Some(byte) { run + 1 } else { 1 };
        before = Some(byte);
        out.push(byte);
    }
    out
}
