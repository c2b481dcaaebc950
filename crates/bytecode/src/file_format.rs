//! Compiled files: code objects as bytes.
//!
//! ```text
//! offset 0        4                8           12
//! +------+--------+----------------+-----------+----------------------------+
//! | FPY  | format | table's hash   | checksum  | body                       |
//! +------+--------+----------------+-----------+----------------------------+
//! body:  texts (count, then length and UTF-8 bytes of each), the filename's number, the code object
//! code:  name, qualified name (numbers of texts); first line, flags, the counts in the order of `CodeObject`;
//!        local names, cell slots, free names, names (count, then numbers of texts or slots);
//!        instructions (count, then 4 bytes each, low byte first); constants (count, then a tag and its content);
//!        handlers (count, then start, end, target, register);
//!        scoped names (count, then the text's number, slot, in a cell, start, end);
//!        line marks (count, then word, line, in front of a loop); positions (count, then bytes)
//! ```
//!
//! Numbers are of variable length, as in [`positions`](crate::positions). The table's hash stands for the instruction
//! set: a file of another version is refused, never misread. The reader takes any bytes: what it returns is well
//! formed, and never larger than some small multiple of the file; whether it is safe to run says the
//! [`verifier`](crate::verifier).

use crate::code_object::{CodeFlags, CodeObject, Constant, Handler, LineMark, ScopedName};
use crate::encoding::{INSTRUCTIONS, NAMES};
use crate::positions::{read_varint, write_varint};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use ferropy_numeric::Integer;

/// What a compiled file starts with; the last byte is the version of the format.
const MAGIC: [u8; 4] = *b"FPY\x02";
/// Magic, hash and checksum.
const HEADER_BYTES: usize = 12;
/// How deep code objects and tuples of constants may be nested.
const MOST_NESTED: u32 = 200;

/// How many bytes of text a file may stand for: for each of its own bytes, and in any case. A text that is named many
/// times is written once but read anew each time; without a limit, memory would grow with the square of the file.
const TEXT_PER_BYTE: usize = 256;
const TEXT_AT_LEAST: usize = 1 << 16;

/// Why bytes are no compiled file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// They don't start as compiled files do.
    NotCompiled,
    /// The file is of another version.
    OtherVersion,
    /// The checksum says that bytes were changed or lost.
    Damaged,
    /// The content makes no sense at this point.
    Malformed(&'static str),
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormatError::NotCompiled => formatter.write_str("not a compiled file"),
            FormatError::OtherVersion => formatter.write_str("compiled by another version of Ferropy"),
            FormatError::Damaged => formatter.write_str("the file is damaged"),
            FormatError::Malformed(what) => write!(formatter, "malformed {what}"),
        }
    }
}

impl core::error::Error for FormatError {}

/// A step of the FNV-1a hash.
const fn hash_byte(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn hash_bytes(mut hash: u32, bytes: &[u8]) -> u32 {
    let mut index = 0;
    while index < bytes.len() {
        hash = hash_byte(hash, bytes[index]);
        index += 1;
    }
    hash
}

const HASH_START: u32 = 0x811C_9DC5;

/// The hash of the instruction table: names, layouts and kinds of operands of all rows. It is made at compile time, so that
/// images need no names.
pub const TABLE_HASH: u32 = {
    let mut hash = HASH_START;
    let mut row = 0;
    while row < INSTRUCTIONS.len() {
        hash = hash_bytes(hash, NAMES[row].as_bytes());
        hash = hash_byte(hash, INSTRUCTIONS[row].layout as u8);
        let operands = INSTRUCTIONS[row].operands;
        let mut operand = 0;
        while operand < operands.len() {
            hash = hash_byte(hash_byte(hash, operands[operand].field as u8), operands[operand].kind as u8);
            operand += 1;
        }
        row += 1;
    }
    hash
};

/// Whether the bytes start as a compiled file does.
#[must_use]
pub fn is_compiled(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// Makes the checksum of a compiled file right again: for fuzzing what lies behind it.
pub fn mend_checksum(bytes: &mut [u8]) {
    if let Some((header, body)) = bytes.split_at_mut_checked(HEADER_BYTES)
        && let Some(place) = header.get_mut(8..)
    {
        place.copy_from_slice(&hash_bytes(HASH_START, body).to_le_bytes());
    }
}

/// The compiled file of a code object.
#[must_use]
pub fn encode(code: &CodeObject) -> Vec<u8> {
    let mut texts = Texts::default();
    texts.number(&code.filename);
    let mut content = Vec::new();
    write_code(&mut content, code, &mut texts);
    let mut body = Vec::new();
    write_varint(&mut body, texts.list.len() as u64);
    for text in &texts.list {
        write_bytes(&mut body, text.as_bytes());
    }
    write_varint(&mut body, 0);
    body.extend_from_slice(&content);
    let mut file = Vec::from(MAGIC);
    file.extend_from_slice(&TABLE_HASH.to_le_bytes());
    file.extend_from_slice(&hash_bytes(HASH_START, &body).to_le_bytes());
    file.extend_from_slice(&body);
    file
}

/// The texts of a file by number.
#[derive(Default)]
struct Texts<'a> {
    numbers: BTreeMap<&'a str, u64>,
    list: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    fn number(&mut self, text: &'a str) -> u64 {
        let next = self.list.len() as u64;
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.list.push(text);
        }
        number
    }
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn write_texts<'a>(out: &mut Vec<u8>, list: &'a [Box<str>], texts: &mut Texts<'a>) {
    write_varint(out, list.len() as u64);
    for text in list {
        write_varint(out, texts.number(text));
    }
}

