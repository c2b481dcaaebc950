//! BLAKE2b and BLAKE2s, RFC 7693, with all parameters of the BLAKE2 paper (tree hashing, salt, personalisation).
//!
//! The two differ in the word only. A state goes to bytes and back, so that it can lie in the heap between calls.

use alloc::vec::Vec;

/// A word of 64 bits (BLAKE2b) or 32 bits (BLAKE2s), and what depends on it.
pub(super) trait Word: Copy + Default {
    /// Bytes of a word.
    const BYTES: usize;
    const ROUNDS: usize;
    const START: [Self; 8];
    const ROTATIONS: [u32; 4];
    /// Bytes of the offset of a node among the parameters.
    const OFFSET_BYTES: usize;
    /// Bytes of salt and personalisation.
    const SALT: usize = 2 * Self::BYTES;
    /// The largest digest and key.
    const LARGEST: usize = 8 * Self::BYTES;
    /// Bytes of a block.
    const BLOCK: usize = 16 * Self::BYTES;

    fn from_bytes(bytes: &[u8]) -> Self;
    fn push(self, out: &mut Vec<u8>);
    fn plus(self, other: Self) -> Self;
    fn xor(self, other: Self) -> Self;
    fn rotated(self, bits: u32) -> Self;
    fn inverted(self) -> Self;
    /// The low and the high half of the count of bytes.
    fn halves(count: u128) -> [Self; 2];
}

macro_rules! word {
    ($word:ident, $bytes:literal, $rounds:literal, $rotations:expr, $offset:literal, $start:expr) => {
        impl Word for $word {
            const BYTES: usize = $bytes;
            const ROUNDS: usize = $rounds;
            const START: [Self; 8] = $start;
            const ROTATIONS: [u32; 4] = $rotations;
            const OFFSET_BYTES: usize = $offset;

            fn from_bytes(bytes: &[u8]) -> Self {
                let mut all = [0; $bytes];
                for (place, &byte) in all.iter_mut().zip(bytes) {
                    *place = byte;
                }
                $word::from_le_bytes(all)
            }

            fn push(self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }

            #[inline(always)]
            fn xor(self, other: Self) -> Self {
                self ^ other
            }

            #[inline(always)]
            fn rotated(self, bits: u32) -> Self {
                self.rotate_right(bits)
            }

            fn inverted(self) -> Self {
                !self
            }

            fn halves(count: u128) -> [Self; 2] {
                [count as $word, (count >> $word::BITS) as $word]
            }
        }
    };
}

// The fractions of the square roots of the first primes, as in SHA-512 and SHA-256.
word!(
    u64,
    8,
    12,
    [32, 24, 16, 63],
    8,
    [
        0x6a09_e667_f3bc_c908,
        0xbb67_ae85_84ca_a73b,
        0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1,
        0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b,
        0x5be0_cd19_137e_2179,
    ]
);
word!(
    u32,
    4,
    10,
    [16, 12, 8, 7],
    6,
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,]
);

