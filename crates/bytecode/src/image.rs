//! Makes [frozen](crate::frozen) modules of code objects: for build scripts.

use crate::code_object::{CodeObject, Constant, Handler};
use crate::file_format::tag;
use crate::frozen::{CODE_NUMBERS, FrozenScopedName, bits_of_number, key_of};
use crate::names;
use crate::positions::{Positions, lines_only, write_varint, zigzag};
use crate::shorter_jumps::shorten;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The texts of an image, each once.
#[derive(Debug, Default)]
pub struct Texts {
    list: Vec<(u32, String)>,
    numbers: BTreeMap<String, u16>,
    /// Whether they are for a board, where functions of the library have no names with dots: `Class.method` would be a
    /// text more for each.
    on_board: bool,
    /// See [`begin_rest`](Texts::begin_rest).
    is_rest: bool,
}

/// The content of [`StaticTexts`](crate::frozen::StaticTexts), with whole numbers in `ends`.
#[derive(Debug)]
#[allow(missing_docs, reason = "as there")]
pub struct TextTables {
    pub bytes: Vec<u8>,
    pub ends: Vec<u32>,
    pub wraps: Vec<u16>,
    pub buckets: Vec<u16>,
}

impl Texts {
    /// No texts, for a board or for other machines.
    #[must_use]
    pub fn new(on_board: bool) -> Texts {
        Texts { on_board, ..Texts::default() }
    }

    fn qualified_name<'a>(&self, code: &'a CodeObject) -> &'a str {
        if self.on_board { &code.name } else { &code.qualified_name }
    }

    /// Wants a text in the image. Only ASCII texts get numbers.
    pub fn want(&mut self, text: &str) {
        let hash = names::hash(text.as_bytes());
        if text.is_ascii() && names::number_of(hash, text.as_bytes()).is_none() {
            self.list.push((key_of(hash, !self.is_rest), text.into()));
        }
    }

    /// What is wanted from here on comes behind the rest: not every program needs it.
    pub fn begin_rest(&mut self) {
        self.is_rest = true;
    }

    /// Wants all texts of a code object and of those in its constants.
    pub fn want_all(&mut self, code: &CodeObject) {
        let single = [&*code.name, self.qualified_name(code), &code.filename];
        let lists = code.names.iter().chain(&code.local_names).chain(&code.free_names);
        let lists = lists.chain(code.scoped_names.iter().map(|scoped| &scoped.name));
        for text in single.into_iter().chain(lists.map(|text| &**text)) {
            self.want(text);
        }
        for constant in &code.constants {
            self.want_constant(constant);
        }
    }

    fn want_constant(&mut self, constant: &Constant) {
        match constant {
            Constant::Str(bytes) => {
                if let Ok(text) = core::str::from_utf8(bytes) {
                    self.want(text);
                }
            }
            Constant::Tuple(items) | Constant::FrozenSet(items) => {
                items.iter().for_each(|item| self.want_constant(item));
            }
            Constant::Slice(parts) => parts.iter().for_each(|item| self.want_constant(item)),
            Constant::Code(code) => self.want_all(code),
            _ => {}
        }
    }

    /// Numbers the texts by their keys, so that few have to be compared to find one.
    ///
    /// # Errors
    /// If there are too many.
    pub fn number(&mut self) -> Result<TextTables, String> {
        self.list.sort();
        let mut texts = BTreeSet::new();
        self.list.retain(|(_, text)| texts.insert(text.clone()));
        let bits = self.list.len().max(4).ilog2() - 1;
        let mut tables = TextTables { bytes: Vec::new(), ends: Vec::new(), wraps: Vec::new(), buckets: Vec::new() };
        for (index, (key, text)) in self.list.iter().enumerate() {
            let number = u16::try_from(names::COUNT + index).map_err(|_| "too many texts")?;
            self.numbers.insert(text.clone(), number);
            tables.bytes.extend_from_slice(text.as_bytes());
            let end = tables.bytes.len();
            while end >> 16 > tables.wraps.len() {
                tables.wraps.push(index as u16);
            }
            tables.ends.push(end as u32);
            let bucket = (key >> (32 - bits)) as usize;
            tables.buckets.resize(bucket.max(tables.buckets.len().saturating_sub(1)) + 1, index as u16);
        }
        tables.buckets.resize((1 << bits) + 1, self.list.len() as u16);
        Ok(tables)
    }

    /// All texts that were wanted, some of them several times.
    pub fn wanted(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|(_, text)| &**text)
    }

    fn of(&self, text: &str) -> Result<u16, String> {
        let known = names::number_of(names::hash(text.as_bytes()), text.as_bytes()).map(|number| number as u16);
        known.or_else(|| self.numbers.get(text).copied()).ok_or_else(|| format!("no number for {text:?}"))
    }
}