fn write_code<'a>(out: &mut Vec<u8>, code: &'a CodeObject, texts: &mut Texts<'a>) {
    write_varint(out, texts.number(&code.name));
    write_varint(out, texts.number(&code.qualified_name));
    write_varint(out, u64::from(code.first_line));
    let counts = [code.flags.0, code.positional_only, code.positional, code.keyword_only, code.slots, code.caches];
    for count in counts {
        write_varint(out, u64::from(count));
    }
    write_texts(out, &code.local_names, texts);
    write_varint(out, code.cell_slots.len() as u64);
    for &slot in &code.cell_slots {
        write_varint(out, u64::from(slot));
    }
    write_texts(out, &code.free_names, texts);
    write_texts(out, &code.names, texts);
    write_varint(out, code.instructions.len() as u64);
    for word in &code.instructions {
        out.extend_from_slice(&word.to_le_bytes());
    }
    write_varint(out, code.constants.len() as u64);
    for constant in &code.constants {
        write_constant(out, constant, texts);
    }
    write_varint(out, code.handlers.len() as u64);
    for handler in &code.handlers {
        for number in [handler.start, handler.end, handler.target, u32::from(handler.register)] {
            write_varint(out, u64::from(number));
        }
    }
    write_varint(out, code.scoped_names.len() as u64);
    for scoped in &code.scoped_names {
        write_varint(out, texts.number(&scoped.name));
        for number in [u32::from(scoped.slot), u32::from(scoped.in_cell), scoped.start, scoped.end] {
            write_varint(out, u64::from(number));
        }
    }
    write_varint(out, code.line_marks.len() as u64);
    for mark in &code.line_marks {
        for number in [mark.word, mark.line, u32::from(mark.in_front_of_loop)] {
            write_varint(out, u64::from(number));
        }
    }
    write_bytes(out, &code.positions);
}

/// The tags of constants.
pub(crate) mod tag {
    pub(crate) const NONE: u8 = 0;
    pub(crate) const FALSE: u8 = 1;
    pub(crate) const TRUE: u8 = 2;
    pub(crate) const ELLIPSIS: u8 = 3;
    pub(crate) const INT: u8 = 4;
    pub(crate) const BIG_INT: u8 = 5;
    pub(crate) const NEGATIVE_BIG_INT: u8 = 6;
    pub(crate) const FLOAT: u8 = 7;
    pub(crate) const COMPLEX: u8 = 8;
    pub(crate) const STR: u8 = 9;
    pub(crate) const BYTES: u8 = 10;
    pub(crate) const TUPLE: u8 = 11;
    pub(crate) const FROZEN_SET: u8 = 12;
    pub(crate) const SLICE: u8 = 13;
    pub(crate) const CODE: u8 = 14;
    /// The number of a text, in [frozen](crate::frozen) code only.
    pub(crate) const TEXT: u8 = 15;
}

