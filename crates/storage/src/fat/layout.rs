//! Where the parts of a FAT volume lie.
//!
//! ```text
//! boot sector, reserved │ table │ its copies │ root directory (not FAT32) │ cluster 2 │ cluster 3 │ …
//! ```

use ferropy_platform::Error;

/// How many bits an entry of the table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Fat12,
    Fat16,
    Fat32,
}

/// Where everything lies, in sectors of the device.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) kind: Kind,
    /// Bytes of a sector.
    pub(super) sector: u32,
    /// Sectors of a cluster.
    pub(super) cluster: u32,
    pub(super) table: u32,
    /// Sectors of one copy of the table.
    pub(super) table_sectors: u32,
    pub(super) copies: u32,
    /// The root directory where it has a place of its own, and its sectors.
    pub(super) root: u32,
    pub(super) root_sectors: u32,
    /// Its first cluster on FAT32, else 0.
    pub(super) root_cluster: u32,
    pub(super) data: u32,
    /// One more than the last cluster's number; the first is 2.
    pub(super) end: u32,
    /// The sector that tells how much is free, or 0.
    pub(super) info: u32,
}

/// Two bytes, little-endian; zero beyond the end.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 2).and_then(|part| part.try_into().ok()).map_or(0, u16::from_le_bytes).into()
}

/// Four bytes, little-endian; zero beyond the end.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|part| part.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// Writes bytes at a place that is there.
pub(super) fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    if let Some(place) = bytes.get_mut(at..at + value.len()) {
        place.copy_from_slice(value);
    }
}

/// There is no FAT volume here.
pub(super) const NOT_FAT: Error = Error::new(19);

/// The first sectors of the partitions in a master boot record that may hold FAT.
pub(super) fn partitions(sector: &[u8]) -> impl Iterator<Item = u32> {
    let marked = u16_at(sector, 510) == 0xaa55;
    (0..4).map(move |number| 446 + 16 * number).filter_map(move |at| {
        let kind = sector.get(at + 4).copied().unwrap_or(0);
        (marked && matches!(kind, 0x01 | 0x04 | 0x06 | 0x0b | 0x0c | 0x0e)).then(|| u32_at(sector, at + 8))
    })
}

impl Layout {
    /// Reads a boot sector that lies at `start` of a device.
    ///
    /// # Errors
    /// 19, `ENODEV`, if it is none of a FAT volume.
    pub(super) fn read(boot: &[u8], start: u32, sector: u32, blocks: u32) -> Result<Layout, Error> {
        let word = |at| u16_at(boot, at);
        let byte = |at| boot.get(at).copied().map_or(0, u32::from);
        let (cluster, reserved, copies, root_entries) = (byte(13), word(14), byte(16), word(17));
        let total = if word(19) != 0 { word(19) } else { u32_at(boot, 32) };
        let table_sectors = if word(22) != 0 { word(22) } else { u32_at(boot, 36) };
        let plausible = word(510) == 0xaa55
            && word(11) == sector
            && cluster.is_power_of_two()
            && reserved > 0
            && matches!(copies, 1 | 2)
            && table_sectors > 0
            && start.checked_add(total).is_some_and(|end| end <= blocks);
        if !plausible {
            return Err(NOT_FAT);
        }
        let root_sectors = (root_entries * 32).div_ceil(sector);
        let tables = table_sectors.checked_mul(copies).ok_or(NOT_FAT)?;
        let before = reserved.checked_add(tables).and_then(|sum| sum.checked_add(root_sectors)).ok_or(NOT_FAT)?;
        let clusters = total.checked_sub(before).ok_or(NOT_FAT)? / cluster;
        let kind = match clusters {
            0 => return Err(NOT_FAT),
            1..4085 => Kind::Fat12,
            4085..65525 => Kind::Fat16,
            65525..0x0fff_fff6 => Kind::Fat32,
            _ => return Err(NOT_FAT),
        };
        let root_cluster = if kind == Kind::Fat32 { u32_at(boot, 44) } else { 0 };
        let bits = match kind {
            Kind::Fat12 => 12,
            Kind::Fat16 => 16,
            Kind::Fat32 => 32,
        };
        let entries = u64::from(table_sectors) * u64::from(sector) * 8 / bits;
        let end = clusters + 2;
        let rooted = if kind == Kind::Fat32 { (2..end).contains(&root_cluster) } else { root_sectors > 0 };
        if entries < end.into() || !rooted {
            return Err(NOT_FAT);
        }
        let info = if kind == Kind::Fat32 && (1..reserved).contains(&word(48)) { start + word(48) } else { 0 };
        let table = start + reserved;
        let root = table + tables;
        let data = start + before;
        Ok(Layout {
            kind,
            sector,
            cluster,
            table,
            table_sectors,
            copies,
            root,
            root_sectors,
            root_cluster,
            data,
            end,
            info,
        })
    }

    /// The first sector of a cluster.
    ///
    /// # Errors
    /// [`Error::IO`] for a number that no cluster has.
    pub(super) fn sector_of(&self, cluster: u32) -> Result<u32, Error> {
        if (2..self.end).contains(&cluster) { Ok(self.data + (cluster - 2) * self.cluster) } else { Err(Error::IO) }
    }

    /// Bytes of a cluster.
    pub(super) fn cluster_bytes(&self) -> u32 {
        self.cluster * self.sector
    }
}
