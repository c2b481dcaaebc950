# What os has for programs that share files, terminals and groups of processes with others, and become other programs.
import os
import posix
from _posix import *
from _posix import _become_program

__name__ = "os"

# Linux's numbers.
O_ACCMODE, O_NOCTTY, O_NONBLOCK, O_DSYNC, O_ASYNC = 3, 0o400, 0o4000, 0o10000, 0o20000
O_DIRECT, O_DIRECTORY, O_NOFOLLOW, O_NOATIME, O_PATH = 0o40000, 0o200000, 0o400000, 0o1000000, 0o10000000
O_SYNC = O_RSYNC = O_FSYNC = 0o4010000
O_NDELAY, O_LARGEFILE, O_TMPFILE = O_NONBLOCK, 0, 0o20200000
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1


# Files


def pipe2(flags, /):
    """Make a pipe; the flags are O_NONBLOCK and O_CLOEXEC, without which programs that are started have it."""
    ends = posix.pipe()
    for end in ends:
        if flags & O_NONBLOCK:
            posix.set_blocking(end, False)
        if not flags & posix.O_CLOEXEC:
            set_inheritable(end, True)
    return ends


def closerange(fd_low, fd_high, /):
    """Close all files from one number up to another one, whatever is wrong with them."""
    opened = [int(name) for name in os.listdir("/proc/self/fd")]
    for fd in opened:
        if fd_low <= fd < fd_high:
            try:
                posix.close(fd)
            except OSError:
                pass


def readv(fd, buffers, /):
    """Read into several buffers, one after the other: how many bytes."""
    return _spread(posix.read(fd, sum(memoryview(each).nbytes for each in buffers)), buffers)


def preadv(fd, buffers, offset, flags=0, /):
    """As readv(), at a place of the file."""
    return _spread(pread(fd, sum(memoryview(each).nbytes for each in buffers), offset), buffers)


def _spread(data, buffers):
    left = memoryview(data)
    for each in buffers:
        with memoryview(each) as view, view.cast("B") as place:
            size = min(len(place), len(left))
            place[:size] = left[:size]
            left = left[size:]
    return len(data)


def writev(fd, buffers, /):
    """Write several buffers, one after the other: how many bytes."""
    return posix.write(fd, b"".join(buffers))


def pwritev(fd, buffers, offset, flags=0, /):
    """As writev(), at a place of the file."""
    return pwrite(fd, b"".join(buffers), offset)


def sendfile(out_fd, in_fd, offset, count):
    """Copy bytes from one file to another: how many; an offset of None reads where the file stands."""
    if offset is not None:
        return posix.write(out_fd, pread(in_fd, min(count, 1 << 18), offset))
    data = posix.read(in_fd, min(count, 1 << 18))
    done = posix.write(out_fd, data)
    if done < len(data):
        posix.lseek(in_fd, done - len(data), os.SEEK_CUR)
    return done


def fstatvfs(fd, /):
    """What is known about the file system in which an open file lies."""
    posix.fstat(fd)
    return os.statvfs(f"/proc/self/fd/{fd}")


def major(device, /):
    """Which kind of device a number means."""
    return device >> 8 & 0xFFF | device >> 32 & ~0xFFF


def minor(device, /):
    """Which of its kind a device is."""
    return device & 0xFF | device >> 12 & ~0xFF


def makedev(major, minor, /):
    """The number of a device."""
    return (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12


def getrandom(size, flags=0):
    """So many bytes of randomness."""
    return posix.urandom(size)


# Processes


def killpg(pgid, signal, /):
    """Send a signal to all processes of a group."""
    if pgid < 0:
        raise ProcessLookupError(3, "No such process")
    posix.kill(-pgid if pgid else 0, signal)


def getpgrp():
    """The group of this process."""
    return getpgid(0)


def setpgrp():
    """Make this process a group of its own."""
    setpgid(0, 0)


def abort():
    """End the process at once, as with a fault."""
    from signal import SIG_DFL, SIGABRT, signal

    signal(SIGABRT, SIG_DFL)
    posix.kill(posix.getpid(), SIGABRT)


def sched_yield():
    """Let others run."""
    import time

    time.sleep(0)


def sched_getaffinity(pid, /):
    """The processors on which a process may run."""
    try:
        with open(f"/proc/{pid or 'self'}/status") as file:
            ranges = [line.split()[1] for line in file if line.startswith("Cpus_allowed_list:")][0]
    except FileNotFoundError:
        raise ProcessLookupError(3, "No such process") from None
    found = set()
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


# Other programs


def execv(path, argv, /):
    """Become the program of a path."""
    _execute(path, argv, os.environ)


def execve(path, argv, env):
    """Become the program of a path, with an environment."""
    _execute(path, argv, env)


def execvp(file, args):
    """Become a program that is looked for in PATH."""
    execvpe(file, args, os.environ)


def execvpe(file, args, env):
    """Become a program that is looked for in PATH, with an environment."""
    name = os.fsencode(file)
    if b"/" in name:
        return _execute(file, args, env)
    problem = None
    for folder in os.get_exec_path(env):
        try:
            _execute(os.path.join(os.fsencode(folder), name), args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            problem = problem or error
    raise problem or last


def execl(file, *args):
    """Become the program of a path; the arguments follow it."""
    execv(file, args)


def execle(file, *args):
    """As execl(), with the environment as the last argument."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """As execl(), looked for in PATH."""
    execvp(file, args)


def execlpe(file, *args):
    """As execlp(), with the environment as the last argument."""
    execvpe(file, args[:-1], args[-1])


def _execute(path, argv, env):
    path, argv = _checked(path, argv)
    try:
        _become_program(path, argv, _variables(env))
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror) from None


def _checked(path, argv):
    if not isinstance(argv, (list, tuple)):
        raise TypeError("execv() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError("execv() arg 2 must not be empty")
    if not os.fspath(argv[0]):
        raise ValueError("execv() arg 2 first element cannot be empty")
    return path, list(argv)


def _variables(env):
    variables = []
    for name, value in env.items():
        name, value = os.fsencode(name), os.fsencode(value)
        if b"=" in name[1:] or not name:
            raise ValueError("illegal environment variable name")
        variables += (name, value)
    return variables


def _spawn(mode, path, args, env):
    if not isinstance(args, (list, tuple)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    try:
        process = posix._start_program(path, list(args), _variables(env), None, (), None, None, None, None)
    except OSError:
        # What the process that could not become the program would have said.
        if mode == P_WAIT:
            return 127
        raise
    if mode != P_WAIT:
        return process
    return posix.waitstatus_to_exitcode(posix.waitpid(process, 0)[1])


def _found(file, env):
    if b"/" not in os.fsencode(file):
        import shutil

        return shutil.which(file, path=os.pathsep.join(os.get_exec_path(env))) or file
    return file


def spawnv(mode, file, args):
    """Start a program: what it ended with if mode is P_WAIT, or its number."""
    return _spawn(mode, file, args, os.environ)


def spawnve(mode, file, args, env):
    """As spawnv(), with an environment."""
    return _spawn(mode, file, args, env)


def spawnvp(mode, file, args):
    """As spawnv(), looked for in PATH."""
    return _spawn(mode, _found(file, os.environ), args, os.environ)


def spawnvpe(mode, file, args, env):
    """As spawnvp(), with an environment."""
    return _spawn(mode, _found(file, env), args, env)


def spawnl(mode, file, *args):
    """As spawnv(), with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """As spawnl(), with the environment as the last argument."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """As spawnl(), looked for in PATH."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """As spawnlp(), with the environment as the last argument."""
    return spawnvpe(mode, file, args[:-1], args[-1])
