# requires: files
# Functions of os that few programs use: groups and turns of processes, lists of buffers, arguments one by one.
import os
import subprocess
import sys
import tempfile


def run(text):
    done = subprocess.run([sys.executable, "-c", "import os, signal\n" + text], capture_output=True, text=True)
    print(done.returncode, done.stdout.split(), done.stderr.splitlines()[-1:])


run("os.execl('/bin/echo', 'echo', 'one', 'by one')")
run("os.execle('/bin/sh', 'sh', '-c', 'echo $WORD', {'WORD': 'word'})")
run("os.execlpe('sh', 'sh', '-c', 'echo $WORD', {'WORD': 'word', 'PATH': '/bin'})")
run("os.execvpe('sh', ['sh', '-c', 'echo $WORD'], {'WORD': 'word', 'PATH': '/bin'})")
run("os.setpgrp(); print(os.getpgrp() == os.getpid(), flush=True); os.killpg(os.getpgrp(), signal.SIGKILL)")
run("print(os.sched_yield(), len(os.sched_getaffinity(0)) > 0)")
given = {"WORD": "5", "PATH": "/bin:/usr/bin"}
end = "exit $WORD"
print(os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 4"), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", end, given))
print(os.spawnlpe(os.P_WAIT, "sh", "sh", "-c", end, given), os.spawnve(os.P_WAIT, "/bin/sh", ["sh", "-c", end], given))
print(os.spawnvpe(os.P_WAIT, "sh", ["sh", "-c", end], given))
print(all(isinstance(group, int) for group in os.getgroups()), len(os.getrandom(20)), os.getrandom(0))

with tempfile.TemporaryFile() as file:
    fd = file.fileno()
    print(os.pwritev(fd, [b"one", bytearray(b"two"), memoryview(b"three")], 2), os.fstat(fd).st_size)
    parts = [bytearray(4), bytearray(20)]
    print(os.preadv(fd, parts, 1), parts)
    print(os.fchown(fd, -1, -1), os.fstatvfs(fd).f_bsize > 0, os.fstatvfs(fd).f_namemax == os.statvfs("/").f_namemax)
pair = os.pipe()
first = min(pair)
os.closerange(first, first + 1)
for fd in sorted(pair):
    try:
        print(os.fstat(fd).st_size)
    except OSError as error:
        print(error)
print(os.getsid(0) == os.getsid(os.getpid()))
run("os.setsid()\nprint(os.getsid(0) == os.getpid())")
