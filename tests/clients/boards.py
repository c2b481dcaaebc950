"""Boards for the clients beside: the desktop build as a board, the emulated Raspberry Pi Pico, or a device."""

import argparse
import contextlib
import os
import pty
import random
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import tty

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

checks = []


def check(function):
    checks.append(function)
    return function


class Bench:
    """A board, and a folder of this computer beside it."""

    # Seconds for one call of the client.
    limit = 60
    # How long a key may take to show.
    patience = 15

    def __init__(self, device, folder, options):
        self.device, self.folder, self.size = device, folder, options.size
        self.options = options
        if options.image:
            self.limit, self.patience = 300, 40

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def noise(self):
        return random.Random(1).randbytes(self.size)

    def command(self, *arguments):
        """The client's command line."""
        raise NotImplementedError

    def run(self, *arguments, status=0):
        """What the client prints; it has to end with that status."""
        done = subprocess.run(
            self.command(*arguments), cwd=self.folder, capture_output=True, timeout=self.limit, stdin=subprocess.DEVNULL
        )
        text = (done.stdout + done.stderr).decode("utf-8", "replace").replace("\r\n", "\n")
        if done.returncode != status:
            raise AssertionError(f"{arguments}: status {done.returncode}\n{text}")
        return text


def same(found, expected):
    if found != expected:
        raise AssertionError(f"{found!r} instead of {expected!r}")


def holds(text, *parts):
    for part in parts:
        if part not in text:
            raise AssertionError(f"{part!r} is not in {text!r}")


# What a program does in a folder that the board sees; `NAMES` are of files that it must not find.
MOUNTED_PROGRAM = """
import os, remote_module, package
print(os.getcwd(), sorted(os.listdir()), remote_module.value, package.name)
print(open("text.txt").read().split(), os.stat("/remote/text.txt")[6])
with open("out.bin", "wb") as file:
    file.write(bytes(range(256)) * 4)
with open("out.bin", "rb") as file:
    file.seek(-3, 2)
    print(file.read())
os.mkdir("made")
os.rename("out.bin", "made/moved.bin")
for name in NAMES:
    try:
        open(name)
    except OSError as error:
        print(error.errno)
"""


def mounts_a_folder(bench, names, run):
    """`run` takes a program that a board is to run, and gives what it prints."""
    bench.write("mounted/remote_module.py", "print('imported', __name__)\nvalue = 7\n")
    bench.write("mounted/package/__init__.py", "from .part import name\n")
    bench.write("mounted/package/part.py", "name = __name__\n")
    bench.write("mounted/text.txt", "one\ntwo\n")
    holds(
        run(MOUNTED_PROGRAM.replace("NAMES", repr(names))),
        "imported remote_module\n",
        "/remote ['package', 'remote_module.py', 'text.txt'] 7 package.part\n",
        "['one', 'two'] 8\nb'\\xfd\\xfe\\xff'\n" + "2\n" * len(names),
    )
    same(bench.read("mounted/made/moved.bin"), bytes(range(256)) * 4)


@contextlib.contextmanager
def typing(bench, *arguments):
    """The client before a terminal: a function to press keys, and one to wait for what it shows."""
    ours, theirs = pty.openpty()
    tool = subprocess.Popen(bench.command(*arguments), cwd=bench.folder, stdin=theirs, stdout=theirs, stderr=theirs)
    seen = ""

    def keys(text):
        os.write(ours, text.encode())

    def until(text):
        nonlocal seen
        end = time.monotonic() + bench.patience
        while text not in seen:
            ready, _, _ = select.select([ours], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"{text!r} does not come, but {seen!r}")
            seen += os.read(ours, 4096).decode("utf-8", "replace")
        seen = seen[seen.index(text) + len(text):]

    try:
        yield keys, until
        tool.wait(bench.patience)
    finally:
        tool.kill()
        tool.wait()
        os.close(ours)
        os.close(theirs)


@contextlib.contextmanager
def desktop(ferropy, folder):
    """The desktop build as a board: the name of its device."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    process = subprocess.Popen([ferropy, "--serial"], stdin=ours, stdout=ours, cwd=folder)
    try:
        yield os.ttyname(theirs)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def served(image, *options):
    """A firmware image in the emulator: `host:port` of its serial line."""
    serve = os.path.join(ROOT, "emulator", "bin", "serve.js")
    command = ["node", serve, "--image", image, "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        address = process.stdout.readline().rpartition("//")[2].strip()
        if not address:
            raise OSError("the emulator does not start")
        yield address
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def emulated(image):
    """A firmware image in the emulator: the name of a device. A pseudo-terminal stands before its TCP port, since not all
    that clients do works over sockets."""
    with served(image) as address:
        host, port = address.split(":")
        with socket.create_connection((host, int(port))) as line:
            ours, theirs = pty.openpty()
            tty.setraw(theirs)
            threading.Thread(target=carry, args=(line.recv, ours, os.write), daemon=True).start()
            receive = lambda count: os.read(ours, count)
            threading.Thread(target=carry, args=(receive, line, lambda line, data: line.sendall(data)), daemon=True).start()
            yield os.ttyname(theirs)


def carry(receive, to, send):
    """Bytes from one end to the other, until one of them is gone."""
    with contextlib.suppress(OSError):
        while data := receive(4096):
            while data:
                data = data[send(to, data) or len(data):]


def main(bench_type, description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--ferropy", help="the tool; it plays the board unless another one is named")
    parser.add_argument("--device", help="a serial port with a board")
    parser.add_argument("--image", help="the firmware of a board to emulate")
    parser.add_argument("--only", default="", help="the checks with this word in their names")
    parser.add_argument("--size", type=int, default=204_800, help="bytes of the file that is copied")
    options = parser.parse_args()
    options.ferropy = options.ferropy and os.path.abspath(options.ferropy)
    passed = failed = 0
    with contextlib.ExitStack() as stack:
        folder, files = (stack.enter_context(tempfile.TemporaryDirectory()) for _ in range(2))
        if options.image:
            device = stack.enter_context(emulated(options.image))
        else:
            device = options.device or stack.enter_context(desktop(options.ferropy, files))
        bench = bench_type(device, folder, options)
        for function in checks:
            if options.only not in function.__name__:
                continue
            start = time.monotonic()
            try:
                function(bench)
                passed += 1
                problem = ""
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failed += 1
                problem = f": {error}"
            print(f"{function.__name__.replace('_', ' ')} ({time.monotonic() - start:.1f} s){problem}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0
