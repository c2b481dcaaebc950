//! A mounted volume: sectors in two buffers, and the table that chains clusters.

use super::layout::{Kind, Layout, NOT_FAT, partitions, put, u16_at, u32_at};
use crate::device::Device;
use crate::path::room;
use alloc::vec::Vec;
use ferropy_platform::Error;

/// A sector in memory.
struct Buffer {
    /// Which; [`NONE`] if none.
    sector: u32,
    is_dirty: bool,
    bytes: Vec<u8>,
}

const NONE: u32 = u32::MAX;

impl Buffer {
    fn new(bytes: u32) -> Result<Buffer, Error> {
        let mut own = room(bytes as usize)?;
        own.resize(bytes as usize, 0);
        Ok(Buffer { sector: NONE, is_dirty: false, bytes: own })
    }
}

/// A mounted volume.
pub(super) struct Volume {
    pub(super) device: Device,
    pub(super) layout: Layout,
    table: Buffer,
    data: Buffer,
    /// How many clusters are free, once that is known.
    free: Option<u32>,
    /// Where to look for a free cluster first.
    next: u32,
}

impl Volume {
    /// Reads what is on a device, which was lent. It may have partitions.
    pub(super) fn mount(mut device: Device, sector: u32, blocks: u32) -> Result<Volume, Error> {
        if !(512..=4096).contains(&sector) || !sector.is_power_of_two() {
            return Err(NOT_FAT);
        }
        let mut data = Buffer::new(sector)?;
        device.read_blocks(0, &mut data.bytes)?;
        let layout = Layout::read(&data.bytes, 0, sector, blocks).or_else(|error| {
            let starts: Vec<u32> = partitions(&data.bytes).collect();
            for start in starts {
                if start < blocks {
                    device.read_blocks(start, &mut data.bytes)?;
                    if let Ok(layout) = Layout::read(&data.bytes, start, sector, blocks) {
                        return Ok(layout);
                    }
                }
            }
            Err(error)
        })?;
        let mut volume = Volume { device, layout, table: Buffer::new(sector)?, data, free: None, next: 2 };
        volume.read_info()?;
        Ok(volume)
    }

    /// What FAT32 notes about its free clusters; it may be wrong, and is believed if it is possible.
    fn read_info(&mut self) -> Result<(), Error> {
        let (info, clusters) = (self.layout.info, self.layout.end - 2);
        if info == 0 {
            return Ok(());
        }
        let bytes = self.sector(info)?;
        if u32_at(bytes, 0) == 0x4161_5252 && u32_at(bytes, 484) == 0x6141_7272 {
            let (free, next) = (u32_at(bytes, 488), u32_at(bytes, 492));
            self.free = (free <= clusters).then_some(free);
            self.next = if (2..self.layout.end).contains(&next) { next } else { 2 };
        }
        Ok(())
    }

    /// A sector that is no part of the table, in memory.
    pub(super) fn sector(&mut self, sector: u32) -> Result<&[u8], Error> {
        if self.data.sector != sector {
            self.flush_data()?;
            self.data.sector = NONE;
            self.device.read_blocks(sector, &mut self.data.bytes)?;
            self.data.sector = sector;
        }
        Ok(&self.data.bytes)
    }

    /// As [`Volume::sector`], to be changed.
    pub(super) fn sector_mut(&mut self, sector: u32) -> Result<&mut [u8], Error> {
        self.sector(sector)?;
        self.data.is_dirty = true;
        Ok(&mut self.data.bytes)
    }

    /// A sector whose content does not matter any more: zeros.
    pub(super) fn fresh_sector(&mut self, sector: u32) -> Result<&mut [u8], Error> {
        if self.data.sector != sector {
            self.flush_data()?;
        }
        self.data.bytes.fill(0);
        self.data.sector = sector;
        self.data.is_dirty = true;
        Ok(&mut self.data.bytes)
    }

    fn flush_data(&mut self) -> Result<(), Error> {
        if self.data.is_dirty {
            self.device.write_blocks(self.data.sector, &self.data.bytes)?;
            self.data.is_dirty = false;
        }
        Ok(())
    }

    fn flush_table(&mut self) -> Result<(), Error> {
        if self.table.is_dirty {
            for copy in 0..self.layout.copies {
                let sector = self.table.sector + copy * self.layout.table_sectors;
                self.device.write_blocks(sector, &self.table.bytes)?;
            }
            self.table.is_dirty = false;
        }
        Ok(())
    }

