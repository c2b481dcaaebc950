# requires: files
# Permissions of what is made, owners, pipes with names, and the messages about them.
import os


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def mode(path):
    return oct(os.lstat(path).st_mode)


os.umask(0o022)
os.close(os.open("private", os.O_CREAT | os.O_WRONLY, 0o600))
os.close(os.open("open", os.O_CREAT | os.O_WRONLY | os.O_EXCL))
os.close(os.open("private", os.O_CREAT | os.O_WRONLY, 0o777))
os.mkdir("closed", 0o700)
os.mkdir("usual")
os.makedirs("a/b", 0o750)
os.mkfifo("pipe")
os.mkfifo(b"private pipe", 0o600)
print([mode(path) for path in ("private", "open", "closed", "usual", "a", "a/b", "pipe", "private pipe")])
os.symlink("private", "link")
print(
    attempt(os.chmod, "private", 0o640),
    attempt(os.chmod, "private", 0o644, follow_symlinks=False),
    mode("private"),
    attempt(os.chmod, "link", 0o600),
    mode("private"),
)
print(
    attempt(os.chmod, "private", 2**40),
    attempt(os.chmod, "private", "x"),
    attempt(os.mkfifo, "pipe"),
    attempt(os.mkfifo, "none/pipe"),
    attempt(os.mkdir, "x", "y"),
)
user, group = os.getuid(), os.getgid()
print(
    attempt(os.chown, "private", user, group),
    attempt(os.chown, "link", -1, -1),
    attempt(os.lchown, "link", user, -1),
    attempt(os.chown, "link", -1, group, follow_symlinks=False),
)
print(
    attempt(os.chown, "nothing", 0, 0),
    attempt(os.lchown, "nothing", 0, 0),
    attempt(os.chown, "private", "x", 0),
    attempt(os.chown, "private", 0, 1.5),
    attempt(os.chown, "private", -2, 0),
)
for function in (
    os.stat,
    os.lstat,
    os.mkdir,
    os.listdir,
    os.remove,
    os.readlink,
    os.chdir,
    os.scandir,
    os.mkfifo,
):
    print(attempt(function, "a\0b"), attempt(function, b"\0"))
print(
    attempt(os.rename, "a\0b", "x"),
    attempt(os.rename, "x", "a\0b"),
    attempt(os.symlink, "\0", "x"),
    attempt(open, "a\0b"),
)
del os.environ["HOME"]
home = os.path.expanduser("~root")
print(
    home.startswith("/"),
    os.path.expanduser("~root/x") == os.path.join(home, "x"),
    os.path.expanduser("~nobody-at-all/x"),
    os.path.expanduser("~") == os.path.expanduser("~/"[:1]),
    os.path.expanduser(b"~root") == home.encode(),
)
