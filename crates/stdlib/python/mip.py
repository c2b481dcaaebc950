"""Install packages: single files, folders, addresses, or names in an index, in the format of MicroPython's mip.

    mip.install("aiorepl")                               from the index of micropython-lib
    mip.install("aiorepl", index="folder/or/address")    from another one
    mip.install("github:person/project")                 what its package.json names
    mip.install("http://host/module.py", target="lib")   a single file

A package is fetched with all that it needs, and checked, before anything is written.
"""

import os
import sys

__all__ = ["Error", "install"]

_INDEX = "https://micropython.org/pi/v2"
# Compiled files of MicroPython's aren't ours: packages come as source, whatever `mpy` says.
_KIND = "py"
# Where the files of a project are, by the service's name; the version is a branch, a tag or the default.
_SERVICES = {
    "github": "https://raw.githubusercontent.com/{owner}/{name}/{version}/{path}",
    "gitlab": "https://gitlab.com/{owner}/{name}/-/raw/{version}/{path}",
    "codeberg": "https://codeberg.org/api/v1/repos/{owner}/{name}/raw/{path}?ref={version}",
}


class Error(Exception):
    """Raised when a package can't be installed; nothing was changed then."""


def install(package, index=None, target=None, version=None, mpy=True, *, quiet=False):
    """Install a package with what it needs: a name in the index, an address, or the path of a file or folder."""
    target = os.fspath(target or _usual_target())
    plan = _Plan((index or _INDEX).rstrip("/"), target)
    plan.add(os.fspath(package), version)
    written = plan.carry_out()
    if not quiet:
        for path in written:
            print(f"Installed: {path}")
        if not written:
            print("Nothing to do: everything is there.")


def _usual_target():
    """The first folder on sys.path that is called lib, as on boards, or the one for packages."""
    for folder in sys.path:
        if folder.endswith("/lib"):
            return folder
    import site

    if sys.prefix != sys.base_prefix:
        return site.getsitepackages()[0]
    folder = site.getusersitepackages()
    if folder not in sys.path:
        sys.path.append(folder)
    return folder


