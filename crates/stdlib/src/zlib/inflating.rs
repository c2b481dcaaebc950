//! Reading the deflate format.

use super::{WINDOW, keep, lend, remember};
use crate::binascii;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What reads a stream; the number is that of the resource.
pub(super) static INFLATER: TypeSpec =
    TypeSpec::new("Inflater", "What reads a stream.", ROWS).in_module("_zlib").with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method(
        "run",
        "($self, data, limit, /)",
        "Take data: what was read, no more bytes than the limit unless it is 0; how many bytes were used; and whether \
         the stream goes on (0), ended (1) or is damaged (2).",
        run,
    ),
    method("copy", "($self, /)", "Another one in the same state.", copy),
];

/// How much is read at once.
const PORTION: usize = 1 << 16;
const FLAGS: u32 = TINFL_FLAG_HAS_MORE_INPUT | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_IGNORE_ADLER32;

#[derive(Clone)]
struct Inflater {
    core: Box<DecompressorOxide>,
    history: Vec<u8>,
    window: usize,
}

/// What one call reads.
struct Portion {
    out: Vec<u8>,
    used: usize,
    state: i64,
}

impl Inflater {
    fn run(&mut self, data: &[u8], limit: usize) -> Option<Portion> {
        let mut portion = Portion { out: Vec::new(), used: 0, state: 0 };
        let mut buffer: Vec<u8> = Vec::new();
        loop {
            // Matches could reach over a small window by what a portion has: a little, that is.
            let most = if self.window < WINDOW { self.window.div_ceil(1024) } else { PORTION };
            let room = if limit == 0 { most } else { (limit - portion.out.len()).min(most) };
            // The history stands before the place for what is read: matches reach back into it.
            let start = self.history.len();
            buffer.clear();
            buffer.try_reserve(start + room).ok()?;
            buffer.extend_from_slice(&self.history);
            buffer.resize(start + room, 0);
            let input = data.get(portion.used..)?;
            let (status, used, written) = decompress(&mut self.core, input, &mut buffer, start, FLAGS);
            portion.used += used;
            let new = buffer.get(start..start + written)?;
            remember(&mut self.history, new, self.window)?;
            portion.out.try_reserve(written).ok()?;
            portion.out.extend_from_slice(new);
            match status {
                TINFLStatus::Done => portion.state = 1,
                TINFLStatus::NeedsMoreInput => (),
                TINFLStatus::HasMoreOutput if limit == 0 || portion.out.len() < limit => continue,
                TINFLStatus::HasMoreOutput => (),
                _ => portion.state = 2,
            }
            return Some(portion);
        }
    }
}

/// `_zlib.inflater`.
pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[history, wbits] = args else { return Err(raise::internal(iso)) };
    let wbits = wbits.given().map_or(Ok(15), |wbits| iso.to_isize(wbits))?;
    let window = 1_usize << wbits.clamp(5, 15);
    let mut history = binascii::data(iso, history)?;
    history.drain(..history.len().saturating_sub(window));
    let made = Inflater { core: Box::new(DecompressorOxide::new()), history, window };
    keep(iso, &INFLATER, Box::new(made))
}

fn run(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, data, limit] = args else { return Err(raise::internal(iso)) };
    let limit = usize::try_from(iso.to_isize(limit)?).unwrap_or(0);
    let data = binascii::data(iso, data)?;
    let portion = lend(iso, this, |inflater: &mut Inflater| inflater.run(&data, limit))?;
    let out = iso.new_bytes(&portion.out)?;
    let used = iso.new_int(portion.used as i64)?;
    let state = iso.new_int(portion.state)?;
    iso.new_tuple(&[out, used, state])
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let made = lend(iso, this, |inflater: &mut Inflater| Some(inflater.clone()))?;
    keep(iso, &INFLATER, Box::new(made))
}
