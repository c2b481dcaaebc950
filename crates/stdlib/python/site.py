"""Where packages are installed: the folders that are put on sys.path at the start, and what their .pth files say."""
import builtins
import io
import os
import sys

# What the folders of packages lie below. A virtual environment is the only one unless it asks for the others too.
PREFIXES = [sys.prefix, sys.exec_prefix]
# True if the user's own folder is looked into, False if the user doesn't want it, None if it is not safe.
ENABLE_USER_SITE = None
USER_SITE = None
USER_BASE = None


def _below(prefix):
    """The folder of packages below a prefix. In a virtual environment of another Python it is named for that one."""
    folder = os.path.join(prefix, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    if prefix == sys.prefix != sys.base_prefix and not os.path.isdir(folder):
        found = []
        try:
            for name in os.listdir(os.path.join(prefix, "lib")):
                number = name.removeprefix("python3.").removesuffix("t")
                if name.startswith("python3.") and number.isdigit():
                    found.append((int(number), os.path.join(prefix, "lib", name, "site-packages")))
        except OSError:
            pass
        found = [pair for pair in found if os.path.isdir(pair[1])]
        if found:
            return max(found)[1]
    return folder


def makepath(*paths):
    """A path from the root on, twice: as it is, and as paths are compared."""
    path = os.path.join(*paths)
    try:
        path = os.path.abspath(path)
    except OSError:
        pass
    return path, os.path.normcase(path)


def abs_paths():
    """Make the places of modules begin at the root: nothing to do here, they do."""


def removeduppaths():
    """Make sys.path begin at the root and hold everything once; the set of what is there."""
    kept, known = [], set()
    for item in sys.path:
        # The folder of a program without a file stays what it is when the program goes elsewhere.
        path, compared = makepath(item) if item else ("", "")
        if compared not in known:
            kept.append(path)
            known.add(compared)
    sys.path[:] = kept
    return known


def _known_paths():
    known = set()
    for item in sys.path:
        try:
            if os.path.exists(item):
                known.add(makepath(item)[1])
        except TypeError:
            pass
    return known


def addpackage(sitedir, name, known_paths):
    """Do what a .pth file says: folders are put on sys.path, lines that start with import are run."""
    forget = known_paths is None
    if forget:
        known_paths = _known_paths()
    file = os.path.join(sitedir, name)
    try:
        if name.startswith(".") or os.lstat(file).st_flags & 0x8000:
            return None
    except AttributeError:
        # Files are hidden by a flag on some systems only.
        pass
    except OSError:
        return None
    try:
        with io.open_code(file) as stream:
            text = stream.read().decode("utf-8-sig", "surrogateescape")
    except OSError:
        return None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        try:
            if line.startswith(("import ", "import\t")):
                exec(line)
                continue
            folder, compared = makepath(sitedir, line.rstrip())
            if compared not in known_paths and os.path.exists(folder):
                sys.path.append(folder)
                known_paths.add(compared)
        except Exception as error:
            _complain(number, file, error)
            break
    return None if forget else known_paths


def _complain(number, file, error):
    import traceback

    print(f"Error processing line {number} of {file}:\n", file=sys.stderr)
    for part in traceback.format_exception(error):
        for line in part.splitlines():
            print("  " + line, file=sys.stderr)
    print("\nRemainder of file ignored", file=sys.stderr)


def addsitedir(sitedir, known_paths=None):
    """Put a folder on sys.path, and do what the .pth files in it say."""
    forget = known_paths is None
    if forget:
        known_paths = _known_paths()
    sitedir, compared = makepath(sitedir)
    if compared not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(compared)
    try:
        names = os.listdir(sitedir)
    except OSError:
        return None
    for name in sorted(names):
        if name.endswith(".pth") and not name.startswith("."):
            addpackage(sitedir, name, known_paths)
    return None if forget else known_paths


def check_enableusersite():
    """Whether the user's own folder is safe to look into: False if nobody wants it, None if it is somebody else's."""
    if sys.flags.no_user_site or os.environ.get("PYTHONNOUSERSITE") and not sys.flags.ignore_environment:
        return False
    if hasattr(os, "getuid") and (os.geteuid() != os.getuid() or os.getegid() != os.getgid()):
        return None
    return True


def getuserbase():
    """The folder below which a user's own packages are."""
    global USER_BASE
    if USER_BASE is None:
        given = None if sys.flags.ignore_environment else os.environ.get("PYTHONUSERBASE")
        USER_BASE = given or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def getusersitepackages():
    """The folder of a user's own packages."""
    global USER_SITE, ENABLE_USER_SITE
    base = getuserbase()
    if USER_SITE is None:
        if base is None:
            ENABLE_USER_SITE = False
        else:
            USER_SITE = os.path.join(base, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of packages below the prefixes."""
    found = []
    for prefix in PREFIXES if prefixes is None else prefixes:
        if prefix and (folder := _below(prefix)) not in found:
            found.append(folder)
    return found


def addusersitepackages(known_paths):
    """Put the user's own folder on sys.path if it is there."""
    folder = getusersitepackages()
    if ENABLE_USER_SITE and folder and os.path.isdir(folder):
        addsitedir(folder, known_paths)
    return known_paths


def addsitepackages(known_paths, prefixes=None):
    """Put the folders of packages on sys.path that are there."""
    for folder in getsitepackages(prefixes):
        if os.path.isdir(folder):
            addsitedir(folder, known_paths)
    return known_paths


def venv(known_paths):
    """Look at the virtual environment, if this is one: its folder, and whether it wants the system's too."""
    global PREFIXES, ENABLE_USER_SITE
    if sys.prefix == sys.base_prefix:
        return known_paths
    wants_system = "true"
    try:
        with open(os.path.join(sys.prefix, "pyvenv.cfg"), encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                key, equals, value = line.partition("=")
                if equals and key.strip().lower() == "include-system-site-packages":
                    wants_system = value.strip().lower()
    except OSError:
        pass
    PREFIXES = [sys.prefix]
    addsitepackages(known_paths)
    if wants_system == "true":
        PREFIXES = [sys.prefix, sys.base_prefix]
    else:
        ENABLE_USER_SITE = False
    return known_paths


def _customize(name):
    try:
        try:
            __import__(name)
        except ImportError as error:
            if error.name != name:
                raise
    except Exception as error:
        sys.stderr.write(f"Error in {name}; set PYTHONVERBOSE for traceback:\n{type(error).__name__}: {error}\n")


def execsitecustomize():
    """Import sitecustomize, if there is such a module."""
    _customize("sitecustomize")


def execusercustomize():
    """Import usercustomize, if there is such a module."""
    _customize("usercustomize")


def setquit():
    """Put exit and quit into the builtins; setcopyright() and sethelper() do the same for the other words."""
    if not hasattr(builtins, "quit"):
        from _site import install

        install()


setcopyright = sethelper = setquit


def main():
    """Put the folders of packages on sys.path: done at the start, unless the option -S was given."""
    global ENABLE_USER_SITE
    known = venv(removeduppaths())
    if ENABLE_USER_SITE is None:
        ENABLE_USER_SITE = check_enableusersite()
    addusersitepackages(known)
    addsitepackages(known)
    execsitecustomize()
    if ENABLE_USER_SITE:
        execusercustomize()


def _script():
    """What `python -m site` prints: everything, or what the options ask for."""
    wanted = sys.argv[1:]
    if not wanted:
        base, folder = getuserbase(), getusersitepackages()
        print("sys.path = [", *[f"    {item!r}," for item in sys.path], "]", sep="\n")
        for name, path in (("USER_BASE", base), ("USER_SITE", folder)):
            print(f"{name}: {path!r} ({'exists' if os.path.isdir(path) else 'doesn\'t exist'})")
        print(f"ENABLE_USER_SITE: {ENABLE_USER_SITE!r}")
        return 0
    found = []
    if "--user-base" in wanted:
        found.append(getuserbase())
    if "--user-site" in wanted:
        found.append(getusersitepackages())
    if not found:
        print("site.py [--user-base] [--user-site]")
        return 10
    print(os.pathsep.join(found))
    return {True: 0, False: 1, None: 2}[ENABLE_USER_SITE]


if not sys.flags.no_site:
    main()

if __name__ == "__main__":
    sys.exit(_script())
