//! `_sre`: regular expressions, for the module `re`. The expressions themselves are the crate `ferropy-regex`'s; here are
//! their Python objects.
//!
//! | file | what is there |
//! |---|---|
//! | `compile` | patterns made, and what is wrong with them |
//! | `subject` | what is searched: strings and bytes-like objects, and indices in them |
//! | `search` | a matcher at work |
//! | `pattern`, `matches`, `scanner` | the types |
//! | `shortcuts` | what the loop asks matches without a call |
//! | `replace` | `sub`, `subn` and `expand` |

mod compile;
mod matches;
mod pattern;
mod replace;
mod scanner;
mod search;
mod shortcuts;
mod subject;

use ferropy_regex::flags;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// `_sre`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_sre",
    doc: "Regular expressions.",
    rows: ROWS,
    types: &[&pattern::PATTERN, &matches::MATCH, &scanner::SCANNER, &scanner::FINDER],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "compile",
        "($module, pattern, flags, warn, /)",
        "Make a pattern. What there is to warn about is told the function warn.",
        compile::compile,
    ),
    function(
        "width",
        "($module, pattern, flags, /)",
        "The least and the most characters that a pattern matches; None where there is no limit.",
        compile::width,
    ),
    function(
        "unicode_iscased",
        "($module, character, /)",
        "Whether case makes a difference to a character, given as a number.",
        compile::is_cased,
    ),
];

/// The flag of patterns whose letters are those of Unicode, which string patterns have without being asked.
const UNICODE: u32 = flags::UNICODE;

/// The arguments as an array.
fn arguments<const N: usize>(iso: &mut Isolate, args: &[Value]) -> Completion<[Value; N]> {
    <[Value; N]>::try_from(args).map_err(|_| raise::internal(iso))
}

/// The object itself: what copies of what can't change are.
fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

/// `re.PatternError`
#[cold]
fn pattern_error(iso: &mut Isolate, message: Value, pattern: Value, position: Option<usize>) -> Raised {
    let made = iso.import_dotted("re").and_then(|module| {
        let name = iso.intern("PatternError")?;
        let class = iso.get_attr(module, name)?;
        let position = match position {
            Some(position) => iso.new_int(position as i64)?,
            None => Value::NONE,
        };
        iso.call(class, &[message, pattern, position])
    });
    match made {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}
