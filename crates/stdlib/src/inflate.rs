//! `_inflate`: reads the deflate format and those around it (RFC 1950 to 1952) in little memory and little code: what is read
//! is asked of a stream byte by byte, and nothing behind the end.
//!
//! The window of what was read grows as far as the stream needs it. Desktops read whole archives with `_zlib`, which is faster.

use crate::binascii::crc_step;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_platform::Error;
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeId, TypeSpec, function, method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// `_inflate`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_inflate",
    doc: "Reading the deflate format.",
    rows: &[function(
        "reader",
        "($module, read, format, wbits, /)",
        "What reads a stream, of which read(1) gives a byte: the head is read at once.",
        reader,
    )],
    types: &[&READER],
    initialize: None,
    frozen: None,
};

/// A record: field 0 is the function that gives bytes; the number is that of the resource.
static READER: TypeSpec =
    TypeSpec::new("Reader", "What reads a stream.", ROWS).in_module("_inflate").with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[method("read", "($self, size, /)", "So many bytes, or all that there are.", read)];

// What a stream looks like, as programs say it. The head tells which one it is.
const ANY: i64 = 0;
const RAW: i64 = 1;
const ZLIB: i64 = 2;
const GZIP: i64 = 3;

/// The window of a stream without a head, as a power of two.
const USUAL_WINDOW: i64 = 8;
/// The longest code.
const LONGEST: usize = 15;
/// Literals, the end of a block, and lengths.
const SYMBOLS: usize = 288;
const END_OF_BLOCK: u32 = 256;
/// Where the lengths of codes for lengths of codes stand.
const ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/// Sums of Adler-32 are smaller.
const ADLER_BASE: u32 = 65521;

/// A code: how many symbols each length has, and the symbols in the order of their codes.
struct Code {
    counts: [u16; LONGEST + 1],
    symbols: [u16; SYMBOLS],
}

impl Code {
    const EMPTY: Code = Code { counts: [0; LONGEST + 1], symbols: [0; SYMBOLS] };

    /// The code whose symbols have these lengths; nothing if there are more than can be told apart.
    fn set(&mut self, lengths: &[u8]) -> Option<()> {
        self.counts = [0; LONGEST + 1];
        let mut end = 0;
        let mut left = 1_i32;
        for length in 1..=LONGEST as u8 {
            let start = end;
            for (symbol, _) in lengths.iter().enumerate().filter(|(_, have)| **have == length) {
                *self.symbols.get_mut(end)? = symbol as u16;
                end += 1;
            }
            *self.counts.get_mut(usize::from(length))? = (end - start) as u16;
            left = left * 2 - (end - start) as i32;
            if left < 0 {
                return None;
            }
        }
        Some(())
    }
}

/// What comes next.
#[derive(Clone, Copy)]
enum State {
    /// A block.
    Block,
    /// So many bytes that are not compressed.
    Stored(u32),
    /// Symbols.
    Symbols,
    /// So many bytes from so far back.
    Copy(u32, usize),
    Over,
}

/// What reads a stream.
struct Inflater {
    format: i64,
    state: State,
    is_last: bool,
    /// Bits of bytes that were read, fewer than eight between two questions.
    bits: u32,
    count: u32,
    /// What was read last, as a ring once it has its full size.
    window: Vec<u8>,
    size: usize,
    at: usize,
    literals: Code,
    distances: Code,
    /// The checksum, of which Adler-32 has two parts; and how many bytes were read.
    check: (u32, u32),
    total: u32,
}

/// A stream while it is read.
struct Source<'a> {
    iso: &'a mut Isolate,
    read: Value,
    inflater: &'a mut Inflater,
}