class _Plan:
    """What is to be written where. It is complete before the first file is."""

    def __init__(self, index, target):
        self.index = index
        self.target = target
        # By path below the target: the content.
        self.files = {}
        self.seen = set()

    def add(self, package, version):
        """Add a package with what it needs."""
        if (package, version) in self.seen:
            return
        self.seen.add((package, version))
        place = _address(package, version)
        if place is None:
            self.add_from_index(package, version or "latest")
        elif os.path.isdir(place) and not os.path.isfile(os.path.join(place, "package.json")):
            self.add_folder(place)
        elif place.endswith((".py", ".fpy", ".mpy")):
            self.put(place.rpartition("/")[2], _fetch(place))
        else:
            if not place.endswith(".json"):
                place = place.rstrip("/") + "/package.json"
            self.add_described(place, version, _fetch(place))

    def add_from_index(self, package, version):
        """Add a package that the index has."""
        place = f"{self.index}/package/{_KIND}/{package}/{version}.json"
        try:
            description = _fetch(place)
        except _Missing:
            which = "" if version == "latest" else f" in version {version}"
            raise Error(f"The index {self.index} has no package {package}{which}.") from None
        self.add_described(place, None, description)

    def add_folder(self, folder):
        """Add all files of a folder, under its name."""
        above = os.path.dirname(os.path.abspath(folder))
        for path, folders, names in os.walk(os.path.abspath(folder)):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in names:
                file = os.path.join(path, name)
                self.put(os.path.relpath(file, above), _fetch(file))

    def add_described(self, place, version, description):
        """Add what a package.json tells."""
        import json

        try:
            told = json.loads(description)
            pairs = {name: [(str(one), str(two)) for one, two in told.get(name, ())] for name in ("urls", "hashes")}
            needs = [(str(pair[0]), str(pair[1]) if len(pair) > 1 else None) for pair in told.get("deps", ())]
        except (ValueError, TypeError, AttributeError, IndexError):
            raise Error(f"{place} describes no package.") from None
        for path, digest in pairs["hashes"]:
            self.put(path, self.hashed(path, digest))
        for path, source in pairs["urls"]:
            self.put(path, _fetch(_address(source, version) if _is_elsewhere(source) else _beside(place, source)))
        for name, wanted in needs:
            if name.partition("-")[0] in sys.stdlib_module_names:
                # Parts of the library that boards may lack.
                continue
            self.add(name if _is_elsewhere(name) else _beside(place, name) if name.startswith(".") else name, wanted)

    def hashed(self, path, digest):
        """The content of a file by the beginning of its SHA-256."""
        if len(digest) < 8 or not all(letter in "0123456789abcdef" for letter in digest):
            raise Error(f"{digest} is no digest of {path}.")
        try:
            with open(os.path.join(self.target, path), "rb") as file:
                content = file.read()
            if _is_digest(digest, content):
                return content
        except OSError:
            pass
        place = f"{self.index}/file/{digest[:2]}/{digest}"
        content = _fetch(place)
        if not _is_digest(digest, content):
            raise Error(f"The content of {place} is not what the package says: its digest is another one.")
        return content

    def put(self, path, content):
        """Plan to write a file, which must lie below the target."""
        parts = path.replace("\\", "/").split("/")
        if not path or path.startswith("/") or ".." in parts or not parts[-1] or ":" in parts[0]:
            raise Error(f"The package wants to write {path!r}, which is outside of {self.target}.")
        if self.files.setdefault(path, content) != content:
            raise Error(f"Two packages have different files {path}.")

    def carry_out(self):
        """Write what is not there yet: the paths. Either all files are written or none."""
        import shutil
        import tempfile

        wanted = {path: content for path, content in self.files.items() if not self.is_there(path, content)}
        if not wanted:
            return []
        made = self.make_folder(self.target)
        staging = None
        try:
            # On the same volume, so that files only have to be renamed.
            staging = tempfile.mkdtemp(prefix=".mip-", dir=self.target)
            for number, content in enumerate(wanted.values()):
                with open(os.path.join(staging, str(number)), "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
            written = self.exchange(staging, list(wanted), made)
        except OSError as error:
            raise Error(f"Can't write to {self.target}: {error.strerror or error}.") from None
        finally:
            if staging is not None:
                shutil.rmtree(staging, ignore_errors=True)
            for folder in reversed(made):
                # Those that are used are not empty.
                try:
                    os.rmdir(folder)
                except OSError:
                    pass
        return written

    def is_there(self, path, content):
        try:
            with open(os.path.join(self.target, path), "rb") as file:
                return file.read() == content
        except OSError:
            return False

    def make_folder(self, folder):
        """Make a folder and those above; those that were made."""
        made = []
        while folder and not os.path.isdir(folder):
            made.insert(0, folder)
            folder = os.path.dirname(folder)
        try:
            for folder in made:
                os.mkdir(folder)
        except OSError as error:
            raise Error(f"Can't make the folder {folder}: {error.strerror or error}.") from None
        return made

    def exchange(self, staging, paths, made):
        """Put the staged files to their places, and what was there aside; back again if one can't be put."""
        done = []
        try:
            for number, path in enumerate(paths):
                place = os.path.join(self.target, path)
                made += self.make_folder(os.path.dirname(place))
                old = os.path.join(staging, f"{number}.old")
                if os.path.isdir(place):
                    raise IsADirectoryError(21, f"{path} is a folder there")
                has_old = os.path.lexists(place)
                if has_old:
                    os.rename(place, old)
                done.append((place, old if has_old else None))
                os.rename(os.path.join(staging, str(number)), place)
        except BaseException:
            for place, old in reversed(done):
                if old is not None:
                    os.replace(old, place)
                elif os.path.lexists(place):
                    os.remove(place)
            raise
        return [place for place, _ in done]


class _Missing(Error):
    """There is nothing at an address."""


def _is_elsewhere(name):
    """Whether a name is an address."""
    return "://" in name or name.startswith("file:") or name.partition(":")[0] in _SERVICES


def _address(package, version):
    """Where a package or file is that is named by its address or path; None for a name in an index."""
    service, colon, rest = package.partition(":")
    if colon and service in _SERVICES:
        parts = rest.split("/", 2)
        if len(parts) < 2 or not all(parts[:2]):
            raise Error(f"{package} names no project: it must be {service}:owner/name.")
        path = parts[2] if len(parts) > 2 else ""
        if not path.endswith((".py", ".fpy", ".mpy", ".json")):
            path = f"{path.rstrip('/')}/package.json".lstrip("/")
        version = "HEAD" if version in (None, "", "latest") else version
        return _SERVICES[service].format(owner=parts[0], name=parts[1], version=version, path=path)
    if package.startswith("file:"):
        from urllib.parse import unquote, urlsplit

        return unquote(urlsplit(package).path)
    if "://" in package:
        return package
    is_path = package.startswith(("./", "../", "/")) or package.endswith((".py", ".fpy", ".json"))
    return package if is_path or "/" in package and os.path.exists(package) else None


def _beside(place, source):
    """The place of a file that a description names by its path from there."""
    if place.startswith(("http://", "https://")) and "?" not in place:
        from urllib.parse import urljoin

        return urljoin(place, source)
    base, question, rest = place.partition("?")
    return f"{base.rpartition('/')[0]}/{source}{question}{rest}" if "/" in base else source


def _is_digest(start, content):
    from hashlib import sha256

    return sha256(content).hexdigest().startswith(start)


def _fetch(place):
    """What is at an address or path."""
    if place.startswith("file:"):
        place = _address(place, None)
    if place.startswith(("http://", "https://")):
        from _mip_http import get

        status, content = get(place)
        if status == 404:
            raise _Missing(f"There is nothing at {place}.")
        if status != 200:
            raise Error(f"{place} can't be fetched: the server answers {status}.")
        return content
    if "://" in place:
        raise Error(f"{place} is no address of a kind that is known here.")
    try:
        with open(place, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise _Missing(f"There is no file {place}.") from None
    except OSError as error:
        raise Error(f"{place} can't be read: {error.strerror or error}.") from None


def _main():
    from argparse import ArgumentParser

    parser = ArgumentParser("mip", description="Install packages of MicroPython's and one's own.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    command = commands.add_parser("install", help="install packages with what they need")
    command.add_argument("packages", nargs="+", metavar="PACKAGE", help="name[@version], address, file or folder")
    command.add_argument("-i", "--index", help=f"the folder or address of an index ({_INDEX})")
    command.add_argument("-t", "--target", help="where packages go")
    command.add_argument("--mpy", action="store_true", help="taken for MicroPython's sake: packages come as source")
    command.add_argument("--no-mpy", dest="mpy", action="store_false", help="packages come as source, as always")
    options = parser.parse_args()
    for package in options.packages:
        name, version = package, None
        if not os.path.exists(package):
            name, at, version = package.rpartition("@") if "@" in package else (package, "", None)
        try:
            install(name, options.index, options.target, version)
        except Error as error:
            print(f"mip: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    # What it raises is the module's, not this program's.
    from mip import _main as main

    sys.exit(main())
