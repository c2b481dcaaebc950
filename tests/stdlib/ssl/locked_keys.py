# slow: keys out of passwords
import ssl
from fixtures.ends import attempt, path

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)


def load(name, password):
    attempt(context.load_cert_chain, path(name + ".pem"), path(name + "-locked.key"), password)


asked = []


def answer():
    asked.append(True)
    return "secret"


for name in "named", "localhost", "client":
    load(name, "secret")
    load(name, b"secret")
    load(name, bytearray(b"secret"))
    load(name, answer)
    load(name, "wrong")
print(len(asked))
load("named", 5)
load("named", lambda: 5)
load("named", "x" * 1025)
load("named", lambda: "x" * 1025)
load("named", lambda: {}["missing"])
# Nobody is asked without need.
context.load_cert_chain(path("named.pem"), path("named.key"), lambda: {}["missing"])