fn write_constant<'a>(out: &mut Vec<u8>, constant: &'a Constant, texts: &mut Texts<'a>) {
    let mut several = |tag: u8, items: &'a [Constant]| {
        out.push(tag);
        write_varint(out, items.len() as u64);
        for item in items {
            write_constant(out, item, texts);
        }
    };
    match constant {
        Constant::None => out.push(tag::NONE),
        Constant::Bool(false) => out.push(tag::FALSE),
        Constant::Bool(true) => out.push(tag::TRUE),
        Constant::Ellipsis => out.push(tag::ELLIPSIS),
        Constant::Int(int) => {
            out.push(tag::INT);
            write_varint(out, (int << 1 ^ int >> 63) as u64);
        }
        Constant::BigInt(int) => {
            out.push(if int.is_negative() { tag::NEGATIVE_BIG_INT } else { tag::BIG_INT });
            write_varint(out, int.limbs().len() as u64);
            for limb in int.limbs() {
                out.extend_from_slice(&limb.to_le_bytes());
            }
        }
        Constant::Float(float) => {
            out.push(tag::FLOAT);
            out.extend_from_slice(&float.to_bits().to_le_bytes());
        }
        Constant::Complex(real, imaginary) => {
            out.push(tag::COMPLEX);
            out.extend_from_slice(&real.to_bits().to_le_bytes());
            out.extend_from_slice(&imaginary.to_bits().to_le_bytes());
        }
        Constant::Str(bytes) => {
            out.push(tag::STR);
            write_bytes(out, bytes);
        }
        Constant::Bytes(bytes) => {
            out.push(tag::BYTES);
            write_bytes(out, bytes);
        }
        Constant::Tuple(items) => several(tag::TUPLE, items),
        Constant::FrozenSet(items) => several(tag::FROZEN_SET, items),
        Constant::Slice(parts) => {
            out.push(tag::SLICE);
            for part in parts.iter() {
                write_constant(out, part, texts);
            }
        }
        Constant::Code(code) => {
            out.push(tag::CODE);
            write_code(out, code, texts);
        }
        Constant::Loaded(_) => out.push(tag::NONE),
    }
}

/// The code object of a compiled file.
///
/// # Errors
/// For any bytes that [`encode`] of this version did not write. Code that is well formed may still be unsafe to run.
pub fn decode(file: &[u8]) -> Result<CodeObject, FormatError> {
    let Some((header, body)) = file.split_at_checked(HEADER_BYTES) else { return Err(FormatError::NotCompiled) };
    if !is_compiled(header) {
        return Err(FormatError::NotCompiled);
    }
    if header.get(4..8) != Some(&TABLE_HASH.to_le_bytes()) {
        return Err(FormatError::OtherVersion);
    }
    if header.get(8..12) != Some(&hash_bytes(HASH_START, body).to_le_bytes()) {
        return Err(FormatError::Damaged);
    }
    let text_left = body.len().saturating_mul(TEXT_PER_BYTE).saturating_add(TEXT_AT_LEAST);
    let mut reader = Reader { bytes: body, texts: Vec::new(), text_left, filename: "".into() };
    let count = reader.count("texts")?;
    for _ in 0..count {
        let text = reader.byte_string("text")?;
        let text = core::str::from_utf8(text).map_err(|_| FormatError::Malformed("text"))?;
        reader.texts.push(text.into());
    }
    reader.filename = reader.text()?;
    let code = reader.code(0)?;
    if !reader.bytes.is_empty() {
        return Err(FormatError::Malformed("end"));
    }
    Ok(code)
}

struct Reader<'a> {
    bytes: &'a [u8],
    texts: Vec<String>,
    /// How many more bytes the texts handed out may have.
    text_left: usize,
    filename: Box<str>,
}

impl<'a> Reader<'a> {
    fn number(&mut self, what: &'static str) -> Result<u64, FormatError> {
        read_varint(&mut self.bytes).ok_or(FormatError::Malformed(what))
    }

    fn small<T: TryFrom<u64>>(&mut self, what: &'static str) -> Result<T, FormatError> {
        T::try_from(self.number(what)?).map_err(|_| FormatError::Malformed(what))
    }

    /// A number of things that take at least a byte each: no more than there are bytes.
    fn count(&mut self, what: &'static str) -> Result<usize, FormatError> {
        let count: usize = self.small(what)?;
        if count > self.bytes.len() { Err(FormatError::Malformed(what)) } else { Ok(count) }
    }

    fn take(&mut self, length: usize, what: &'static str) -> Result<&'a [u8], FormatError> {
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or(FormatError::Malformed(what))?;
        self.bytes = rest;
        Ok(taken)
    }

    fn byte_string(&mut self, what: &'static str) -> Result<&'a [u8], FormatError> {
        let length = self.count(what)?;
        self.take(length, what)
    }

    fn words(&mut self, what: &'static str) -> Result<Vec<u32>, FormatError> {
        let count = self.count(what)?;
        let bytes = self.take(count.checked_mul(4).ok_or(FormatError::Malformed(what))?, what)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|&chunk| u32::from_le_bytes(chunk)).collect())
    }

    fn float(&mut self) -> Result<f64, FormatError> {
        let bytes = self.take(8, "float")?;
        let bits = bytes.as_chunks::<8>().0.first().copied().ok_or(FormatError::Malformed("float"))?;
        Ok(f64::from_bits(u64::from_le_bytes(bits)))
    }

    fn text(&mut self) -> Result<Box<str>, FormatError> {
        let number: usize = self.small("text")?;
        let text = self.texts.get(number).ok_or(FormatError::Malformed("text"))?;
        self.text_left = self.text_left.checked_sub(text.len()).ok_or(FormatError::Malformed("amount of text"))?;
        Ok(text.as_str().into())
    }

