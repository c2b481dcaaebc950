"""Calls of builtin types and functions, with CPython and with Ferropy: every outcome must be the same.

    python3 compare.py --ferropy PATH [--python PATH] [--seed N] [--calls N] [--only GROUP…] [--show N] [--keep FOLDER]

Differences are grouped by their words, the commonest first, the shortest calls as examples. The last line counts the calls that agree and that differ;
the exit code is 1 if any do. An interpreter that stops in the middle (a crash, or a call that takes longer than the
limit) is started again behind the call that stopped it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

import calls
import rules

BATCH = 2000
# Seconds for a batch, and megabytes for the interpreter: some calls ask for all the memory there is.
LIMIT = 30
MEMORY = 3000
EVALUATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "evaluate.py")
STEADY = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1", "TZ": "UTC"}


def limit_memory():
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY << 20, MEMORY << 20))


def outcomes(interpreter, path, count):
    """What the interpreter prints about each line of the file."""
    found = {}
    first = 0
    while first < count:
        command = [interpreter, EVALUATE, path, str(first)]
        try:
            run = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LIMIT,
                env=os.environ | STEADY,
                preexec_fn=limit_memory if os.name == "posix" else None,
            )
            output, end = run.stdout, f"ended with {run.returncode}: {run.stderr.decode('utf-8', 'replace')[-200:]!r}"
        except subprocess.TimeoutExpired as error:
            output, end = error.stdout or b"", "took too long"
        reached = first
        for line in output.decode("utf-8", "replace").split("\n"):
            number, _, outcome = line.partition(" ")
            if number.isdigit():
                found[int(number)] = outcome
                reached = int(number) + 1
        if reached < count:
            found[reached] = "STOPPED: " + end
            reached += 1
        first = reached
    return found


def version_of(python):
    question = "import sys; print(*sys.version_info[:2])"
    run = subprocess.run([python, "-c", question], capture_output=True, text=True, check=True)
    return tuple(map(int, run.stdout.split()))


def differences(options, version):
    """Pairs of a group and (call, what differs of CPython's outcome, of ours), or None for a call that agrees."""
    with tempfile.TemporaryDirectory() as folder:
        batch = []
        every = list(calls.generate(options.seed, options.calls, options.only))
        for start in range(0, len(every), BATCH):
            batch = every[start : start + BATCH]
            path = os.path.join(options.keep or folder, f"calls{start // BATCH}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for _, line in batch)
            theirs = outcomes(options.python, path, len(batch))
            ours = outcomes(options.ferropy, path, len(batch))
            for number, (group, line) in enumerate(batch):
                pair = theirs.get(number, "nothing"), ours.get(number, "nothing")
                differs = rules.difference(line, *pair, version)
                yield group, differs and (line, *differs)


def main():
    parser = argparse.ArgumentParser(description="Compares calls of builtins between CPython and Ferropy.")
    parser.add_argument("--ferropy", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=4000)
    parser.add_argument("--only", nargs="*", default=(), help="beginnings of groups: str. list 'function int' format")
    parser.add_argument("--show", type=int, default=3, help="examples of each kind of difference")
    parser.add_argument("--keep", help="a folder for the files of calls")
    options = parser.parse_args()

    version = version_of(options.python)
    differing = defaultdict(list)
    agreeing = defaultdict(int)
    for group, found in differences(options, version):
        if found is None:
            agreeing[group] += 1
        else:
            differing[group].append(found)
    alike = defaultdict(list)
    for group, found in differing.items():
        for line, theirs, ours in found:
            alike[rules.words(theirs), rules.words(ours)].append((group, line, theirs, ours))
    for found in sorted(alike.values(), key=len, reverse=True):
        groups = {group for group, *_ in found}
        print(f"{len(found)} differ in this way, of {', '.join(sorted(groups)[:8])}")
        for _, line, theirs, ours in sorted(found, key=lambda each: len(each[1]))[: options.show]:
            print(f"    {line}\n      CPython {theirs}\n      Ferropy {ours}")
    kinds = defaultdict(lambda: [0, 0])
    for group in {*agreeing, *differing}:
        kind = re.split(r"[. ]", group)[0]
        kinds[kind][0] += agreeing[group]
        kinds[kind][1] += len(differing[group])
    print("agree/differ: " + ", ".join(f"{kind} {yes}/{no}" for kind, (yes, no) in sorted(kinds.items())))
    disagree = sum(map(len, differing.values()))
    print(f"CPython {version[0]}.{version[1]}, seed {options.seed}: {sum(agreeing.values())} agree, {disagree} differ")
    return 1 if disagree else 0


if __name__ == "__main__":
    sys.exit(main())
