//! Plain data as a pickle: what CPython's pickler writes for exact objects of the builtin types.

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The protocol that is written if nobody says otherwise.
const HIGHEST: i64 = 5;
/// From this size on a frame is closed before the next object, and bytes stand between frames.
const FRAME_SIZE: usize = 64 * 1024;
/// Frames with less in them are not marked as such.
const LEAST_FRAME: usize = 4;
/// The instruction of a frame, and its size.
const FRAME_HEADER: usize = 9;
/// Items of containers are put on the stack in portions.
const PORTION: usize = 1000;
/// What nests deeper is written by the class, which tells of it.
const DEEPEST: u32 = 600;

/// `plain_bytes(obj, protocol)`.
pub(super) fn plain_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[object, protocol] = args else { return Err(raise::internal(iso)) };
    let protocol = match (protocol, protocol.as_small_int()) {
        (Value::NONE, _) | (_, Some(..0)) => HIGHEST,
        (_, Some(protocol @ 4..=HIGHEST)) => protocol,
        _ => return Ok(Value::NONE),
    };
    let mut writer = Writer { out: alloc::vec![0x80, protocol as u8], frame: 2, protocol, memo: Memo::default() };
    writer.begin_frame();
    if writer.save(iso, object, 0).is_none() {
        return Ok(Value::NONE);
    }
    writer.out.push(b'.');
    writer.end_frame();
    iso.new_bytes(&writer.out)
}

/// Which objects were written already, by what `id` gives for them: a table with open addresses.
#[derive(Debug, Default)]
struct Memo {
    /// An address and the number of the object; address 0 is a free place.
    places: Vec<(u64, u32)>,
    count: usize,
}

impl Memo {
    fn place(&self, address: u64) -> usize {
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mask = self.places.len().wrapping_sub(1);
        let mut place = (address.wrapping_mul(SPREAD) >> 32) as usize & mask;
        while self.places.get(place).is_some_and(|&(other, _)| other != 0 && other != address) {
            place = (place + 1) & mask;
        }
        place
    }

    fn get(&self, address: u64) -> Option<u32> {
        self.places.get(self.place(address)).filter(|&&(other, _)| other == address).map(|&(_, number)| number)
    }

    fn add(&mut self, address: u64) {
        if 2 * (self.count + 1) > self.places.len() {
            let before = core::mem::take(&mut self.places);
            self.places.resize((before.len() * 2).max(16), (0, 0));
            for entry in before.into_iter().filter(|&(other, _)| other != 0) {
                self.put(entry);
            }
        }
        self.put((address, self.count as u32));
        self.count += 1;
    }

    fn put(&mut self, entry: (u64, u32)) {
        let place = self.place(entry.0);
        if let Some(free) = self.places.get_mut(place) {
            *free = entry;
        }
    }
}

struct Writer {
    out: Vec<u8>,
    /// Where the frame begins, with its header.
    frame: usize,
    protocol: i64,
    memo: Memo,
}

impl Writer {
    fn begin_frame(&mut self) {
        self.frame = self.out.len();
        self.out.push(0x95);
        self.out.extend_from_slice(&[0; FRAME_HEADER - 1]);
    }

    /// How much is in the frame.
    fn framed(&self) -> usize {
        self.out.len().saturating_sub(self.frame + FRAME_HEADER)
    }

    fn end_frame(&mut self) {
        let size = self.framed();
        if size < LEAST_FRAME {
            self.out.drain(self.frame..self.frame + FRAME_HEADER);
            return;
        }
        if let Some(place) = self.out.get_mut(self.frame + 1..self.frame + FRAME_HEADER) {
            place.copy_from_slice(&(size as u64).to_le_bytes());
        }
    }

    /// Writes an object; nothing if that needs more than what is here.
    fn save(&mut self, iso: &Isolate, object: Value, depth: u32) -> Option<()> {
        if self.framed() >= FRAME_SIZE {
            self.end_frame();
            self.begin_frame();
        }
        if let Some(int) = object.as_small_int() {
            self.save_int(int);
            return Some(());
        }
        if let Some(float) = iso.heap.float(object) {
            self.out.push(b'G');
            self.out.extend_from_slice(&float.to_be_bytes());
            return Some(());
        }
        match object {
            Value::NONE => self.out.push(b'N'),
            Value::TRUE => self.out.push(0x88),
            Value::FALSE => self.out.push(0x89),
            _ => return self.save_once(iso, object, depth),
        }
        Some(())
    }

    fn save_int(&mut self, int: i64) {
        match int {
            0..=0xFF => self.out.extend_from_slice(&[b'K', int as u8]),
            0x100..=0xFFFF => {
                self.out.push(b'M');
                self.out.extend_from_slice(&(int as u16).to_le_bytes());
            }
            _ => match i32::try_from(int) {
                Ok(int) => {
                    self.out.push(b'J');
                    self.out.extend_from_slice(&int.to_le_bytes());
                }
                Err(_) => {
                    let (sign, bytes) = (if int < 0 { u64::MAX } else { 0 }, int.to_le_bytes());
                    // The highest bit that is kept says what the sign is.
                    let bits = 64 - (int as u64 ^ sign).leading_zeros();
                    let size = (bits / 8 + 1) as usize;
                    self.out.extend_from_slice(&[0x8a, size as u8]);
                    self.out.extend_from_slice(bytes.get(..size).unwrap_or(&bytes));
                }
            },
        }
    }

