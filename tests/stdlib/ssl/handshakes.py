# slow: cryptography and loading of certificates at each step
import ssl
from fixtures.ends import client_context, ends, server_context, shake_hands, words


def meet(title, client, server, name="localhost"):
    both = ends(client, server, name)
    print(title)
    for side, end, problem in zip(("client", "server"), both, shake_hands(*both)):
        if problem is None:
            print(" ", side, end.version(), end.cipher())
        else:
            print(" ", side, words(problem), problem.library, problem.reason)
            if isinstance(problem, ssl.SSLCertVerificationError):
                print("   ", problem.verify_code, problem.verify_message, isinstance(problem, ValueError))
    return both


server, trusting = server_context(), client_context("ca")
for name in "localhost", "LOCALHOST", "www.example.org", "127.0.0.1", "::1":
    meet(f"as {name}", trusting, server, name)
for name in "elsewhere", "a.b.example.org", "example.org", "127.0.0.2":
    meet(f"not for {name}", trusting, server, name)
meet("trusted by nobody", client_context(), server)
meet("signed by itself", client_context("ca"), server_context("other"), "other")
meet("signed by itself, but trusted", client_context("other"), server_context("other"), "other")
meet("trusted, but another name", client_context("other"), server_context("other"), "another")
meet("for clients only", client_context("ca"), server_context("client"), "client")
meet("expired", client_context("ca"), server_context("old"))
meet("expired, and another name", client_context("ca"), server_context("old"), "elsewhere")
meet("common name", client_context("ca"), server_context("named"), "only-a-name.example")
strict = client_context("ca")
strict.hostname_checks_common_name = False
meet("common name does not count", strict, server_context("named"), "only-a-name.example")
meet("nothing to show", trusting, server_context(None))

easy = client_context()
easy.check_hostname = False
easy.verify_mode = ssl.CERT_NONE
client, _ = meet("not looked at", easy, server_context("old"))
print(client.getpeercert(), len(client.getpeercert(True)))

older = client_context("ca")
older.maximum_version = ssl.TLSVersion.TLSv1_2
meet("TLS 1.2", older, server)
newer = server_context()
newer.minimum_version = ssl.TLSVersion.TLSv1_3
meet("no common version", older, newer)
older.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
meet("a cipher", older, server)
older.set_ciphers("aRSA+CHACHA20")
meet("no common cipher", older, server)
