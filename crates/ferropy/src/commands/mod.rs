//! Commands of the tool that are no Python programs: the first argument names them.

pub(crate) mod board;
