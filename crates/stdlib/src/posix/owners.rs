//! To whom files belong, and pipes with names.

use super::paths::{done, permissions};
use super::{OR_PATH, argument, failed, path_argument};
use alloc::format;
use ferropy_runtime::{Completion, Isolate, Value, raise};

pub(super) fn make_named_pipe(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (_, path) = path_argument(iso, argument(args, 0), "mkfifo: path", OR_PATH)?;
    let mode = permissions(iso, argument(args, 1), 0o666)?;
    // As in CPython, the error doesn't say where.
    iso.platform.files().make_named_pipe(&path, mode).map(|()| Value::NONE).map_err(|error| failed(iso, error))
}

/// The number of a user or group; -1 leaves it as it is.
fn owner_argument(iso: &mut Isolate, value: Value, what: &str) -> Completion<Option<u32>> {
    if !iso.is_int(value) {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &format!("{what} should be integer, not {kind}")));
    }
    match iso.as_i64(value) {
        Some(-1) => Ok(None),
        Some(number) if number < -1 => Err(raise::overflow_error(iso, &format!("{what} is less than minimum"))),
        number => match number.and_then(|number| u32::try_from(number).ok()) {
            Some(number) => Ok(Some(number)),
            None => Err(raise::overflow_error(iso, &format!("{what} is greater than maximum"))),
        },
    }
}

fn give(iso: &mut Isolate, args: &[Value], what: &str, follow: bool) -> Completion {
    let others = if follow { ", os.PathLike or integer" } else { OR_PATH };
    let (shown, path) = path_argument(iso, argument(args, 0), what, others)?;
    let user = owner_argument(iso, argument(args, 1), "uid")?;
    let group = owner_argument(iso, argument(args, 2), "gid")?;
    let result = iso.platform.files().set_owner(&path, user, group, follow);
    done(iso, result, shown)
}

pub(super) fn set_owner(iso: &mut Isolate, args: &[Value]) -> Completion {
    let follow = match argument(args, 4).given() {
        Some(follow) => iso.is_true(follow)?,
        None => true,
    };
    give(iso, args, "chown: path", follow)
}

pub(super) fn set_owner_of_link(iso: &mut Isolate, args: &[Value]) -> Completion {
    give(iso, args, "lchown: path", false)
}
