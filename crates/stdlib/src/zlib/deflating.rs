//! Writing the deflate format.
//!
//! The compressor can't be copied. A copy is a new one that has seen the last window of data: what it writes goes on where
//! the other one stood, if that ended a block first.

use super::{WINDOW, keep, lend, remember};
use crate::binascii;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};

/// What writes a stream; the number is that of the resource.
pub(super) static DEFLATER: TypeSpec =
    TypeSpec::new("Deflater", "What writes a stream.", ROWS).in_module("_zlib").with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method("run", "($self, data, flush, /)", "Take data: what is written now. Flush 0, 2, 3 or 4 as in zlib.", run),
    method("copy", "($self, /)", "Another one in the same state, and what both write first.", copy),
];

struct Deflater {
    core: Box<CompressorOxide>,
    flags: u32,
    /// How far back it may look.
    window: usize,
    /// What it took since it last forgot everything: smaller windows than the compressor's are kept by forgetting.
    since: usize,
    history: Vec<u8>,
}

impl Deflater {
    fn new(flags: u32, window: usize, history: Vec<u8>) -> Option<Deflater> {
        let core = Box::new(CompressorOxide::new(flags));
        let mut new = Deflater { core, flags, window, since: history.len(), history: Vec::new() };
        if !history.is_empty() {
            // What is written for it, the reader has already.
            let mut unused = Vec::new();
            new.feed(&history, TDEFLFlush::Sync, &mut unused)?;
        }
        new.history = history;
        Some(new)
    }

    fn feed(&mut self, mut data: &[u8], flush: TDEFLFlush, out: &mut Vec<u8>) -> Option<()> {
        let mut buffer = [0; 4096];
        loop {
            let (status, taken, written) = compress(&mut self.core, data, &mut buffer, flush);
            data = data.get(taken..)?;
            out.try_reserve(written).ok()?;
            out.extend_from_slice(buffer.get(..written)?);
            let is_over = match status {
                TDEFLStatus::Okay => data.is_empty() && written < buffer.len(),
                _ => true,
            };
            if is_over {
                return Some(());
            }
        }
    }

    fn run(&mut self, data: &[u8], flush: TDEFLFlush) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut rest = data;
        if self.window < WINDOW {
            while self.since + rest.len() > self.window {
                let (now, later) = rest.split_at_checked(self.window.saturating_sub(self.since))?;
                self.feed(now, TDEFLFlush::Full, &mut out)?;
                self.since = 0;
                self.history.clear();
                rest = later;
            }
        }
        self.feed(rest, flush, &mut out)?;
        if flush == TDEFLFlush::Full {
            self.since = 0;
            self.history.clear();
        } else {
            self.since = self.since.saturating_add(rest.len());
            remember(&mut self.history, rest, WINDOW)?;
        }
        Some(out)
    }
}

fn number(iso: &mut Isolate, value: Value) -> Completion<i32> {
    let number = iso.to_isize(value)?;
    Ok(i32::try_from(number).unwrap_or(-1))
}

/// `_zlib.deflater`.
pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[level, strategy, wbits, history] = args else { return Err(raise::internal(iso)) };
    let (level, strategy, wbits) = (number(iso, level)?, number(iso, strategy)?, number(iso, wbits)?);
    let mut history = binascii::data(iso, history)?;
    let window = 1_usize << wbits.clamp(5, 15);
    history.drain(..history.len().saturating_sub(window));
    let level = if level < 0 { 6 } else { level };
    let flags = create_comp_flags_from_zip_params(level, -15, strategy);
    match Deflater::new(flags, window, history) {
        Some(made) => keep(iso, &DEFLATER, Box::new(made)),
        None => Err(raise::memory_error(iso)),
    }
}

fn run(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, data, flush] = args else { return Err(raise::internal(iso)) };
    let flush = match iso.to_isize(flush)? {
        0 => TDEFLFlush::None,
        3 => TDEFLFlush::Full,
        4 => TDEFLFlush::Finish,
        _ => TDEFLFlush::Sync,
    };
    let data = binascii::data(iso, data)?;
    let out = lend(iso, this, |deflater: &mut Deflater| deflater.run(&data, flush))?;
    iso.new_bytes(&out)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (made, written) = lend(iso, this, |deflater: &mut Deflater| {
        let written = deflater.run(&[], TDEFLFlush::Sync)?;
        let mut made = Deflater::new(deflater.flags, deflater.window, deflater.history.clone())?;
        made.since = deflater.since;
        Some((made, written))
    })?;
    let made = keep(iso, &DEFLATER, Box::new(made))?;
    let written = iso.new_bytes(&written)?;
    iso.new_tuple(&[made, written])
}
