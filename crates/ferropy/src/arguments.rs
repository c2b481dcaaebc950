//! The command line, by CPython's conventions.

use std::ffi::OsString;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: ferropy [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options:
-c cmd      run a program passed as text; what follows are its arguments
-i          go on at the prompt after the program
-m mod      run a library module as a program; what follows are its arguments
-O          drop assertions; -OO drops docstrings as well
-X opt      heapsize=BYTES[K|M|G]  limit the heap
            recursion=N            start with this recursion limit
            hashseed=N             hash strings with this seed
            collect=always         collect at every safepoint (slow; for tests)
            slice=N                run in slices of N jumps and calls (for tests)
-q          no banner at the prompt
-S          without exit, quit, help and the like
-V          print the version and exit (also --version)
-h          print this help and exit (also --help)
file        run a program from a file
-           run a program from standard input (the default if that is no terminal)
";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// The prompt, or a program from standard input.
    Interactive,
    /// A program given as text.
    Code(String),
    /// A library module as a program.
    Module(String),
    /// A program from a file.
    Script(String),
    /// A program from standard input.
    StandardInput,
    /// The help text.
    Help,
    /// The version.
    Version,
}

/// A parsed command line.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the flags of a command line")]
pub(crate) struct Arguments {
    pub(crate) action: Action,
    /// `sys.argv` behind its first entry.
    pub(crate) rest: Vec<String>,
    pub(crate) stay: bool,
    pub(crate) quiet: bool,
    pub(crate) no_site: bool,
    pub(crate) optimize: u8,
    pub(crate) heap_bytes: usize,
    pub(crate) recursion: usize,
    pub(crate) hash_seed: Option<u64>,
    pub(crate) collect_always: bool,
    pub(crate) slice: Option<u64>,
}

impl Arguments {
    /// Parses the arguments behind the program's name.
    pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
        let mut parsed = Arguments {
            action: Action::Interactive,
            rest: Vec::new(),
            stay: false,
            quiet: false,
            no_site: false,
            optimize: 0,
            heap_bytes: usize::MAX,
            recursion: 1000,
            hash_seed: std::env::var("PYTHONHASHSEED").ok().and_then(|seed| seed.parse().ok()),
            collect_always: false,
            slice: None,
        };
        let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "-h" | "--help" => parsed.action = Action::Help,
                "-V" | "--version" => parsed.action = Action::Version,
                "-" => parsed.action = Action::StandardInput,
                "-c" => {
                    let code = arguments.next().ok_or("Argument expected for the -c option")?;
                    parsed.action = Action::Code(code);
                }
                "-m" => {
                    let module = arguments.next().ok_or("Argument expected for the -m option")?;
                    parsed.action = Action::Module(module);
                }
                "-X" => {
                    let option = arguments.next().ok_or("Argument expected for the -X option")?;
                    parsed.extended(&option)?;
                }
                option if option.starts_with("-X") => parsed.extended(option.get(2..).unwrap_or(""))?,
                option if option.starts_with('-') => {
                    parsed.flags(option)?;
                    continue;
                }
                script => parsed.action = Action::Script(script.to_string()),
            }
            if argument != "-X" && !argument.starts_with("-X") {
                break;
            }
        }
        parsed.rest.extend(arguments);
        Ok(parsed)
    }

    /// Options of one letter, which may stand together.
    fn flags(&mut self, option: &str) -> Result<(), String> {
        for letter in option.chars().skip(1) {
            match letter {
                'i' => self.stay = true,
                'O' => self.optimize = (self.optimize + 1).min(2),
                // Accepted for CPython's sake: there is nothing to switch.
                'q' => self.quiet = true,
                'S' => self.no_site = true,
                'b' | 'B' | 'd' | 'E' | 'I' | 'P' | 's' | 'u' | 'v' | 'x' => {}
                _ => {
                    return Err(format!(
                        "Unknown option: -{letter}\nusage: ferropy [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `ferropy -h' for more information."
                    ));
                }
            }
        }
        Ok(())
    }

    fn extended(&mut self, option: &str) -> Result<(), String> {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let bad = || format!("bad value for -X {name}: '{value}'");
        match name {
            "heapsize" => self.heap_bytes = parse_size(value).ok_or_else(bad)?,
            "recursion" => self.recursion = value.parse().map_err(|_| bad())?,
            "hashseed" => self.hash_seed = Some(value.parse().map_err(|_| bad())?),
            "collect" => self.collect_always = true,
            "slice" => self.slice = Some(value.parse().map_err(|_| bad())?),
            // Unknown ones are ignored, as in CPython.
            _ => {}
        }
        Ok(())
    }
}

/// A number of bytes such as `256K`.
fn parse_size(text: &str) -> Option<usize> {
    let (digits, factor) = match text.char_indices().last()? {
        (at, 'k' | 'K') => (text.get(..at)?, 1 << 10),
        (at, 'm' | 'M') => (text.get(..at)?, 1 << 20),
        (at, 'g' | 'G') => (text.get(..at)?, 1 << 30),
        _ => (text, 1),
    };
    digits.parse::<usize>().ok()?.checked_mul(factor)
}
