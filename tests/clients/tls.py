"""Lets two Pythons talk over TLS, each as the server and as the client: what goes over arrives, and what is refused is
refused on both sides.

    python3 tests/clients/tls.py target/release/ferropy [python3.13]
"""

import os
import subprocess
import sys

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stdlib", "ssl", "fixtures")
SERVER = """
import socket, ssl, sys
folder, version, demands = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "True"
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder + "/localhost.pem", folder + "/localhost.key")
context.set_alpn_protocols(["second", "first"])
if demands:
    context.load_verify_locations(folder + "/ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
for _ in range(2):
    try:
        with context.wrap_socket(listener.accept()[0], server_side=True) as end:
            count = 0
            while data := end.recv(60000):
                count += len(data)
                end.sendall(data[::-1])
            peer = end.getpeercert()
            print(end.selected_alpn_protocol(), count, end.session_reused, peer and peer["serialNumber"])
            end.unwrap()
    except OSError:
        # The alert, or that the client is gone: whatever comes first.
        print("refused")
"""
CLIENT = """
import socket, ssl, sys, threading
folder, version, demands, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "True", int(sys.argv[4]), sys.argv[5]
context = ssl.create_default_context(cafile=folder + "/ca.pem")
context.minimum_version = context.maximum_version = version
context.set_alpn_protocols(["first", "second"])
if demands:
    context.load_cert_chain(folder + "/client.pem", folder + "/client.key")
data = bytes(range(256)) * 8192
session = None
for _ in range(2):
    try:
        raw = socket.create_connection(("127.0.0.1", port), timeout=20)
        with context.wrap_socket(raw, server_hostname=name, session=session) as end:
            thread = threading.Thread(target=end.sendall, args=(data,))
            thread.start()
            received = bytearray()
            while len(received) < len(data):
                received += end.recv(100000)
            thread.join()
            session = end.session
            good = sum(received) == sum(data)
            facts = end.version(), end.selected_alpn_protocol(), end.session_reused, end.getpeercert()["serialNumber"]
            end.unwrap()
            print(good, *facts)
    except ssl.SSLError as problem:
        print(type(problem).__name__, problem.reason)
"""


def talk(server, client, version, demands, name):
    """What both say of two connections."""
    facts = [FIXTURES, str(version), str(demands)]
    running = subprocess.Popen([server, "-c", SERVER, *facts], stdout=subprocess.PIPE, text=True)
    port = running.stdout.readline().strip()
    said = subprocess.run([client, "-c", CLIENT, *facts, port, name], stdout=subprocess.PIPE, text=True, timeout=60)
    return said.stdout.splitlines(), running.communicate(timeout=60)[0].splitlines()


def main():
    pythons = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else sys.executable
    failed = 0
    for version, label in (0x303, "TLS 1.2"), (0x304, "TLS 1.3"):
        for demands in False, True:
            for name in "localhost", "elsewhere":
                expected = talk(pythons[1], pythons[1], version, demands, name)
                for server, client in pythons, pythons[::-1]:
                    found = talk(server, client, version, demands, name)
                    failed += found != expected
                    verdict = "same" if found == expected else f"differs: {found}, not {expected}"
                    print(f"{label}, {name}, client's certificate: {demands}, server {server}: {verdict}")
    return failed


if __name__ == "__main__":
    sys.exit(main() > 0)
