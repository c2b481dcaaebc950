//! FAT: the file system of memory cards, with 12, 16 or 32 bits an entry and long names, after Microsoft's "FAT: General
//! Overview of On-Disk Format" 1.03.
//!
//! `layout` reads the boot sector, `table` the file allocation table through which a file's clusters are found, `entry` and
//! `directory` names, `content` what files hold, `files` puts the platform's `Files` on top, `format` makes empty volumes. Whatever lies on a card is
//! survived: numbers that lead out of it, or in circles, are errors.
//!
//! FAT has no protection against power cuts. What is written here is written in an order in which a cut loses clusters, never
//! files that were not touched: the data, the table, the directory.

mod content;
mod directory;
mod entry;
mod files;
mod format;
mod layout;
mod table;

pub use files::FatFiles;
