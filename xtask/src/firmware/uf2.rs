//! UF2, the format of files that are copied onto the drive of a boot loader (github.com/microsoft/uf2).
//!
//! ```text
//! block of 512 bytes
//!   0  "UF2\n"    4  0x9E5D5157    8  flags      12  address of the data    16  bytes of data
//!  20  number of the block        24  number of blocks     28  family of the chip
//!  32  data, up to 476 bytes     508  0x0AB16F30
//! ```

use std::collections::BTreeMap;

const BLOCK: usize = 512;
const DATA_AT: usize = 32;
/// Bytes of data in a block: the boot ROM wants whole pages of the flash.
const PAGE: usize = 256;
const FAMILY_PRESENT: u32 = 0x2000;

/// The chip that an image is for.
pub(crate) const RP2040: u32 = 0xe48b_ff56;

/// The file for pieces of memory, which are addresses and bytes. What no piece says about a page is 0.
pub(crate) fn from_pieces(pieces: &[(u32, &[u8])], family: u32) -> Vec<u8> {
    let mut pages: BTreeMap<u32, [u8; PAGE]> = BTreeMap::new();
    for &(start, bytes) in pieces {
        for (address, &byte) in (start..).zip(bytes) {
            let offset = address % PAGE as u32;
            pages.entry(address - offset).or_insert([0; PAGE])[offset as usize] = byte;
        }
    }
    let mut file = Vec::with_capacity(pages.len() * BLOCK);
    for (number, (address, page)) in pages.iter().enumerate() {
        let head = [
            u32::from_le_bytes(*b"UF2\n"),
            0x9e5d_5157,
            FAMILY_PRESENT,
            *address,
            PAGE as u32,
            number as u32,
            pages.len() as u32,
            family,
        ];
        let start = file.len();
        file.extend(head.iter().flat_map(|word| word.to_le_bytes()));
        file.extend(page);
        file.resize(start + BLOCK - 4, 0);
        file.extend(0x0ab1_6f30_u32.to_le_bytes());
    }
    debug_assert_eq!(DATA_AT, 8 * 4);
    file
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, RP2040, from_pieces};

    #[test]
    fn pages_are_whole_and_in_order() {
        let file = from_pieces(&[(0x1000_0104, b"later"), (0x1000_00ff, b"ab")], RP2040);
        assert_eq!(file.len(), 2 * BLOCK);
        let word = |at: usize| u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]);
        assert_eq!(
            [word(0), word(12), word(16), word(20), word(24), word(28)],
            [0x0a32_4655, 0x1000_0000, 256, 0, 2, RP2040]
        );
        assert_eq!((word(508), file[32 + 255], word(BLOCK + 12)), (0x0ab1_6f30, b'a', 0x1000_0100));
        assert_eq!(&file[BLOCK + 32..BLOCK + 32 + 9], b"b\0\0\0later");
    }
}
