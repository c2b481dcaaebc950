//! `input()` at the end of a serial line: nobody else shows what is typed there, or takes back a mistake.

use crate::exceptions::raise;
use crate::{Completion, Isolate, Value};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_platform::Stream;
use ferropy_unicode::width::width;

const INTERRUPT: u8 = 3;
const END: u8 = 4;
const BACKSPACE: u8 = 8;
const ESCAPE: u8 = 27;
const DELETE: u8 = 127;

/// Whether standard input is the console's own, and that is a serial line.
pub(super) fn is_meant(iso: &mut Isolate, stdin: Value) -> bool {
    let original = iso.intern("__stdin__").ok().and_then(|name| iso.heap.dict_get_name(iso.sys_dict, name));
    original == Some(stdin) && iso.platform.console().is_serial()
}

/// Reads a line and shows it.
pub(super) fn read(iso: &mut Isolate) -> Completion {
    let mut line = Vec::new();
    let mut in_sequence = false;
    loop {
        let byte = next(iso)?;
        let is_end = matches!(byte, Some(b'\r' | b'\n'));
        match byte {
            None | Some(END) if line.is_empty() => return Err(raise::eof_error(iso, "EOF when reading a line")),
            // Arrows and their like mean nothing here: ESC [, and something up to a letter or a tilde.
            Some(ESCAPE) => in_sequence = true,
            Some(b'[' | b'O' | b'0'..=b'9' | b';') if in_sequence => {}
            Some(b' '..=b'~') if in_sequence => in_sequence = false,
            Some(BACKSPACE | DELETE) => take_back(iso, &mut line)?,
            Some(INTERRUPT) => return Err(raise::keyboard_interrupt(iso)),
            Some(byte @ (b'\t' | b' '..)) => {
                in_sequence = false;
                if line.try_reserve(1).is_err() {
                    return Err(raise::memory_error(iso));
                }
                line.push(byte);
                show(iso, &[byte])?;
            }
            _ => in_sequence = false,
        }
        if is_end || byte.is_none() {
            show(iso, b"\r\n")?;
            return iso.new_str(&String::from_utf8_lossy(&line));
        }
    }
}

fn next(iso: &mut Isolate) -> Completion<Option<u8>> {
    let mut byte = [0];
    let count = iso.wait_for(|platform| platform.console().read(&mut byte))?;
    Ok((count > 0).then_some(byte[0]))
}

fn show(iso: &mut Isolate, bytes: &[u8]) -> Completion<()> {
    let console = iso.platform.console();
    match console.write(Stream::Out, bytes).and_then(|()| console.flush(Stream::Out)) {
        Ok(()) => Ok(()),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

/// Takes the last character back, from the line and from the screen.
fn take_back(iso: &mut Isolate, line: &mut Vec<u8>) -> Completion<()> {
    let start = line.iter().rposition(|byte| byte & 0xC0 != 0x80).unwrap_or(0);
    let last = core::str::from_utf8(line.get(start..).unwrap_or_default()).ok().and_then(|text| text.chars().next());
    line.truncate(start);
    for _ in 0..last.map_or(0, |letter| width(letter.into())) {
        show(iso, b"\x08 \x08")?;
    }
    Ok(())
}
