import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


print(subprocess.run(["echo", "hello", "two words"], capture_output=True))
print(subprocess.run("echo $((6 * 7)); echo wrong >&2; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run(["cat"], input=b"through the pipe", stdout=PIPE).stdout)
print(subprocess.run(["cat"], input="Text über Zeilen\r\nzwei", stdout=PIPE, text=True).stdout.splitlines())
print(subprocess.run(["sh", "-c", "echo out; echo err >&2"], stdout=PIPE, stderr=STDOUT).stdout)
print(
    subprocess.run(["echo", "x"], stdout=DEVNULL), subprocess.call(["false"]), subprocess.check_call("true")
)
print(subprocess.check_output(["printf", "%s", "bytes"]), subprocess.getoutput("echo a; echo b"))
print(subprocess.getstatusoutput("echo bad; exit 5"), subprocess.getstatusoutput("kill -9 $$"))
big = b"x" * 300_000
print(
    subprocess.run(["cat"], input=big, stdout=PIPE).stdout == big,
    subprocess.run(["true"], input=big).returncode,
)

attempt(lambda: subprocess.check_call(["false"]))
attempt(lambda: subprocess.check_call("exit 7", shell=True))
attempt(lambda: subprocess.run(["sh", "-c", "kill -TERM $$"], check=True))
attempt(lambda: subprocess.run(["sh", "-c", "kill -9 $$"]).returncode)
attempt(lambda: subprocess.run(["/no/such/program"]))
attempt(lambda: subprocess.run(["no-such-program-anywhere"]))
attempt(lambda: subprocess.run(["ls"], cwd="/no/such/folder"))
attempt(lambda: subprocess.run("/"))
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(error.cmd, error.output)
attempt(lambda: subprocess.check_output("echo before; sleep 5", shell=True, timeout=0.1))
attempt(lambda: subprocess.run(["echo"], input=b"", stdin=PIPE))
attempt(lambda: subprocess.run(["echo"], capture_output=True, stdout=PIPE))
attempt(lambda: subprocess.check_output(["echo"], stdout=PIPE))
attempt(lambda: subprocess.Popen(["true"], bufsize=1.5))
attempt(lambda: subprocess.run(["a\0b"]))
error = subprocess.CalledProcessError(2, ["cmd"], b"out", b"err")
print(error.returncode, error.cmd, error.output, error.stdout, error.stderr)
late = subprocess.TimeoutExpired("cmd", 1.5, b"out")
print(late, late.stdout, late.stderr)
attempt(subprocess.CompletedProcess(["x"], 1).check_returncode)

print(
    subprocess.run("echo $NAME; pwd", shell=True, env={"NAME": "value"}, cwd="/", capture_output=True).stdout
)

with subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as process:
    process.stdin.write("line\n")
    print(process.stdout.readline(), process.poll(), process.pid > 0)
    process.stdin.close()
print(process.returncode)
with subprocess.Popen(["sleep", "10"]) as process:
    process.terminate()
    print(process.wait(), repr(process))
process.kill()
with open("written", "w+") as file:
    subprocess.run(["echo", "into a file"], stdout=file)
    file.seek(0)
    print(file.read(), end="")
first = subprocess.Popen(["echo", "b\na"], stdout=PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
process = subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE)
try:
    process.communicate(b"some", timeout=None)
finally:
    print(process.communicate())
print(subprocess.list2cmdline(["a b", 'c"d', "e\\", "", "f\\ g\\"]))
sys.stdout.flush()
