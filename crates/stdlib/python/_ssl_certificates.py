"""Certificates: PEM, and what stands in one (RFC 5280)."""

import binascii

_KINDS = {
    "2.5.4.3": "commonName", "2.5.4.4": "surname", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName",
    "2.5.4.7": "localityName", "2.5.4.8": "stateOrProvinceName", "2.5.4.9": "streetAddress",
    "2.5.4.10": "organizationName", "2.5.4.11": "organizationalUnitName", "2.5.4.12": "title",
    "2.5.4.13": "description", "2.5.4.15": "businessCategory", "2.5.4.16": "postalAddress", "2.5.4.17": "postalCode",
    "2.5.4.41": "name", "2.5.4.42": "givenName", "2.5.4.43": "initials", "2.5.4.44": "generationQualifier",
    "2.5.4.45": "x500UniqueIdentifier", "2.5.4.46": "dnQualifier", "2.5.4.65": "pseudonym",
    "2.5.4.97": "organizationIdentifier", "1.2.840.113549.1.9.1": "emailAddress",
    "1.2.840.113549.1.9.2": "unstructuredName", "0.9.2342.19200300.100.1.1": "userId",
    "0.9.2342.19200300.100.1.25": "domainComponent", "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionLocalityName",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionStateOrProvinceName",
    "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionCountryName",
}  # fmt: skip
_MONTHS = "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"


def pem_blocks(text):
    """The blocks of a text in PEM: label, headers, bytes. What stands between them doesn't matter."""
    lines = iter(text.splitlines())
    for line in lines:
        line = line.strip()
        if not (line.startswith("-----BEGIN ") and line.endswith("-----")):
            continue
        label, headers, body = line[11:-5], [], []
        for line in lines:
            line = line.strip()
            if line.startswith("-----END "):
                break
            (headers if ":" in line else body).append(line)
        else:
            raise ValueError("not enough data")
        yield label, headers, binascii.a2b_base64("".join(body))


def elements(data):
    """The elements of a value in DER: pairs of tag and contents."""
    found, at = [], 0
    while at < len(data):
        tag, length = data[at], data[at + 1]
        at += 2
        if length & 0x80:
            digits = length & 0x7F
            if not 1 <= digits <= 4:
                raise ValueError("bad length")
            length = int.from_bytes(data[at : at + digits])
            at += digits
        if at + length > len(data):
            raise ValueError("not enough data")
        found.append((tag, data[at : at + length]))
        at += length
    return found


def whole_length(data):
    """How long the value in DER is that the bytes begin with."""
    if len(data) < 2:
        raise ValueError("not enough data")
    if data[1] < 0x80:
        return 2 + data[1]
    digits = data[1] & 0x7F
    return 2 + digits + int.from_bytes(data[2 : 2 + digits])


def identifier(data):
    """An object identifier, as numbers between points."""
    numbers, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))


def _text(tag, data):
    if tag == 0x1E:
        return data.decode("utf-16-be")
    return data.decode("utf-8" if tag == 0x0C else "latin-1")


def _name(data):
    """A name: groups of pairs of kind and text."""
    groups = []
    for _, group in elements(data):
        pairs = []
        for _, pair in elements(group):
            (_, kind), (tag, value) = elements(pair)
            kind = identifier(kind)
            pairs.append((_KINDS.get(kind, kind), _text(tag, value)))
        groups.append(tuple(pairs))
    return tuple(groups)


def _time(tag, data):
    text = data.decode("ascii")
    if tag == 0x17:
        text = ("20" if text < "50" else "19") + text
    month, day = _MONTHS[int(text[4:6]) - 1], int(text[6:8])
    return f"{month} {day:2} {text[8:10]}:{text[10:12]}:{text[12:14]} {text[:4]} GMT"


def _address(data):
    if len(data) == 4:
        return ".".join(map(str, data))
    if len(data) == 16:
        return ":".join(f"{data[at] << 8 | data[at + 1]:X}" for at in range(0, 16, 2))
    return "<invalid>"


def _general_name(tag, data):
    kind = tag & 0x1F
    if kind in (1, 2, 6):
        return {1: "email", 2: "DNS", 6: "URI"}[kind], data.decode("latin-1")
    if kind == 4:
        return "DirName", _name(elements(data)[0][1])
    if kind == 7:
        return "IP Address", _address(data)
    if kind == 8:
        return "Registered ID", identifier(data)
    return {0: "othername", 3: "X400Name", 5: "EdiPartyName"}.get(kind, "unknown"), "<unsupported>"


def _fields(der):
    """What the signature is for: version, serial number, algorithm, issuer, validity, subject, key, extensions."""
    fields = elements(elements(elements(der)[0][1])[0][1])
    if fields[0][0] != 0xA0:
        fields.insert(0, (0xA0, b"\2\1\0"))
    return fields


def _extensions(fields):
    """Values of extensions by their identifiers."""
    found = {}
    for tag, data in fields[7:]:
        if tag == 0xA3:
            for _, extension in elements(elements(data)[0][1]):
                parts = elements(extension)
                found[identifier(parts[0][1])] = parts[-1][1]
    return found


def is_ca(der):
    """Whether a certificate may vouch for others."""
    fields = _fields(der)
    constraints = _extensions(fields).get("2.5.29.19")
    if constraints is None:
        # Those of version 1 have no way to say it; who signs himself is one.
        return fields[0][1] == b"\2\1\0" and fields[3] == fields[5]
    return elements(elements(constraints)[0][1])[:1] == [(1, b"\xff")]


def check(der):
    """Raise ValueError if that is no certificate."""
    try:
        if der[:1] != b"\x30" or len(_fields(der)) < 7:
            raise ValueError("wrong tag")
    except IndexError:
        raise ValueError("not enough data") from None


def decoded(der):
    """What stands in a certificate, as getpeercert() gives it."""
    fields = _fields(der)
    (_, serial), (_, issuer), (_, validity), (_, subject) = fields[1], fields[3], fields[4], fields[5]
    begins, ends = elements(validity)
    found = {
        "subject": _name(subject),
        "issuer": _name(issuer),
        "version": elements(fields[0][1])[0][1][0] + 1,
        "serialNumber": serial.lstrip(b"\0").hex().upper() or "00",
        "notBefore": _time(*begins),
        "notAfter": _time(*ends),
    }
    extensions = _extensions(fields)
    names = extensions.get("2.5.29.17")
    if names is not None:
        found["subjectAltName"] = tuple(_general_name(*name) for name in elements(elements(names)[0][1]))
    access = extensions.get("1.3.6.1.5.5.7.1.1")
    if access is not None:
        places = [elements(place) for _, place in elements(elements(access)[0][1])]
        for key, kind in ("OCSP", "1.3.6.1.5.5.7.48.1"), ("caIssuers", "1.3.6.1.5.5.7.48.2"):
            uris = tuple(uri.decode("latin-1") for (_, method), (tag, uri) in places
                         if identifier(method) == kind and tag == 0x86)  # fmt: skip
            if uris:
                found[key] = uris
    points = extensions.get("2.5.29.31")
    if points is not None:
        uris = tuple(_point_uris(elements(points)[0][1]))
        if uris:
            found["crlDistributionPoints"] = uris
    return found


def _point_uris(points):
    for _, point in elements(points):
        for tag, name in elements(point):
            if tag == 0xA0:
                for kind, full in elements(name):
                    if kind == 0xA0:
                        yield from (uri.decode("latin-1") for tag, uri in elements(full) if tag == 0x86)
