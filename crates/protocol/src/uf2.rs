//! UF2, the format of files that are copied onto the drive of a boot loader (github.com/microsoft/uf2).
//!
//! ```text
//! block of 512 bytes
//!   0  "UF2\n"    4  0x9E5D5157    8  flags      12  address of the data    16  bytes of data
//!  20  number of the block        24  number of blocks     28  family of the chip
//!  32  data, up to 476 bytes     508  0x0AB16F30
//! ```

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Bytes of a block.
pub const BLOCK: usize = 512;
/// The most bytes of data in a block.
const MOST: usize = 476;
const START: u32 = u32::from_le_bytes(*b"UF2\n");
const SECOND: u32 = 0x9e5d_5157;
const END: u32 = 0x0ab1_6f30;
/// The block is not for the flash.
const NOT_FLASH: u32 = 1;
const FAMILY_PRESENT: u32 = 0x2000;

/// Chips by the numbers that UF2 has for them.
pub const FAMILIES: [(u32, &str); 6] = [
    (0xe48b_ff56, "RP2040"),
    (0xe48b_ff57, "RP2 (any address)"),
    (0xe48b_ff58, "RP2 (data)"),
    (0xe48b_ff59, "RP2350 (Arm, secure)"),
    (0xe48b_ff5a, "RP2350 (RISC-V)"),
    (0xe48b_ff5b, "RP2350 (Arm, non-secure)"),
];

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// It has no blocks, or not only whole ones.
    Length,
    /// The block with this number, counted from 0, is none.
    Block(usize),
    /// The block does not say for which chip it is, or another one says something else.
    Family(usize),
    /// Two blocks have data for the same address, or the address does not exist.
    Address(usize),
    /// There are not as many blocks as they say.
    Missing,
}

/// What a file has for a chip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The chip; none of [`FAMILIES`] if the file is for another one.
    pub family: u32,
    /// Pieces of the flash by their addresses; none follows immediately on another.
    pub pieces: BTreeMap<u32, Vec<u8>>,
}

impl Image {
    /// Takes a file apart.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(file: &[u8]) -> Result<Image, Mistake> {
        if file.is_empty() || !file.len().is_multiple_of(BLOCK) {
            return Err(Mistake::Length);
        }
        let mut family = None;
        let mut blocks = BTreeMap::new();
        let mut seen = 0;
        let mut told = 0;
        for (number, block) in file.chunks_exact(BLOCK).enumerate() {
            let word =
                |at: usize| block.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |&four| u32::from_le_bytes(four));
            let count = usize::try_from(word(16)).unwrap_or(usize::MAX);
            if (word(0), word(4), word(508)) != (START, SECOND, END) || count > MOST || count == 0 {
                return Err(Mistake::Block(number));
            }
            if word(8) & NOT_FLASH != 0 {
                continue;
            }
            if word(8) & FAMILY_PRESENT == 0 || *family.get_or_insert(word(28)) != word(28) {
                return Err(Mistake::Family(number));
            }
            let data = block.get(32..32 + count).unwrap_or_default();
            let address = word(12);
            if address.checked_add(word(16)).is_none() || blocks.insert(address, data).is_some() {
                return Err(Mistake::Address(number));
            }
            seen += 1;
            told = word(24);
        }
        if u32::try_from(seen) != Ok(told) {
            return Err(Mistake::Missing);
        }
        Ok(Image { family: family.ok_or(Mistake::Length)?, pieces: joined(blocks)? })
    }

    /// The name of the chip, if it is known.
    #[must_use]
    pub fn family_name(&self) -> Option<&'static str> {
        FAMILIES.iter().find(|(number, _)| *number == self.family).map(|&(_, name)| name)
    }

    /// How many bytes it has in all.
    #[must_use]
    pub fn size(&self) -> usize {
        self.pieces.values().map(Vec::len).sum()
    }
}

/// Blocks that follow on each other become one piece.
fn joined(blocks: BTreeMap<u32, &[u8]>) -> Result<BTreeMap<u32, Vec<u8>>, Mistake> {
    let mut pieces: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    for (number, (address, data)) in blocks.into_iter().enumerate() {
        if let Some((&start, piece)) = pieces.iter_mut().next_back() {
            let end = u64::from(start) + piece.len() as u64;
            if u64::from(address) < end {
                return Err(Mistake::Address(number));
            }
            if u64::from(address) == end {
                piece.extend_from_slice(data);
                continue;
            }
        }
        pieces.insert(address, data.into());
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, END, FAMILY_PRESENT, Image, Mistake, NOT_FLASH, SECOND, START};
    use alloc::vec::Vec;

    fn block(flags: u32, address: u32, number: u32, count: u32) -> Vec<u8> {
        let head = [START, SECOND, flags, address, 256, number, count, 0xe48b_ff56];
        let mut block: Vec<u8> = head.iter().flat_map(|word| word.to_le_bytes()).collect();
        block.resize(32 + 256, number as u8);
        block.resize(BLOCK - 4, 0);
        block.extend(END.to_le_bytes());
        block
    }

    #[test]
    fn blocks_become_pieces() {
        let flags = FAMILY_PRESENT;
        let file = [
            block(flags, 0x1000_0100, 1, 3),
            block(flags, 0x1000_0000, 0, 3),
            block(flags | NOT_FLASH, 0x1000_0000, 0, 9),
            block(flags, 0x1001_0000, 2, 3),
        ]
        .concat();
        let image = Image::parse(&file).expect("it is one");
        assert_eq!((image.family_name(), image.size()), (Some("RP2040"), 768));
        let pieces: Vec<(u32, usize)> = image.pieces.iter().map(|(&address, piece)| (address, piece.len())).collect();
        assert_eq!(pieces, [(0x1000_0000, 512), (0x1001_0000, 256)]);
        assert_eq!(image.pieces[&0x1000_0000][255..257], [0, 1]);
    }

    #[test]
    fn mistakes_are_named() {
        let good = block(FAMILY_PRESENT, 0x1000_0000, 0, 1);
        assert_eq!(Image::parse(&[]), Err(Mistake::Length));
        assert_eq!(Image::parse(&good[..511]), Err(Mistake::Length));
        assert_eq!(Image::parse(&[0; BLOCK]), Err(Mistake::Block(0)));
        assert_eq!(Image::parse(&block(0, 0x1000_0000, 0, 1)), Err(Mistake::Family(0)));
        assert_eq!(Image::parse(&[good.clone(), good.clone()].concat()), Err(Mistake::Address(1)));
        assert_eq!(Image::parse(&block(FAMILY_PRESENT, 0x1000_0000, 0, 2)), Err(Mistake::Missing));
        assert_eq!(Image::parse(&block(FAMILY_PRESENT, 0xffff_ff80, 0, 1)), Err(Mistake::Address(0)));
        let overlapping = [block(FAMILY_PRESENT, 0x1000_0000, 0, 2), block(FAMILY_PRESENT, 0x1000_0080, 1, 2)].concat();
        assert_eq!(Image::parse(&overlapping), Err(Mistake::Address(1)));
    }
}
