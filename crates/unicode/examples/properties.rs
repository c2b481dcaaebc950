//! Prints what the tables of this crate are made of: a line for every code point that Unicode 16 assigns.
//!
//! The columns are code point, category, lower case, upper case (both full), and flags: `l`owercase,
//! `u`ppercase, `s`tarts or `c`ontinues an identifier, case-`i`gnorable, and the width in columns.
//! `tables/generate.py` reads this. The crates and the core library behind it may know a later Unicode;
//! what version 16 doesn't assign is left out.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_width::UnicodeWidthChar;

fn main() {
    for character in '\0'..=char::MAX {
        let category = get_general_category(character);
        if category == GeneralCategory::Unassigned {
            continue;
        }
        let mapped = |mapping: &mut dyn Iterator<Item = char>| {
            let codes: Vec<String> = mapping.map(|c| format!("{:x}", u32::from(c))).collect();
            codes.join(" ")
        };
        // A sigma is final after a cased letter, with ignorable characters between; that tells which are which.
        let final_after = |before: &str| format!("{before}{character}Σ").to_lowercase().ends_with('ς');
        let flags = [
            (character.is_lowercase(), 'l'),
            (character.is_uppercase(), 'u'),
            (unicode_ident::is_xid_start(character), 's'),
            (unicode_ident::is_xid_continue(character), 'c'),
            (final_after("A") && !final_after(" "), 'i'),
        ];
        let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| *flag).collect();
        println!(
            "{:x}\t{}\t{}\t{}\t{}\t{}",
            u32::from(character),
            category.abbreviation(),
            mapped(&mut character.to_lowercase()),
            mapped(&mut character.to_uppercase()),
            flags,
            character.width().map_or(-1, |width| width as i32),
        );
    }
}
