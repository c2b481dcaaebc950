"""The public names of the library's modules against CPython's, and against the programs of the corpus.

    python check.py --ferropy PATH [--python PATH] [--all] [MODULE…]

For each module of `modules.txt` both interpreters say what it offers (`surface.py`): names, attributes of classes, values
of constants. `newer.txt` tells what CPython 3.14 has added and removed, for an older one. What we offer must also occur in
a program under `tests/stdlib`, or in what such a program prints; constants are compared here and needn't.
`differences.txt` lists what differs with its reason; a line there that fits nothing is an error too. The last line counts.
"""

import argparse
import collections
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE.parent / "stdlib"
KINDS = ("missing", "extra", "kind", "value", "unused")

# A difference: the module, what is wrong with the name, the name (of an attribute: `Class.name`), and what more to say.
Difference = collections.namedtuple("Difference", "module kind name more", defaults=("",))


def main():
    options = parse_options()
    folders = {module: text.split() or [module] for module, text in entries("modules.txt")}
    modules = options.modules or list(folders)
    theirs = surfaces(options.python, modules)
    ours = surfaces(options.ferropy, modules)
    is_older = with_newer_names(theirs, options.python)
    reasons = Reasons()
    agree = differ = 0
    for module in modules:
        if not ours[module] or not theirs[module]:
            found = [Difference(module, "missing", "*")]
        else:
            found = [*compare(module, theirs[module], ours[module])]
            found += unused(module, ours[module]["names"], folders.get(module, [module]))
        unexplained = [difference for difference in found if options.all or not reasons.explain(difference)]
        for kind in KINDS:
            names = [entry.name + entry.more for entry in unexplained if entry.kind == kind]
            if names:
                print(f"{module}: {kind} {' '.join(sorted(names))}")
        agree += len(theirs[module]["names"]) if theirs[module] else 0
        differ += len(unexplained)
    # CPython 3.14 has less that differs.
    for line in reasons.idle(modules) if is_older else ():
        print(f"differences.txt: nothing fits {line}")
        differ += 1
    print(f"{agree} passed, {differ} failed")
    return 1 if differ else 0


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ferropy", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--all", action="store_true", help="also what differences.txt explains")
    parser.add_argument("modules", nargs="*")
    return parser.parse_args()


def entries(name):
    """The lines `module: text` or `module` of a file, without comments."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            module, _, text = line.partition(":")
            yield module.strip(), text.strip()


def surfaces(program, modules):
    run = subprocess.run([program, str(HERE / "surface.py"), *modules], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def with_newer_names(surfaces, python):
    """Adds what 3.14 added to what an older CPython says, and takes away what 3.14 removed; whether it is older."""
    version = subprocess.run([python, "-c", "import sys; print(sys.version_info[1])"], capture_output=True, text=True)
    if int(version.stdout) >= 14:
        return False
    for module, text in entries("newer.txt"):
        if module not in surfaces:
            continue
        if surfaces[module] is None:
            surfaces[module] = {"names": {}, "others": []}
        names = surfaces[module]["names"]
        for sign, name, attribute in re.findall(r"([+-])(\w+)(?:\.(\w+))?", text):
            attributes = names[name]["attributes"] if attribute else None
            if attribute:
                attributes.append(attribute) if sign == "+" else attributes.remove(attribute)
            elif sign == "+":
                names[name] = {"kind": "new"}
            else:
                del names[name]
    return True


def compare(module, theirs, ours):
    others = [*theirs["others"], *ours["others"]]
    theirs, ours = ({name: it for name, it in side["names"].items() if it["kind"] != "module"} for side in (theirs, ours))
    for name in theirs.keys() - ours.keys() - set(others):
        yield Difference(module, "missing", name)
    for name in ours.keys() - theirs.keys() - set(others):
        yield Difference(module, "extra", name)
    for name in theirs.keys() & ours.keys():
        a, b = theirs[name], ours[name]
        if a["kind"] == "new":
            continue
        if a["kind"] != b["kind"]:
            yield Difference(module, "kind", name, f" ({b['kind']}, not {a['kind']})")
        elif a["kind"] == "constant" and a["value"] != b["value"]:
            yield Difference(module, "value", name, f" ({b['value']:.40}, not {a['value']:.40})")
        elif a["kind"] == "class":
            for attribute in set(a["attributes"]) - set(b["attributes"]):
                yield Difference(module, "missing", f"{name}.{attribute}")
            for attribute in set(b["attributes"]) - set(a["attributes"]):
                yield Difference(module, "extra", f"{name}.{attribute}")


def unused(module, names, folders):
    """What no program in the folders mentions."""
    paths = (path for folder in folders for path in (PROGRAMS / folder).rglob("*") if path.suffix in (".py", ".out"))
    words = set().union(*(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")) for path in paths))
    for name, it in names.items():
        if name not in words and it["kind"] not in ("constant", "module"):
            yield Difference(module, "unused", name)


class Reasons:
    """The lines `module: kind pattern… — reason` of differences.txt, and which of them were needed."""

    def __init__(self):
        self.lines = []
        for module, text in entries("differences.txt"):
            what, dash, reason = text.partition(" — ")
            kind, *patterns = what.split()
            if kind not in KINDS or not dash or not reason:
                sys.exit(f"differences.txt: not `module: kind names — reason`: {module}: {text}")
            self.lines += [(module, kind, pattern) for pattern in patterns]
        self.needed = set()

    def explain(self, difference):
        fitting = [line for line in self.lines if line[:2] == difference[:2] and fits(difference.name, line[2])]
        self.needed.update(fitting)
        return bool(fitting)

    def idle(self, modules):
        return [f"{module}: {kind} {name}" for module, kind, name in self.lines
                if module in modules and (module, kind, name) not in self.needed]


def fits(name, pattern):
    return fnmatch.fnmatchcase(name, pattern)


sys.exit(main())