impl Source<'_> {
    #[cold]
    fn damaged(&mut self) -> Raised {
        raise::os_error(self.iso, Error::INVALID.code())
    }

    fn byte(&mut self) -> Completion<u32> {
        let read = self.read;
        self.iso.scope(|iso| {
            let data = iso.call(read, &[Value::small_int(1)])?;
            match iso.bytes_like(data).and_then(|data| data.first().copied()) {
                Some(byte) => Ok(byte.into()),
                None => Err(raise::exception_with(iso, TypeId::EOF_ERROR, &[])),
            }
        })
    }

    /// So many bits, sixteen at most.
    fn bits(&mut self, count: u32) -> Completion<u32> {
        while self.inflater.count < count {
            self.inflater.bits |= self.byte()? << self.inflater.count;
            self.inflater.count += 8;
        }
        let bits = self.inflater.bits & ((1 << count) - 1);
        self.inflater.bits >>= count;
        self.inflater.count -= count;
        Ok(bits)
    }

    /// A number of four bytes, the lowest first.
    fn word(&mut self) -> Completion<u32> {
        Ok(self.bits(16)? | self.bits(16)? << 16)
    }

    fn skip(&mut self, bytes: u32) -> Completion<()> {
        for _ in 0..bytes {
            self.byte()?;
        }
        Ok(())
    }

    /// A symbol: codes of one length are numbers that follow each other.
    fn symbol(&mut self, code: fn(&Inflater) -> &Code) -> Completion<u32> {
        let (mut number, mut first, mut place) = (0, 0, 0);
        for length in 1..=LONGEST {
            number = number << 1 | self.bits(1)?;
            first <<= 1;
            let code = code(self.inflater);
            let count = u32::from(code.counts.get(length).copied().unwrap_or(0));
            if number - first < count {
                let symbol = code.symbols.get((place + number - first) as usize).copied();
                return Ok(symbol.unwrap_or_default().into());
            }
            place += count;
            first += count;
        }
        Err(self.damaged())
    }

    /// The head of a stream that has one: how large a window it asks for.
    fn head(&mut self) -> Completion<i64> {
        let (first, second) = (self.byte()?, self.byte()?);
        let (format, wbits) = if (first, second) == (0x1f, 0x8b) {
            let (method, flags) = (self.byte()?, self.byte()?);
            if method != 8 || flags & 0xe0 != 0 {
                return Err(self.damaged());
            }
            self.skip(6)?;
            if flags & 4 != 0 {
                let size = self.bits(16)?;
                self.skip(size)?;
            }
            for text in [8, 16] {
                while flags & text != 0 && self.byte()? != 0 {}
            }
            self.skip(flags & 2)?;
            (GZIP, LONGEST as u32)
        } else {
            let wbits = (first >> 4) + 8;
            if (first * 256 + second) % 31 != 0 || first & 15 != 8 || second & 0x20 != 0 || wbits > 15 {
                return Err(self.damaged());
            }
            (ZLIB, wbits)
        };
        if self.inflater.format != ANY && self.inflater.format != format {
            return Err(self.damaged());
        }
        self.inflater.format = format;
        self.inflater.check = (u32::from(format == ZLIB), 0);
        Ok(wbits.into())
    }

    /// What stands behind the data. The rest of the last byte is nothing's.
    fn tail(&mut self) -> Completion<()> {
        self.inflater.count = 0;
        self.inflater.bits = 0;
        let (low, high) = self.inflater.check;
        let is_right = match self.inflater.format {
            ZLIB => self.word()?.swap_bytes() == high << 16 | low,
            GZIP => {
                let is_right = self.word()? == low;
                self.word()? == self.inflater.total && is_right
            }
            _ => true,
        };
        if is_right { Ok(()) } else { Err(self.damaged()) }
    }

    /// The beginning of a block, or the end of the last one.
    fn block(&mut self) -> Completion<State> {
        if self.inflater.is_last {
            self.tail()?;
            return Ok(State::Over);
        }
        self.inflater.is_last = self.bits(1)? != 0;
        match self.bits(2)? {
            0 => {
                self.inflater.count = 0;
                self.inflater.bits = 0;
                let size = self.bits(16)?;
                if self.bits(16)? != size ^ 0xffff { Err(self.damaged()) } else { Ok(State::Stored(size)) }
            }
            1 => {
                let mut lengths = [8; SYMBOLS + 30];
                lengths.iter_mut().take(256).skip(144).for_each(|length| *length = 9);
                lengths.iter_mut().take(280).skip(256).for_each(|length| *length = 7);
                lengths.iter_mut().skip(SYMBOLS).for_each(|length| *length = 5);
                self.codes(&lengths, SYMBOLS)
            }
            2 => self.own_codes(),
            _ => Err(self.damaged()),
        }
    }

    fn codes(&mut self, lengths: &[u8], literals: usize) -> Completion<State> {
        let inflater = &mut *self.inflater;
        let set = lengths.split_at_checked(literals).and_then(|(literals, distances)| {
            inflater.literals.set(literals)?;
            inflater.distances.set(distances)
        });
        set.map(|()| State::Symbols).ok_or_else(|| self.damaged())
    }

    /// The codes of a block that has its own: their lengths are written in a third code.
    fn own_codes(&mut self) -> Completion<State> {
        let literals = self.bits(5)? as usize + 257;
        let count = literals + self.bits(5)? as usize + 1;
        let mut lengths = [0; SYMBOLS + 32];
        for place in ORDER.into_iter().take(self.bits(4)? as usize + 4) {
            let length = self.bits(3)? as u8;
            if let Some(place) = lengths.get_mut(usize::from(place)) {
                *place = length;
            }
        }
        self.codes(&lengths, ORDER.len())?;
        let mut done = 0;
        while done < count {
            let (value, times) = match self.symbol(|inflater| &inflater.literals)? {
                16 if done == 0 => return Err(self.damaged()),
                16 => (lengths.get(done - 1).copied().unwrap_or(0), self.bits(2)? + 3),
                17 => (0, self.bits(3)? + 3),
                18 => (0, self.bits(7)? + 11),
                length => (length as u8, 1),
            };
            match lengths.get_mut(done..done + times as usize) {
                Some(places) => places.fill(value),
                None => return Err(self.damaged()),
            }
            done += times as usize;
        }
        // What goes beyond the count, or has more literals than there are, is damaged as well.
        match lengths.get(..count) {
            Some(lengths) if done == count => self.codes(lengths, literals),
            _ => Err(self.damaged()),
        }
    }

    /// How long a match is, and how far back.
    fn copy(&mut self, symbol: u32) -> Completion<State> {
        let length = match symbol {
            285 => 258,
            257..285 => self.number(symbol - 257, 2)? + 3,
            _ => return Err(self.damaged()),
        };
        let symbol = self.symbol(|inflater| &inflater.distances)?;
        let distance = if symbol < 30 { self.number(symbol, 1)? as usize + 1 } else { usize::MAX };
        if distance > self.inflater.window.len() { Err(self.damaged()) } else { Ok(State::Copy(length, distance)) }
    }

    /// A number that begins with a symbol: each 2 to the power of `steps` symbols have one more bit behind them.
    fn number(&mut self, symbol: u32, steps: u32) -> Completion<u32> {
        let more = (symbol >> steps).saturating_sub(1);
        let first = if more == 0 { symbol } else { ((symbol & ((1 << steps) - 1)) + (1 << steps)) << more };
        Ok(first + self.bits(more)?)
    }

    /// Goes on until there are so many bytes, or the stream is over.
    fn run(&mut self, out: &mut Vec<u8>, limit: usize) -> Completion<()> {
        while out.len() < limit {
            let mut next = None;
            let state = match self.inflater.state {
                State::Over => return Ok(()),
                State::Block => self.block()?,
                State::Stored(0) => State::Block,
                State::Stored(left) => {
                    next = Some(self.bits(8)? as u8);
                    State::Stored(left - 1)
                }
                State::Copy(0, _) => State::Symbols,
                State::Copy(left, distance) => {
                    let at = self.inflater.at.wrapping_sub(distance) & (self.inflater.size - 1);
                    next = self.inflater.window.get(at).copied();
                    State::Copy(left - 1, distance)
                }
                State::Symbols => match self.symbol(|inflater| &inflater.literals)? {
                    END_OF_BLOCK => State::Block,
                    symbol if symbol > END_OF_BLOCK => self.copy(symbol)?,
                    byte => {
                        next = Some(byte as u8);
                        State::Symbols
                    }
                },
            };
            if let Some(byte) = next {
                let kept = out.try_reserve(1).is_ok().then(|| self.inflater.keep(byte)).flatten();
                if kept.is_none() {
                    return Err(raise::memory_error(self.iso));
                }
                out.push(byte);
            }
            self.inflater.state = state;
        }
        Ok(())
    }
}

