"""The tool's own board commands against a board: what `mpremote.py` does, as `ferropy board` does it.

    python board_command.py --ferropy PATH [--image FIRMWARE | --device NAME] [--only WORD] [--size BYTES]

Without a device or an image the desktop build plays the board as well, behind a pseudo-terminal. The last line counts what
passed and failed.
"""

import os
import signal
import subprocess
import sys
import time

import boards
from boards import check, holds, mounts_a_folder, same, typing


class Tool(boards.Bench):
    def command(self, *arguments):
        return [self.options.ferropy, "board", "--port", self.device, *arguments]


@check
def programs_run(bench):
    same(bench.run("exec", "print(6 * 7)"), "42\n")
    bench.write("program.py", "import sys\nfor i in range(3):\n    print(i, end=' ')\nprint('é漢')\n")
    same(bench.run("run", "program.py"), "0 1 2 é漢\n")
    holds(bench.run("info"), "port        ", "python      ", "files       /")
    if bench.options.image:
        holds(bench.run("info"), "machine     Raspberry Pi Pico with RP2040\n")
        same(bench.run("exec", "import os; print(os.uname()[0])"), "rp2\n")


@check
def errors_are_told(bench):
    text = bench.run("exec", "def f():\n    1 / 0\nf()", status=1)
    holds(text, 'File "<stdin>", line 3, in <module>', "ZeroDivisionError: ")
    holds(bench.run("exec", "x = = 1", status=1), "SyntaxError: ")
    same(bench.run("cat", "missing", status=1), "ferropy board: missing: no such file or folder\n")
    same(bench.run("ls", "missing", status=1), "ferropy board: missing: no such file or folder\n")
    holds(bench.run("wrong", status=2), "there is no command wrong")
    holds(bench.run("ls", "--soft", status=2), "ls has no option --soft")
    holds(bench.run("cp", "a", "b", status=2), "have a colon before their names")
    holds(bench.run("cp", "missing", ":", status=1), "missing: No such file")
    holds(bench.run("--port", "/dev/none", "ls", status=3), "there is no port /dev/none")


@check
def names_last_until_the_next_reset(bench):
    bench.run("exec", "x = 5")
    same(bench.run("exec", "--resume", "print(x)"), "5\n")
    same(bench.run("exec", "print('x' in globals())"), "False\n")
    bench.run("exec", "x = 5")
    bench.run("reset", "--soft")
    same(bench.run("exec", "--resume", "print('x' in globals())"), "False\n")


@check
def files_are_copied(bench):
    data = bench.noise()
    bench.write("data.bin", data)
    same(bench.run("cp", "data.bin", ":data.bin"), "data.bin -> :data.bin\n")
    holds(bench.run("ls"), f"{bench.size} data.bin\n")
    holds(bench.run("cp", "data.bin", ":"), "there already")
    same(bench.run("cp", "-q", ":data.bin", "back.bin"), "")
    same(bench.read("back.bin") == data, True)
    bench.run("rm", "data.bin")
    bench.write("text.txt", "line\nöther\n")
    bench.run("cp", "text.txt", ":")
    bench.run("cp", ":text.txt", ":second.txt")
    same(bench.run("cat", "text.txt", ":second.txt"), "line\nöther\n" * 2)
    bench.write("empty", "")
    bench.run("cp", "empty", ":text.txt")
    same(bench.run("cat", "text.txt"), "")
    bench.run("rm", "text.txt", "second.txt")
    bench.run("rm", "-f", "text.txt")
    holds(bench.run("rm", "text.txt", status=1), "no such file or folder")


@check
def folders_are_made(bench):
    bench.write("tree/a/one.py", "print(1)\n")
    bench.write("tree/two.py", "print(2)\n")
    holds(bench.run("cp", "tree", ":", status=1), "-r copies it")
    bench.run("cp", "-r", "tree", ":")
    same(bench.run("tree", "tree"), ":tree\n├── a\n│   └── one.py\n└── two.py\n")
    bench.run("mkdir", "tree/b")
    holds(bench.run("mkdir", "tree/b", status=1), "exists already")
    bench.run("mkdir", "--parents", "tree/b/c/d")
    same(bench.run("exec", "import tree.a.one, tree.two"), "1\n2\n")
    bench.run("cp", "-rq", ":tree", "copy")
    same(bench.read("copy/a/one.py"), b"print(1)\n")
    holds(bench.run("rm", "tree", status=1), "-r removes it")
    bench.run("rm", "-r", "tree")
    holds(bench.run("ls", "tree", status=1), "no such file or folder")
    holds(bench.run("df"), "mounted on\n", "%  /\n")


