//! Reading a float whose text is known to be a decimal number: with the core library's tables where there is room for them.

#[cfg(not(target_os = "none"))]
mod by_tables;
#[cfg(any(test, target_os = "none"))]
mod exactly;

#[cfg(not(target_os = "none"))]
pub(super) use by_tables::read;
#[cfg(target_os = "none")]
pub(super) use exactly::read;