impl Inflater {
    /// Remembers a byte; nothing if memory is short.
    fn keep(&mut self, byte: u8) -> Option<()> {
        if self.window.len() < self.size {
            self.window.try_reserve(1).ok()?;
            self.window.push(byte);
        } else {
            *self.window.get_mut(self.at)? = byte;
        }
        self.at = (self.at + 1) & (self.size - 1);
        self.total = self.total.wrapping_add(1);
        match self.format {
            ZLIB => {
                let low = (self.check.0 + u32::from(byte)) % ADLER_BASE;
                self.check = (low, (self.check.1 + low) % ADLER_BASE);
            }
            GZIP => self.check.0 = !crc_step(!self.check.0, byte),
            _ => (),
        }
        Some(())
    }
}

/// `_inflate.reader`.
fn reader(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[read, format, wbits] = args else { return Err(raise::internal(iso)) };
    let (format, wanted) = (iso.to_isize(format)?, iso.to_isize(wbits)?);
    let mut inflater = Box::new(Inflater {
        format,
        state: State::Block,
        is_last: false,
        bits: 0,
        count: 0,
        window: Vec::new(),
        size: 0,
        at: 0,
        literals: Code::EMPTY,
        distances: Code::EMPTY,
        check: (0, 0),
        total: 0,
    });
    let most = match format {
        RAW => USUAL_WINDOW,
        _ => Source { iso, read, inflater: &mut inflater }.head()?,
    };
    // No more than the head asks for.
    let wbits = if wanted == 0 || format != RAW && wanted > most { most } else { wanted };
    inflater.size = 1 << wbits.clamp(5, 15);
    let Some(id) = iso.find_type(&READER) else { return Err(raise::internal(iso)) };
    let Some(number) = iso.keep_resource(inflater) else { return Err(raise::memory_error(iso)) };
    let record = iso.new_record(id, number, &[read])?;
    iso.when_dead(record, Isolate::drop_resource);
    Ok(record)
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, size] = args else { return Err(raise::internal(iso)) };
    let limit = usize::try_from(iso.to_isize(size)?).unwrap_or(usize::MAX);
    let number = iso.heap.number(this);
    let read = iso.heap.field(this, 0);
    // One that is in use is asked by the stream that it reads.
    let Some(Ok(mut inflater)) = iso.take_resource(number).map(|held| held.downcast::<Inflater>()) else {
        return Err(raise::os_error(iso, Error::INVALID.code()));
    };
    let mut out = Vec::new();
    let result = Source { iso, read, inflater: &mut inflater }.run(&mut out, limit);
    iso.put_resource(number, inflater);
    result?;
    iso.new_bytes(&out)
}
