//! Keys out of passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). They are slow on purpose, so they ask now and then
//! whether the user wants to interrupt.

use alloc::vec::Vec;
use ferropy_numeric::{IntegerError, Watch};
use sha2::Sha256;
use sha2::digest::Digest;

/// HMAC (RFC 2104) with its key worked in: the two hashes to go on from.
#[derive(Clone)]
struct Keyed<D> {
    inner: D,
    outer: D,
}

impl<D: Digest + Clone> Keyed<D> {
    fn new(block_size: usize, key: &[u8]) -> Keyed<D> {
        let mut key = if key.len() > block_size { D::digest(key).to_vec() } else { key.to_vec() };
        key.resize(block_size, 0);
        let hash = |pad: u8| {
            let mut hash = D::new();
            hash.update(key.iter().map(|byte| byte ^ pad).collect::<Vec<u8>>());
            hash
        };
        Keyed { inner: hash(0x36), outer: hash(0x5c) }
    }

    fn mac(&self, parts: &[&[u8]]) -> Vec<u8> {
        let mut inner = self.inner.clone();
        parts.iter().for_each(|part| inner.update(part));
        let mut outer = self.outer.clone();
        outer.update(inner.finalize());
        outer.finalize().to_vec()
    }
}

/// Goes on unless the user wants to interrupt.
fn look(watch: Watch) -> Result<(), IntegerError> {
    if watch.is_interrupted() { Err(IntegerError::Interrupted) } else { Ok(()) }
}

/// An empty vector with room for so many items.
fn room<T>(count: Option<usize>) -> Result<Vec<T>, IntegerError> {
    let mut items = Vec::new();
    let reserved = count.map(|count| items.try_reserve_exact(count));
    if let Some(Ok(())) = reserved { Ok(items) } else { Err(IntegerError::OutOfMemory) }
}

/// PBKDF2 over HMAC with a hash: a key of `length` bytes.
///
/// # Errors
/// Memory is short; the watch says to stop.
pub(super) fn pbkdf2<D: Digest + Clone>(
    block_size: usize,
    password: &[u8],
    salt: &[u8],
    rounds: u64,
    length: usize,
    watch: Watch,
) -> Result<Vec<u8>, IntegerError> {
    let keyed: Keyed<D> = Keyed::new(block_size, password);
    let mut key: Vec<u8> = room(length.checked_add(64))?;
    for number in 1u32.. {
        if key.len() >= length {
            break;
        }
        let mut last = keyed.mac(&[salt, &number.to_be_bytes()]);
        let mut total = last.clone();
        look(watch)?;
        for round in 1..rounds {
            if round % 64 == 0 {
                look(watch)?;
            }
            last = keyed.mac(&[&last]);
            total.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend_from_slice(&total);
    }
    key.truncate(length);
    Ok(key)
}

/// The costs of scrypt: memory and time, size of a block, how often.
#[derive(Clone, Copy)]
pub(super) struct Costs {
    pub(super) n: usize,
    pub(super) r: usize,
    pub(super) p: usize,
}

/// scrypt: a key of `length` bytes.
///
/// # Errors
/// Memory is short; the watch says to stop.
pub(super) fn scrypt(
    password: &[u8],
    salt: &[u8],
    Costs { n, r, p }: Costs,
    length: usize,
    watch: Watch,
) -> Result<Vec<u8>, IntegerError> {
    const BLOCK: usize = 64;
    let size = p.checked_mul(128).and_then(|size| size.checked_mul(r)).ok_or(IntegerError::OutOfMemory)?;
    let mut blocks = pbkdf2::<Sha256>(BLOCK, password, salt, 1, size, watch)?;
    let mut memory: Vec<u32> = room(n.checked_mul(32).and_then(|words| words.checked_mul(r)))?;
    for block in blocks.chunks_mut(128 * r) {
        let mut words: Vec<u32> = block.as_chunks::<4>().0.iter().map(|&bytes| u32::from_le_bytes(bytes)).collect();
        memory.clear();
        for _ in 0..n {
            look(watch)?;
            memory.extend_from_slice(&words);
            words = mixed_blocks(&words);
        }
        for _ in 0..n {
            look(watch)?;
            // Where to look says the last of the pieces of 16 words; n is a power of two.
            let at = words.iter().nth_back(15).map_or(0, |&word| word as usize) & (n - 1);
            let other = memory.get(at * 32 * r..(at + 1) * 32 * r).unwrap_or(&[]);
            words.iter_mut().zip(other).for_each(|(word, other)| *word ^= other);
            words = mixed_blocks(&words);
        }
        for (bytes, word) in block.as_chunks_mut::<4>().0.iter_mut().zip(&words) {
            *bytes = word.to_le_bytes();
        }
    }
    pbkdf2::<Sha256>(BLOCK, password, &blocks, 1, length, watch)
}

/// Mixes pieces of 16 words, each with the result of the one before; the even results come first.
fn mixed_blocks(words: &[u32]) -> Vec<u32> {
    let (pieces, _) = words.as_chunks::<16>();
    let mut last = pieces.last().copied().unwrap_or_default();
    let mut results: [Vec<u32>; 2] = [Vec::with_capacity(words.len()), Vec::with_capacity(words.len() / 2)];
    for (number, piece) in pieces.iter().enumerate() {
        last.iter_mut().zip(piece).for_each(|(word, other)| *word ^= other);
        salsa(&mut last);
        results[number % 2].extend_from_slice(&last);
    }
    let [mut even, odd] = results;
    even.extend_from_slice(&odd);
    even
}

/// Salsa20/8.
fn salsa(words: &mut [u32; 16]) {
    /// The columns, then the rows, from their diagonals on.
    const QUARTERS: [[usize; 4]; 8] = [
        [0, 4, 8, 12],
        [5, 9, 13, 1],
        [10, 14, 2, 6],
        [15, 3, 7, 11],
        [0, 1, 2, 3],
        [5, 6, 7, 4],
        [10, 11, 8, 9],
        [15, 12, 13, 14],
    ];
    let mut x = *words;
    for _ in 0..4 {
        for [a, b, c, d] in QUARTERS {
            x[b] ^= x[a].wrapping_add(x[d]).rotate_left(7);
            x[c] ^= x[b].wrapping_add(x[a]).rotate_left(9);
            x[d] ^= x[c].wrapping_add(x[b]).rotate_left(13);
            x[a] ^= x[d].wrapping_add(x[c]).rotate_left(18);
        }
    }
    words.iter_mut().zip(x).for_each(|(word, mixed)| *word = word.wrapping_add(mixed));
}
