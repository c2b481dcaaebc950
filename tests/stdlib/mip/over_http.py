# slow: installs many files
# requires: files threads
# cpython: differs — it has no mip
import hashlib
import json
import os
import socket
import threading
import mip

CONTENT = b"x = 1\n" * 3000
DIGEST = hashlib.sha256(CONTENT).hexdigest()[:10]
DESCRIPTION = json.dumps({"v": 1, "version": "1", "hashes": [["big.py", DIGEST]], "urls": [], "deps": []}).encode()


def answer(status, content=b"", *headers):
    return "\r\n".join(["HTTP/1.1 " + status, *headers, "", ""]).encode() + content


ANSWERS = {
    "/pi/package/py/big/latest.json": answer("200 OK", DESCRIPTION, f"Content-Length: {len(DESCRIPTION)}"),
    f"/pi/file/{DIGEST[:2]}/{DIGEST}": answer("200 OK", CONTENT, f"Content-Length: {len(CONTENT)}"),
    "/one.py": answer("200 OK", b"one"),
    "/moved.py": answer("302 Found", b"", "location: /one.py"),
    "/round.py": answer("301 Moved", b"", "Location: round.py"),
    "/chunks.py": answer("200 OK", b"4\r\nab\r\n\r\n3;x=y\r\ncde\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
    "/bad_chunks.py": answer("200 OK", b"9\r\nab", "Transfer-Encoding: chunked"),
    "/short.py": answer("200 OK", b"half", "Content-Length: 8"),
    "/error.py": answer("500 Internal Server Error"),
    "/odd.py": b"hello\r\n\r\n",
    "/silent.py": b"",
    "/project/package.json": answer("200 OK", b'{"urls": [["a/b.py", "../one.py"], ["a/c.py", "c%20d.py"]]}'),
    "/project/c%20d.py": answer("200 OK", b"cd"),
}


def serve(server):
    while True:
        connection, _ = server.accept()
        with connection:
            request = b""
            while b"\r\n\r\n" not in request:
                request += connection.recv(1000)
            path = request.split()[1].decode()
            if path == "/stop.py":
                return
            connection.sendall(ANSWERS.get(path, answer("404 Not Found")))


server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
host = f"http://127.0.0.1:{port}"
thread = threading.Thread(target=serve, args=(server,))
thread.start()


def attempt(package, **kwargs):
    try:
        mip.install(package, target="out", **kwargs)
    except mip.Error as error:
        print("Error:", str(error).replace(str(port), "PORT"))


attempt("big", index=host + "/pi")
with open("out/big.py", "rb") as file:
    print(file.read() == CONTENT)
attempt("small", index=host + "/pi")
for name in (
    "one.py", "moved.py", "round.py", "chunks.py", "bad_chunks.py", "short.py", "error.py", "odd.py", "silent.py", "none.py",
    "project", "project/", "project/package.json", "none/",
):  # fmt: skip
    attempt(f"{host}/{name}")
try:
    attempt(f"{host}/stop.py")
finally:
    thread.join()
    server.close()
for path, folders, names in os.walk("out"):
    folders.sort()
    print(path, folders, sorted(names))
with open("out/a/c.py") as file:
    print(file.read())
attempt(f"{host}/one.py")
