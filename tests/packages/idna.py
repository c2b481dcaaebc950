"""Names of hosts with letters of all scripts."""

import idna

for name in ("ドメイン.テスト", "faß.de", "bücher.example", "xn--bcher-kva.example", "παράδειγμα.gr", "a.b"):
    try:
        print(name, idna.encode(name), idna.decode(idna.encode(name)))
    except idna.IDNAError as error:
        print(type(error).__name__, error)
print(idna.encode("Königsgäßchen", uts46=True), idna.alabel("测试"), idna.ulabel("xn--0zwm56d"))
for wrong in ("a" * 64, "-a", "a..b", "Königsgäßchen", "\u0378", "ab--c", "xn--a\u00e4", "أabc", "l\u00b7a"):
    try:
        print(idna.encode(wrong))
    except idna.IDNAError as error:
        print(type(error).__name__, error)
print(idna.uts46_remap("Ａｂ。c"), idna.core.check_bidi("אבג"), idna.valid_contextj("\u0928\u094d\u200d", 2))
