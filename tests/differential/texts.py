"""Texts with a grammar of their own: format specifications, templates, %-templates, encoded bytes.

Most are right; some have a piece too many, in the wrong place or of the wrong kind.
"""

from random import Random

LETTERS = ["a", "b", "é", "ß", "€", "日", "\U0001f600", "\ud800", "\udc80", "\udfff", "\x00", "\x7f", "\x80", "\xff", "Z", "\uffff"]


def format_spec(random: Random) -> str:
    """A specification of the format mini-language (Library reference, "Format Specification Mini-Language")."""
    some = random.random
    spec = ""
    if some() < 0.35:
        spec += random.choice(["", "*", "0", " ", "é", "<", "\U0001f600"]) + random.choice("<>^=")
    if some() < 0.3:
        spec += random.choice("+- ")
    if some() < 0.1:
        spec += "z"
    if some() < 0.25:
        spec += "#"
    if some() < 0.2:
        spec += "0"
    if some() < 0.5:
        spec += random.choice(["1", "5", "8", "12", "20", "30", "99999999999999999999", "7"] + ["10"] * 8)
    if some() < 0.25:
        spec += random.choice(",_")
    if some() < 0.35:
        spec += "." + random.choice(["0", "1", "2", "3", "6", "10", "17", "20", "", "99999999999999999999"])
    if some() < 0.7:
        spec += random.choice("bcdeEfFgGnosxX%" * 3 + "r ijhq,_é")
    if some() < 0.05:
        at = random.randrange(len(spec) + 1)
        spec = spec[:at] + random.choice(["x", ",", "_", ".", "<", "é", "\x00", "{", "0"]) + spec[at:]
    return spec


def percent_item(random: Random) -> str:
    some = random.random
    item = "%"
    if some() < 0.2:
        item += "(" + random.choice(["a", "b", "", "nosuch", "a(b)c", "é"]) + ")"
    for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
        item += random.choice("#0- +")
    if some() < 0.4:
        item += random.choice(["1", "5", "10", "20", "*", "99999999999999999999", "8"])
    if some() < 0.3:
        item += "." + random.choice(["", "0", "1", "2", "5", "20", "*", "99999999999999999999"])
    if some() < 0.1:
        item += random.choice("hlL")
    if some() < 0.95:
        item += random.choice("diouxXeEfFgGcrsa%" * 3 + "sdrby$é{")
    return item


def percent_template(random: Random) -> str:
    template = random.choice(["", "", "x", "é"])
    for _ in range(random.choice([0, 1, 1, 1, 1, 2, 2])):
        template += percent_item(random) + random.choice(["", "", " ", "-", "%%"])
    return template


def field(random: Random, depth: int = 0) -> str:
    name = random.choice(["", "", "", "0", "1", "2", "a", "b", "k", "10", "-1", "é", "99999999999999999999", "0x", " "])
    for _ in range(random.choice([0, 0, 0, 0, 1, 2])):
        name += random.choice(
            [".real", ".imag", "[0]", "[1]", "[a]", "[-1]", ".nosuch", "[", "]", ".", "[]", "[0", "..", "[a]b", ".__class__"]
        )
    if random.random() < 0.25:
        name += "!" + random.choice(["r", "s", "a", "r", "s", "x", "", "rr", "é"])
    if random.random() < 0.45:
        name += ":" + (format_spec(random).replace("{", "") if random.random() < 0.7 else "")
        if depth < 2 and random.random() < 0.3:
            name += field(random, depth + 1)
    return "{" + name + ("}" if random.random() < 0.96 else "")


def template(random: Random) -> str:
    """A template of `str.format`."""
    text = ""
    for _ in range(random.choice([0, 1, 1, 1, 2, 2, 3])):
        text += random.choice(["", "", "a", "{{", "}}", "é ", "}" if random.random() < 0.2 else "-"]) + field(random)
    return text


def characters(random: Random) -> str:
    return "".join(random.choice(LETTERS) for _ in range(random.choice([0, 1, 1, 2, 2, 3, 5])))


def encoded(random: Random) -> bytes:
    """Bytes in some encoding, often damaged."""
    codec = random.choice(["utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-32-le"])
    data = bytearray(characters(random).encode(codec, "surrogatepass"))
    for _ in range(random.choice([0, 0, 1, 2])):
        at = random.randrange(len(data) + 1)
        what = random.random()
        if what < 0.4:
            data[at:at] = bytes([random.choice([0, 0x41, 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xA0, 0xF0, 0x90, 0xF4, 0xF8, 0xFF, 0xD8])])
        elif what < 0.8:
            del data[at : at + random.choice([1, 1, 2])]
        else:
            data = data[:at]
    return bytes(data)


def digits(random: Random, among: str = "0123456789") -> str:
    text = "".join(random.choice(among) for _ in range(random.choice([0, 1, 1, 2, 3, 5, 17, 25])))
    if random.random() < 0.2:
        at = random.randrange(len(text) + 1)
        text = text[:at] + "_" + text[at:]
    return text


def real_text(random: Random) -> str:
    """The text of a float."""
    some = random.random
    text = random.choice(["", "", "-", "+"])
    if some() < 0.15:
        return text + random.choice(["inf", "nan", "Infinity", "INF", "NaN", "infin", "nano", "infinity"])
    text += digits(random)
    if some() < 0.5:
        text += "." + digits(random)
    if some() < 0.4:
        text += random.choice("eE") + random.choice(["", "-", "+"]) + random.choice(["1", "5", "22", "308", "309", "-5", "400", "0", "1_0", "324", "99999999999999999999"])
    return text


def number_text(random: Random) -> str:
    """What int(), float() and complex() read, or nearly."""
    some = random.random
    roll = some()
    if roll < 0.35:
        text = random.choice(["", "", "-", "+"]) + random.choice(["", "", "0x", "0X", "0b", "0B", "0o", "0O", "0"]) + digits(random, random.choice(["01", "01234567", "0123456789", "0123456789abcDEF", "0123456789azAZ"]))
    elif roll < 0.65:
        text = real_text(random)
    else:
        text = real_text(random) + (random.choice("+-") + real_text(random) if some() < 0.6 else "") + random.choice(["j", "j", "J", ""])
        text = random.choice(["", "", "("]) + text + random.choice(["", "", ")"])
    if some() < 0.2:
        text = random.choice([" ", "\t", "\n", "\u2003", "\xa0", ""]) + text + random.choice([" ", "\n", "", "\u3000"])
    if some() < 0.1:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(["_", " ", ".", "e", "\u0663", "\uff11", "\0", "x", "\ud800", "\xe9", "-", "\U0001d7d8"]) + text[at:]
    return text
