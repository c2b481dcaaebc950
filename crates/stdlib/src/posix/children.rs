//! Other processes: commands of the shell, signals, and what became of children.

use super::{FIRST_FILE, argument, c_int, failed, fsencode};
use crate::sockets::readiness::until_readable;
use alloc::format;
use alloc::vec::Vec;
use ferropy_platform::{Command, Error, Stream};
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, raise};

/// `WNOHANG`
const NO_HANG: u32 = 1;
/// How long the first and the longest pause is between two looks whether some child has ended.
const FIRST_PAUSE_NS: u64 = 500_000;
const LONGEST_PAUSE_NS: u64 = 20_000_000;

pub(super) fn send_signal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let process = c_int(iso, argument(args, 0))?;
    let signal = c_int(iso, argument(args, 1))?;
    if let Err(error) = iso.platform.process().send_signal(process, signal) {
        return Err(failed(iso, error));
    }
    if u32::try_from(process) == Ok(iso.platform.process().id()) {
        iso.look_at_world()?;
    }
    Ok(Value::NONE)
}

/// The bytes of a command, and all that was printed before it out of the way.
fn command_text(iso: &mut Isolate, command: Value) -> Completion<Vec<u8>> {
    let command = fsencode(iso, &[command])?;
    let text = iso.heap.bytes(iso.unwrap(command)).unwrap_or(&[]).to_vec();
    if text.contains(&0) {
        return Err(raise::value_error(iso, "embedded null byte"));
    }
    iso.flush_console(Stream::Out)?;
    Ok(text)
}

pub(super) fn run(iso: &mut Isolate, args: &[Value]) -> Completion {
    let text = command_text(iso, argument(args, 0))?;
    let process = iso.platform.process();
    let environment = process.environment();
    match process.run_command(Command { text: &text, environment: &environment }) {
        Ok(status) => iso.new_int(i64::from(status)),
        Err(error) => Err(failed(iso, error)),
    }
}

/// `(process, file)`: the file leads to the command's input, or comes from its output.
pub(super) fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let text = command_text(iso, argument(args, 0))?;
    let writes = iso.is_true(argument(args, 1))?;
    let environment = iso.platform.process().environment();
    let command = Command { text: &text, environment: &environment };
    match iso.platform.files().start_command(command, writes) {
        Ok((process, file)) => {
            let process = iso.new_int(i64::from(process))?;
            iso.new_tuple(&[process, Value::small_int(i64::from(file.0) + FIRST_FILE)])
        }
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn wait(iso: &mut Isolate, args: &[Value]) -> Completion {
    let process = c_int(iso, argument(args, 0))?;
    let options = c_int(iso, argument(args, 1))?;
    let mut pause_ns = FIRST_PAUSE_NS;
    loop {
        match iso.platform.process().wait(process, options as u32 | NO_HANG) {
            // None has ended yet: others go on meanwhile.
            Ok((0, _)) if options as u32 & NO_HANG == 0 => {
                until_ended(iso, if options == 0 { process } else { -1 }, pause_ns)?;
                pause_ns = (pause_ns * 2).min(LONGEST_PAUSE_NS);
            }
            Ok((process, status)) => {
                let items = [iso.new_int(i64::from(process))?, iso.new_int(i64::from(status))?];
                return iso.new_tuple(&items);
            }
            Err(Error::INTERRUPTED) => iso.look_at_world()?,
            Err(error) => return Err(failed(iso, error)),
        }
    }
}

/// Waits until a child has ended, or for a pause where nobody can tell.
fn until_ended(iso: &mut Isolate, process: i32, pause_ns: u64) -> Completion<()> {
    let file = if process > 0 { iso.platform.files().process_file(process).ok() } else { None };
    let Some(file) = file else { return iso.block_here(WaitFor::Time, Some(pause_ns)).map(|_| ()) };
    let done = until_readable(iso, file);
    let _ = iso.platform.files().close(file);
    done
}

/// Something that a status says.
pub(super) fn part(iso: &mut Isolate, args: &[Value], part: fn(i32) -> Value) -> Completion {
    Ok(part(c_int(iso, argument(args, 0))?))
}

/// Whether a status is that of a process which a signal has ended.
pub(super) fn is_signaled(status: i32) -> bool {
    !matches!(status & 0x7f, 0 | 0x7f)
}

pub(super) fn exit_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let status = c_int(iso, argument(args, 0))?;
    if status & 0x7f == 0 {
        Ok(Value::small_int(i64::from(status >> 8 & 0xff)))
    } else if is_signaled(status) {
        Ok(Value::small_int(-i64::from(status & 0x7f)))
    } else if status & 0xff == 0x7f {
        let signal = status >> 8 & 0xff;
        Err(raise::value_error(iso, &format!("process stopped by delivery of signal {signal}")))
    } else {
        Err(raise::value_error(iso, &format!("invalid wait status: {status}")))
    }
}
