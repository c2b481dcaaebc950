//! Where packages are: the virtual environment that the program runs in, and the folders of those that a user or the machine
//! has installed. A virtual environment is found as CPython finds it, by `pyvenv.cfg` beside or above the executable, and by
//! the variable that a shell sets which has activated one: that of a CPython serves as well.

use crate::arguments::Arguments;
use crate::report;
use ferropy_runtime::{Isolate, Raised};
use std::path::{Path, PathBuf};

const CONFIGURATION: &str = "pyvenv.cfg";
/// Where packages of this version of the language lie, below a prefix.
const PACKAGES: &str = "lib/python3.14/site-packages";
const PREFIX: &str = "/usr";

/// Sets `sys.path` but for the program's own place, and in a virtual environment `sys.prefix` and what belongs to it.
pub(crate) fn find_packages(isolate: &mut Isolate, arguments: &Arguments) -> Result<(), Raised> {
    let path = search_path(arguments);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    ferropy_stdlib::set_path(isolate, &path)?;
    let Some(environment) = Environment::find(arguments) else { return Ok(()) };
    let prefix = environment.prefix.to_string_lossy();
    let base = environment.base().unwrap_or_else(|| PREFIX.into());
    ferropy_stdlib::set_prefixes(isolate, &prefix, &base)?;
    match &environment.executable {
        Some(executable) => ferropy_stdlib::set_executable(isolate, &executable.to_string_lossy()),
        None => Ok(()),
    }
}

/// `PYTHONPATH`, from the root on.
fn search_path(arguments: &Arguments) -> Vec<String> {
    let Some(more) = arguments.variable("PYTHONPATH") else { return Vec::new() };
    let full = |path: PathBuf| std::env::current_dir().map_or(path.clone(), |current| current.join(path));
    let paths = std::env::split_paths(&more).map(full);
    paths.map(|path| path.to_string_lossy().trim_end_matches('/').to_string()).collect()
}

/// Runs the module `site` if there is anything for it: folders of packages, or `sitecustomize` on the path. Without it a start
/// takes a tenth less time.
pub(crate) fn run_site(isolate: &mut Isolate, arguments: &Arguments) {
    let user = arguments.variable("PYTHONUSERBASE").map(PathBuf::from);
    let user = user.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".local")));
    let is_wanted = Environment::find(arguments).is_some()
        || Path::new(PREFIX).join(PACKAGES).is_dir()
        || user.is_some_and(|user| user.join(PACKAGES).is_dir())
        || search_path(arguments).iter().any(|path| Path::new(path).join("sitecustomize.py").is_file());
    if is_wanted && ferropy_stdlib::run_site(isolate).is_err() {
        let exception = isolate.take_exception();
        report::show(isolate, exception);
    }
}

/// A virtual environment.
struct Environment {
    prefix: PathBuf,
    /// Its own name of this program, if it has one.
    executable: Option<PathBuf>,
}

impl Environment {
    fn find(arguments: &Arguments) -> Option<Environment> {
        if let Some(executable) = called_as() {
            let beside = executable.parent()?;
            let above = beside.parent()?;
            if beside.join(CONFIGURATION).is_file() || above.join(CONFIGURATION).is_file() {
                return Some(Environment { prefix: above.into(), executable: Some(executable) });
            }
        }
        if arguments.no_environment {
            return None;
        }
        let prefix = PathBuf::from(std::env::var_os("VIRTUAL_ENV")?);
        let is_one = prefix.is_absolute() && prefix.join(CONFIGURATION).is_file();
        is_one.then_some(Environment { prefix, executable: None })
    }

    /// The prefix of the interpreter that the environment was made with.
    fn base(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.prefix.join(CONFIGURATION)).ok()?;
        let home = text.lines().find_map(|line| {
            let (key, value) = line.split_once('=')?;
            (key.trim().eq_ignore_ascii_case("home")).then(|| value.trim())
        })?;
        Some(Path::new(home).parent()?.to_string_lossy().into_owned())
    }
}

/// The path by which this program was called, with links as they are: a virtual environment has only a link.
fn called_as() -> Option<PathBuf> {
    let called = PathBuf::from(std::env::args_os().next()?);
    if called.components().count() > 1 || called.is_absolute() {
        return std::path::absolute(called).ok();
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&called)).find(|file| file.is_file())
}
