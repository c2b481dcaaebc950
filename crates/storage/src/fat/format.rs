//! Makes empty FAT volumes.

use super::layout::put;
use crate::path::room;
use ferropy_platform::{BlockDevice, Error};

/// Fills a whole device; memory cards that cameras and computers shall read too need no partitions.
pub(super) fn format(device: &mut dyn BlockDevice) -> Result<(), Error> {
    let (sector, blocks) = (device.block_bytes(), device.blocks());
    if !(512..=4096).contains(&sector) || !sector.is_power_of_two() || blocks < 16 {
        return Err(Error::INVALID);
    }
    let plan = Plan::new(sector, blocks).ok_or(Error::INVALID)?;
    let mut bytes = room(sector as usize)?;
    bytes.resize(sector as usize, 0);
    // The boot sector is the last: what was there before is no volume until everything is in its place.
    for block in 0..plan.data {
        device.write_blocks(block, &bytes)?;
    }
    if plan.bits == 32 {
        for block in plan.data..plan.data + plan.cluster {
            device.write_blocks(block, &bytes)?;
        }
    }
    let first: &[u8] = match plan.bits {
        12 => &[0xf8, 0xff, 0xff],
        16 => &[0xf8, 0xff, 0xff, 0xff],
        _ => &[0xf8, 0xff, 0xff, 0x0f, 0xff, 0xff, 0xff, 0x0f, 0xff, 0xff, 0xff, 0x0f],
    };
    put(&mut bytes, 0, first);
    for copy in 0..plan.copies {
        device.write_blocks(plan.reserved + copy * plan.table, &bytes)?;
    }
    if plan.bits == 32 {
        bytes.fill(0);
        put(&mut bytes, 0, b"RRaA");
        put(&mut bytes, 484, b"rrAa");
        put(&mut bytes, 488, &(plan.clusters - 1).to_le_bytes());
        put(&mut bytes, 492, &3_u32.to_le_bytes());
        put(&mut bytes, 510, &[0x55, 0xaa]);
        device.write_blocks(1, &bytes)?;
    }
    bytes.fill(0);
    plan.boot(&mut bytes);
    if plan.bits == 32 {
        device.write_blocks(6, &bytes)?;
    }
    device.write_blocks(0, &bytes)?;
    device.sync()
}

/// How a volume is laid out, in sectors.
struct Plan {
    bits: u32,
    sector: u32,
    blocks: u32,
    cluster: u32,
    reserved: u32,
    copies: u32,
    table: u32,
    root_entries: u32,
    data: u32,
    clusters: u32,
}

impl Plan {
    /// The layout with clusters of the usual size: up to 4 MB small ones, and none with more than 32 KB.
    fn new(sector: u32, blocks: u32) -> Option<Plan> {
        let kib = u64::from(sector) * u64::from(blocks) / 1024;
        let usual = match kib {
            0..4_097 => 512,
            4_097..32_769 => 2_048,
            32_769..262_145 => 4_096,
            262_145..8_388_609 => 8_192,
            8_388_609..16_777_217 => 16_384,
            _ => 32_768,
        };
        [32, 16, 12].into_iter().find_map(|bits| {
            // Windows and the C libraries tell the kinds apart by the number of clusters, not exactly at the same one:
            // a little distance is kept.
            let range = match bits {
                12 => 1..4_070,
                16 => 4_100..65_500,
                _ => 65_550..0x0fff_fff0,
            };
            let first = if bits == 16 { usual / 4 } else { usual };
            let sizes = core::iter::successors(Some((first.max(512) / sector).max(1)), |size| Some(size * 2));
            sizes.take_while(|&cluster| cluster <= 128 && cluster * sector <= 32_768).find_map(|cluster| {
                let plan = Plan::with(bits, sector, blocks, cluster)?;
                range.contains(&plan.clusters).then_some(plan)
            })
        })
    }

    fn with(bits: u32, sector: u32, blocks: u32, cluster: u32) -> Option<Plan> {
        let reserved = if bits == 32 { 32 } else { 1 };
        let copies = if bits == 32 { 2 } else { 1 };
        let root_entries = if bits == 32 {
            0
        } else if blocks < 512 {
            64.max(sector / 32)
        } else {
            512
        };
        let before = reserved + root_entries * 32 / sector;
        let most = u64::from(blocks.checked_sub(before)? / cluster) + 2;
        let table = u32::try_from((most * u64::from(bits)).div_ceil(8 * u64::from(sector))).ok()?;
        let data = before + copies * table;
        let clusters = blocks.checked_sub(data)? / cluster;
        Some(Plan { bits, sector, blocks, cluster, reserved, copies, table, root_entries, data, clusters })
    }

    fn boot(&self, bytes: &mut [u8]) {
        let word = |value: u32| (value as u16).to_le_bytes();
        let is_large = self.bits == 32;
        put(bytes, 0, &[0xeb, 0x58, 0x90]);
        put(bytes, 3, b"FERROPY ");
        put(bytes, 11, &word(self.sector));
        put(bytes, 13, &[self.cluster as u8]);
        put(bytes, 14, &word(self.reserved));
        put(bytes, 16, &[self.copies as u8]);
        put(bytes, 17, &word(self.root_entries));
        if self.blocks < 0x10000 && !is_large {
            put(bytes, 19, &word(self.blocks));
        } else {
            put(bytes, 32, &self.blocks.to_le_bytes());
        }
        put(bytes, 21, &[0xf8]);
        put(bytes, 24, &[63, 0, 255, 0]);
        if is_large {
            put(bytes, 36, &self.table.to_le_bytes());
            put(bytes, 44, &2_u32.to_le_bytes());
            put(bytes, 48, &[1, 0, 6, 0]);
        } else {
            put(bytes, 22, &word(self.table));
        }
        // The extended part: drive, mark, serial number, label, kind.
        let at = if is_large { 64 } else { 36 };
        put(bytes, at, &[0x80, 0, 0x29]);
        put(bytes, at + 3, &self.blocks.wrapping_mul(0x9e37_79b9).to_le_bytes());
        put(bytes, at + 7, b"NO NAME    ");
        let kind: &[u8] = match self.bits {
            12 => b"FAT12   ",
            16 => b"FAT16   ",
            _ => b"FAT32   ",
        };
        put(bytes, at + 18, kind);
        put(bytes, 510, &[0x55, 0xaa]);
    }
}
