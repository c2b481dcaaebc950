# requires: files
import os

print(os.system("exit 3"), os.WEXITSTATUS(os.system("exit 3")), os.system("true"), os.system("kill -9 $$"))
print("before the command", flush=True)
os.system("echo the command")
os.environ["GREETING"] = "hello"
with os.popen("echo $GREETING; echo again") as stream:
    print(stream.read())
with os.popen("printf 'a\\nb\\n'") as stream:
    print(list(stream))
print(os.popen("exit 3").close(), os.popen("true").close(), os.popen("kill -9 $$").close())
stream = os.popen("cat; echo end", "w")
stream.write("to the command\n")
print(stream.close(), stream.close(), type(stream).__name__)
for status in (0, 0x300, 9, 0x8b, 0x137f, 0xffff):
    print(
        os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFSTOPPED(status),
        os.WSTOPSIG(status), os.WIFCONTINUED(status), os.WCOREDUMP(status),
    )
    try:
        print(os.waitstatus_to_exitcode(status))
    except ValueError as error:
        print(error)
before = os.umask(0o27)
os.mkdir("folder")
print(oct(os.stat("folder").st_mode & 0o777), oct(os.umask(before)), os.umask(before) == before)
print(os.kill(os.getpid(), 0), os.nice(0) == os.nice(0), os.getppid() > 0, os.getpid() != os.getppid())
print(os.getuid() == os.geteuid() == os.stat("folder").st_uid, os.getgid() == os.getegid(), os.sync())
print(os.WNOHANG, os.WUNTRACED, os.WCONTINUED)
for work in (
    lambda: os.waitpid(-1, 0),
    lambda: os.waitpid("a", 0),
    lambda: os.kill(999999999, 0),
    lambda: os.kill("a", 1),
    lambda: os.kill(os.getpid(), 1000),
    lambda: os.system(5),
    lambda: os.system("a\0b"),
    lambda: os.popen(5),
    lambda: os.popen("true", "q"),
    lambda: os.popen("true", buffering=0),
    lambda: os.umask("a"),
    lambda: os.nice("a"),
):
    try:
        print(work())
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
