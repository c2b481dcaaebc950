# Archives: what shutil loads when a program asks for it.
import os
from shutil import ReadError, RegistryError

__name__ = "shutil"

# Name: (function, arguments, description).
_makers = {}
# Name: (extensions, function, arguments, description).
_unpackers = {}


def _make_zip(base_name, base_dir, dry_run=False, logger=None, root_dir=None, **_):
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

    try:
        import zlib

        compression = ZIP_DEFLATED
    except ImportError:
        compression = ZIP_STORED
    name = os.fspath(base_name) + ".zip"
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info("creating %s", folder)
        if not dry_run:
            os.makedirs(folder)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if dry_run:
        return name if root_dir is None else os.path.abspath(name)
    with ZipFile(name, "w", compression=compression) as archive:
        start = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))

        def add(path):
            inside = os.path.normpath(os.path.relpath(path, root_dir) if root_dir is not None else path)
            archive.write(path, inside)
            if logger is not None:
                logger.info("adding '%s'", path)

        if os.path.normpath(base_dir) != os.curdir:
            add(start)
        for folder, directories, files in os.walk(start):
            for name_below in sorted(directories):
                add(os.path.normpath(os.path.join(folder, name_below)))
            for name_below in files:
                path = os.path.normpath(os.path.join(folder, name_below))
                if os.path.isfile(path) and os.path.abspath(path) != os.path.abspath(name):
                    add(path)
    return name if root_dir is None else os.path.abspath(name)


_make_zip.supports_root_dir = True


def _unpack_zip(filename, extract_dir):
    import zipfile

    if not zipfile.is_zipfile(filename):
        raise ReadError(f"{filename} is not a zip file")
    from shutil import copyfileobj

    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            # Nothing goes outside.
            if info.filename.startswith("/") or ".." in info.filename:
                continue
            target = os.path.join(extract_dir, *info.filename.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not info.filename.endswith("/"):
                with archive.open(info) as source, open(target, "wb") as file:
                    copyfileobj(source, file)


_makers["zip"] = _make_zip, [], "ZIP file"
_unpackers["zip"] = [".zip"], _unpack_zip, [], "ZIP file"


def get_archive_formats():
    """The formats that archives can be made in, as (name, description)."""
    return sorted((name, description) for name, (_, _, description) in _makers.items())


def _check_function(function, extra_args):
    if not callable(function):
        raise TypeError(f"The {function} object is not callable")
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    for pair in extra_args:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("extra_args elements are : (arg_name, value)")


def register_archive_format(name, function, extra_args=None, description=""):
    """Add a format: function(base_name, base_dir, **arguments) makes an archive and returns its path."""
    extra_args = [] if extra_args is None else extra_args
    _check_function(function, extra_args)
    _makers[name] = function, extra_args, description


def unregister_archive_format(name):
    """Take away a format of archives."""
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):  # fmt: skip
    """Make an archive of base_dir, as seen from root_dir: its path, base_name with the format's extension."""
    if format not in _makers:
        raise ValueError(f"unknown archive format {format!r}")
    function, arguments, _ = _makers[format]
    options = {"dry_run": dry_run, "logger": logger, "owner": owner, "group": group, **dict(arguments)}
    if base_dir is None:
        base_dir = os.curdir
    supports_root = getattr(function, "supports_root_dir", False)
    here = None
    if root_dir is not None:
        if not os.path.isdir(root_dir):
            os.stat(root_dir)
            raise NotADirectoryError(20, "Not a directory", root_dir)
        if supports_root:
            # Names are relative to the root, paths needn't be.
            base_name = os.fspath(base_name)
            options["root_dir"] = root_dir
        else:
            here = os.getcwd()
            base_name = os.path.abspath(base_name)
            if not dry_run:
                os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **options)
    finally:
        if here is not None:
            os.chdir(here)


def get_unpack_formats():
    """The formats that can be unpacked, as (name, extensions, description)."""
    return sorted((name, extensions, description) for name, (extensions, _, _, description) in _unpackers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Add a format: function(path of the archive, directory, **arguments) unpacks one."""
    extra_args = [] if extra_args is None else extra_args
    taken = {extension: other for other, (used, *_) in _unpackers.items() for extension in used}
    for extension in extensions:
        if extension in taken:
            raise RegistryError(f'{extension} is already registered for "{taken[extension]}"')
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = extensions, function, extra_args, description


def unregister_unpack_format(name):
    """Take away a format that can be unpacked."""
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a directory, by default the current one."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    if format is None:
        for name, (extensions, *_) in _unpackers.items():
            if any(filename.endswith(extension) for extension in extensions):
                format = name
                break
        else:
            raise ReadError(f"Unknown archive format '{filename}'")
    elif format not in _unpackers:
        raise ValueError(f"Unknown unpack format '{format}'") from None
    _, function, arguments, _ = _unpackers[format]
    options = {"filter": filter} if filter is not None else {}
    function(filename, extract_dir, **dict(arguments), **options)
