"""Packages from PyPI against an interpreter: each program beside this file runs with CPython and with Ferropy.

    python check.py --ferropy PATH [--only WORD…] [--folder FOLDER] [--verbose]

The packages, in the versions below, are installed by pip into the folder (a temporary one unless given). A program must print
what it prints with CPython, which runs it with the same packages. The last line counts what passed and failed. The exit
code is 3 if the packages can't be installed.
"""

import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

# The packages and what they need, each in the version that is known.
VERSIONS = """
arrow==1.4.0 attrs==26.1.0 blinker==1.9.0 bottle==0.13.4 cachetools==8.0.1 cerberus==1.3.8 chardet==7.7.0 click==8.5.1
decorator==5.3.1 docopt-ng==0.9.0 docutils==0.23 flask==3.1.3 funcy==2.1 humanize==4.17.0 idna==3.20 inflection==0.5.1
isodate==0.7.2 itsdangerous==2.2.0 jinja2==3.1.6 jmespath==1.1.0 lark==1.3.1 mako==1.4.3 markdown-it-py==4.3.0
markdown==3.11.3 markupsafe==3.0.4 marshmallow==4.4.0 mdurl==0.1.2 mistletoe==1.6.0 mistune==3.4.0
more-itertools==11.2.1 mpmath==1.4.1 natsort==8.4.0 networkx==3.7 packaging==26.3 parse==1.22.4 parso==0.8.7
pathspec==1.1.1 pluggy==1.7.0 ply==3.11 prettytable==3.18.0 pyasn1==0.6.5 pyfiglet==1.0.4 pygments==2.21.0
pyparsing==3.3.3 python-dateutil==4.0.0 python-slugify==9.2.0 pyyaml==6.0.3 rich==15.0.0 schema==0.7.8 semver==3.1.1
simpy==4.1.2 six==1.17.0 sortedcontainers==2.4.0 sympy==1.14.0 tabulate==0.10.0 text-unidecode==1.3 tomli==2.5.0
toolz==1.2.0 tqdm==4.70.1 transitions==0.9.3 typing-extensions==4.16.0 tzdata==2026.6 voluptuous==0.16.0
wcwidth==0.9.4 webcolors==25.10.0 werkzeug==3.1.9 wrapt==2.5.2 xmltodict==1.0.4
""".split()

# Programs that are known to fail, and why. docs/packages.md lists them too.
KNOWN = {}

# Where the folder says what lies in it.
NOTE = "versions.txt"
SECONDS = 120


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary)
        packages = pathlib.Path(options.folder or temporary / "packages").resolve()
        if not is_installed(packages):
            problem = install(packages)
            if problem:
                print(problem)
                return 3
        bench = Bench(options, packages, temporary)
        programs = [path for path in sorted(HERE.glob("*.py")) if path.name != "check.py"]
        if options.only:
            programs = [path for path in programs if any(word in path.stem for word in options.only)]
        good = [bench.holds(path) for path in programs]
    print(f"{good.count(True)} passed, {good.count(False)} failed")
    return 0 if all(good) else 1


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--ferropy", required=True, help="the interpreter under test")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="the programs whose names contain one of these")
    parser.add_argument("--folder", help="where the packages are, or shall be, installed")
    parser.add_argument("--verbose", action="store_true", help="show whole differences")
    return parser.parse_args()


def is_installed(folder):
    """Whether the packages are there in these versions."""
    note = folder / NOTE
    return note.exists() and note.read_text() == "\n".join(VERSIONS)


def install(folder):
    """Install the packages; what went wrong, or None."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps"]
    command += ["--only-binary", ":all:", "--root-user-action", "ignore", "--target", str(folder), *VERSIONS]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        (folder / NOTE).write_text("\n".join(VERSIONS))
        return None
    shutil.rmtree(folder, ignore_errors=True)
    lines = done.stderr.strip().splitlines() or ["nothing said"]
    return f"pip can't install the packages: {lines[-1]}"


class Bench:
    """Runs programs in a folder of their own, with the packages on their path."""

    def __init__(self, options, packages, temporary):
        self.options = options
        self.packages = packages
        self.folder = temporary / "run"
        self.folder.mkdir()
        self.ferropy = shutil.which(options.ferropy) or options.ferropy

    def holds(self, path):
        """Whether a program prints the same with both interpreters, or fails as it is known to."""
        # Under its own name the program would be found in place of its package.
        program = self.folder / "program.py"
        shutil.copyfile(path, program)
        expected = self.run(sys.executable, program)
        if expected.status != 0:
            print(f"{path.stem}: CPython fails\n{expected.errors}")
            return False
        got = self.run(os.path.abspath(self.ferropy), program)
        good = (got.status, got.output) == (expected.status, expected.output)
        reason = KNOWN.get(path.stem)
        if good and reason:
            print(f"{path.stem}: passes, so it is no longer known to fail: {reason}")
            return False
        if not good and not reason:
            print(f"{path.stem}: FAILS")
            self.explain(expected, got)
            return False
        print(f"{path.stem}: {'ok' if good else f'fails as known: {reason}'}")
        return True

    def run(self, interpreter, program):
        environment = {
            **os.environ, "PYTHONPATH": str(self.packages), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONWARNINGS": "ignore", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1",
        }  # fmt: skip
        command = [interpreter, str(program)]
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=environment, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL
            )
        except subprocess.TimeoutExpired:
            return Result(None, "", f"not done within {SECONDS} seconds")
        return Result(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    def explain(self, expected, got):
        most = None if self.options.verbose else 12
        lines = difflib.unified_diff(expected.output.splitlines(), got.output.splitlines(), "CPython", "Ferropy", "", "", 1)
        for line in [*lines][:most] + got.errors.splitlines()[-12:]:
            print("    " + line.rstrip())


class Result:
    """How a program ended."""

    def __init__(self, status, output, errors):
        self.status, self.output, self.errors = status, output, errors


if __name__ == "__main__":
    sys.exit(main())
