# Numbers that no process can have.
# requires: files
import os

for number in (-1, 0, -(2**31)):
    try:
        os.pidfd_open(number)
    except OSError as error:
        print(number, error.strerror)
