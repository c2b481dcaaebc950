"""Cipher suites: their names, and the strings that choose among them."""

# Number: OpenSSL's name, the name of IANA, bits.
SUITES = {
    0x1302: ("TLS_AES_256_GCM_SHA384", "TLS-AES-256-GCM-SHA384", 256),
    0x1303: ("TLS_CHACHA20_POLY1305_SHA256", "TLS-CHACHA20-POLY1305-SHA256", 256),
    0x1301: ("TLS_AES_128_GCM_SHA256", "TLS-AES-128-GCM-SHA256", 128),
    0xC02C: ("ECDHE-ECDSA-AES256-GCM-SHA384", "TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384", 256),
    0xC030: ("ECDHE-RSA-AES256-GCM-SHA384", "TLS-ECDHE-RSA-WITH-AES-256-GCM-SHA384", 256),
    0xC02B: ("ECDHE-ECDSA-AES128-GCM-SHA256", "TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256", 128),
    0xC02F: ("ECDHE-RSA-AES128-GCM-SHA256", "TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256", 128),
    0xCCA9: ("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS-ECDHE-ECDSA-WITH-CHACHA20-POLY1305-SHA256", 256),
    0xCCA8: ("ECDHE-RSA-CHACHA20-POLY1305", "TLS-ECDHE-RSA-WITH-CHACHA20-POLY1305-SHA256", 256),
}


def version(number):
    """The version of TLS that a suite belongs to."""
    return "TLSv1.3" if number >> 8 == 0x13 else "TLSv1.2"


def triple(number):
    """A suite as cipher() gives it: name, version, bits."""
    name, _, bits = SUITES.get(number, (f"0x{number:04X}", None, 0))
    return name, version(number), bits


def described(number):
    """A suite as get_ciphers() gives it."""
    name, _, bits = SUITES[number]
    is_new = number >> 8 == 0x13
    cipher = "CHACHA20/POLY1305" if "CHACHA20" in name else "AESGCM"
    auth = "any" if is_new else name.split("-")[1]
    exchange = "any" if is_new else "ECDH"
    columns = f"{name:<30} {version(number)} Kx={exchange:<8} Au={auth:<5} Enc={f'{cipher}({bits})':<22} Mac=AEAD"
    return {
        "id": 0x3000000 | number, "name": name, "protocol": version(number), "description": columns,
        "strength_bits": bits, "alg_bits": bits, "aead": True,
        "symmetric": f"aes-{bits}-gcm" if cipher == "AESGCM" else "chacha20-poly1305", "digest": None,
        "kea": "kx-any" if is_new else "kx-ecdhe", "auth": f"auth-{auth.lower()}",
    }  # fmt: skip


def _words(number):
    """The words of cipher strings that mean this suite of TLS 1.2."""
    name, iana, bits = SUITES[number]
    auth = name.split("-")[1]
    words = {name, iana, "ALL", "DEFAULT", "TLSv1.2", "HIGH", "FIPS", "AEAD", "a" + auth}
    words |= {"ECDHE", "EECDH", "kECDHE", "kEECDH", "ECDH"}
    if auth == "ECDSA":
        words.add("ECDSA")
    if "CHACHA20" in name:
        words |= {"CHACHA20", "SHA256"}
    else:
        words |= {"AES", "AESGCM", f"AES{bits}", "SHA384" if bits == 256 else "SHA256"}
    return words


def chosen(text, known):
    """The suites of TLS 1.2 that a cipher string of OpenSSL chooses, in its order; an unknown word chooses none."""
    result, banned = [], set()
    for word in text.replace(",", ":").replace(" ", ":").replace(";", ":").split(":"):
        if not word or word.startswith("@SECLEVEL="):
            continue
        if word == "@STRENGTH":
            result.sort(key=lambda number: -SUITES[number][2])
            continue
        sign, names = (word[0], word[1:]) if word[0] in "!-+" else ("", word)
        names = names.replace("@SECLEVEL=", "+@").split("+")
        found = [each for each in known if all(name[:1] == "@" or name in _words(each) for name in names)]
        if sign == "!":
            banned.update(found)
        if sign in ("!", "-"):
            result = [each for each in result if each not in found]
        elif sign == "+":
            result = [each for each in result if each not in found] + [each for each in result if each in found]
        else:
            result += [each for each in found if each not in result and each not in banned]
    return result
