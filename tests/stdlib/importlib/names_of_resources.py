# How functions of importlib.resources take their arguments.
# slow: imports much
# requires: files
import os
import sys
import warnings
from importlib import resources

os.makedirs("pack/deep")
for path, text in (("pack/__init__.py", ""), ("pack/a.txt", "ä"), ("pack/deep/b.txt", "b")):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
sys.path.insert(0, os.getcwd())


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}".replace(os.getcwd(), ".")


print(resources.read_text("pack", "a.txt"), resources.read_text("pack", "deep", "b.txt", encoding="utf-8"))
print(tried(lambda: resources.read_text("pack", "deep", "b.txt")))
for function in (resources.read_text, resources.open_binary, resources.is_resource, resources.path):
    print(tried(lambda: function(None)), tried(lambda: function("no such module")), tried(lambda: function(None, "a")))
print(tried(lambda: resources.read_text("pack", "none")))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(resources.files(package="pack").joinpath("a.txt").is_file())
print([(each.category.__name__, str(each.message)) for each in caught])
print(tried(lambda: resources.files("pack", package="pack")) and "", tried(lambda: resources.files(other="pack")))
