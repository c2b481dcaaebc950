# Where a budget ends each run, the platform waits for the files of all threads: for those of the main thread, too.
import os
import select
import subprocess
import threading

there, back = os.pipe()
thread = threading.Thread(target=select.select, args=([there], [], []))
thread.start()
program = subprocess.Popen(["sh", "-c", "sleep 0.1; echo done"], stdout=subprocess.PIPE)
select.select([program.stdout], [], [])
print(os.read(program.stdout.fileno(), 10))
program.stdout.close()
print(program.wait())
os.write(back, b"end")
thread.join()
