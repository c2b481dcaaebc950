//! The command line, by CPython's conventions: options of one letter that may stand together, a value behind its
//! letter or as the next argument, everything from the program on for the program itself.

use std::ffi::OsString;

/// The first line of the help, also shown after a mistake.
const USAGE: &str = "usage: ferropy [option] ... [-c cmd | -m mod | file | -] [arg] ...";

/// What `--help` prints behind the usage line.
const OPTIONS: &str = "
Options (and corresponding environment variables):
-B, -b, -d, -R, -s, -v
            accepted for CPython's sake: sys.flags tells them, but there is nothing to switch
-c cmd      run a program passed as text; what follows are its arguments
-E          ignore PYTHON* environment variables
-h          print this help and exit (also -? or --help)
-i          go on at the prompt after the program
-I          isolate from the user's environment (implies -E, -P and -s)
-m mod      run a library module as a program; what follows are its arguments
-O          drop assertions (also PYTHONOPTIMIZE=1); -OO drops docstrings as well
-P          don't put the program's folder at the front of sys.path (also PYTHONSAFEPATH)
-q          no banner at the prompt
-S          without exit, quit, help and the like
-u          write what is printed at once (also PYTHONUNBUFFERED)
-V          print the version and exit (also --version); -VV says more
-W arg      what to do with warnings: action:message:category:module:line, where the action is
            default, always, ignore, once, module or error (also PYTHONWARNINGS=arg,...)
-x          skip the first line of the program
--world FILE
            what the simulated board of the module machine is wired to, as a program (also FERROPY_WORLD)
-X opt      heapsize=BYTES[K|M|G]  limit the heap
            recursion=N            start with this recursion limit
            int_max_str_digits=N   limit the digits of ints in decimal; 0 for no limit
                                   (also PYTHONINTMAXSTRDIGITS)
            hashseed=N             hash strings with this seed (also PYTHONHASHSEED)
            compile-only           compile the program without running it
            collect=always         collect at every safepoint (slow; for tests)
            collect=steps          collect in tiny steps, one at every safepoint, and check them (for tests)
            slice=N                run in slices of N jumps and calls (for tests)

Arguments:
file        run a program from a file, or the __main__.py of a folder
-           run a program from standard input (the default if that is no terminal)
arg ...     what sys.argv[1:] holds
";

/// The help text.
pub(crate) fn help() -> String {
    format!("{USAGE}{OPTIONS}")
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// The prompt, or a program from standard input.
    Interactive,
    /// A program given as text.
    Code(String),
    /// A library module as a program.
    Module(String),
    /// A program from a file, or from a folder with `__main__.py`.
    Script(String),
    /// A program from standard input.
    StandardInput,
    /// The help text.
    Help,
    /// The version; the longer text if it was asked for twice.
    Version { long: bool },
}

/// A parsed command line.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the flags of a command line")]
pub(crate) struct Arguments {
    pub(crate) action: Action,
    /// `sys.argv` behind its first entry.
    pub(crate) rest: Vec<String>,
    /// `-i`: the prompt after the program.
    pub(crate) stay: bool,
    /// `-i` itself, not the variable that asks for the same.
    pub(crate) interactive: bool,
    pub(crate) quiet: bool,
    pub(crate) no_site: bool,
    /// `-u`: what is printed is not kept in a buffer.
    pub(crate) unbuffered: bool,
    /// `-E`: `PYTHON*` variables are not looked at.
    pub(crate) no_environment: bool,
    /// `-P`: the program's folder is not on `sys.path`.
    pub(crate) safe_path: bool,
    /// `-x`: the first line of the program is not Python.
    pub(crate) skip_first_line: bool,
    pub(crate) optimize: u8,
    /// The rest of `sys.flags`: what is only told to programs.
    pub(crate) flags: ferropy_stdlib::Flags,
    pub(crate) heap_bytes: usize,
    pub(crate) recursion: usize,
    pub(crate) hash_seed: Option<u64>,
    /// The most digits of an int in decimal, 0 for no limit.
    pub(crate) int_digits: Option<usize>,
    pub(crate) collect_always: bool,
    pub(crate) collect_steps: bool,
    /// The program is compiled, not run.
    pub(crate) compile_only: bool,
    pub(crate) slice: Option<u64>,
    /// What to do with warnings: `sys.warnoptions`.
    pub(crate) warnings: Vec<String>,
    /// The program that sets up the world of the simulated board.
    pub(crate) world: Option<String>,
    /// `-X`, as written: `sys._xoptions`.
    pub(crate) extended: Vec<String>,
}

