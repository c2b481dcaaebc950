//! Digits that are not decimal: superscripts and the like.
//!
//! Written by `tables/generate.py`: don't edit.

/// `length` characters from `start` whose values count up from the third number.
pub(crate) static DIGITS: [(u32, u8, u8); 21] = [
    (0xb2, 2, 2),
    (0xb9, 1, 1),
    (0x1369, 9, 1),
    (0x19da, 1, 1),
    (0x2070, 1, 0),
    (0x2074, 6, 4),
    (0x2080, 10, 0),
    (0x2460, 9, 1),
    (0x2474, 9, 1),
    (0x2488, 9, 1),
    (0x24ea, 1, 0),
    (0x24f5, 9, 1),
    (0x24ff, 1, 0),
    (0x2776, 9, 1),
    (0x2780, 9, 1),
    (0x278a, 9, 1),
    (0x10a40, 4, 1),
    (0x10e60, 9, 1),
    (0x11052, 9, 1),
    (0x1f100, 1, 0),
    (0x1f101, 10, 0),
];
