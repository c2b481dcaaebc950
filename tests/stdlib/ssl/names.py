import ssl
from fixtures.ends import attempt

for kind in ssl.TLSVersion, ssl.AlertDescription, ssl.SSLErrorNumber, ssl.VerifyMode, ssl.VerifyFlags, ssl._SSLMethod:
    print(kind.__name__, kind.__module__, {name: int(value) for name, value in kind.__members__.items()})
    if kind is not ssl.TLSVersion:
        print(all(getattr(ssl, name) is value for name, value in kind.__members__.items()))
for name in "ALL", "NO_SSLv2", "NO_SSLv3", "NO_TLSv1", "NO_TLSv1_1", "NO_TLSv1_2", "NO_TLSv1_3", "NO_TICKET":
    value = getattr(ssl, "OP_" + name)
    print(name, int(value), ssl.Options["OP_" + name] is value)
print(ssl.PROTOCOL_SSLv23 is ssl.PROTOCOL_TLS, ssl.get_protocol_name(2), ssl.get_protocol_name(99))
print(ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_ECDH, ssl.HAS_NPN, ssl.HAS_SSLv2, ssl.HAS_SSLv3, ssl.HAS_TLSv1_2, ssl.HAS_TLSv1_3)
print(ssl.OPENSSL_VERSION_INFO[:2] >= (1, 1), ssl.OPENSSL_VERSION_NUMBER >= 0x10101000, type(ssl.OPENSSL_VERSION))
for purpose in ssl.Purpose:
    print(purpose, repr(purpose), purpose.nid, purpose.shortname, purpose.longname, purpose.oid)
attempt(ssl.Purpose, "x")

for kind in (ssl.SSLError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError,
             ssl.SSLEOFError, ssl.SSLCertVerificationError):  # fmt: skip
    problem = kind(7, "what happened")
    print(kind, [base.__name__ for base in kind.__mro__[1:-3]], problem, problem.errno, problem.strerror)
print(ssl.CertificateError is ssl.SSLCertVerificationError, ssl.socket_error is OSError)
print(str(ssl.SSLError("text alone")), repr(ssl.SSLError("text alone")))
print(len(ssl.RAND_bytes(20)), ssl.RAND_bytes(0), ssl.RAND_status(), ssl.RAND_add("x", 1.0))
attempt(ssl.RAND_bytes, -1)
print(ssl.get_default_verify_paths()._fields)
print(ssl.PEM_HEADER, ssl.PEM_FOOTER)
