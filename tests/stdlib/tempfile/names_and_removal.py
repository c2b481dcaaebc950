# Where names come from, files that the program removes itself, and directories that can't be used.
import os
import tempfile

names = tempfile._get_candidate_names()
print(len(next(names)), names is tempfile._get_candidate_names(), iter(names) is names)
here = os.getcwd()
tempfile.tempdir = here
kept = tempfile._get_candidate_names
tempfile._get_candidate_names = lambda: iter(["taken", "free"])
open("tmptaken", "w").close()
number, path = tempfile.mkstemp()
os.close(number)
print(os.path.basename(path), os.path.basename(tempfile.mkdtemp(prefix="d")))
tempfile._get_candidate_names = kept

with tempfile.NamedTemporaryFile(delete_on_close=False) as file:
    file.close()
    os.unlink(file.name)
file = tempfile.NamedTemporaryFile()
os.unlink(file.name)
file.close()
file.close()
print(tempfile._candidate_tempdir_list()[-1] == here)
print(sorted(os.listdir()))