/// The content of [`FrozenModule`](crate::frozen::FrozenModule).
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "as there")]
pub struct ModuleTables {
    pub filename: u16,
    pub words: Vec<u32>,
    pub numbers: Vec<u16>,
    pub bytes: Vec<u8>,
    pub codes: Vec<[u16; CODE_NUMBERS]>,
    pub handlers: Vec<Handler>,
    pub scoped_names: Vec<FrozenScopedName>,
}

impl ModuleTables {
    /// The tables of a module's code.
    ///
    /// # Errors
    /// If something does not fit its number.
    pub fn of(code: &CodeObject, texts: &Texts) -> Result<ModuleTables, String> {
        let mut tables = ModuleTables { filename: texts.of(&code.filename)?, ..ModuleTables::default() };
        // Codes are numbered before those in their constants, which come later.
        let mut waiting = alloc::vec![code];
        let mut next = 0;
        while let Some(&code) = waiting.get(next) {
            next += 1;
            let row = tables.code(code, texts, &mut waiting)?;
            tables.codes.push(row);
        }
        Ok(tables)
    }

    /// How many bytes a board's image has for them.
    #[must_use]
    pub fn size(&self) -> usize {
        let (codes, scoped) = (self.codes.len() * 24, self.scoped_names.len() * size_of::<FrozenScopedName>());
        let numbers = self.words.len() * 4 + self.numbers.len() * 2 + self.bytes.len();
        numbers + codes + scoped + self.handlers.len() * size_of::<Handler>()
    }

    fn code<'a>(
        &mut self,
        code: &'a CodeObject,
        texts: &Texts,
        waiting: &mut Vec<&'a CodeObject>,
    ) -> Result<[u16; CODE_NUMBERS], String> {
        let starts = [self.words.len(), self.numbers.len(), self.bytes.len()];
        let mut instructions = code.instructions.clone();
        // Who traces the library is not told of all its lines.
        let _ = shorten(&mut instructions);
        self.words.extend_from_slice(&instructions);
        for list in [&code.names, &code.local_names, &code.free_names] {
            for text in list {
                self.numbers.push(texts.of(text)?);
            }
        }
        self.numbers.extend_from_slice(&code.cell_slots);
        // A board has not the library's text: that a function begins at a line is all that tracebacks say there.
        let lines = if texts.on_board {
            Vec::new()
        } else {
            lines_only(Positions::new(&code.positions, code.first_line), code.first_line)
        };
        self.bytes.extend_from_slice(&lines);
        for constant in &code.constants {
            write_constant(&mut self.bytes, constant, texts, waiting)?;
        }
        let (handlers_at, scoped_at) = (self.handlers.len(), self.scoped_names.len());
        self.handlers.extend_from_slice(&code.handlers);
        for scoped in &code.scoped_names {
            self.scoped_names.push(FrozenScopedName {
                name: texts.of(&scoped.name)?,
                slot: scoped.slot,
                in_cell: scoped.in_cell,
                start: fitting(scoped.start as usize, 16, code)?,
                end: fitting(scoped.end as usize, 16, code)?,
            });
        }
        let name = texts.of(&code.name)?;
        let row: [usize; CODE_NUMBERS] = [
            starts[0],
            code.instructions.len(),
            code.positional.into(),
            code.keyword_only.into(),
            starts[1],
            starts[2],
            code.names.len(),
            name.into(),
            code.first_line as usize,
            code.slots.into(),
            code.flags.0.into(),
            code.caches.into(),
            code.constants.len(),
            code.positional_only.into(),
            handlers_at,
            scoped_at,
            code.handlers.len(),
            code.scoped_names.len(),
            code.free_names.len(),
            code.cell_slots.len(),
            code.local_names.len(),
            (name ^ texts.of(texts.qualified_name(code))?).into(),
            lines.len(),
        ];
        let mut packed = [0; CODE_NUMBERS];
        for (index, (place, number)) in packed.iter_mut().zip(row).enumerate() {
            // Descriptions of code are short on boards.
            *place = fitting(number, bits_of_number(index, texts.on_board), code)?;
        }
        Ok(packed)
    }
}

