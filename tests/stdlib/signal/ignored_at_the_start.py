# requires: files
# A program that was started with Ctrl-C ignored, as shells start those in the background, goes on ignoring it.
import subprocess
import sys

program = """
import os, signal
print(signal.getsignal(signal.SIGINT))
os.kill(os.getpid(), signal.SIGINT)
print("still here")
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    print("not told")
except KeyboardInterrupt:
    print("told now")
"""
command = ["sh", "-c", 'trap \'\' INT; exec "$0" -c "$1"', sys.executable, program]
print(subprocess.run(command, capture_output=True, text=True).stdout)
