# requires: files
# What `python -m random` prints.
import subprocess
import sys


def run(*arguments):
    done = subprocess.run([sys.executable, "-m", "random", *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout.strip() or done.stderr.strip().rpartition("\n")[2].partition("error:")[2]


print(run("--choice", "x", "x"), run("-i", "1"), run("-f", "0"))
print(run("x"), run("x", "x"), run("x x"), run("1"), run("0.0"), run("0"))
print(run("-i", "z"), run("-c", "a", "-i", "1"))
status, text = run()
print(status, text[text.index("positional") :].splitlines())
