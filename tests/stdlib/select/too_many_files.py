# More files than a process may have open can't be waited for, whether they are open or not.
import subprocess
import sys

PROGRAM = """
import errno, select
for count in (300, 301):
    poller = select.poll()
    for number in range(count):
        poller.register(number, select.POLLIN)
    try:
        print(count, len(poller.poll(0)) > 200)
    except OSError as error:
        print(count, error.errno == errno.EINVAL)
poller.unregister(300)
print(len(poller.poll(0)) > 200)
"""
command = ["sh", "-c", 'ulimit -n 300; exec "$0" -c "$1"', sys.executable, PROGRAM]
print(subprocess.run(command, capture_output=True, text=True).stdout)
