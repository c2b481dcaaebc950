# An empty pattern matches nothing, also in a folder that exists.
import glob
import os

os.mkdir("folder")
for options in ({}, {"root_dir": "folder"}, {"recursive": True}, {"root_dir": "folder", "recursive": True}):
    print(options, glob.glob("", **options), glob.glob(b"", **{k: os.fsencode(v) if k == "root_dir" else v for k, v in options.items()}))