    fn save_once(&mut self, iso: &Isolate, object: Value, depth: u32) -> Option<()> {
        let kind = iso.heap.kind(object);
        if kind == Some(Kind::Int) {
            self.save_int(iso.as_i64(object)?);
            return Some(());
        }
        let address = iso.address_of(object);
        if let Some(number) = self.memo.get(address) {
            self.get(number);
            return Some(());
        }
        if let Some(text) = iso.heap.str_bytes(object) {
            self.header(text.len(), [0x8c, b'X', 0x8d]);
            self.large(text);
            self.memoize(address);
            return Some(());
        }
        if depth >= DEEPEST {
            return None;
        }
        match kind? {
            Kind::Bytes => {
                let bytes = iso.heap.bytes(object)?;
                self.header(bytes.len(), [b'C', b'B', 0x8e]);
                self.large(bytes);
                self.memoize(address);
            }
            Kind::ByteArray if self.protocol >= 5 => {
                let bytes = iso.heap.bytearray(object)?;
                self.break_frame(bytes.len());
                self.out.push(0x96);
                self.out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
                self.large(bytes);
                self.memoize(address);
            }
            Kind::Tuple => return self.save_tuple(iso, object, address, depth),
            Kind::List => self.save_list(iso, object, address, depth)?,
            Kind::Dict => self.save_dict(iso, object, address, depth)?,
            Kind::Set => return self.save_set(iso, object, address, depth),
            _ => return None,
        }
        Some(())
    }

    /// The instruction for so many bytes, which follow: for at most 255, for 32 bits, and for 64.
    fn header(&mut self, size: usize, [short, medium, long]: [u8; 3]) {
        self.break_frame(size);
        if let Ok(size) = u8::try_from(size) {
            self.out.extend_from_slice(&[short, size]);
        } else if let Ok(size) = u32::try_from(size) {
            self.out.push(medium);
            self.out.extend_from_slice(&size.to_le_bytes());
        } else {
            self.out.push(long);
            self.out.extend_from_slice(&(size as u64).to_le_bytes());
        }
    }

    /// Many bytes stand outside of frames.
    fn break_frame(&mut self, size: usize) {
        if size >= FRAME_SIZE {
            self.end_frame();
        }
    }

    fn large(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        if bytes.len() >= FRAME_SIZE {
            self.begin_frame();
        }
    }

    fn memoize(&mut self, address: u64) {
        self.memo.add(address);
        self.out.push(0x94);
    }

    fn get(&mut self, number: u32) {
        match u8::try_from(number) {
            Ok(number) => self.out.extend_from_slice(&[b'h', number]),
            Err(_) => {
                self.out.push(b'j');
                self.out.extend_from_slice(&number.to_le_bytes());
            }
        }
    }

    fn save_tuple(&mut self, iso: &Isolate, tuple: Value, address: u64, depth: u32) -> Option<()> {
        let size = iso.heap.sequence_len(tuple);
        if size == 0 {
            self.out.push(b')');
            return Some(());
        }
        if size > 3 {
            self.out.push(b'(');
        }
        for item in iso.heap.items(tuple) {
            self.save(iso, item, depth + 1)?;
        }
        if let Some(number) = self.memo.get(address) {
            // The tuple contains itself: it was written meanwhile, and what was written here is dropped.
            let (drop, count) = if size > 3 { (b'1', 1) } else { (b'0', size) };
            self.out.extend(core::iter::repeat_n(drop, count));
            self.get(number);
            return Some(());
        }
        self.out.push(match size {
            1 => 0x85,
            2 => 0x86,
            3 => 0x87,
            _ => b't',
        });
        self.memoize(address);
        Some(())
    }

    fn save_list(&mut self, iso: &Isolate, list: Value, address: u64, depth: u32) -> Option<()> {
        self.out.push(b']');
        self.memoize(address);
        let mut items = iso.heap.items(list);
        if items.len() == 1 {
            self.save(iso, items.next()?, depth + 1)?;
            self.out.push(b'a');
        }
        while items.len() > 0 {
            self.out.push(b'(');
            for item in items.by_ref().take(PORTION) {
                self.save(iso, item, depth + 1)?;
            }
            self.out.push(b'e');
        }
        Some(())
    }

    fn save_dict(&mut self, iso: &Isolate, dict: Value, address: u64, depth: u32) -> Option<()> {
        self.out.push(b'}');
        self.memoize(address);
        let size = iso.heap.table_len(dict);
        let mut entries = iso.heap.entries(dict);
        if size == 1 {
            let (key, value) = entries.next()?;
            self.save(iso, key, depth + 1)?;
            self.save(iso, value, depth + 1)?;
            self.out.push(b's');
        } else if size > 1 {
            // A last portion that is full has an empty one behind it.
            for _ in 0..=size / PORTION {
                self.out.push(b'(');
                for (key, value) in entries.by_ref().take(PORTION) {
                    self.save(iso, key, depth + 1)?;
                    self.save(iso, value, depth + 1)?;
                }
                self.out.push(b'u');
            }
        }
        Some(())
    }

    fn save_set(&mut self, iso: &Isolate, set: Value, address: u64, depth: u32) -> Option<()> {
        let size = iso.heap.table_len(set);
        let mut elements = iso.heap.entries(set).map(|(element, _)| element);
        if iso.heap.is_frozen_set(set) {
            self.out.push(b'(');
            for element in elements {
                self.save(iso, element, depth + 1)?;
            }
            if let Some(number) = self.memo.get(address) {
                self.out.push(b'1');
                self.get(number);
                return Some(());
            }
            self.out.push(0x91);
            self.memoize(address);
            return Some(());
        }
        self.out.push(0x8f);
        self.memoize(address);
        if size == 0 {
            return Some(());
        }
        for _ in 0..=size / PORTION {
            self.out.push(b'(');
            for element in elements.by_ref().take(PORTION) {
                self.save(iso, element, depth + 1)?;
            }
            self.out.push(0x90);
        }
        Some(())
    }
}