    /// The filename once more: each code object has a copy.
    fn copy_filename(&mut self) -> Result<Box<str>, FormatError> {
        let left = self.text_left.checked_sub(self.filename.len());
        self.text_left = left.ok_or(FormatError::Malformed("amount of text"))?;
        Ok(self.filename.clone())
    }

    fn list<T>(
        &mut self,
        what: &'static str,
        mut item: impl FnMut(&mut Self) -> Result<T, FormatError>,
    ) -> Result<Box<[T]>, FormatError> {
        let count = self.count(what)?;
        (0..count).map(|_| item(self)).collect()
    }

    fn code(&mut self, depth: u32) -> Result<CodeObject, FormatError> {
        if depth > MOST_NESTED {
            return Err(FormatError::Malformed("nesting"));
        }
        let (name, qualified_name) = (self.text()?, self.text()?);
        let first_line = self.small("line")?;
        Ok(CodeObject {
            name,
            qualified_name,
            filename: self.copy_filename()?,
            first_line,
            flags: CodeFlags(self.small("flags")?),
            positional_only: self.small("count")?,
            positional: self.small("count")?,
            keyword_only: self.small("count")?,
            slots: self.small("count")?,
            caches: self.small("count")?,
            local_names: self.list("local names", Self::text)?,
            cell_slots: self.list("cells", |reader| reader.small("cell"))?,
            free_names: self.list("free names", Self::text)?,
            names: self.list("names", Self::text)?,
            instructions: self.words("instructions")?.into(),
            constants: self.list("constants", |reader| reader.constant(depth + 1))?,
            handlers: self.list("handlers", |reader| {
                Ok(Handler {
                    start: reader.small("handler")?,
                    end: reader.small("handler")?,
                    target: reader.small("handler")?,
                    register: reader.small("handler")?,
                })
            })?,
            scoped_names: self.list("scoped names", |reader| {
                Ok(ScopedName {
                    name: reader.text()?,
                    slot: reader.small("scoped name")?,
                    in_cell: reader.small::<u8>("scoped name")? != 0,
                    start: reader.small("scoped name")?,
                    end: reader.small("scoped name")?,
                })
            })?,
            line_marks: self.list("line marks", |reader| {
                Ok(LineMark {
                    word: reader.small("line mark")?,
                    line: reader.small("line mark")?,
                    in_front_of_loop: reader.small::<u8>("line mark")? != 0,
                })
            })?,
            positions: self.byte_string("positions")?.into(),
        })
    }

    fn constant(&mut self, depth: u32) -> Result<Constant, FormatError> {
        if depth > MOST_NESTED {
            return Err(FormatError::Malformed("nesting"));
        }
        let tag = self.take(1, "constant")?.first().copied().unwrap_or(u8::MAX);
        let items = |reader: &mut Self| reader.list("constants", |reader| reader.constant(depth + 1));
        Ok(match tag {
            tag::NONE => Constant::None,
            tag::FALSE => Constant::Bool(false),
            tag::TRUE => Constant::Bool(true),
            tag::ELLIPSIS => Constant::Ellipsis,
            tag::INT => {
                let number = self.number("int")?;
                Constant::Int((number >> 1) as i64 ^ -((number & 1) as i64))
            }
            tag::BIG_INT | tag::NEGATIVE_BIG_INT => {
                Constant::BigInt(Integer::new(tag == tag::NEGATIVE_BIG_INT, self.words("int")?))
            }
            tag::FLOAT => Constant::Float(self.float()?),
            tag::COMPLEX => Constant::Complex(self.float()?, self.float()?),
            tag::STR => {
                let bytes = self.byte_string("string")?;
                if !is_generalised_utf8(bytes) {
                    return Err(FormatError::Malformed("string"));
                }
                Constant::Str(bytes.into())
            }
            tag::BYTES => Constant::Bytes(self.byte_string("bytes")?.into()),
            tag::TUPLE => Constant::Tuple(items(self)?),
            tag::FROZEN_SET => Constant::FrozenSet(items(self)?),
            tag::SLICE => {
                let mut part = || self.constant(depth + 1);
                Constant::Slice(Box::new([part()?, part()?, part()?]))
            }
            tag::CODE => Constant::Code(Box::new(self.code(depth + 1)?)),
            _ => return Err(FormatError::Malformed("constant")),
        })
    }
}

/// Whether the bytes are UTF-8, but for surrogates encoded like other characters of their range.
fn is_generalised_utf8(mut bytes: &[u8]) -> bool {
    while let Err(error) = core::str::from_utf8(bytes) {
        let rest = bytes.get(error.valid_up_to()..).unwrap_or(&[]);
        let [0xED, 0xA0..=0xBF, 0x80..=0xBF, after @ ..] = rest else { return false };
        bytes = after;
    }
    true
}