/// A number that has to fit so many bits.
fn fitting(number: usize, bits: u32, code: &CodeObject) -> Result<u16, String> {
    match u16::try_from(number) {
        Ok(fits) if number >> bits == 0 => Ok(fits),
        _ => Err(format!("{}: {number} has more than {bits} bits", code.qualified_name)),
    }
}

fn write_constant<'a>(
    out: &mut Vec<u8>,
    constant: &'a Constant,
    texts: &Texts,
    waiting: &mut Vec<&'a CodeObject>,
) -> Result<(), String> {
    let mut counted = |tag: u8, bytes: &[u8]| {
        out.push(tag);
        write_varint(out, bytes.len() as u64);
        out.extend_from_slice(bytes);
    };
    match constant {
        Constant::None => out.push(tag::NONE),
        Constant::Bool(value) => out.push(if *value { tag::TRUE } else { tag::FALSE }),
        Constant::Ellipsis => out.push(tag::ELLIPSIS),
        Constant::Int(value) => {
            out.push(tag::INT);
            write_varint(out, zigzag(*value));
        }
        Constant::BigInt(value) => {
            let tag = if value.is_negative() { tag::NEGATIVE_BIG_INT } else { tag::BIG_INT };
            let bytes: Vec<u8> = value.limbs().iter().flat_map(|limb| limb.to_le_bytes()).collect();
            counted(tag, &bytes);
        }
        Constant::Float(value) => {
            out.push(tag::FLOAT);
            out.extend_from_slice(&value.to_bits().to_le_bytes());
        }
        Constant::Complex(real, imaginary) => {
            out.push(tag::COMPLEX);
            out.extend_from_slice(&real.to_bits().to_le_bytes());
            out.extend_from_slice(&imaginary.to_bits().to_le_bytes());
        }
        Constant::Str(bytes) => match core::str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => {
                out.push(tag::TEXT);
                write_varint(out, texts.of(text)?.into());
            }
            _ => counted(tag::STR, bytes),
        },
        Constant::Bytes(bytes) => counted(tag::BYTES, bytes),
        Constant::Tuple(items) | Constant::FrozenSet(items) => {
            out.push(if matches!(constant, Constant::Tuple(_)) { tag::TUPLE } else { tag::FROZEN_SET });
            write_varint(out, items.len() as u64);
            for item in items {
                write_constant(out, item, texts, waiting)?;
            }
        }
        Constant::Slice(parts) => {
            out.push(tag::SLICE);
            for part in parts.iter() {
                write_constant(out, part, texts, waiting)?;
            }
        }
        Constant::Code(code) => {
            out.push(tag::CODE);
            write_varint(out, waiting.len() as u64);
            waiting.push(code);
        }
        Constant::Loaded(_) => out.push(tag::NONE),
    }
    Ok(())
}
