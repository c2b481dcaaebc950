import ssl
import warnings
from fixtures.ends import attempt

for protocol in ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER:
    context = ssl.SSLContext(protocol)
    print(context.protocol, context.verify_mode, context.check_hostname, context.verify_flags, context.options)
    print(context.minimum_version, context.maximum_version, context.num_tickets, context.keylog_filename)
    print(context.hostname_checks_common_name, context.sni_callback, context.post_handshake_auth)
    print(context.cert_store_stats(), context.get_ca_certs(), set(context.session_stats().values()))
print(context.sslsocket_class, context.sslobject_class)
attempt(ssl.SSLContext, 99)
attempt(ssl.SSLContext, "x")

# Looking at certificates, and at names.
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
attempt(setattr, context, "verify_mode", ssl.CERT_NONE)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
print(context.verify_mode, context.check_hostname)
context.check_hostname = True
print(context.verify_mode)
attempt(setattr, context, "verify_mode", 7)
attempt(setattr, context, "verify_mode", "x")
attempt(setattr, context, "verify_flags", "x")
context.verify_flags = ssl.VERIFY_CRL_CHECK_LEAF | ssl.VERIFY_X509_STRICT
print(context.verify_flags)
context.hostname_checks_common_name = False
print(context.hostname_checks_common_name)

# Versions and options.
context.minimum_version = ssl.TLSVersion.TLSv1_3
context.maximum_version = 0x304
print(context.minimum_version, repr(context.maximum_version))
attempt(setattr, context, "minimum_version", 5)
context.maximum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED
print(repr(context.maximum_version))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    context.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TICKET
    ssl.SSLContext()
for warning in caught:
    print(warning.category.__name__, warning.message)
print(bool(context.options & ssl.OP_NO_TLSv1_2), bool(context.options & ssl.OP_NO_TLSv1_3))
attempt(setattr, context, "options", -1)
attempt(setattr, context, "options", "x")
attempt(setattr, context, "num_tickets", 1)
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.num_tickets = 3
print(server.num_tickets)
attempt(setattr, server, "num_tickets", -1)
attempt(context.set_ecdh_curve, "prime256v1")
attempt(context.set_ecdh_curve, "no curve")
attempt(context.load_dh_params, "/missing")

# Ciphers.
for text in ("ECDHE-RSA-AES128-GCM-SHA256", "ECDHE+AESGCM:!aRSA", "ECDHE+CHACHA20:ECDHE+AES256:-ECDHE-ECDSA-AES256-GCM-SHA384",
             "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:@STRENGTH", "NOSUCH:ECDHE+CHACHA20+aRSA",
             "ECDHE+AESGCM+aECDSA:+ECDHE-ECDSA-AES256-GCM-SHA384"):  # fmt: skip
    context.set_ciphers(text)
    names = [cipher["name"] for cipher in context.get_ciphers()]
    new = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"]
    print(sorted(names[:3]) == new, [name for name in names[3:] if "GCM" in name or "CHACHA" in name])
attempt(context.set_ciphers, "NOSUCH")
attempt(context.set_ciphers, "ALL:!ALL")
attempt(context.set_ciphers, 5)
context.set_ciphers("ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305")
for cipher in context.get_ciphers():
    if cipher["name"] in ("TLS_AES_128_GCM_SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305"):
        print(cipher)

# Contexts that others make.
default = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
print(default.protocol, default.verify_mode, default.verify_flags)
unverified = ssl._create_unverified_context()
print(unverified.verify_mode, unverified.check_hostname)
attempt(ssl._create_unverified_context, keyfile="x")
attempt(ssl.create_default_context, 5)
attempt(context.load_default_certs, 5)


class Mine(ssl.SSLContext):
    pass


print(Mine(ssl.PROTOCOL_TLS_SERVER).protocol)
