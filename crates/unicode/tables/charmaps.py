"""Writes src/charmaps/{usual,more}.rs. Run in crates/unicode: python3 tables/charmaps.py

The tables come from this Python's own codecs: those of one byte a character whose first half is ASCII and whose
characters take 16 bits.
"""

import encodings.aliases
import os

USUAL = ["cp1252", "iso8859_15", "cp437"]
MORE = """cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6
iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_16 koi8_r koi8_u koi8_t mac_roman
mac_cyrillic mac_greek mac_latin2 mac_turkish mac_iceland mac_croatian mac_romanian cp720 cp737 cp775 cp850 cp852 cp855
cp857 cp858 cp860 cp861 cp862 cp863 cp865 cp866 cp869 cp874 cp1125 tis_620 kz1048 hp_roman8""".split()


def table(module):
    codec = __import__(f"encodings.{module}", fromlist=["getregentry"]).getregentry()
    half = []
    for byte in range(256):
        try:
            character = codec.decode(bytes([byte]))[0]
        except UnicodeDecodeError:
            character = "\0"
        if byte < 128:
            assert character == chr(byte), module
        else:
            half.append(ord(character))
    assert max(half) < 0x10000, module
    aliases = sorted({module} | {alias for alias, name in encodings.aliases.aliases.items() if name == module})
    lines = [f'    Table {{ name: "{codec.name}", aliases: "{" ".join(aliases)}", half: [']
    for start in range(0, 128, 16):
        lines.append("        " + " ".join(f"{code:#x}," for code in half[start : start + 16]))
    lines.append("    ] },")
    return lines


def write(name, title, modules):
    lines = [f"//! {title}", "//!", "//! Written by tables/charmaps.py.", "", "use super::Table;", ""]
    lines += ["#[rustfmt::skip]", "pub(super) static TABLES: &[Table] = &["]
    for module in modules:
        lines += table(module)
    lines += ["];", ""]
    with open(f"src/charmaps/{name}.rs", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print(name, len(lines))


os.chdir(os.path.join(os.path.dirname(__file__), ".."))
write("usual", "The tables that are always there: Windows in western Europe, Latin-1 with the euro sign, DOS.", USUAL)
write("more", "The tables of the other encodings, which a board may leave out.", MORE)
