//! Starting programs.

use super::descriptors::{any_file, number_of};
use super::{argument, c_int, failed, fsencode};
use alloc::vec::Vec;
use ferropy_platform::process::Program;
use ferropy_platform::{Error, OpenFile, Stream};
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

/// What a program gets, as `_start_program` and `_become_program` are told.
struct Wanted {
    path: Vec<u8>,
    arguments: Vec<Vec<u8>>,
    environment: Vec<(Vec<u8>, Vec<u8>)>,
    directory: Option<Vec<u8>>,
    streams: [Option<OpenFile>; 3],
    group: Option<i32>,
    files: Option<Vec<OpenFile>>,
    owner: (Option<u32>, Option<u32>),
}

impl Wanted {
    fn new(iso: &mut Isolate, args: &[Value]) -> Completion<Wanted> {
        let path = text(iso, argument(args, 0))?;
        let arguments = texts(iso, argument(args, 1))?;
        let mut variables = texts(iso, argument(args, 2))?.into_iter();
        let mut environment = Vec::new();
        while let (Some(name), Some(value)) = (variables.next(), variables.next()) {
            environment.push((name, value));
        }
        let (directory, streams, group, files, owner) = (None, [None; 3], None, None, (None, None));
        Ok(Wanted { path, arguments, environment, directory, streams, group, files, owner })
    }

    fn program(&self) -> Program<'_> {
        Program {
            path: &self.path,
            arguments: &self.arguments,
            environment: &self.environment,
            directory: self.directory.as_deref(),
            streams: self.streams,
            group: self.group,
            files: self.files.as_deref(),
            owner: self.owner,
        }
    }
}

/// An argument, unless it is None.
fn given(args: &[Value], place: usize) -> Option<Value> {
    Some(argument(args, place)).filter(|value| !value.is_none())
}

fn number(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<Option<u32>> {
    given(args, place).map(|value| c_int(iso, value).map(i32::cast_unsigned)).transpose()
}

/// `_start_program(path, arguments, environment, directory, streams, group, files, user, owners)`: the environment is a list
/// of names and values in turn; streams are three numbers of files, or None for this process's own; files are the numbers
/// of those that the program has as well, or None for all that are inheritable.
pub(super) fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut wanted = Wanted::new(iso, args)?;
    wanted.directory = given(args, 3).map(|directory| text(iso, directory)).transpose()?;
    let numbers: Vec<Value> = iso.heap.items(argument(args, 4)).collect();
    for (place, number) in wanted.streams.iter_mut().zip(numbers) {
        if !number.is_none() {
            *place = Some(any_file(iso, number)?);
        }
    }
    wanted.group = given(args, 5).map(|group| c_int(iso, group)).transpose()?;
    if let Some(files) = given(args, 6) {
        let numbers: Vec<Value> = iso.heap.items(files).collect();
        wanted.files = Some(numbers.into_iter().map(|number| any_file(iso, number)).collect::<Completion<_>>()?);
    }
    wanted.owner = (number(iso, args, 7)?, number(iso, args, 8)?);
    // What was printed before comes before.
    iso.flush_console(Stream::Out)?;
    match iso.platform.files().start_program(wanted.program()) {
        Ok(process) => iso.new_int(i64::from(process)),
        Err(error) => Err(failed(iso, error)),
    }
}

/// `_become_program(path, arguments, environment)`: comes back only with an error.
pub(super) fn become_other(iso: &mut Isolate, args: &[Value]) -> Completion {
    let wanted = Wanted::new(iso, args)?;
    iso.flush_console(Stream::Out)?;
    let error = iso.platform.system().map_or(Error::UNSUPPORTED, |system| system.become_program(wanted.program()));
    Err(failed(iso, error))
}

/// `pidfd_open(pid, flags=0)`
pub(super) fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let process = c_int(iso, argument(args, 0))?;
    iso.platform.files().process_file(process).map(number_of).map_err(|error| failed(iso, error))
}
