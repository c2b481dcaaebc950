//! What is looked up in code now and then: owned by code that was loaded from a file or compiled, found in static data for
//! frozen code.

use crate::value::Immediate;
use crate::{Value, names};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::frozen::FrozenCode;
use ferropy_bytecode::positions::Positions;
use ferropy_bytecode::shorter_jumps::Original;
use ferropy_bytecode::{Handler, LineMark};

/// A name that means a slot in a part of the code; see [`ScopedName`](ferropy_bytecode::ScopedName).
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScopedSlot {
    pub(crate) name: Value,
    pub(crate) slot: u16,
    pub(crate) in_cell: bool,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The details of code that owns them.
#[derive(Clone, Debug)]
pub(crate) struct CodeDetails {
    pub(crate) names: Box<[Value]>,
    pub(crate) local_names: Box<[Value]>,
    pub(crate) free_names: Box<[Value]>,
    pub(crate) cell_slots: Box<[u16]>,
    pub(crate) handlers: Box<[Handler]>,
    pub(crate) scoped_names: Box<[ScopedSlot]>,
    pub(crate) line_marks: Box<[LineMark]>,
    pub(crate) positions: Box<[u8]>,
    /// Whether the table of positions has columns.
    pub(crate) has_columns: bool,
    pub(crate) name: Value,
    pub(crate) qualified_name: Value,
    pub(crate) filename: Value,
    pub(crate) first_line: u32,
    pub(crate) positional_only: u16,
    /// The words of the instructions that loading changed, as they were.
    pub(super) originals: Box<[Original]>,
    /// The code object as a value: one for each code.
    pub(crate) object: Value,
}

/// The details of code, wherever they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Details<'a> {
    Own(&'a CodeDetails),
    Frozen(&'static FrozenCode),
}

/// Names, by the numbers that instructions have for them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NameList<'a> {
    Values(&'a [Value]),
    Numbers(&'static [u16]),
}

impl<'a> NameList<'a> {
    #[inline]
    pub(crate) fn len(self) -> usize {
        match self {
            NameList::Values(list) => list.len(),
            NameList::Numbers(list) => list.len(),
        }
    }

    #[inline]
    pub(crate) fn get(self, index: usize) -> Option<Value> {
        match self {
            NameList::Values(list) => list.get(index).copied(),
            NameList::Numbers(list) => list.get(index).map(|&number| names::numbered(number.into())),
        }
    }

    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = Value> + ExactSizeIterator {
        // Each number is that of an item.
        (0..self.len()).map(move |index| self.get(index).unwrap_or(Value::UNBOUND))
    }

    /// The first place of an interned name, from a place on.
    #[inline]
    pub(crate) fn position(self, name: Value, start: usize) -> Option<usize> {
        let place = match self {
            NameList::Values(list) => list.get(start..)?.iter().position(|&known| known == name),
            NameList::Numbers(list) => {
                let number = u16::try_from(name.payload_of(Immediate::Name)?).ok()?;
                list.get(start..)?.iter().position(|&known| known == number)
            }
        };
        place.map(|place| start + place)
    }

    pub(crate) fn contains(self, name: Value) -> bool {
        self.position(name, 0).is_some()
    }

    pub(crate) fn to_vec(self) -> Vec<Value> {
        self.iter().collect()
    }

    /// The first `count` names, as far as there are so many, and the others.
    pub(crate) fn split_at(self, count: usize) -> (NameList<'a>, NameList<'a>) {
        let count = count.min(self.len());
        match self {
            NameList::Values(list) => {
                let (first, others) = list.split_at(count);
                (NameList::Values(first), NameList::Values(others))
            }
            NameList::Numbers(list) => {
                let (first, others) = list.split_at(count);
                (NameList::Numbers(first), NameList::Numbers(others))
            }
        }
    }
}

impl PartialEq for NameList<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

fn text(number: u16) -> Value {
    names::numbered(number.into())
}

impl<'a> Details<'a> {
    #[inline]
    pub(crate) fn names(self) -> NameList<'a> {
        match self {
            Details::Own(details) => NameList::Values(&details.names),
            Details::Frozen(code) => NameList::Numbers(code.names()),
        }
    }

    #[inline]
    pub(crate) fn local_names(self) -> NameList<'a> {
        match self {
            Details::Own(details) => NameList::Values(&details.local_names),
            Details::Frozen(code) => NameList::Numbers(code.local_names()),
        }
    }

    pub(crate) fn free_names(self) -> NameList<'a> {
        match self {
            Details::Own(details) => NameList::Values(&details.free_names),
            Details::Frozen(code) => NameList::Numbers(code.free_names()),
        }
    }

    pub(crate) fn cell_slots(self) -> &'a [u16] {
        match self {
            Details::Own(details) => &details.cell_slots,
            Details::Frozen(code) => code.cell_slots(),
        }
    }

    pub(crate) fn handlers(self) -> &'a [Handler] {
        match self {
            Details::Own(details) => &details.handlers,
            Details::Frozen(code) => code.handlers(),
        }
    }

    pub(crate) fn scoped_names(self) -> Vec<ScopedSlot> {
        match self {
            Details::Own(details) => details.scoped_names.to_vec(),
            Details::Frozen(code) => {
                let slots = code.scoped_names().iter().map(|scoped| ScopedSlot {
                    name: text(scoped.name),
                    slot: scoped.slot,
                    in_cell: scoped.in_cell,
                    start: scoped.start.into(),
                    end: scoped.end.into(),
                });
                slots.collect()
            }
        }
    }

    /// Frozen code has none: they serve those who trace their own programs.
    pub(crate) fn line_marks(self) -> &'a [LineMark] {
        match self {
            Details::Own(details) => &details.line_marks,
            Details::Frozen(_) => &[],
        }
    }

    pub(crate) fn positions(self) -> Positions<'a> {
        match self {
            Details::Own(details) if details.has_columns => Positions::new(&details.positions, details.first_line),
            Details::Own(details) => Positions::of_lines(&details.positions, details.first_line),
            Details::Frozen(code) => code.positions(),
        }
    }

    pub(crate) fn position_bytes(self) -> &'a [u8] {
        match self {
            Details::Own(details) => &details.positions,
            Details::Frozen(code) => code.position_bytes(),
        }
    }

    fn has_columns(self) -> bool {
        matches!(self, Details::Own(details) if details.has_columns)
    }

    pub(crate) fn name(self) -> Value {
        match self {
            Details::Own(details) => details.name,
            Details::Frozen(code) => text(code.name),
        }
    }

    pub(crate) fn qualified_name(self) -> Value {
        match self {
            Details::Own(details) => details.qualified_name,
            Details::Frozen(code) => text(code.qualified_name),
        }
    }

    pub(crate) fn filename(self) -> Value {
        match self {
            Details::Own(details) => details.filename,
            Details::Frozen(code) => text(code.module.filename),
        }
    }

    pub(crate) fn first_line(self) -> u32 {
        match self {
            Details::Own(details) => details.first_line,
            Details::Frozen(code) => code.first_line.into(),
        }
    }

    pub(crate) fn positional_only(self) -> u16 {
        match self {
            Details::Own(details) => details.positional_only,
            Details::Frozen(code) => code.positional_only.into(),
        }
    }

    /// The same for code that owns its details, with this code object.
    pub(super) fn to_own(self, object: Value) -> CodeDetails {
        CodeDetails {
            names: self.names().to_vec().into(),
            local_names: self.local_names().to_vec().into(),
            free_names: self.free_names().to_vec().into(),
            cell_slots: self.cell_slots().into(),
            handlers: self.handlers().into(),
            scoped_names: self.scoped_names().into(),
            line_marks: self.line_marks().into(),
            positions: self.position_bytes().into(),
            has_columns: self.has_columns(),
            name: self.name(),
            qualified_name: self.qualified_name(),
            filename: self.filename(),
            first_line: self.first_line(),
            positional_only: self.positional_only(),
            originals: match self {
                Details::Own(details) => details.originals.clone(),
                Details::Frozen(_) => Box::default(),
            },
            object,
        }
    }
}
