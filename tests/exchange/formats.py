"""The formats of the exchange: for each the values, how they are written, and how they are read."""

import base64
import csv
import datetime
import decimal
import gzip
import io
import json
import marshal
import pickle
import random
import struct
import zipfile
import zlib

import values
from sequences import sequences


class Format:
    # Whether both sides must write the same bytes.
    is_exact = True

    def expected(self, value):
        """What is found when the bytes of the value are read."""
        return value


class Struct(Format):
    """Values are formats with their arguments."""

    ranges = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}

    def value(self, chance, number):
        order = chance.choice(("<", ">", "!", "=", "", "@"))
        form, arguments = order, []
        for _ in range(chance.randrange(1, 8)):
            code = chance.choice("bBhHiIlLqQfdespx?c")
            times = chance.choice((None, 0, 1, 2, 5, 300)) if code in "spx" else chance.choice((None, 1, 3))
            form += ("" if times is None else str(times)) + code
            if code in "sp":
                arguments.append(values.data(chance, 300))
            elif code != "x":
                arguments += [self.argument(chance, code) for _ in range(1 if times is None else times)]
        return form, arguments

    def argument(self, chance, code):
        if code in "fde":
            return chance.choice((0.0, -0.0, float("inf"), 0.5, -1.25, chance.uniform(-60000, 60000)))
        if code in "?c":
            return chance.random() < 0.5 if code == "?" else chance.randbytes(1)
        number = chance.getrandbits(self.ranges[code])
        return number - (1 << self.ranges[code] - 1) if code.islower() else number

    def write(self, value):
        return struct.pack(value[0], *value[1])

    def read(self, data, value):
        return struct.unpack(value[0], data)

    def expected(self, value):
        return struct.unpack(value[0], struct.pack(value[0], *value[1]))


class Pickle(Format):
    is_exact = False

    def value(self, chance, number):
        return number % 6, values.anything(chance)

    def write(self, value):
        return pickle.dumps(value[1], value[0])

    def read(self, data, value):
        return value[0], pickle.loads(data)


class Json(Format):
    options = ({}, {"ensure_ascii": False}, {"indent": 2}, {"indent": "\t", "sort_keys": True}, {"separators": (",", ":")})

    def value(self, chance, number):
        return chance.choice(self.options), values.plain(chance)

    def write(self, value):
        return json.dumps(value[1], **value[0]).encode("utf-8", "surrogatepass")

    def read(self, data, value):
        return json.loads(data)

    def expected(self, value):
        options, plain = value
        return json.loads(json.dumps(plain, sort_keys=True)) if "sort_keys" in options else plain


def compressible(chance):
    return b"".join(chance.choice((values.data(chance, 50), b"again ", bytes(chance.randrange(3000)))) for _ in range(9))


class Zlib(Format):
    is_exact = False

    def value(self, chance, number):
        return chance.randrange(-1, 10), chance.choice((15, -15, 31, 9, -9, 25)), compressible(chance)

    def write(self, value):
        level, wbits, data = value
        return zlib.compress(data, level, wbits)

    def read(self, data, value):
        return zlib.decompress(data, value[1])

    def expected(self, value):
        return value[2]


class Gzip(Format):
    is_exact = False

    def value(self, chance, number):
        return [compressible(chance) for _ in range(chance.randrange(1, 4))], chance.randrange(10), chance.getrandbits(32)

    def write(self, value):
        parts, level, mtime = value
        whole = io.BytesIO()
        for part in parts:
            with gzip.GzipFile("name", "wb", level, whole, mtime) as file:
                file.write(part)
        return whole.getvalue()

    def read(self, data, value):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(), gzip.decompress(data), file.mtime

    def expected(self, value):
        whole = b"".join(value[0])
        return whole, whole, value[2]


class Zip(Format):
    is_exact = False
    methods = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

    def value(self, chance, number):
        members = []
        for index in range(chance.randrange(4)):
            name = f"{index}/{chance.choice(('plain', 'n\xe4me', '\u20ac'))}.txt"
            date = (chance.randrange(1980, 2108), chance.randrange(1, 13), chance.randrange(1, 29), 1, 2, 2 * chance.randrange(30))
            members.append((name, date, values.data(chance), chance.choice(self.methods), compressible(chance)))
        return values.data(chance, 40), members

    def write(self, value):
        comment, members = value
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for name, date, note, method, data in members:
                info = zipfile.ZipInfo(name, date)
                info.comment, info.external_attr = note, 0o644 << 16
                archive.writestr(info, data, method)
            archive.comment = comment
        return whole.getvalue()

    def read(self, data, value):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            infos = archive.infolist()
            return archive.comment, [(i.filename, i.date_time, i.comment, i.compress_type, archive.read(i)) for i in infos]


