//! The tool's options, as a shell calls it.

use std::process::{Command, Output};

/// A program with a mistake that the compiler warns about.
const SUSPICIOUS: &str = "x = 5\nprint(x is 5)";

/// Options, variables of the environment, and what is on standard error then.
type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], &'a str);

fn ferropy(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ferropy"));
    command.env_remove("PYTHONWARNINGS").envs(variables.iter().copied());
    command.args(arguments).output().expect("the tool runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

#[test]
fn warnings_are_shown_unless_options_say_otherwise() {
    let shown = "<string>:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n";
    let cases: [Case<'_>; 8] = [
        (&[], &[], shown),
        (&["-Wignore"], &[], ""),
        (&["-W", "i::SyntaxWarning"], &[], ""),
        (&["-Wi:\"is\" with"], &[], ""),
        (&["-Wi::DeprecationWarning"], &[], shown),
        (&["-Wi::::3"], &[], shown),
        (&[], &[("PYTHONWARNINGS", "error,ignore")], ""),
        (&["-Wdefault"], &[("PYTHONWARNINGS", "ignore")], shown),
    ];
    for (options, variables, expected) in cases {
        let output = ferropy(&[options, &["-c", SUSPICIOUS]].concat(), variables);
        assert_eq!(text(&output.stderr), expected, "{options:?} {variables:?}");
        assert_eq!(text(&output.stdout), "True\n", "{options:?} {variables:?}");
    }
}

#[test]
fn warnings_become_errors() {
    let output = ferropy(&["-Werror", "-c", SUSPICIOUS], &[]);
    assert!(text(&output.stderr).ends_with("SyntaxError: \"is\" with 'int' literal. Did you mean \"==\"?\n"));
    assert_eq!((text(&output.stdout), output.status.code()), (String::new(), Some(1)));
}

#[test]
fn what_a_program_can_see_of_its_options() {
    let program = "import sys; print(sys.argv, sys.warnoptions, __debug__)";
    let output = ferropy(&["-O", "-Wa", "-c", program, "-W", "b"], &[("PYTHONWARNINGS", "once,default")]);
    assert_eq!(text(&output.stdout), "['-c', '-W', 'b'] ['once', 'default', 'a'] False\n");
    let output = ferropy(&["-E", "-c", program], &[("PYTHONWARNINGS", "once")]);
    assert_eq!(text(&output.stdout), "['-c'] [] True\n");
}

#[test]
fn a_program_may_be_compiled_only() {
    let output = ferropy(&["-X", "compile-only", "-c", "print(1)"], &[]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), Default::default());
    assert_eq!(output.status.code(), Some(0));
    let output = ferropy(&["-X", "compile-only", "-c", "print(1"], &[]);
    assert!(text(&output.stderr).ends_with("SyntaxError: '(' was never closed\n"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn programs_of_the_command_line_may_be_indented() {
    let program = "\n    if True:\n        print('one')\n  \n    print('''two\n    three''')\n  ";
    assert_eq!(text(&ferropy(&["-c", program], &[]).stdout), "one\ntwo\nthree\n");
    let output = ferropy(&["-c", "\tprint(1)\n    print(2)"], &[]);
    assert!(text(&output.stderr).contains("IndentationError: unexpected indent"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn examples_in_a_file_are_run() {
    let file = std::env::temp_dir().join(format!("ferropy-examples-{}.txt", std::process::id()));
    std::fs::write(&file, ">>> 1 + 1\n3\n").expect("the file can be written");
    let output = ferropy(&["-m", "doctest", &file.to_string_lossy()], &[]);
    std::fs::remove_file(&file).expect("the file is there");
    assert!(text(&output.stdout).ends_with("***Test Failed*** 1 failure.\n"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn modules_run_as_programs() {
    let folder = std::env::temp_dir().join(format!("ferropy-modules-{}", std::process::id()));
    let shown = "import sys; print(__name__, repr(__package__), __file__ == sys.argv[0], sys.argv[1:])\n";
    let files = [
        ("top.py", shown),
        ("package/__init__.py", "import sys; print('package', sys.argv)\n"),
        ("package/inner.py", "from . import other\nprint(other.__name__, __package__)\n"),
        ("package/other.py", ""),
        ("package/program/__init__.py", ""),
        ("package/program/__main__.py", shown),
        ("loose/__main__.py", shown),
        ("broken/__init__.py", "import not_there\n"),
    ];
    for (file, content) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, content).expect("a file");
    }
    let specification = "Error while finding module specification for";
    let cases = [
        ("top", "__main__ '' True ['a']\n", String::new()),
        ("package.inner", "package ['-m', 'a']\npackage.other package\n", String::new()),
        ("package.program", "package ['-m', 'a']\n__main__ 'package.program' True ['a']\n", String::new()),
        ("loose", "__main__ 'loose' True ['a']\n", String::new()),
        ("loose.__main__", "__main__ 'loose' True ['a']\n", String::new()),
        ("absent", "", "No module named absent".into()),
        ("sys", "", "No code object available for sys".into()),
        (
            "collections",
            "",
            "No module named collections.__main__; 'collections' is a package and cannot be directly executed".into(),
        ),
        ("absent.inner", "", format!("{specification} 'absent.inner' (ModuleNotFoundError: No module named 'absent')")),
        (
            "package.other.x",
            "package ['-m', 'a']\n",
            format!(
                "{specification} 'package.other.x' (ModuleNotFoundError: __path__ attribute not found on \
                 'package.other' while trying to find 'package.other.x')"
            ),
        ),
        (
            "package",
            "package ['-m', 'a']\n",
            "No module named package.__main__; 'package' is a package and cannot be directly executed".into(),
        ),
    ];
    let run = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ferropy"));
        command.args(["-m", name, "a"]).current_dir(&folder).output().expect("the tool runs")
    };
    for (name, expected, error) in cases {
        let output = run(name);
        assert_eq!(text(&output.stdout), expected, "{name}");
        let error = if error.is_empty() { error } else { format!("ferropy: {error}\n") };
        assert_eq!(text(&output.stderr), error, "{name}");
    }
    assert!(text(&run("broken.inner").stderr).ends_with("\nModuleNotFoundError: No module named 'not_there'\n"));
    std::fs::remove_dir_all(folder).expect("the files");
}

#[test]
fn lists_of_more_than_a_stretch_are_sorted() {
    let program = "n = 1_100_000\n\
        a = sorted(range(n), key=lambda i: i % 3, reverse=True)\n\
        print(a == [i for k in (2, 1, 0) for i in range(k, n, 3)])\n\
        a = sorted((i * 7919 % 1000003 / 2 for i in range(n)))\n\
        print(all(a[i] <= a[i + 1] for i in range(n - 1)), len(a), sum(a) == sum(i * 7919 % 1000003 / 2 for i in range(n)))";
    let output = ferropy(&["-c", program], &[]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("True\nTrue 1100000 True\n".into(), String::new()));
}

#[test]
fn who_catches_a_memory_error_has_room_to_go_on() {
    let program = "class Node:\n\
        \x20   def __init__(self, rest, item):\n\
        \x20       self.rest = rest\n\
        \x20       self.item = item\n\
        for make in (lambda rest: Node(rest, 1), lambda rest: [rest], lambda rest: (rest, {}), lambda rest: {1: rest}):\n\
        \x20   for again in range(3):\n\
        \x20       chain, count = None, 0\n\
        \x20       try:\n\
        \x20           while True:\n\
        \x20               chain = make(chain)\n\
        \x20               count += 1\n\
        \x20       except MemoryError as error:\n\
        \x20           text = [repr(error), str(count > 1000)]\n\
        \x20           print(\"caught\", *text)\n";
    for size in ["256K", "1M", "5M"] {
        let output = ferropy(&["-X", &format!("heapsize={size}"), "-c", program], &[]);
        assert_eq!(
            (text(&output.stdout), text(&output.stderr)),
            ("caught MemoryError() True\n".repeat(12), String::new())
        );
    }
    let endless = "def f():\n    rest = None\n    while True:\n        rest = [rest]\nf()";
    let output = ferropy(&["-X", "heapsize=256K", "-c", endless], &[]);
    assert!(text(&output.stderr).starts_with("Traceback (most recent call last):\n"), "{}", text(&output.stderr));
    assert!(text(&output.stderr).ends_with("MemoryError\n"));
}

/// A folder of its own for a test, which is empty.
fn fresh_folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("ferropy-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

#[test]
fn packages_of_a_virtual_environment_are_found() {
    let folder = fresh_folder("environment");
    let packages = folder.join("lib/python3.13/site-packages");
    std::fs::create_dir_all(packages.join("more")).expect("the folders are made");
    std::fs::create_dir_all(folder.join("bin")).expect("the folders are made");
    let config = "home = /opt/python/bin\ninclude-system-site-packages = false\n";
    for (name, text) in [
        ("pyvenv.cfg", config),
        ("lib/python3.13/site-packages/installed.py", "x = 'installed'\n"),
        ("lib/python3.13/site-packages/string.py", "x = 'not the library'\n"),
        ("lib/python3.13/site-packages/more/further.py", "x = 'further'\n"),
        ("lib/python3.13/site-packages/a.pth", "more\nimport sys; sys.line_ran = True\n"),
    ] {
        std::fs::write(folder.join(name), text).expect("the file is written");
    }
    let program = "import sys, site, installed, further, string; \
        print(installed.x, further.x, sys.line_ran, hasattr(string, 'x'), sys.base_prefix, sys.prefix, site.ENABLE_USER_SITE)";
    let prefix = folder.to_string_lossy().into_owned();
    let expected = format!("installed further True False /opt/python {prefix} False\n");
    let output = ferropy(&["-c", program], &[("VIRTUAL_ENV", &prefix)]);
    assert_eq!((text(&output.stderr).as_str(), text(&output.stdout)), ("", expected.clone()));
    // A link to the program in the environment needs no variable, and an isolated program doesn't look at any.
    let link = folder.join("bin/ferropy");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ferropy"), &link).expect("the link is made");
        let output = Command::new(&link).args(["-I", "-c", program]).env_remove("VIRTUAL_ENV").output();
        assert_eq!(text(&output.expect("the tool runs").stdout), expected);
    }
    let output = ferropy(&["-I", "-c", "import sys; print(sys.path)"], &[("VIRTUAL_ENV", &prefix)]);
    assert!(!text(&output.stdout).contains(&prefix));
    let output = ferropy(&["-S", "-c", "import sys; print(sys.path)"], &[("VIRTUAL_ENV", &prefix)]);
    assert!(!text(&output.stdout).contains("site-packages"));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn archives_run_as_programs() {
    let folder = fresh_folder("archives");
    let make = "import zipfile, sys\n\
        with zipfile.ZipFile('app.zip', 'w') as z:\n\
        \x20   z.writestr('__main__.py', 'import sys, part.inner\\nprint(__file__, __package__, __name__, sys.argv, part.inner.x)\\n')\n\
        \x20   z.writestr('part/__init__.py', '')\n\
        \x20   z.writestr('part/inner.py', 'x = __spec__.parent\\n')\n\
        \x20   z.writestr('part/__main__.py', 'print(__package__, __spec__.name)\\n')\n\
        open('tool', 'wb').write(b'#!/usr/bin/env ferropy\\n' + open('app.zip', 'rb').read())\n\
        with zipfile.ZipFile('none.zip', 'w') as z: z.writestr('a.py', '')\n\
        open('fake.py', 'wb').write(b'print(1)\\n#PK\\x05\\x06' + b' ' * 30)\n";
    let run = |arguments: &[&str], path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ferropy"));
        let output =
            command.args(arguments).env("PYTHONPATH", path).current_dir(&folder).output().expect("the tool runs");
        let shown = text(&output.stdout) + &text(&output.stderr);
        shown.replace(&std::fs::canonicalize(&folder).unwrap_or_default().to_string_lossy().into_owned(), "HERE")
    };
    assert_eq!(run(&["-c", make], ""), "");
    assert_eq!(run(&["app.zip", "1"], ""), "HERE/app.zip/__main__.py  __main__ ['app.zip', '1'] part\n");
    assert_eq!(run(&["tool"], ""), "HERE/tool/__main__.py  __main__ ['tool'] part\n");
    assert_eq!(run(&["-m", "part"], "app.zip"), "part part.__main__\n");
    assert_eq!(run(&["-m", "part.inner"], "app.zip"), "");
    assert_eq!(run(&["none.zip"], ""), "ferropy: can't find '__main__' module in 'HERE/none.zip'\n");
    assert_eq!(run(&["fake.py"], ""), "1\n");
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn packages_are_installed_by_a_command() {
    let folder = fresh_folder("mip");
    std::fs::write(folder.join("one.py"), "x = 1\n").expect("the file is written");
    let (file, target) = (folder.join("one.py"), folder.join("target"));
    let (file, target) = (file.to_string_lossy().into_owned(), target.to_string_lossy().into_owned());
    let output = ferropy(&["mip", "install", "--target", &target, &file], &[]);
    assert_eq!(text(&output.stdout), format!("Installed: {target}/one.py\n"));
    let output = ferropy(&["mip", "install", "--target", &target, "--index", &target, "none@1"], &[]);
    assert_eq!(text(&output.stderr), format!("mip: The index {target} has no package none in version 1.\n"));
    assert_eq!(output.status.code(), Some(1));
    let _ = std::fs::remove_dir_all(folder);
}
