"""What kind of file a name is, and which endings a kind has."""

import os
import posixpath
import sys

__all__ = [
    "knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension",
    "add_type", "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types",
]  # fmt: skip

# Where systems keep such lists.
knownfiles = [
    "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
    "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types",
    "/usr/local/etc/httpd/conf/mime.types", "/usr/local/etc/mime.types",
]  # fmt: skip
inited = False

# Kinds registered with IANA, each with its endings; the first one is the usual one.
_KINDS = """
application/epub+zip epub; application/gzip gz; application/json json; application/manifest+json webmanifest;
application/msword doc dot wiz; application/n-quads nq; application/n-triples nt;
application/octet-stream bin a dll exe o obj so; application/oda oda; application/ogg ogx; application/pdf pdf;
application/pkcs7-mime p7c; application/postscript ps ai eps; application/trig trig;
application/vnd.apple.mpegurl m3u m3u8; application/vnd.ms-excel xls xlb; application/vnd.ms-fontobject eot;
application/vnd.ms-powerpoint ppt pot ppa pps pwz; application/vnd.oasis.opendocument.graphics odg;
application/vnd.oasis.opendocument.presentation odp; application/vnd.oasis.opendocument.spreadsheet ods;
application/vnd.oasis.opendocument.text odt;
application/vnd.openxmlformats-officedocument.presentationml.presentation pptx;
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
application/vnd.openxmlformats-officedocument.wordprocessingml.document docx; application/vnd.rar rar;
application/wasm wasm; application/x-7z-compressed 7z; application/x-bcpio bcpio; application/x-cpio cpio;
application/x-csh csh; application/x-debian-package deb; application/x-dvi dvi; application/x-gtar gtar;
application/x-hdf hdf; application/x-hdf5 h5; application/x-httpd-php php; application/x-latex latex;
application/x-mif mif; application/x-netcdf cdf nc; application/x-pkcs12 p12 pfx; application/x-pn-realaudio ram;
application/x-python-code pyc pyo; application/x-rpm rpm; application/x-sh sh; application/x-shar shar;
application/x-shockwave-flash swf; application/x-sv4cpio sv4cpio; application/x-sv4crc sv4crc; application/x-tar tar;
application/x-tcl tcl; application/x-tex tex; application/x-texinfo texi texinfo; application/x-troff roff t tr;
application/x-troff-man man; application/x-troff-me me; application/x-troff-ms ms; application/x-ustar ustar;
application/x-wais-source src; application/xml xsl rdf wsdl xpdl; application/yaml yaml yml; application/zip zip;
audio/3gpp 3gp 3gpp; audio/3gpp2 3g2 3gpp2; audio/aac aac adts loas ass; audio/basic au snd; audio/flac flac;
audio/matroska mka; audio/mp4 m4a; audio/mpeg mp3 mp2; audio/ogg oga ogg; audio/opus opus; audio/vnd.wave wav;
audio/webm weba; audio/x-aiff aif aifc aiff; audio/x-pn-realaudio ra; font/otf otf; font/ttf ttf; font/woff woff;
font/woff2 woff2; image/avif avif; image/bmp bmp; image/emf emf; image/fits fits; image/g3fax g3; image/gif gif;
image/heic heic; image/heif heif; image/ief ief; image/jp2 jp2; image/jpeg jpg jpe jpeg; image/jpm jpm;
image/jpx jpx; image/png png; image/svg+xml svg; image/t38 t38; image/tiff tiff tif; image/tiff-fx tfx;
image/vnd.microsoft.icon ico; image/webp webp; image/wmf wmf; image/x-cmu-raster ras; image/x-portable-anymap pnm;
image/x-portable-bitmap pbm; image/x-portable-graymap pgm; image/x-portable-pixmap ppm; image/x-rgb rgb;
image/x-xbitmap xbm; image/x-xpixmap xpm; image/x-xwindowdump xwd; message/rfc822 eml mht mhtml nws;
model/gltf+json gltf; model/gltf-binary glb; model/stl stl; text/css css; text/csv csv; text/html html htm;
text/javascript js mjs; text/markdown md markdown; text/n3 n3; text/plain txt bat c h ksh pl srt; text/richtext rtx;
text/rtf rtf; text/tab-separated-values tsv; text/vtt vtt; text/x-python py; text/x-rst rst; text/x-setext etx;
text/x-sgml sgm sgml; text/x-vcard vcf; text/xml xml; video/matroska mkv; video/matroska-3d mk3d; video/mp4 mp4;
video/mpeg mpeg m1v mpa mpe mpg; video/quicktime mov qt; video/vnd.avi avi; video/webm webm; video/x-m4v m4v;
video/x-ms-wmv wmv; video/x-sgi-movie movie;
"""
# Kinds that are used without being registered.
_COMMON = "application/vnd.android.package-archive apk; application/rtf rtf; audio/midi midi mid; image/jpg jpg; image/pict pict pct pic; text/xul xul"


