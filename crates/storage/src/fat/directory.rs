//! Directories: finding names, and making and removing them.

use super::entry::{
    DIRECTORY, LABEL, LONG_NAME, LONGEST, SLOT, UNIT_PLACES, UNITS, checksum, first_cluster, moment, numbered, same,
    short_name, short_text, stamp, units,
};
use super::layout::{put, u16_at, u32_at};
use super::table::Volume;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_platform::Error;

/// The most slots of a directory.
const MOST_SLOTS: u32 = 65_536;
/// The first byte of a slot that is free, and of one behind which all are.
const FREE: u8 = 0xe5;
const END: u8 = 0;

/// Where a slot lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sector: u32,
    pub(super) offset: usize,
}

/// An entry of a directory.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) attributes: u8,
    pub(super) first: u32,
    pub(super) size: u32,
    pub(super) modified_ns: i64,
    pub(super) place: Place,
    /// The slots that it takes: from its long name's first to its own.
    slots: (u32, u32),
}

impl Found {
    pub(super) fn is_directory(&self) -> bool {
        self.attributes & DIRECTORY != 0
    }
}

/// What is to be written into a short entry.
#[derive(Clone, Copy)]
pub(super) struct Content {
    pub(super) attributes: u8,
    pub(super) first: u32,
    pub(super) size: u32,
    pub(super) now_ns: i64,
}

/// Goes over the slots of a directory, which is named by its first cluster; 0 is the root.
struct Walk {
    index: u32,
    /// The cluster that the walk is in; 0 for a root with a place of its own.
    cluster: u32,
}

impl Walk {
    fn new(volume: &Volume, folder: u32) -> Walk {
        let cluster = if folder == 0 { volume.layout.root_cluster } else { folder };
        Walk { index: 0, cluster }
    }

    /// The place of the next slot; nothing where the directory ends.
    fn next(&mut self, volume: &mut Volume) -> Result<Option<Place>, Error> {
        if self.index >= MOST_SLOTS {
            return Ok(None);
        }
        let layout = volume.layout;
        let per_sector = layout.sector / SLOT as u32;
        let offset = (self.index % per_sector) as usize * SLOT;
        let sector = self.index / per_sector;
        let sector = if self.cluster == 0 {
            if sector >= layout.root_sectors {
                return Ok(None);
            }
            layout.root + sector
        } else {
            if self.index > 0 && sector.is_multiple_of(layout.cluster) && offset == 0 {
                match volume.follow(self.cluster)? {
                    Some(next) => self.cluster = next,
                    None => return Ok(None),
                }
            }
            layout.sector_of(self.cluster)? + sector % layout.cluster
        };
        self.index += 1;
        Ok(Some(Place { sector, offset }))
    }
}

impl Volume {
    /// A slot's bytes.
    pub(super) fn slot(&mut self, place: Place) -> Result<[u8; SLOT], Error> {
        let bytes = self.sector(place.sector)?;
        bytes.get(place.offset..place.offset + SLOT).and_then(|slot| slot.try_into().ok()).ok_or(Error::IO)
    }

    fn slot_mut(&mut self, place: Place) -> Result<&mut [u8], Error> {
        self.sector_mut(place.sector)?.get_mut(place.offset..place.offset + SLOT).ok_or(Error::IO)
    }

    /// Shows each entry until one is the right one.
    pub(super) fn scan(
        &mut self,
        folder: u32,
        is_it: &mut dyn FnMut(&Found, &str) -> Result<bool, Error>,
    ) -> Result<Option<Found>, Error> {
        let mut walk = Walk::new(self, folder);
        let mut long: Vec<u16> = Vec::new();
        // The next part of the long name that has to come, and its checksum; 0 for none.
        let (mut order, mut sum, mut start) = (0, 0, 0);
        while let Some(place) = walk.next(self)? {
            let index = walk.index - 1;
            let slot = self.slot(place)?;
            let [kind, attributes] = [slot[0], slot[11]];
            match kind {
                END => break,
                FREE => order = 0,
                _ if attributes & LONG_NAME == LONG_NAME => {
                    if kind & 0x40 != 0 {
                        (order, sum, start) = (kind & 0x3f, slot[13], index);
                        long.clear();
                        long.resize(usize::from(order) * UNITS, 0xffff);
                    } else if order != 0 && kind == order - 1 && slot[13] == sum {
                        order = kind;
                    } else {
                        order = 0;
                    }
                    let from = (usize::from(order).wrapping_sub(1)).wrapping_mul(UNITS);
                    if order == 0 || long.len() > LONGEST + UNITS {
                        order = 0;
                        continue;
                    }
                    for (unit, at) in long.iter_mut().skip(from).zip(UNIT_PLACES) {
                        *unit = u16_at(&slot, at) as u16;
                    }
                }
                _ if attributes & LABEL != 0 => order = 0,
                _ => {
                    let short = short_text(&slot);
                    let is_long = order == 1 && sum == checksum(&slot);
                    let name = if is_long {
                        char::decode_utf16(long.iter().copied().take_while(|&unit| unit != 0))
                            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                            .collect()
                    } else {
                        short.clone()
                    };
                    let found = Found {
                        name,
                        attributes,
                        first: first_cluster(&slot),
                        size: if attributes & DIRECTORY == 0 { u32_at(&slot, 28) } else { 0 },
                        modified_ns: moment(&slot),
                        place,
                        slots: (if is_long { start } else { index }, index),
                    };
                    order = 0;
                    if is_it(&found, &short)? {
                        return Ok(Some(found));
                    }
                }
            }
        }
        Ok(None)
    }

