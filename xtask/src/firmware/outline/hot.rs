//! The functions in which the time of programs goes: `emulator/bin/profile.js` names them.

/// Modules, types or functions. Where all of the image is outlined, programs take 11 % more cycles, for 10 KB less.
const HOT: &[&str] = &[
    "__rustc",
    "alloc::raw_vec",
    "alloc::vec",
    "compiler_builtins",
    "core::slice",
    "critical_section",
    "embassy_rp::float",
    "ferropy_bytecode::frozen",
    "ferropy_numeric::float::exact",
    "ferropy_numeric::format::field",
    "ferropy_numeric::natural",
    "ferropy_rp::memory",
    "ferropy_runtime::heap::Heap",
    "ferropy_runtime::heap::bits",
    "ferropy_runtime::heap::building",
    "ferropy_runtime::heap::collect",
    "ferropy_runtime::heap::dicts",
    "ferropy_runtime::heap::growing",
    "ferropy_runtime::heap::hashing",
    "ferropy_runtime::heap::header",
    "ferropy_runtime::heap::joining",
    "ferropy_runtime::heap::moving",
    "ferropy_runtime::heap::numbers",
    "ferropy_runtime::heap::objects",
    "ferropy_runtime::heap::put",
    "ferropy_runtime::heap::rebuilding",
    "ferropy_runtime::heap::region",
    "ferropy_runtime::heap::seeking",
    "ferropy_runtime::heap::sequences",
    "ferropy_runtime::heap::short",
    "ferropy_runtime::heap::slot",
    "ferropy_runtime::heap::stepping",
    "ferropy_runtime::heap::stored_hashes",
    "ferropy_runtime::heap::table",
    "ferropy_runtime::heap::text",
    "ferropy_runtime::interpreter::call",
    "ferropy_runtime::interpreter::dispatch",
    "ferropy_runtime::interpreter::frame",
    "ferropy_runtime::interpreter::generator",
    "ferropy_runtime::interpreter::generators",
    "ferropy_runtime::interpreter::ops::calls",
    "ferropy_runtime::interpreter::ops::natives",
    "ferropy_runtime::interpreter::ops::operators",
    "ferropy_runtime::interpreter::ops::rare",
    "ferropy_runtime::interpreter::pairs",
    "ferropy_runtime::interpreter::shortcuts",
    "ferropy_runtime::interpreter::unwind",
    "ferropy_runtime::isolate",
    "ferropy_runtime::object::class",
    "ferropy_runtime::object::constructor",
    "ferropy_runtime::object::creation",
    "ferropy_runtime::object::operators",
    "ferropy_runtime::object::protocols",
    "ferropy_runtime::types::int::direct",
    "ferropy_runtime::types::plain_format",
    "ferropy_runtime::types::str::format",
    "ferropy_runtime::types::str::percent",
];

/// Knows them by the names that symbols have.
pub(super) struct Hot(Vec<[String; 3]>);

impl Hot {
    pub(super) fn new() -> Hot {
        let parts = |path: &&str| {
            let names = path.split("::");
            [
                names.map(|name| format!("{}{name}", name.len())).collect(),
                // Rust's newer names.
                format!("{}_{path}", path.len()),
                // What it has for types of the libraries.
                format!("_$LT${}..", path.replace("::", "..")),
            ]
        };
        Hot(HOT.iter().map(parts).collect())
    }

    pub(super) fn has(&self, symbol: &str) -> bool {
        self.0.iter().any(|parts| parts.iter().any(|part| symbol.contains(&**part)))
    }
}
