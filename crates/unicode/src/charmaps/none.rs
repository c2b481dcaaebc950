//! No tables beyond the common ones.

use super::Table;

pub(super) static TABLES: &[Table] = &[];