impl Default for Arguments {
    fn default() -> Self {
        Arguments {
            action: Action::Interactive,
            rest: Vec::new(),
            stay: false,
            interactive: false,
            quiet: false,
            no_site: false,
            unbuffered: false,
            no_environment: false,
            safe_path: false,
            skip_first_line: false,
            optimize: 0,
            flags: ferropy_stdlib::Flags::default(),
            heap_bytes: usize::MAX,
            recursion: 1000,
            hash_seed: None,
            int_digits: None,
            collect_always: false,
            collect_steps: false,
            compile_only: false,
            slice: None,
            warnings: Vec::new(),
            world: None,
            extended: Vec::new(),
        }
    }
}

/// What comes after an option.
enum Next {
    /// Further options.
    Options,
    /// The program's arguments.
    Program,
}

impl Arguments {
    /// Parses the arguments behind the program's name.
    ///
    /// # Errors
    /// The text to show, with the usage line.
    pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
        let mut parsed = Arguments::default();
        let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
        let done = parsed.parse_all(&mut arguments);
        done.map_err(|message| format!("{message}\n{USAGE}\nTry `ferropy -h' for more information."))?;
        parsed.rest.extend(arguments);
        parsed.ask_environment();
        Ok(parsed)
    }

    fn parse_all(&mut self, arguments: &mut dyn Iterator<Item = String>) -> Result<(), String> {
        while let Some(argument) = arguments.next() {
            let next = match argument.as_str() {
                "--" => {
                    if let Some(script) = arguments.next() {
                        self.action = if script == "-" { Action::StandardInput } else { Action::Script(script) };
                    }
                    Next::Program
                }
                "-" => {
                    self.action = Action::StandardInput;
                    Next::Program
                }
                "--help" | "--help-all" | "--help-env" | "--help-xoptions" => {
                    self.action = Action::Help;
                    Next::Options
                }
                "--version" => {
                    self.ask_version();
                    Next::Options
                }
                "--world" => {
                    let file = arguments.next().ok_or("Argument expected for the --world option")?;
                    self.world = Some(file);
                    Next::Options
                }
                option if option.starts_with("--") => return Err(format!("unknown option {option}")),
                option if option.starts_with('-') => self.letters(option, arguments)?,
                script => {
                    self.action = Action::Script(script.to_string());
                    Next::Program
                }
            };
            // Who asks for help or the version gets it, whatever else follows.
            if matches!(next, Next::Program) {
                break;
            }
        }
        Ok(())
    }

    /// Options of one letter, which may stand together; the last of them may have a value.
    fn letters(&mut self, option: &str, arguments: &mut dyn Iterator<Item = String>) -> Result<Next, String> {
        for (at, letter) in option.char_indices().skip(1) {
            match letter {
                'i' => (self.stay, self.interactive) = (true, true),
                'O' => self.optimize = (self.optimize + 1).min(2),
                'q' => self.quiet = true,
                'S' => self.no_site = true,
                'E' => self.no_environment = true,
                'P' => self.safe_path = true,
                'I' => {
                    (self.no_environment, self.safe_path) = (true, true);
                    (self.flags.isolated, self.flags.no_user_site) = (1, 1);
                }
                'x' => self.skip_first_line = true,
                'B' => self.flags.dont_write_bytecode = 1,
                'b' => self.flags.bytes_warning = self.flags.bytes_warning.saturating_add(1),
                'd' => self.flags.debug = self.flags.debug.saturating_add(1),
                's' => self.flags.no_user_site = 1,
                'v' => self.flags.verbose = self.flags.verbose.saturating_add(1),
                'u' => self.unbuffered = true,
                'R' => {}
                'h' | '?' => self.action = Action::Help,
                'V' => self.ask_version(),
                'c' | 'm' | 'W' | 'X' => {
                    let glued = option.get(at + 1..).filter(|value| !value.is_empty()).map(str::to_string);
                    let value = glued.or_else(|| arguments.next());
                    let value = value.ok_or_else(|| format!("Argument expected for the -{letter} option"))?;
                    return self.with_value(letter, value);
                }
                _ => return Err(format!("Unknown option: -{letter}")),
            }
        }
        Ok(Next::Options)
    }

    fn with_value(&mut self, letter: char, value: String) -> Result<Next, String> {
        match letter {
            'X' => self.extended(&value)?,
            'W' => self.warnings.push(value),
            // `-h` before them wins.
            _ if self.action != Action::Interactive => {}
            'm' => self.action = Action::Module(value),
            _ => self.action = Action::Code(value),
        }
        Ok(if matches!(letter, 'c' | 'm') { Next::Program } else { Next::Options })
    }

    fn ask_version(&mut self) {
        if self.action != Action::Help {
            self.action = Action::Version { long: matches!(self.action, Action::Version { .. }) };
        }
    }

    fn extended(&mut self, option: &str) -> Result<(), String> {
        self.extended.push(option.to_string());
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let bad = || format!("bad value for -X {name}: '{value}'");
        match name {
            "heapsize" => self.heap_bytes = parse_size(value).ok_or_else(bad)?,
            "recursion" => self.recursion = value.parse().map_err(|_| bad())?,
            "hashseed" => self.hash_seed = Some(value.parse().map_err(|_| bad())?),
            "dev" => self.flags.dev_mode = 1,
            "int_max_str_digits" => self.int_digits = Some(parse_digits(value).ok_or_else(bad)?),
            "collect" if value == "steps" => self.collect_steps = true,
            "collect" => self.collect_always = true,
            "compile-only" => self.compile_only = true,
            "slice" => self.slice = Some(value.parse().map_err(|_| bad())?),
            // Unknown ones are ignored, as in CPython.
            _ => {}
        }
        Ok(())
    }

    /// What variables say where the command line said nothing.
    fn ask_environment(&mut self) {
        if self.hash_seed.is_none() {
            self.hash_seed = self.variable("PYTHONHASHSEED").and_then(|seed| seed.parse().ok());
        }
        if self.int_digits.is_none() {
            self.int_digits = self.variable("PYTHONINTMAXSTRDIGITS").and_then(|limit| parse_digits(&limit));
        }
        if self.world.is_none() {
            self.world = self.variable("FERROPY_WORLD");
        }
        if let Some(level) = self.variable("PYTHONOPTIMIZE") {
            // Any text that is no number counts as one -O.
            self.optimize = self.optimize.max(level.parse().unwrap_or(1)).min(2);
        }
        if let Some(options) = self.variable("PYTHONWARNINGS") {
            // The command line's are the last ones: they decide.
            self.warnings.splice(0..0, options.split(',').map(str::to_string));
        }
        self.safe_path |= self.variable("PYTHONSAFEPATH").is_some();
        self.stay |= self.variable("PYTHONINSPECT").is_some();
        self.unbuffered |= self.variable("PYTHONUNBUFFERED").is_some();
        if self.variable("PYTHONDONTWRITEBYTECODE").is_some() {
            self.flags.dont_write_bytecode = 1;
        }
    }

    /// What `sys.flags` tells of all this.
    pub(crate) fn flags(&self) -> ferropy_stdlib::Flags {
        ferropy_stdlib::Flags {
            inspect: self.stay.into(),
            interactive: self.interactive.into(),
            optimize: self.optimize,
            no_site: self.no_site.into(),
            ignore_environment: self.no_environment.into(),
            quiet: self.quiet.into(),
            hash_randomization: (self.hash_seed != Some(0)).into(),
            safe_path: self.safe_path.into(),
            ..self.flags
        }
    }

    /// A `PYTHON*` variable, if they are to be looked at and it is not empty.
    pub(crate) fn variable(&self, name: &str) -> Option<String> {
        if self.no_environment {
            return None;
        }
        std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
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

/// A limit of digits: none, or one that is not too small.
fn parse_digits(text: &str) -> Option<usize> {
    text.parse().ok().filter(|&limit| limit == 0 || (640..=i32::MAX as usize).contains(&limit))
}
