"""MicroPython's own tool, unmodified, against a board that runs Ferropy.

    python mpremote.py [--ferropy PATH | --image FIRMWARE | --device NAME] [--only WORD] [--size BYTES]

The Python that runs this has mpremote installed. Without a device or an image the desktop build plays the board, behind a
pseudo-terminal. Each check starts mpremote as a user would; the last line counts what passed and failed.
"""

import sys
import time

import boards
from boards import check, holds, mounts_a_folder, same, typing


class Mpremote(boards.Bench):
    def command(self, *arguments):
        return [sys.executable, "-m", "mpremote", "connect", self.device, *arguments]


@check
def programs_run(bench):
    same(bench.run("exec", "print(6 * 7)"), "42\n")
    same(bench.run("eval", "{'a': [1, 2.5, 'é漢']}"), "{'a': [1, 2.5, 'é漢']}\n")
    bench.write("program.py", "import sys\nfor i in range(3):\n    print(i, end=' ')\nprint(sys.version_info[0])\n")
    same(bench.run("run", "program.py"), "0 1 2 3\n")
    bench.write("long.py", "total = 0\n" + "total += 1  # a line that makes it long\n" * 500 + "print(total)\n")
    same(bench.run("run", "long.py"), "500\n")


@check
def errors_are_told(bench):
    text = bench.run("exec", "def f():\n    1 / 0\nf()", status=1)
    holds(text, 'File "<stdin>", line 3, in <module>', 'File "<stdin>", line 2, in f', "ZeroDivisionError: division by zero")
    holds(bench.run("exec", "x = = 1", status=1), "SyntaxError: invalid syntax")
    holds(bench.run("fs", "cat", ":missing", status=1), "missing: No such file or directory.")
    holds(bench.run("fs", "ls", ":missing", status=1), "missing: No such file or directory.")


@check
def names_last_until_the_next_reset(bench):
    same(bench.run("exec", "x = 5", "resume", "exec", "print(x)"), "5\n")
    same(bench.run("exec", "x = 5", "soft-reset", "exec", "print('x' in globals())"), "False\n")
    same(bench.run("exec", "import sys; sys.exit()"), "")


@check
def files_are_copied(bench):
    data = bench.noise()
    bench.write("data.bin", data)
    bench.run("fs", "cp", "data.bin", ":data.bin")
    holds(bench.run("fs", "ls"), f"{bench.size} data.bin")
    holds(bench.run("fs", "cp", "data.bin", ":data.bin"), "Up to date")
    bench.run("fs", "cp", ":data.bin", "back.bin")
    same(bench.read("back.bin") == data, True)
    bench.run("fs", "rm", ":data.bin")
    bench.write("text.txt", "line\nöther\n")
    bench.run("fs", "cp", "text.txt", ":")
    same(bench.run("fs", "cat", ":text.txt"), "line\nöther\n")
    bench.run("fs", "rm", ":text.txt")


@check
def folders_are_made(bench):
    bench.write("tree/a/one.py", "print(1)\n")
    bench.write("tree/two.py", "print(2)\n")
    bench.run("fs", "cp", "-r", "tree", ":")
    text = bench.run("fs", "tree", ":tree")
    holds(text, "├── a\n│   └── one.py\n└── two.py\n")
    bench.run("fs", "mkdir", ":tree/b")
    bench.run("fs", "touch", ":tree/b/empty")
    holds(bench.run("fs", "rmdir", ":tree/b", status=1), "Directory not empty")
    same(bench.run("exec", "import tree.a.one, tree.two"), "1\n2\n")
    bench.run("fs", "rm", "-r", ":tree")
    holds(bench.run("fs", "ls", ":tree", status=1), "No such file or directory")


@check
def digests_and_sizes_are_told(bench):
    bench.write("abc", "abc")
    bench.run("fs", "cp", "abc", ":abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    same(bench.run("fs", "--no-verbose", "sha256sum", ":abc"), digest + "\n")
    bench.run("fs", "rm", ":abc")
    holds(bench.run("df"), "filesystem", "mounted on\n", "% ", "/\n")


@check
def a_folder_is_mounted(bench):
    mounts_a_folder(bench, ("missing",), lambda program: bench.run("mount", "mounted", "exec", program))


@check
def packages_are_installed(bench):
    bench.write("package/package.json", '{"urls": [["installed/__init__.py", "./code.py"]], "version": "1"}')
    bench.write("package/code.py", "print('installed')\n")
    holds(bench.run("mip", "install", "./package/package.json"), "Done")
    same(bench.run("exec", "import installed"), "installed\n")


@check
def endless_programs_are_interrupted(bench):
    bench.run("exec", "--no-follow", "while True: pass")
    same(bench.run("exec", "print('again')"), "again\n")
    bench.run("exec", "--no-follow", "import time\nwhile True: time.sleep(5)")
    same(bench.run("exec", "print('again')"), "again\n")


@check
def the_prompt_takes_keys(bench):
    with typing(bench, "repl") as (keys, until):
        until("to exit this shell")
        keys("\r")
        until(">>> ")
        keys("1+1\r")
        until("\r\n2\r\n>>> ")
        keys("for i in range(2):\rprint(i)\r\r")
        until("\r\n...     print(i)\r\n...     \r\n0\r\n1\r\n>>> ")
        keys("prnt\x1b[D\x1b[D\x1b[D\x1b[Ci\x05('é漢')\r")
        until("é漢\r\n>>> ")
        keys("\x1b[A\x01#\r")
        until("#print('é漢')\x1b[12D\r\n>>> ")
        keys("__name_\t\r")
        until("__name__\r\n'__main__'\r\n>>> ")
        keys("_.upper()\r")
        until("'__MAIN__'\r\n>>> ")
        keys("input('name? ')\rme\r")
        until("name? ")
        until("'me'\r\n>>> ")
        keys("while True: pass\r\r")
        time.sleep(0.5)
        keys("\x03")
        until("KeyboardInterrupt\r\n>>> ")
        keys("\x05if 1:\r    print(3)\r\x04")
        until("=== if 1:\r\n===     print(3)\r\n=== \r\n3\r\n>>> ")
        keys("\x04")
        until("soft reboot\r\n")
        until(">>> ")
        keys("\x1d")


@check
def a_mounted_folder_comes_back_after_a_reset(bench):
    bench.write("mounted/remote_module.py", "print('imported')\n")
    with typing(bench, "mount", "mounted", "repl") as (keys, until):
        until("to exit this shell")
        keys("\r")
        until(">>> ")
        keys("\x04")
        until("Remount local directory")
        until(">>> ")
        keys("import remote_module\r")
        until("imported\r\n>>> ")
        keys("\x1d")


if __name__ == "__main__":
    sys.exit(boards.main(Mpremote, __doc__))