    /// Finds a name in a directory.
    pub(super) fn find(&mut self, folder: u32, name: &str) -> Result<Option<Found>, Error> {
        self.scan(folder, &mut |found, short| Ok(same(&found.name, name) || same(short, name)))
    }

    /// Removes an entry, but not what it names.
    pub(super) fn erase_entry(&mut self, folder: u32, found: &Found) -> Result<(), Error> {
        let mut walk = Walk::new(self, folder);
        while let Some(place) = walk.next(self)? {
            let index = walk.index - 1;
            if index > found.slots.1 {
                break;
            }
            if index >= found.slots.0
                && let Some(byte) = self.slot_mut(place)?.first_mut()
            {
                *byte = FREE;
            }
        }
        Ok(())
    }

    /// Makes an entry: where it lies.
    pub(super) fn add_entry(&mut self, folder: u32, name: &str, content: Content) -> Result<Place, Error> {
        let units = units(name)?;
        let (mut short, case, fits) = short_name(name);
        let mut parts = 0;
        if !fits {
            parts = units.len().div_ceil(UNITS) as u32;
            let wanted = short;
            for attempt in 1.. {
                short = numbered(&wanted, name, attempt);
                let text = short_text(&short);
                if self.find(folder, &text)?.is_none() {
                    break;
                }
                if attempt > 200 {
                    return Err(Error::EXISTS);
                }
            }
        }
        let first = self.free_slots(folder, parts + 1)?;
        let sum = checksum(&short);
        let mut walk = Walk::new(self, folder);
        while let Some(place) = walk.next(self)? {
            let index = walk.index - 1;
            let Some(number) = index.checked_sub(first) else { continue };
            let slot = self.slot_mut(place)?;
            slot.fill(0);
            if number == parts {
                put(slot, 0, &short);
                put(slot, 12, &[if fits { case } else { 0 }]);
                write_content(slot, content);
                put(slot, 14, &stamp(content.now_ns));
                return Ok(place);
            }
            let order = parts - number;
            let last = if number == 0 { 0x40 } else { 0 };
            put(slot, 0, &[order as u8 | last]);
            put(slot, 11, &[LONG_NAME, 0, sum]);
            let from = (order as usize - 1) * UNITS;
            for (number, at) in UNIT_PLACES.into_iter().enumerate() {
                let unit = match units.len().cmp(&(from + number)) {
                    core::cmp::Ordering::Greater => units.get(from + number).copied().unwrap_or(0),
                    core::cmp::Ordering::Equal => 0,
                    core::cmp::Ordering::Less => 0xffff,
                };
                put(slot, at, &unit.to_le_bytes());
            }
        }
        Err(Error::IO)
    }

    /// The first of so many free slots in a row; the directory grows if there are none.
    fn free_slots(&mut self, folder: u32, count: u32) -> Result<u32, Error> {
        let mut walk = Walk::new(self, folder);
        let (mut run, mut is_end) = (0, false);
        loop {
            while run < count {
                let Some(place) = walk.next(self)? else { break };
                let kind = if is_end { END } else { self.slot(place)?[0] };
                is_end |= kind == END;
                run = if kind == FREE || is_end { run + 1 } else { 0 };
            }
            if run >= count {
                return Ok(walk.index - count);
            }
            if walk.cluster == 0 || walk.index >= MOST_SLOTS {
                return Err(Error::NO_SPACE);
            }
            let added = self.allocate(Some(walk.cluster))?;
            self.clear_cluster(added)?;
        }
    }

    /// Fills a cluster with zeros.
    pub(super) fn clear_cluster(&mut self, cluster: u32) -> Result<(), Error> {
        let first = self.layout.sector_of(cluster)?;
        for sector in first..first + self.layout.cluster {
            self.fresh_sector(sector)?;
        }
        Ok(())
    }

    /// Changes what a short entry says.
    pub(super) fn set_content(&mut self, place: Place, content: Content) -> Result<(), Error> {
        write_content(self.slot_mut(place)?, content);
        Ok(())
    }

    /// Gives a new directory its first two entries.
    pub(super) fn fill_directory(&mut self, own: u32, parent: u32, now_ns: i64) -> Result<(), Error> {
        self.clear_cluster(own)?;
        let sector = self.layout.sector_of(own)?;
        for (number, (name, first)) in [(b".          ", own), (b"..         ", parent)].into_iter().enumerate() {
            let slot = self.slot_mut(Place { sector, offset: number * SLOT })?;
            put(slot, 0, name);
            write_content(slot, Content { attributes: DIRECTORY, first, size: 0, now_ns });
        }
        Ok(())
    }

    /// Says to a directory that another one is its parent.
    pub(super) fn set_parent(&mut self, own: u32, parent: u32) -> Result<(), Error> {
        let place = Place { sector: self.layout.sector_of(own)?, offset: SLOT };
        let slot = self.slot_mut(place)?;
        put(slot, 20, &((parent >> 16) as u16).to_le_bytes());
        put(slot, 26, &(parent as u16).to_le_bytes());
        Ok(())
    }
}

fn write_content(slot: &mut [u8], content: Content) {
    put(slot, 11, &[content.attributes]);
    put(slot, 20, &((content.first >> 16) as u16).to_le_bytes());
    put(slot, 22, &stamp(content.now_ns));
    put(slot, 26, &(content.first as u16).to_le_bytes());
    put(slot, 28, &content.size.to_le_bytes());
    put(slot, 18, stamp(content.now_ns).get(2..).unwrap_or(&[]));
}