@check
def a_folder_is_mounted(bench):
    def run(program):
        bench.write("program.py", program)
        return bench.run("mount", "mounted", "run", "program.py")

    bench.write("outside", "")
    mounts_a_folder(bench, ("missing", "../outside"), run)
    same(bench.run("exec", "--resume", "import os; print('remote' in os.listdir('/'))"), "False\n")


@check
def a_firmware_is_written(bench):
    firmware = bench.options.image and os.path.splitext(bench.options.image)[0] + ".uf2"
    if not firmware:
        bench.write("wrong.uf2", "no blocks")
        return holds(bench.run("flash", "wrong.uf2", status=1), "this is no UF2 file")
    # A board of its own: while its boot loader runs, it has no serial line.
    with boards.served(bench.options.image, "--drive", bench.path("drive")) as address:
        other = Tool("socket://" + address, bench.folder, bench.options)
        bench.write("kept/main.py", "print('kept')\n")
        bench.write("kept/lib/part.py", "value = 1\n" * 500)
        other.run("cp", "-rq", "kept/main.py", "kept/lib", ":")
        text = other.run("flash", "--drive", "drive", firmware)
        holds(text, "for RP2040", "bytes are written", "the board has its files again")
        same(other.run("exec", "import main, lib.part; print(lib.part.value)"), "kept\n1\n")
        same(os.listdir(bench.path("drive")), [])


@check
def packages_are_installed(bench):
    bench.write("package/package.json", '{"urls": [["installed/__init__.py", "./code.py"]], "version": "1"}')
    bench.write("package/code.py", "print('installed')\n")
    index = '{"v": 1, "hashes": [["indexed.py", "3abc2c13"]], "deps": [["other", "latest"]], "version": "1"}'
    bench.write("index/package/py/named/latest.json", index)
    bench.write("index/file/3a/3abc2c13", "print('wrong')\n")
    bench.run("install", "./package")
    same(bench.run("exec", "import installed"), "installed\n")
    holds(bench.run("install", "--index", "index", "named", status=1), "not what the package says")
    holds(bench.run("install", "--index", "index", "unknown", status=1), "has no such package")
    bench.write("single.py", "print('single')\n")
    bench.run("install", "--target", "/parts", "single.py")
    same(bench.run("exec", "import parts.single" if bench.options.image else "print('single')"), "single\n")


@check
def programs_are_interrupted(bench):
    bench.write("endless.py", "print('begun')\nwhile True:\n    pass\n")
    tool = subprocess.Popen(bench.command("run", "endless.py"), cwd=bench.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    same(tool.stdout.readline(), b"begun\n")
    tool.send_signal(signal.SIGINT)
    _, error = tool.communicate(timeout=bench.limit)
    holds(error.decode(), "KeyboardInterrupt")
    same(tool.returncode, 1)
    bench.run("exec", "--no-follow", "while True: pass")
    same(bench.run("exec", "--resume", "print('again')"), "again\n")


@check
def the_prompt_takes_keys(bench):
    with typing(bench, "repl") as (keys, until):
        until("leaves")
        until(">>> ")
        keys("1+1\r")
        until("\r\n2\r\n>>> ")
        keys("while True: pass\r\r")
        time.sleep(0.5)
        keys("\x03")
        until("KeyboardInterrupt")
        until(">>> ")
        keys("\x04")
        until("soft reboot\r\n")
        until(">>> ")
        keys("\x1d")


@check
def a_mounted_folder_comes_back_after_a_reset(bench):
    bench.write("again/remote_module.py", "print('imported')\n")
    with typing(bench, "mount", "again") as (keys, until):
        until(">>> ")
        keys("\x04")
        until("soft reboot\r\n")
        until(">>> ")
        until(">>> ")
        keys("import remote_module\r")
        until("imported\r\n>>> ")
        keys("\x1d")


if __name__ == "__main__":
    sys.exit(boards.main(Tool, __doc__))