def _endings(text):
    found = {}
    for row in text.replace("\n", " ").split(";"):
        kind, *endings = row.split() or [""]
        found.update(dict.fromkeys(["." + ending for ending in endings], kind))
    return found


def _defaults():
    return (
        {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
         ".txz": ".tar.xz"},
        {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"},
        _endings(_KINDS),
        _endings(_COMMON),
    )  # fmt: skip


suffix_map, encodings_map, types_map, common_types = _defaults()
_db = None


class MimeTypes:
    """A table of kinds of files."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.suffix_map, self.encodings_map, registered, common = _defaults()
        # First the common ones, then those that are registered.
        self.types_map = {}, {}
        self.types_map_inv = {}, {}
        for ending, kind in registered.items():
            self.add_type(kind, ending, True)
        for ending, kind in common.items():
            self.add_type(kind, ending, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Set the kind of an ending."""
        if ext and not ext.startswith("."):
            import warnings

            warnings.warn(
                "Undotted extensions are deprecated and will raise a ValueError in Python 3.16", DeprecationWarning, 2
            )
        if not type:
            return
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        """Kind and encoding of what is at an address, by its name: ("text/html", None)."""
        from urllib.parse import urlsplit

        url = os.fspath(url)
        parts = urlsplit(url)
        if parts.scheme == "data":
            return self._of_data(url)
        if parts.scheme and len(parts.scheme) > 1:
            return self._guess(parts.path, strict, posixpath.splitext)
        return self.guess_file_type(url, strict=strict)

    def _of_data(self, url):
        text = url.partition(":")[2]
        before, comma, _ = text.partition(",")
        if not comma:
            return None, None
        kind = before.partition(";")[0]
        return "text/plain" if "=" in kind or "/" not in kind else kind, None

    def guess_file_type(self, path, *, strict=True):
        """Kind and encoding of a file, by its name."""
        path = os.path.splitdrive(os.fsdecode(path))[1]
        return self._guess(path, strict, os.path.splitext)

    def _guess(self, path, strict, split):
        base, ending = split(path)
        while (lower := ending.lower()) in self.suffix_map:
            base, ending = split(base + self.suffix_map[lower])
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = split(base)
        ending = ending.lower()
        kind = self.types_map[True].get(ending)
        if kind is None and not strict:
            kind = self.types_map[False].get(ending)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """All endings of a kind."""
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [ending for ending in self.types_map_inv[False].get(type, []) if ending not in found]
        return found

    def guess_extension(self, type, strict=True):
        """The usual ending of a kind; None if there is none."""
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        """Take the kinds from a file: lines of a kind and its endings."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Take the kinds from an open file."""
        for line in fp:
            words = line.partition("#")[0].split()
            for ending in words[1:]:
                self.add_type(words[0], "." + ending, strict)

    def read_windows_registry(self, strict=True):
        """Take the kinds from Windows' registry: there is none here."""


def init(files=None):
    """Read the system's lists, or these files as well as what is known."""
    global suffix_map, encodings_map, types_map, common_types, inited, _db
    inited = True
    if files is None or _db is None:
        suffix_map, encodings_map, types_map, common_types = _defaults()
        db = MimeTypes()
        files = knownfiles if files is None else knownfiles + list(files)
    else:
        db = _db
    for file in files:
        if os.path.isfile(file):
            db.read(file)
    encodings_map, suffix_map = db.encodings_map, db.suffix_map
    types_map, common_types = db.types_map[True], db.types_map[False]
    # Only now, so that who comes in between finds nothing half done.
    _db = db


def _table():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """Kind and encoding of what is at an address, by its name: ("text/html", None)."""
    return _table().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """Kind and encoding of a file, by its name."""
    return _table().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """All endings of a kind."""
    return _table().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """The usual ending of a kind; None if there is none."""
    return _table().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Set the kind of an ending."""
    return _table().add_type(type, ext, strict)


def read_mime_types(file):
    """The endings and kinds in a file as a dict; None if it can't be read."""
    try:
        stream = open(file, encoding="utf-8")
    except OSError:
        return None
    with stream:
        db = MimeTypes()
        db.readfp(stream, True)
        return db.types_map[True]


def _main():
    """What `python -m mimetypes` prints: the kinds of names, or with -e the endings of kinds."""
    from argparse import ArgumentParser

    parser = ArgumentParser(description="map filename extensions to MIME types")
    parser.add_argument("-e", "--extension", action="store_true", help="guess extension instead of type")
    parser.add_argument("-l", "--lenient", action="store_true", help="additionally search for common but non-standard types")
    parser.add_argument("type", nargs="+", help="a type to search")
    options = parser.parse_args()
    status = 0
    for name in options.type:
        if options.extension:
            found = guess_extension(name, not options.lenient)
            print(found or f"error: unknown type {name}")
        else:
            found, encoding = guess_type(name, not options.lenient)
            print(f"type: {found} encoding: {encoding}" if found else f"error: media type unknown for {name}")
        status = status if found else 1
    return status


if __name__ == "__main__":
    sys.exit(_main())