class Moments(Format):
    """Dates and times as ISO 8601 writes them, with all their accuracies."""

    def value(self, chance, number):
        moment = values.moment(chance)
        while isinstance(moment, datetime.timedelta):
            moment = values.moment(chance)
        has_time = not type(moment) is datetime.date
        options = {"timespec": chance.choice(("auto", "microseconds"))} if has_time and chance.random() < 0.5 else {}
        zone = getattr(moment, "tzinfo", None)
        if zone:
            moment = moment.replace(tzinfo=datetime.timezone(zone.utcoffset(None)))
        return options, moment

    def write(self, value):
        return value[1].isoformat(**value[0]).encode()

    def read(self, data, value):
        return type(value[1]).fromisoformat(data.decode())

    def expected(self, value):
        return value[1]


class Random(Format):
    """The same seed gives the same numbers, whatever is asked for."""

    def value(self, chance, number):
        return chance.choice((values.integer, values.text, values.data, values.real))(chance)

    def write(self, value):
        return "\n".join(sequences(value)).encode()

    def read(self, data, value):
        return value


class Marshal(Format):
    is_exact = False

    def value(self, chance, number):
        return number % 5, values.builtin(chance)

    def write(self, value):
        return marshal.dumps(value[1], value[0])

    def read(self, data, value):
        return value[0], marshal.loads(data)


class Decimals(Format):
    """Results of arithmetic as text."""

    operations = ("add", "subtract", "multiply", "divide", "divide_int", "remainder", "quantize", "compare_total", "max",
                  "min_mag", "next_toward", "remainder_near", "scaleb", "same_quantum")  # fmt: skip
    functions = ("sqrt", "exp", "ln", "log10", "normalize", "to_integral_exact", "to_eng_string", "next_plus", "logb",
                 "number_class", "abs", "minus", "canonical")  # fmt: skip
    roundings = ("ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_05UP", "ROUND_UP")

    def value(self, chance, number):
        context = decimal.Context(prec=chance.randrange(1, 40), rounding=chance.choice(self.roundings), traps=[],
                                  Emin=-999, Emax=999, clamp=chance.randrange(2))
        return context, values.number_of_digits(chance), values.number_of_digits(chance)

    def write(self, value):
        context, a, b = value
        results = [str(a), f"{a:.5e}" if a.is_finite() else "", f"{b:,.3f}" if b.is_finite() else ""]
        for name in self.operations + self.functions:
            context.clear_flags()
            method = getattr(context, name)
            result = method(a, b) if name in self.operations else method(a)
            flags = sorted(flag.__name__ for flag, is_set in context.flags.items() if is_set)
            results.append(f"{name} {result} {' '.join(flags)}")
        return "\n".join(results).encode()

    def read(self, data, value):
        return decimal.Decimal(data.decode().split("\n")[0])

    def expected(self, value):
        return value[1]


class Csv(Format):
    options = ({}, {"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"quotechar": "'"}, {"lineterminator": "\n"},
               {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"})  # fmt: skip

    def value(self, chance, number):
        # A lonely empty cell can't be told from an empty line without quotes.
        rows = [[values.text(chance, 8).replace("\x00", "") for _ in range(chance.randrange(2, 5))] for _ in range(5)]
        return chance.choice(self.options), rows

    def write(self, value):
        place = io.StringIO(newline="")
        csv.writer(place, **value[0]).writerows(value[1])
        return place.getvalue().encode()

    def read(self, data, value):
        options = {name: option for name, option in value[0].items() if name != "lineterminator"}
        return list(csv.reader(io.StringIO(data.decode(), newline=""), **options))

    def expected(self, value):
        return value[1]


class Base64(Format):
    codes = ("b64", "urlsafe_b64", "standard_b64", "b32", "b32hex", "b16", "a85", "b85", "z85")

    def value(self, chance, number):
        return chance.choice(self.codes), values.data(chance, 100)

    def write(self, value):
        return getattr(base64, value[0] + "encode")(value[1])

    def read(self, data, value):
        return value[0], getattr(base64, value[0] + "decode")(data)


FORMATS = {
    "struct": Struct(), "pickle": Pickle(), "json": Json(), "zlib": Zlib(), "gzip": Gzip(), "zipfile": Zip(),
    "datetime": Moments(), "random": Random(), "marshal": Marshal(), "decimal": Decimals(), "csv": Csv(),
    "base64": Base64(),
}  # fmt: skip
