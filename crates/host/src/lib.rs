//! The desktop implementation of the platform traits.
