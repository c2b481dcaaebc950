//! What is looked up in code now and then: owned by code that was loaded from a file or compiled, found in static data for
//! frozen code.

use crate::heap::Heap;
use crate::value::Immediate;
use crate::{Value, names};
use alloc::boxed::Box;
use alloc::string::String;
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
    /// Names, local names and names of captured variables, one after the other: a block less is several bytes less.
    pub(super) lists: Box<[Value]>,
    /// How many of them are names, and how many are local names.
    pub(super) counts: [u16; 2],
    pub(crate) handlers: Box<[Handler]>,
    pub(crate) positions: Box<[u8]>,
    pub(super) more: Option<Box<MoreDetails>>,
    pub(crate) name: Value,
    /// The qualified name, or what stands before the dot and the name in it.
    pub(crate) qualified_name: Value,
    pub(crate) filename: Value,
    /// The code object as a value, if there is one.
    pub(crate) object: Value,
    pub(crate) first_line: u32,
    pub(crate) positional_only: u16,
    /// Whether the table of positions has columns.
    pub(crate) has_columns: bool,
    /// Whether only what stands before the name is kept of the qualified name.
    pub(crate) has_qualifier: bool,
}

/// Details that little code has.
#[derive(Clone, Debug, Default)]
pub(crate) struct MoreDetails {
    pub(super) cell_slots: Box<[u16]>,
    pub(super) scoped_names: Box<[ScopedSlot]>,
    pub(super) line_marks: Box<[LineMark]>,
    /// The words of the instructions that loading changed, as they were.
    pub(super) originals: Box<[Original]>,
}

impl MoreDetails {
    /// The same, if there is something in it.
    pub(super) fn boxed(self) -> Option<Box<MoreDetails>> {
        let MoreDetails { cell_slots, scoped_names, line_marks, originals } = &self;
        let has_none =
            cell_slots.is_empty() && scoped_names.is_empty() && line_marks.is_empty() && originals.is_empty();
        if has_none { None } else { Some(Box::new(self)) }
    }
}

impl CodeDetails {
    #[inline]
    fn names_from(&self, start: usize, count: u16) -> &[Value] {
        self.lists.get(start..start + usize::from(count)).unwrap_or(&[])
    }

    /// Takes other names, local names and names of captured variables, where some are given.
    pub(crate) fn set_names(&mut self, given: [Option<Vec<Value>>; 3]) {
        let old = Details::Own(self);
        let [names, local_names, free_names] = [old.names(), old.local_names(), old.free_names()].map(NameList::to_vec);
        let [given_names, given_local, given_free] = given;
        let lists =
            [given_names.unwrap_or(names), given_local.unwrap_or(local_names), given_free.unwrap_or(free_names)];
        self.counts = counts_of(&lists);
        self.lists = lists.concat().into();
    }
}

fn counts_of([names, local_names, _]: &[Vec<Value>; 3]) -> [u16; 2] {
    [names, local_names].map(|list| u16::try_from(list.len()).unwrap_or(u16::MAX))
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
            Details::Own(details) => NameList::Values(details.names_from(0, details.counts[0])),
            Details::Frozen(code) => NameList::Numbers(code.names()),
        }
    }

    #[inline]
    pub(crate) fn local_names(self) -> NameList<'a> {
        match self {
            Details::Own(details) => NameList::Values(details.names_from(details.counts[0].into(), details.counts[1])),
            Details::Frozen(code) => NameList::Numbers(code.local_names()),
        }
    }

    pub(crate) fn free_names(self) -> NameList<'a> {
        match self {
            Details::Own(details) => {
                let [names, local_names] = details.counts.map(usize::from);
                NameList::Values(details.lists.get(names + local_names..).unwrap_or(&[]))
            }
            Details::Frozen(code) => NameList::Numbers(code.free_names()),
        }
    }

    pub(crate) fn cell_slots(self) -> &'a [u16] {
        match self {
            Details::Own(details) => details.more.as_ref().map_or(&[], |more| &more.cell_slots),
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
            Details::Own(details) => details.more.as_ref().map_or(Vec::new(), |more| more.scoped_names.to_vec()),
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
            Details::Own(details) => details.more.as_ref().map_or(&[], |more| &more.line_marks),
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
            Details::Frozen(code) => text(code.name()),
        }
    }

    /// Whether [`Details::qualified_name`] is only what stands before the name.
    pub(super) fn has_qualifier(self) -> bool {
        matches!(self, Details::Own(details) if details.has_qualifier)
    }

    /// The text of the qualified name.
    pub(crate) fn qualified_text(self, heap: &Heap) -> String {
        let mut text = String::from(heap.str(self.qualified_name()).unwrap_or_default());
        if self.has_qualifier() {
            text.push('.');
            text.push_str(heap.str(self.name()).unwrap_or_default());
        }
        text
    }

    /// The qualified name, or what stands before the name in it.
    pub(super) fn qualified_name(self) -> Value {
        match self {
            Details::Own(details) => details.qualified_name,
            Details::Frozen(code) => text(code.qualified_name()),
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
            Details::Frozen(code) => code.first_line().into(),
        }
    }

    pub(crate) fn positional_only(self) -> u16 {
        match self {
            Details::Own(details) => details.positional_only,
            Details::Frozen(code) => code.positional_only().into(),
        }
    }

    /// The words of the instructions that loading changed, as they were.
    pub(super) fn originals(self) -> &'a [Original] {
        match self {
            Details::Own(details) => details.more.as_ref().map_or(&[], |more| &more.originals),
            Details::Frozen(_) => &[],
        }
    }

    /// The same for code that owns its details, with this code object.
    pub(super) fn to_own(self, object: Value) -> CodeDetails {
        let more = MoreDetails {
            cell_slots: self.cell_slots().into(),
            scoped_names: self.scoped_names().into(),
            line_marks: self.line_marks().into(),
            originals: self.originals().into(),
        };
        let lists = [self.names(), self.local_names(), self.free_names()].map(NameList::to_vec);
        CodeDetails {
            counts: counts_of(&lists),
            lists: lists.concat().into(),
            handlers: self.handlers().into(),
            positions: self.position_bytes().into(),
            more: more.boxed(),
            has_columns: self.has_columns(),
            name: self.name(),
            qualified_name: self.qualified_name(),
            has_qualifier: self.has_qualifier(),
            filename: self.filename(),
            first_line: self.first_line(),
            positional_only: self.positional_only(),
            object,
        }
    }
}