/// The order in which a round takes the words of a block; the rounds beyond the tenth start again.
const ORDERS: [[u8; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// What a hash starts with.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    pub(super) digest_size: u8,
    pub(super) key: Vec<u8>,
    pub(super) salt: Vec<u8>,
    pub(super) person: Vec<u8>,
    pub(super) fanout: u8,
    pub(super) depth: u8,
    pub(super) leaf_size: u32,
    pub(super) node_offset: u64,
    pub(super) node_depth: u8,
    pub(super) inner_size: u8,
    pub(super) last_node: bool,
}

/// A hash under way.
pub(super) struct State<W> {
    chain: [W; 8],
    /// The bytes before those in `rest`.
    count: u128,
    /// The last bytes: a block is worked on when more bytes come, because the last one is different.
    rest: Vec<u8>,
    last_node: bool,
    pub(super) digest_size: u8,
}

impl<W: Word> State<W> {
    pub(super) fn new(parameters: &Parameters) -> State<W> {
        let mut block = Vec::with_capacity(W::LARGEST);
        let key_size = parameters.key.len() as u8;
        block.extend_from_slice(&[parameters.digest_size, key_size, parameters.fanout, parameters.depth]);
        block.extend_from_slice(&parameters.leaf_size.to_le_bytes());
        block.extend(parameters.node_offset.to_le_bytes().iter().take(W::OFFSET_BYTES));
        block.extend_from_slice(&[parameters.node_depth, parameters.inner_size]);
        // What is reserved, and what salt and personalisation leave over, is 0.
        block.resize(W::LARGEST - 2 * W::SALT, 0);
        block.extend_from_slice(&parameters.salt);
        block.resize(W::LARGEST - W::SALT, 0);
        block.extend_from_slice(&parameters.person);
        block.resize(W::LARGEST, 0);
        let mut chain = W::START;
        for (word, bytes) in chain.iter_mut().zip(block.chunks(W::BYTES)) {
            *word = word.xor(W::from_bytes(bytes));
        }
        let mut rest = Vec::new();
        if !parameters.key.is_empty() {
            rest.extend_from_slice(&parameters.key);
            rest.resize(W::BLOCK, 0);
        }
        State { chain, count: 0, rest, last_node: parameters.last_node, digest_size: parameters.digest_size }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(W::LARGEST + 18 + self.rest.len());
        self.chain.iter().for_each(|word| word.push(&mut out));
        out.extend_from_slice(&self.count.to_le_bytes());
        out.extend_from_slice(&[u8::from(self.last_node), self.digest_size]);
        out.extend_from_slice(&self.rest);
        out
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<State<W>> {
        let (words, tail) = bytes.split_at_checked(W::LARGEST)?;
        let mut chain = W::START;
        for (word, bytes) in chain.iter_mut().zip(words.chunks(W::BYTES)) {
            *word = W::from_bytes(bytes);
        }
        let (count, tail) = tail.split_first_chunk::<16>()?;
        let (&[last_node, digest_size], rest) = tail.split_first_chunk::<2>()?;
        let count = u128::from_le_bytes(*count);
        Some(State { chain, count, rest: rest.to_vec(), last_node: last_node != 0, digest_size })
    }

    pub(super) fn update(&mut self, data: &[u8]) {
        let mut data = data;
        while !data.is_empty() {
            if self.rest.len() == W::BLOCK {
                let block = core::mem::take(&mut self.rest);
                self.count += block.len() as u128;
                self.mix(&block, false);
            }
            if self.rest.is_empty() {
                // Whole blocks that others follow need not be copied.
                while let Some((block, after)) = data.split_at_checked(W::BLOCK).filter(|(_, after)| !after.is_empty())
                {
                    self.count += block.len() as u128;
                    self.mix(block, false);
                    data = after;
                }
            }
            let taken = data.len().min(W::BLOCK - self.rest.len());
            let (now, later) = data.split_at_checked(taken).unwrap_or((data, &[]));
            self.rest.extend_from_slice(now);
            data = later;
        }
    }

    pub(super) fn digest(mut self) -> Vec<u8> {
        self.count += self.rest.len() as u128;
        let mut block = core::mem::take(&mut self.rest);
        block.resize(W::BLOCK, 0);
        self.mix(&block, true);
        let mut out = Vec::with_capacity(W::LARGEST);
        self.chain.iter().for_each(|word| word.push(&mut out));
        out.truncate(usize::from(self.digest_size));
        out
    }

    /// Works on a block.
    fn mix(&mut self, block: &[u8], is_last: bool) {
        let mut words = [W::default(); 16];
        for (word, bytes) in words.iter_mut().zip(block.chunks(W::BYTES)) {
            *word = W::from_bytes(bytes);
        }
        let [a, b, c, d, e, f, g, h] = self.chain;
        let [i, j, k, l, m, n, o, p] = W::START;
        let [low, high] = W::halves(self.count);
        let o = if is_last { o.inverted() } else { o };
        let p = if is_last && self.last_node { p.inverted() } else { p };
        let mut v = [a, b, c, d, e, f, g, h, i, j, k, l, m.xor(low), n.xor(high), o, p];
        round::<W, 0>(&mut v, &words);
        round::<W, 1>(&mut v, &words);
        round::<W, 2>(&mut v, &words);
        round::<W, 3>(&mut v, &words);
        round::<W, 4>(&mut v, &words);
        round::<W, 5>(&mut v, &words);
        round::<W, 6>(&mut v, &words);
        round::<W, 7>(&mut v, &words);
        round::<W, 8>(&mut v, &words);
        round::<W, 9>(&mut v, &words);
        if W::ROUNDS == 12 {
            round::<W, 0>(&mut v, &words);
            round::<W, 1>(&mut v, &words);
        }
        let (first, second) = v.split_at(8);
        for ((word, &x), &y) in self.chain.iter_mut().zip(first).zip(second) {
            *word = word.xor(x).xor(y);
        }
    }
}

/// Mixes the columns, then the diagonals. With the order known when this is compiled, the state stays in registers.
#[inline(always)]
fn round<W: Word, const ORDER: usize>(v: &mut [W; 16], words: &[W; 16]) {
    let word = |place: usize| words[usize::from(ORDERS[ORDER][place])];
    quarter_round(v, [0, 4, 8, 12], word(0), word(1));
    quarter_round(v, [1, 5, 9, 13], word(2), word(3));
    quarter_round(v, [2, 6, 10, 14], word(4), word(5));
    quarter_round(v, [3, 7, 11, 15], word(6), word(7));
    quarter_round(v, [0, 5, 10, 15], word(8), word(9));
    quarter_round(v, [1, 6, 11, 12], word(10), word(11));
    quarter_round(v, [2, 7, 8, 13], word(12), word(13));
    quarter_round(v, [3, 4, 9, 14], word(14), word(15));
}

#[inline(always)]
fn quarter_round<W: Word>(v: &mut [W; 16], [a, b, c, d]: [usize; 4], x: W, y: W) {
    let [r1, r2, r3, r4] = W::ROTATIONS;
    v[a] = v[a].plus(v[b]).plus(x);
    v[d] = v[d].xor(v[a]).rotated(r1);
    v[c] = v[c].plus(v[d]);
    v[b] = v[b].xor(v[c]).rotated(r2);
    v[a] = v[a].plus(v[b]).plus(y);
    v[d] = v[d].xor(v[a]).rotated(r3);
    v[c] = v[c].plus(v[d]);
    v[b] = v[b].xor(v[c]).rotated(r4);
}
