import gettext, struct, io, os, sys, tempfile

for e in [
    "n != 1",
    "0",
    "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
    "!n",
    "n>1?n/2:3",
    "n - 1",
    "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2",
    "1 == 1 == 1",
    "n * 2 + 1",
    "(n)",
    "n < 3 < 2",
    "!n == 0",
    "010",
]:
    f = gettext.c2py(e)
    print(e, [f(i) for i in range(25)])
for e in [
    "",
    "n +",
    "x",
    "(n",
    "n)",
    "n n",
    "n ? 1",
    "n = 1",
    "n++",
    "@",
    "n(",
    "1 2",
    "n?1:",
    "(" * 30 + "n" + ")" * 30,
    "n" * 1001,
    "import os",
    "n.x",
    "-n",
    "n & 1",
]:
    try:
        print(e[:20], gettext.c2py(e)(3))
    except Exception as x:
        print(e[:20], type(x).__name__, x)


def mo(d, order="<", version=0):
    items = sorted(d.items())
    ids = b""
    strs = b""
    offs = []
    for k, v in items:
        k, v = k.encode(), v.encode()
        offs.append((len(ids), len(k), len(strs), len(v)))
        ids += k + b"\0"
        strs += v + b"\0"
    n = len(items)
    ko = 28
    vo = ko + 8 * n
    start = vo + 8 * n
    out = struct.pack(order + "7I", 0x950412DE, version, n, ko, vo, 0, 0)
    for o1, l1, o2, l2 in offs:
        out += struct.pack(order + "II", l1, start + o1)
    for o1, l1, o2, l2 in offs:
        out += struct.pack(order + "II", l2, start + len(ids) + o2)
    return out + ids + strs


D = {
    "": "Project-Id-Version: x 1\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2;\nLong: a\n more\n",
    "hello": "ahoj č",
    "file\0files": "soubor\0soubory\0souborů",
    "menu\x04open": "otevřít",
    "ctx\x04day\0days": "den\0dny\0dnů",
}
for order in "<>":
    t = gettext.GNUTranslations(io.BytesIO(mo(D, order)))
    print(
        t.gettext("hello"),
        t.gettext("none"),
        [t.ngettext("file", "files", i) for i in (1, 2, 5)],
        t.ngettext("a", "as", 1),
        t.ngettext("a", "as", 3),
        t.gettext("file"),
    )
    print(
        t.pgettext("menu", "open"),
        t.pgettext("x", "open"),
        t.npgettext("ctx", "day", "days", 4),
        t.npgettext("ctx", "no", "nos", 4),
        t.info(),
        t.charset(),
    )
for bad in (b"\0" * 30, mo(D)[:60], mo(D, version=0x20000), b"", b"abc"):
    try:
        gettext.GNUTranslations(io.BytesIO(bad))
    except Exception as x:
        print(type(x).__name__, x)
with tempfile.TemporaryDirectory() as root:
    for lang, d in (
        ("cs", D),
        ("de_AT", {"": "", "hello": "servus"}),
        (
            "de",
            {"": "", "hello": "hallo", "bye": "tschüss"} | {"": "Content-Type: text/plain; charset=utf-8\n"},
        ),
    ):
        p = os.path.join(root, lang, "LC_MESSAGES")
        os.makedirs(p)
        open(os.path.join(p, "shop.mo"), "wb").write(mo(d))
    rel = lambda x: x and (
        os.path.relpath(x, root) if isinstance(x, str) else [os.path.relpath(i, root) for i in x]
    )
    print(
        rel(gettext.find("shop", root, ["de_AT.UTF-8", "cs"], all=True)),
        rel(gettext.find("shop", root, ["fr", "cs_CZ@x"])),
        gettext.find("shop", root, ["C", "cs"]),
        gettext.find("no", root, ["cs"], all=True),
    )
    os.environ["LANGUAGE"] = "cs:de"
    t = gettext.translation("shop", root)
    print(
        t.gettext("hello"),
        t.gettext("bye"),
        t.gettext("zz"),
        type(gettext.translation("none", root, fallback=True)).__name__,
    )
    try:
        gettext.translation("none", root)
    except OSError as x:
        print(type(x).__name__, x.errno, x.strerror, x.filename)
    print(
        gettext.bindtextdomain("shop", root) == root,
        gettext.textdomain(),
        gettext.textdomain("shop"),
        gettext.gettext("hello"),
        gettext.ngettext("file", "files", 2),
        gettext.dgettext("none", "hello"),
        gettext.pgettext("menu", "open"),
        gettext.npgettext("ctx", "day", "days", 9),
        gettext.dngettext("shop", "file", "files", 1),
        gettext.dpgettext("shop", "menu", "open"),
        gettext.dnpgettext("shop", "ctx", "day", "days", 1),
    )
    gettext.install("shop", root, names=["ngettext", "other"])
    print(_("hello"), ngettext("file", "files", 7))
    os.environ["LANGUAGE"] = "de_AT"
    print(gettext.translation("shop", root).gettext("bye"))
n = gettext.NullTranslations()
print(
    n.gettext("x"),
    n.ngettext("a", "b", 1),
    n.ngettext("a", "b", 2),
    n.pgettext("c", "x"),
    n.npgettext("c", "a", "b", 1),
    n.info(),
    n.charset(),
)
print(sorted(gettext.__all__), gettext.Catalog is gettext.translation)
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f = gettext.c2py("n != 1")
    print(f(1.0), f(2.5), [str(x.message) for x in w])
    try:
        f("x")
    except Exception as x:
        print(type(x).__name__, x)
