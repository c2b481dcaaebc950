# slow: a server
import ssl
import threading
from fixtures.ends import path, server_context
from socket import create_server

for purpose in ssl.Purpose:
    print(purpose.name, purpose.nid, purpose.shortname, purpose.longname, purpose.oid, tuple(purpose)[0], len(purpose))
print(ssl.Purpose.SERVER_AUTH == ssl.Purpose.CLIENT_AUTH, isinstance(ssl.Purpose.SERVER_AUTH, tuple))
print(ssl._ASN1Object("1.3.6.1.5.5.7.3.1"), ssl._ASN1Object.fromnid(130), ssl._ASN1Object.fromname("serverAuth"))
for action in (
    lambda: ssl.Purpose.fromnid(99999), lambda: ssl.Purpose.fromname("x"), lambda: ssl._ASN1Object("1.2.3.4.5.6.7"),
    lambda: ssl.Purpose("x"),
):  # fmt: skip
    try:
        print(action())
    except ValueError as error:
        print(str(error).lower())
print(type(ssl.CHANNEL_BINDING_TYPES).__name__, ssl.DefaultVerifyPaths._fields)
print(type(ssl.get_default_verify_paths()) is ssl.DefaultVerifyPaths)


def answer(listener):
    for _ in range(2):
        connection, _ = listener.accept()
        try:
            with server_context().wrap_socket(connection, server_side=True) as wrapped:
                wrapped.recv(1)
        except OSError:
            # The client has seen enough.
            pass


with create_server(("127.0.0.1", 0)) as listener:
    thread = threading.Thread(target=answer, args=(listener,))
    thread.start()
    port = listener.getsockname()[1]
    with open(path("localhost.pem")) as file:
        known = file.read()
    for trusted in None, path("ca.pem"):
        found = ssl.get_server_certificate(("localhost" if trusted else "127.0.0.1", port), ca_certs=trusted)
        print(found in known, found.count("\n") > 5)
    thread.join()
