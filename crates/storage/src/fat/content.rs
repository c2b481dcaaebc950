//! What open files hold: clusters found by position, bytes written into them.

use super::directory::Place;
use super::layout::put;
use super::table::Volume;
use ferropy_platform::{Error, OpenOptions};

/// A file that somebody has open.
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) first: u32,
    pub(super) size: u32,
    pub(super) attributes: u8,
    pub(super) is_dirty: bool,
    /// How many have it open.
    pub(super) users: u32,
    /// Changes when clusters are taken away.
    pub(super) version: u32,
}

/// One who has a file open.
pub(super) struct Opened {
    pub(super) node: usize,
    pub(super) options: OpenOptions,
    pub(super) position: u32,
    /// A cluster of the file that is known, by its number in the file, for a version of the node.
    pub(super) known: Option<(u32, u32, u32)>,
}

/// The cluster with a number in a file, made if need be; nothing if it is not there.
pub(super) fn cluster_at(
    volume: &mut Volume,
    node: &mut Node,
    known: &mut Option<(u32, u32, u32)>,
    number: u32,
    make: bool,
) -> Result<Option<u32>, Error> {
    let start = known.filter(|&(at, _, version)| at <= number && version == node.version);
    let (mut at, mut cluster) = match start {
        Some((at, cluster, _)) => (at, cluster),
        None if node.first != 0 => (0, node.first),
        None if make => {
            node.first = volume.allocate(None)?;
            node.is_dirty = true;
            (0, node.first)
        }
        None => return Ok(None),
    };
    while at < number {
        cluster = match volume.follow(cluster)? {
            Some(next) => next,
            None if make => volume.allocate(Some(cluster))?,
            None => return Ok(None),
        };
        at += 1;
    }
    *known = Some((at, cluster, node.version));
    Ok(Some(cluster))
}

/// Where a position lies: its sector, the offset in it, and how many bytes lie behind it in clusters that follow each other.
pub(super) fn run_at(
    volume: &mut Volume,
    node: &mut Node,
    opened: &mut Opened,
    wanted: u32,
    make: bool,
) -> Result<Option<(u32, u32, u32)>, Error> {
    let bytes = volume.layout.cluster_bytes();
    let (number, within) = (opened.position / bytes, opened.position % bytes);
    let Some(cluster) = cluster_at(volume, node, &mut opened.known, number, make)? else { return Ok(None) };
    let (mut length, mut last) = (bytes - within, cluster);
    while length < wanted {
        let next = match volume.follow(last)? {
            None if make => Some(volume.allocate(Some(last))?),
            next => next,
        };
        if next != Some(last + 1) {
            break;
        }
        last += 1;
        length += bytes;
    }
    let sector = volume.layout.sector_of(cluster)? + within / volume.layout.sector;
    Ok(Some((sector, within % volume.layout.sector, length.min(wanted))))
}

/// Writes at the position, which moves.
pub(super) fn write_at(volume: &mut Volume, node: &mut Node, opened: &mut Opened, bytes: &[u8]) -> Result<(), Error> {
    let sector_bytes = volume.layout.sector;
    let mut rest = bytes;
    while !rest.is_empty() {
        let found = run_at(volume, node, opened, rest.len() as u32, true)?;
        let (sector, offset, length) = found.ok_or(Error::IO)?;
        let whole = if offset == 0 { length - length % sector_bytes } else { 0 };
        let count = if whole > 0 {
            volume.write_past(sector, rest.get(..whole as usize).unwrap_or(&[]))?;
            whole
        } else {
            let count = length.min(sector_bytes - offset);
            // What lies behind the end of the file need not be read.
            let place = if offset == 0 && opened.position >= node.size {
                volume.fresh_sector(sector)?
            } else {
                volume.sector_mut(sector)?
            };
            put(place, offset as usize, rest.get(..count as usize).unwrap_or(&[]));
            count
        };
        opened.position += count;
        node.size = node.size.max(opened.position);
        node.is_dirty = true;
        rest = rest.get(count as usize..).unwrap_or(&[]);
    }
    Ok(())
}

/// Extends a file with zeros to a size.
pub(super) fn extend(volume: &mut Volume, node: &mut Node, opened: &mut Opened, size: u32) -> Result<(), Error> {
    let position = opened.position;
    opened.position = node.size;
    let mut done = Ok(());
    while node.size < size && done.is_ok() {
        let zeros = [0; 64];
        let count = (size - node.size).min(64) as usize;
        done = write_at(volume, node, opened, zeros.get(..count).unwrap_or(&zeros));
    }
    opened.position = position;
    done
}
