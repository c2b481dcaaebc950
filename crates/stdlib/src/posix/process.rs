//! The process: environment, identity, randomness; and the constants of the module.

use super::descriptors::flag;
use super::{argument, failed, path_argument};
use ferropy_runtime::buffers::with_room;
use ferropy_runtime::{Completion, Isolate, Value, raise};

pub(super) fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    let constants = [
        ("O_RDONLY", 0),
        ("O_WRONLY", flag::WRITE_ONLY),
        ("O_RDWR", flag::READ_WRITE),
        ("O_CREAT", flag::CREATE),
        ("O_EXCL", flag::EXCLUSIVE),
        ("O_TRUNC", flag::TRUNCATE),
        ("O_APPEND", flag::APPEND),
        ("O_CLOEXEC", 0o2_000_000),
        ("F_OK", 0),
        ("X_OK", 1),
        ("W_OK", 2),
        ("R_OK", 4),
        ("EX_OK", 0),
        ("WNOHANG", 1),
        ("WUNTRACED", 2),
        ("WCONTINUED", 8),
    ];
    for (name, number) in constants {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, Value::small_int(number))?;
    }
    let environment = iso.new_dict()?;
    for (name, value) in iso.platform.process().environment() {
        let (name, value) = (iso.new_bytes(&name)?, iso.new_bytes(&value)?);
        iso.dict_set(environment, name, value)?;
    }
    let name = iso.intern("environ")?;
    iso.heap.dict_set_plain(dict, name, environment)?;
    let name = iso.intern("error")?;
    iso.heap.dict_set_plain(dict, name, ferropy_runtime::native::TypeId::OS_ERROR.value())?;
    Ok(Value::NONE)
}

pub(super) fn put_environment(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (_, name) = path_argument(iso, argument(args, 0), "putenv: name", "")?;
    let (_, value) = path_argument(iso, argument(args, 1), "putenv: value", "")?;
    if name.contains(&b'=') {
        return Err(raise::value_error(iso, "illegal environment variable name"));
    }
    change(iso, &name, Some(&value))
}

pub(super) fn unset_environment(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (_, name) = path_argument(iso, argument(args, 0), "unsetenv: name", "")?;
    change(iso, &name, None)
}

fn change(iso: &mut Isolate, name: &[u8], value: Option<&[u8]>) -> Completion {
    match iso.platform.process().set_environment(name, value) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn id(iso: &mut Isolate, _: &[Value]) -> Completion {
    let id = iso.platform.process().id();
    iso.new_int(i64::from(id))
}

pub(super) fn processors(iso: &mut Isolate, _: &[Value]) -> Completion {
    let count = iso.platform.process().processors();
    iso.new_int(count as i64)
}

pub(super) fn random_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Ok(size) = usize::try_from(iso.to_isize(argument(args, 0))?) else {
        return Err(raise::value_error(iso, "negative argument not allowed"));
    };
    let mut bytes = with_room(size)?;
    bytes.resize(size, 0);
    match iso.platform.entropy().fill(&mut bytes) {
        Ok(()) => iso.new_bytes(&bytes),
        Err(error) => Err(failed(iso, error)),
    }
}

pub(super) fn error_text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let code = iso.to_isize(argument(args, 0))?;
    let text = match i32::try_from(code) {
        Ok(code) if ferropy_platform::error::TABLE.iter().any(|row| row.0 == code) => {
            ferropy_platform::error::text(code).into()
        }
        _ => alloc::format!("Unknown error {code}"),
    };
    iso.new_str(&text)
}
