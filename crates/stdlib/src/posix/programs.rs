//! Starting programs.

use super::descriptors::{any_file, number_of};
use super::{argument, c_int, failed, fsencode};
use alloc::vec::Vec;
use ferropy_platform::process::Program;
use ferropy_platform::{OpenFile, Stream};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The bytes of a path, an argument or a variable.
fn text(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let encoded = fsencode(iso, &[value])?;
    let text = iso.heap.bytes(iso.unwrap(encoded)).unwrap_or(&[]).to_vec();
    if text.contains(&0) {
        return Err(raise::value_error(iso, "embedded null byte"));
    }
    Ok(text)
}

fn texts(iso: &mut Isolate, list: Value) -> Completion<Vec<Vec<u8>>> {
    let items: Vec<Value> = iso.heap.items(list).collect();
    items.into_iter().map(|item| text(iso, item)).collect()
}

/// `_start_program(path, arguments, environment, directory, streams, group)`: the environment is a list of names and
/// values in turn; streams are three numbers of files, or None for this process's own.
pub(super) fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = text(iso, argument(args, 0))?;
    let arguments = texts(iso, argument(args, 1))?;
    let mut environment = Vec::new();
    let mut variables = texts(iso, argument(args, 2))?.into_iter();
    while let (Some(name), Some(value)) = (variables.next(), variables.next()) {
        environment.push((name, value));
    }
    let directory = match argument(args, 3) {
        none if none.is_none() => None,
        directory => Some(text(iso, directory)?),
    };
    let mut streams: [Option<OpenFile>; 3] = [None; 3];
    let numbers: Vec<Value> = iso.heap.items(argument(args, 4)).collect();
    for (place, number) in streams.iter_mut().zip(numbers) {
        if !number.is_none() {
            *place = Some(any_file(iso, number)?);
        }
    }
    let group = match argument(args, 5) {
        none if none.is_none() => None,
        group => Some(c_int(iso, group)?),
    };
    // What was printed before comes before.
    iso.platform.console().flush(Stream::Out).map_err(|error| failed(iso, error))?;
    let program = Program {
        path: &path,
        arguments: &arguments,
        environment: &environment,
        directory: directory.as_deref(),
        streams,
        group,
    };
    match iso.platform.files().start_program(program) {
        Ok(process) => iso.new_int(i64::from(process)),
        Err(error) => Err(failed(iso, error)),
    }
}

/// `pidfd_open(pid, flags=0)`
pub(super) fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let process = c_int(iso, argument(args, 0))?;
    iso.platform.files().process_file(process).map(number_of).map_err(|error| failed(iso, error))
}
