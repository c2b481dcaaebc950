# What errors of other programs have in common.
import subprocess

for error in (subprocess.CalledProcessError(3, "cmd", "out", "err"), subprocess.TimeoutExpired("cmd", 1.5, "out", "err")):
    print(isinstance(error, subprocess.SubprocessError), error, error.stdout, error.output, error.stderr)
    error.stdout = "other"
    print(error.output)
print(subprocess.CalledProcessError(-9, "cmd"), subprocess.CalledProcessError(-99, "cmd"), subprocess.SubprocessError.__mro__[1].__name__)
