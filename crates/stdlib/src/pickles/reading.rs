//! The instructions of a pickle that need nothing of a program: they work on a list as the stack, a list of the stacks
//! below the marks, and a dict as the memo. Before any other instruction, and before whatever is wrong, this stops, having
//! changed nothing: the class in Python does it, or says what is wrong.

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// How many instructions are done before the interpreter has a look at the world.
const STRETCH: usize = 1 << 14;
/// The highest protocol.
const HIGHEST: u8 = 5;

/// What a pickle works on.
struct Machine<'a> {
    data: &'a [u8],
    at: usize,
    stack: Value,
    below: Value,
    memo: Value,
    /// All of the pickle is here, so that its frames need not be read.
    is_whole: bool,
}

/// What an instruction came to.
enum Done {
    /// The next one may come.
    Next,
    /// It was not done.
    Other,
    /// The object is read.
    Stop(Value),
}

/// `plain_object(data)`: a tuple of the object; None if more than plain data is in the pickle.
pub(super) fn plain_object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[data] = args else { return Err(raise::internal(iso)) };
    let data = iso.heap.bytes(data).unwrap_or(&[]).to_vec();
    let (stack, below, memo) = (iso.new_list(&[])?, iso.new_list(&[])?, iso.new_dict()?);
    let mut machine = Machine { data: &data, at: 0, stack, below, memo, is_whole: true };
    loop {
        match iso.scope(|iso| machine.step(iso))? {
            Done::Next => {}
            Done::Other => return Ok(Value::NONE),
            Done::Stop(object) => return iso.new_tuple(&[object]),
        }
    }
}

/// `run(data, at, stack, below, memo)`: the place behind what was done, and the stack.
pub(super) fn run(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[source, at, stack, below, memo] = args else { return Err(raise::internal(iso)) };
    let start = iso.to_size(at)?;
    // Instructions come in stretches, and between them much of the data may be what a program reads by itself.
    let rest = iso.heap.bytes(source).and_then(|data| data.get(start..)).unwrap_or(&[]);
    let is_plain = rest.first().is_some_and(|&code| is_plain(code));
    if !is_plain {
        return iso.new_tuple(&[at, stack]);
    }
    let data = rest.get(..rest.len().min(MOST)).unwrap_or(rest).to_vec();
    let mut machine = Machine { data: &data, at: 0, stack, below, memo, is_whole: false };
    for _ in 0..STRETCH {
        iso.keep(machine.stack);
        if !matches!(iso.scope(|iso| machine.step(iso))?, Done::Next) {
            break;
        }
    }
    let (at, stack) = (iso.new_int((start + machine.at) as i64)?, machine.stack);
    iso.new_tuple(&[at, stack])
}

/// So much of the data is copied at once, unless an instruction is longer: that is left to the class.
const MOST: usize = 1 << 12;

/// Whether an instruction may be done here.
fn is_plain(code: u8) -> bool {
    matches!(
        code,
        b'(' | b'0' | b'N' | 0x88 | 0x89 | b'K' | b'M' | b'J' | 0x8a | b'G' | 0x8c | b'X' | b'C' | b'B' | b']' | b'}'
    ) || matches!(code, 0x8f | b')' | 0x85 | 0x86 | 0x87 | b't' | b'a' | b'e' | b's' | b'u' | 0x90 | b'h' | b'j' | b'q')
        || matches!(code, b'r' | 0x94)
}

