//! `docs/bytecode.md` is made from the instruction table: `BLESS=1 cargo test -p ferropy-bytecode` writes it anew.

use ferropy_bytecode::{INSTRUCTIONS, NAMES};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "\
# The instructions

This page is made from the table in `crates/bytecode/src/instructions.rs`; don't edit it. How an instruction lies in
words is drawn in `encoding.rs` beside it, what a compiled file looks like in `file_format.rs`, what the verifier checks
in `verifier.rs`. `ferropy dis file.py` lists the instructions of a program.

`R(x)` is a register of the running frame, `K(x)` a constant, `N(x)` a name, `F(x)` a captured cell, `S(x)` a slot of the
frame. An operand stands in the field that comes before its kind; a wide instruction has a second word, `x`.

| instruction | layout | operands | meaning |
|---|---|---|---|
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    for (name, row) in NAMES.iter().zip(INSTRUCTIONS) {
        let operands: Vec<String> = row
            .operands
            .iter()
            .map(|operand| format!("{}: {:?}", format!("{:?}", operand.field).to_lowercase(), operand.kind))
            .collect();
        let meaning = row.meaning.text().replace('|', "\\|");
        let _ = writeln!(page, "| `{}` | {:?} | {} | {meaning} |", name, row.layout, operands.join(", "));
    }
    page
}

#[test]
fn the_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/bytecode.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, page()).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page(), "docs/bytecode.md is out of date: BLESS=1 cargo test -p ferropy-bytecode");
}
