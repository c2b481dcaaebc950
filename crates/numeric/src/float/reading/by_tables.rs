//! Reading as the core library does.

/// The float nearest to a decimal number; infinite where that is too large.
pub(in crate::float) fn read(text: &str) -> f64 {
    text.parse().unwrap_or(f64::INFINITY)
}
