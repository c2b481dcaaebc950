# requires: files
# A process becomes another program, starts programs by spawn, and knows its group and its session.
import os
import subprocess
import sys


def run(text):
    done = subprocess.run([sys.executable, "-c", "import os, sys\n" + text], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr.splitlines()[-1:])


run("os.execv('/bin/echo', ['echo', 'became', 'another'])")
run("os.execvp('echo', ['echo', 'found in PATH'])")
run("os.execlp('echo', 'echo', 'one', 'by one')")
run("os.execve('/bin/sh', ['sh', '-c', 'echo $WORD'], {'WORD': 'environment'})")
run("os.execv('/bin/does-not-exist', ['x'])")
run("os.execvp('does-not-exist-anywhere', ['x'])")
run("os.execv('/bin/echo', [])")
run("os.execv('/bin/echo', 'text')")
run("one, two = os.pipe(); os.set_inheritable(two, True)\n"
    "os.execv('/bin/sh', ['sh', '-c', f'test -e /dev/fd/{two} && ! test -e /dev/fd/{one} && echo inherited'])")
print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 7"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "kill -9 $$"))
process = os.spawnvp(os.P_NOWAIT, "sh", ["sh", "-c", "exit 3"])
print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
print(os.getpgid(0) == os.getpgrp(), os.getpgid(os.getpid()) == os.getpgrp(), os.getsid(0) == os.getsid(os.getpid()))
run("os.setpgid(0, 0); print(os.getpgrp() == os.getpid())")
run("print(os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0)); os.setpriority(os.PRIO_PROCESS, 0, 19); print(os.nice(0))")
run("os.abort()")
print(os.major(os.makedev(8, 17)), os.minor(os.makedev(8, 17)), os.makedev(300, 70000))