impl Machine<'_> {
    /// Bytes at a distance behind the instruction.
    fn bytes(&self, distance: usize, size: usize) -> Option<&[u8]> {
        let start = self.at + distance;
        self.data.get(start..start.checked_add(size)?)
    }

    fn array<const SIZE: usize>(&self) -> Option<[u8; SIZE]> {
        self.data.get(self.at + 1..)?.first_chunk().copied()
    }

    /// Does one instruction.
    fn step(&mut self, iso: &mut Isolate) -> Completion<Done> {
        let Some(&code) = self.data.get(self.at) else { return Ok(Done::Other) };
        if self.is_whole {
            match code {
                0x80 if self.array().is_some_and(|[version]| version <= HIGHEST) => {
                    self.at += 2;
                    return Ok(Done::Next);
                }
                0x95 => {
                    let left = self.data.len().saturating_sub(self.at + 9) as u64;
                    if self.array().is_none_or(|size| u64::from_le_bytes(size) > left) {
                        return Ok(Done::Other);
                    }
                    self.at += 9;
                    return Ok(Done::Next);
                }
                b'.' => return Ok(self.top(iso).map_or(Done::Other, Done::Stop)),
                _ => {}
            }
        }
        match self.value(iso, code)? {
            Some((value, size)) => {
                iso.heap.list_append(self.stack, value)?;
                self.at += size;
                Ok(Done::Next)
            }
            None => Ok(if self.change(iso, code)? { Done::Next } else { Done::Other }),
        }
    }

    /// What an instruction puts on the stack, and its size.
    fn value(&self, iso: &mut Isolate, code: u8) -> Completion<Option<(Value, usize)>> {
        let made = match code {
            b'N' => (Value::NONE, 1),
            0x88 => (Value::TRUE, 1),
            0x89 => (Value::FALSE, 1),
            b')' => (iso.new_tuple(&[])?, 1),
            b']' => (iso.new_list(&[])?, 1),
            b'}' => (iso.new_dict()?, 1),
            0x8f => (iso.new_set(false)?, 1),
            b'K' | b'M' | b'J' | 0x8a | b'G' => return self.number(iso, code),
            0x8c | b'X' | b'C' | b'B' => return self.text(iso, code),
            b'h' | b'j' => {
                let (number, size) = match code {
                    b'h' => (self.array().map(|[number]| u32::from(number)), 2),
                    _ => (self.array().map(u32::from_le_bytes), 5),
                };
                let Some(number) = number else { return Ok(None) };
                let found = iso.heap.dict_get_plain(self.memo, Value::small_int(i64::from(number)));
                return Ok(found.map(|value| (value, size)));
            }
            _ => return Ok(None),
        };
        Ok(Some(made))
    }

    fn number(&self, iso: &mut Isolate, code: u8) -> Completion<Option<(Value, usize)>> {
        let (int, size) = match code {
            b'K' => (self.array().map(|[byte]| i64::from(byte)), 2),
            b'M' => (self.array().map(u16::from_le_bytes).map(i64::from), 3),
            b'J' => (self.array().map(i32::from_le_bytes).map(i64::from), 5),
            b'G' => {
                let Some(bytes) = self.array() else { return Ok(None) };
                return Ok(Some((iso.new_float(f64::from_be_bytes(bytes))?, 9)));
            }
            _ => {
                let Some(size @ 1..=8) = self.array().map(|[size]| usize::from(size)) else { return Ok(None) };
                let Some(bytes) = self.bytes(2, size) else { return Ok(None) };
                let bits = bytes.iter().rev().fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
                let shift = 64 - 8 * size as u32;
                (Some((bits << shift) as i64 >> shift), 2 + size)
            }
        };
        match int {
            Some(int) => Ok(Some((iso.new_int(int)?, size))),
            None => Ok(None),
        }
    }

    fn text(&self, iso: &mut Isolate, code: u8) -> Completion<Option<(Value, usize)>> {
        let (size, before) = match code {
            0x8c | b'C' => (self.array().map(|[size]| u32::from(size)), 2),
            _ => (self.array().map(u32::from_le_bytes), 5),
        };
        let Some(bytes) = size.and_then(|size| self.bytes(before, size as usize)) else { return Ok(None) };
        let value = match code {
            b'C' | b'B' => iso.new_bytes(bytes)?,
            // Lone surrogates are the decoder's business.
            _ => match core::str::from_utf8(bytes) {
                Ok(text) => iso.new_str(text)?,
                Err(_) => return Ok(None),
            },
        };
        Ok(Some((value, before + bytes.len())))
    }

    fn top(&self, iso: &Isolate) -> Option<Value> {
        iso.heap.list_item(self.stack, iso.heap.sequence_len(self.stack).checked_sub(1)?)
    }

    /// The last items of the stack; nothing if it has less.
    fn last<const COUNT: usize>(&self, iso: &Isolate) -> Option<[Value; COUNT]> {
        let start = iso.heap.sequence_len(self.stack).checked_sub(COUNT)?;
        let mut items = [Value::NONE; COUNT];
        for (index, place) in items.iter_mut().enumerate() {
            *place = iso.heap.list_item(self.stack, start + index)?;
        }
        Some(items)
    }

    /// Takes as many items off the stack and puts one there.
    fn replace(&mut self, iso: &mut Isolate, count: usize, value: Option<Value>) -> Completion<()> {
        let length = iso.heap.sequence_len(self.stack);
        let place = value.as_slice();
        Ok(iso.heap.splice_list(self.stack, length.saturating_sub(count), length, place)?)
    }

    /// Does an instruction that changes the stack or what lies there; whether it did.
    fn change(&mut self, iso: &mut Isolate, code: u8) -> Completion<bool> {
        let mut size = 1;
        let done = match code {
            b'(' => {
                let fresh = iso.new_list(&[])?;
                iso.heap.list_append(self.below, self.stack)?;
                self.stack = fresh;
                true
            }
            b'0' if self.top(iso).is_some() => {
                self.replace(iso, 1, None)?;
                true
            }
            0x85 => match self.last::<1>(iso) {
                Some(items) => self.join(iso, &items)?,
                None => false,
            },
            0x86 => match self.last::<2>(iso) {
                Some(items) => self.join(iso, &items)?,
                None => false,
            },
            0x87 => match self.last::<3>(iso) {
                Some(items) => self.join(iso, &items)?,
                None => false,
            },
            b'a' => match self.last::<2>(iso) {
                Some([list, item]) if iso.heap.kind(list) == Some(Kind::List) => {
                    iso.heap.list_append(list, item)?;
                    self.replace(iso, 1, None)?;
                    true
                }
                _ => false,
            },
            b's' => match self.last::<3>(iso) {
                Some([dict, key, value]) if iso.heap.kind(dict) == Some(Kind::Dict) && iso.heap.is_plain_key(key) => {
                    iso.dict_set(dict, key, value)?;
                    self.replace(iso, 2, None)?;
                    true
                }
                _ => false,
            },
            0x94 => self.remember(iso, None)?,
            b'q' => {
                size = 2;
                match self.array() {
                    Some([number]) => self.remember(iso, Some(u32::from(number)))?,
                    None => false,
                }
            }
            b'r' => {
                size = 5;
                match self.array().map(u32::from_le_bytes) {
                    Some(number) => self.remember(iso, Some(number))?,
                    None => false,
                }
            }
            b't' | b'e' | b'u' | 0x90 => self.gather(iso, code)?,
            _ => false,
        };
        if done {
            self.at += size;
        }
        Ok(done)
    }

    /// A tuple of the last items takes their place.
    fn join(&mut self, iso: &mut Isolate, items: &[Value]) -> Completion<bool> {
        let tuple = iso.new_tuple(items)?;
        self.replace(iso, items.len(), Some(tuple))?;
        Ok(true)
    }

    /// Keeps what lies on top of the stack under a number, or under the next one.
    fn remember(&mut self, iso: &mut Isolate, number: Option<u32>) -> Completion<bool> {
        let Some(value) = self.top(iso) else { return Ok(false) };
        let number = number.map_or(iso.heap.table_len(self.memo) as i64, i64::from);
        iso.dict_set(self.memo, Value::small_int(number), value)?;
        Ok(true)
    }

    /// What is done with all items above the last mark.
    fn gather(&mut self, iso: &mut Isolate, code: u8) -> Completion<bool> {
        let Some(place) = iso.heap.sequence_len(self.below).checked_sub(1) else { return Ok(false) };
        let Some(under) = iso.heap.list_item(self.below, place) else { return Ok(false) };
        let items: Vec<Value> = iso.heap.items(self.stack).collect();
        if code == b't' {
            let tuple = iso.new_tuple(&items)?;
            iso.heap.list_append(under, tuple)?;
        } else {
            let count = iso.heap.sequence_len(under);
            let Some(target) = count.checked_sub(1).and_then(|last| iso.heap.list_item(under, last)) else {
                return Ok(false);
            };
            match (code, iso.heap.kind(target)) {
                (b'e', Some(Kind::List)) => iso.heap.extend_list(target, &items)?,
                (b'u', Some(Kind::Dict)) if items.len().is_multiple_of(2) => {
                    let (pairs, _) = items.as_chunks::<2>();
                    if !pairs.iter().all(|&[key, _]| iso.heap.is_plain_key(key)) {
                        return Ok(false);
                    }
                    for &[key, value] in pairs {
                        iso.dict_set(target, key, value)?;
                    }
                }
                (0x90, Some(Kind::Set)) if items.iter().all(|&item| iso.heap.is_plain_key(item)) => {
                    for item in items {
                        iso.set_add(target, item)?;
                    }
                }
                _ => return Ok(false),
            }
        }
        iso.heap.remove_list_item(self.below, place);
        self.stack = under;
        Ok(true)
    }
}