    /// Writes everything that waits: the table before what refers to it.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        self.flush_table()?;
        self.flush_data()
    }

    /// Writes everything, and what is known of the free clusters.
    pub(super) fn sync(&mut self) -> Result<(), Error> {
        let (info, free, next) = (self.layout.info, self.free, self.next);
        self.flush()?;
        if info != 0 {
            let known = free.unwrap_or(NONE);
            let bytes = self.sector(info)?;
            if u32_at(bytes, 0) == 0x4161_5252 && (u32_at(bytes, 488), u32_at(bytes, 492)) != (known, next) {
                let bytes = self.sector_mut(info)?;
                put(bytes, 488, &known.to_le_bytes());
                put(bytes, 492, &next.to_le_bytes());
            }
        }
        self.flush()?;
        self.device.sync()
    }

    /// Reads whole sectors past the buffer.
    pub(super) fn read_past(&mut self, sector: u32, buffer: &mut [u8]) -> Result<(), Error> {
        self.flush_data()?;
        self.device.read_blocks(sector, buffer)
    }

    /// Writes whole sectors past the buffer.
    pub(super) fn write_past(&mut self, sector: u32, bytes: &[u8]) -> Result<(), Error> {
        let count = bytes.len() as u32 / self.layout.sector;
        if self.data.sector.wrapping_sub(sector) < count {
            self.data.sector = NONE;
            self.data.is_dirty = false;
        }
        self.device.write_blocks(sector, bytes)
    }

    /// A byte of the table, in memory.
    fn table_byte(&mut self, at: u32) -> Result<&mut [u8], Error> {
        let sector = self.layout.table + at / self.layout.sector;
        if self.table.sector != sector {
            self.flush_table()?;
            self.table.sector = NONE;
            self.device.read_blocks(sector, &mut self.table.bytes)?;
            self.table.sector = sector;
        }
        self.table.bytes.get_mut((at % self.layout.sector) as usize..).ok_or(Error::IO)
    }

    fn check(&self, cluster: u32) -> Result<(), Error> {
        if (2..self.layout.end).contains(&cluster) { Ok(()) } else { Err(Error::IO) }
    }

    /// An entry of the table.
    pub(super) fn entry(&mut self, cluster: u32) -> Result<u32, Error> {
        self.check(cluster)?;
        Ok(match self.layout.kind {
            Kind::Fat32 => u32_at(self.table_byte(cluster * 4)?, 0) & 0x0fff_ffff,
            Kind::Fat16 => u16_at(self.table_byte(cluster * 2)?, 0),
            Kind::Fat12 => {
                // Three bytes hold two entries, and sectors end in the middle of one.
                let at = cluster + cluster / 2;
                let low = self.table_byte(at)?.first().copied().unwrap_or(0);
                let high = self.table_byte(at + 1)?.first().copied().unwrap_or(0);
                let both = u32::from(low) | u32::from(high) << 8;
                if cluster & 1 == 1 { both >> 4 } else { both & 0xfff }
            }
        })
    }

    fn set_entry(&mut self, cluster: u32, value: u32) -> Result<(), Error> {
        self.check(cluster)?;
        match self.layout.kind {
            Kind::Fat32 => {
                let bytes = self.table_byte(cluster * 4)?;
                let value = u32_at(bytes, 0) & 0xf000_0000 | value & 0x0fff_ffff;
                put(bytes, 0, &value.to_le_bytes());
            }
            Kind::Fat16 => put(self.table_byte(cluster * 2)?, 0, &(value as u16).to_le_bytes()),
            Kind::Fat12 => {
                let at = cluster + cluster / 2;
                let odd = cluster & 1 == 1;
                let (shifted, keep) = if odd { (value << 4, 0x000f) } else { (value, 0xf000) };
                for (at, shift) in [(at, 0), (at + 1, 8)] {
                    if let Some(byte) = self.table_byte(at)?.first_mut() {
                        *byte = *byte & (keep >> shift) as u8 | ((shifted & !keep) >> shift) as u8;
                    }
                    self.table.is_dirty = true;
                }
            }
        }
        self.table.is_dirty = true;
        Ok(())
    }

    /// The cluster that follows another one; nothing at the end of the chain.
    pub(super) fn follow(&mut self, cluster: u32) -> Result<Option<u32>, Error> {
        let next = self.entry(cluster)?;
        let last = match self.layout.kind {
            Kind::Fat12 => 0xff8,
            Kind::Fat16 => 0xfff8,
            Kind::Fat32 => 0x0fff_fff8,
        };
        if next >= last {
            return Ok(None);
        }
        self.check(next)?;
        Ok(Some(next))
    }

    /// Takes a free cluster and hangs it behind another one.
    ///
    /// # Errors
    /// [`Error::NO_SPACE`].
    pub(super) fn allocate(&mut self, after: Option<u32>) -> Result<u32, Error> {
        let end = self.layout.end;
        let mut found = None;
        for cluster in (self.next.clamp(2, end - 1)..end).chain(2..self.next.clamp(2, end)) {
            if self.entry(cluster)? == 0 {
                found = Some(cluster);
                break;
            }
        }
        let Some(cluster) = found else {
            self.free = Some(0);
            return Err(Error::NO_SPACE);
        };
        self.set_entry(cluster, 0x0fff_ffff)?;
        if let Some(after) = after {
            self.set_entry(after, cluster)?;
        }
        self.next = cluster + 1;
        self.free = self.free.map(|free| free.saturating_sub(1));
        Ok(cluster)
    }

    /// Frees a chain from a cluster on. A chain that leads into itself ends where it is free already.
    pub(super) fn release(&mut self, first: u32) -> Result<(), Error> {
        let mut next = Some(first);
        while let Some(cluster) = next {
            if self.entry(cluster)? == 0 {
                break;
            }
            next = self.follow(cluster).unwrap_or(None);
            self.set_entry(cluster, 0)?;
            self.free = self.free.map(|free| (free + 1).min(self.layout.end - 2));
            self.next = self.next.min(cluster);
        }
        Ok(())
    }

    /// Ends a chain behind a cluster, and frees what followed.
    pub(super) fn cut(&mut self, last: u32) -> Result<(), Error> {
        let rest = self.follow(last)?;
        self.set_entry(last, 0x0fff_ffff)?;
        rest.map_or(Ok(()), |rest| self.release(rest))
    }

    /// How many clusters are free.
    pub(super) fn free_clusters(&mut self) -> Result<u32, Error> {
        if let Some(free) = self.free {
            return Ok(free);
        }
        let mut free = 0;
        for cluster in 2..self.layout.end {
            free += u32::from(self.entry(cluster)? == 0);
        }
        self.free = Some(free);
        Ok(free)
    }
}
