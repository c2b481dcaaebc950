# requires: files
# slow: many files
import contextlib
import filecmp
import io
import os


def write(name, text, when=1_000_000):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w") as file:
        file.write(text)
    os.utime(name, (when, when))


for side in "left", "right":
    write(f"{side}/same", "text")
    write(f"{side}/differs", side)
    write(f"{side}/below/deeper/same", "x")
    write(f"{side}/.git/hidden", side)
write("left/only_left", "")
write("right/only_right", "")
write("left/hides", "abc")
write("right/hides", "abd")
write("left/odd", "")
os.makedirs("right/odd")
print(filecmp.cmp("left/same", "right/same"), filecmp.cmp("left/differs", "right/differs"), filecmp.cmp("left/odd", "right/odd"))
print(filecmp.cmp("left/hides", "right/hides"), filecmp.cmp("left/hides", "right/hides", shallow=False))
names = ["same", "differs", "hides", "missing", "odd"]
print(filecmp.cmpfiles("left", "right", names), filecmp.cmpfiles("left", "right", names, shallow=False))
print(filecmp.cmpfiles("left", "right", ["a\0b"]))
os.utime("left/hides", (5, 5))
print(filecmp.cmp("left/hides", "right/hides"), filecmp.cmp("left/hides", "right/hides"))
filecmp.clear_cache()
both = filecmp.dircmp("left", "right")
for name in (
    "left_list", "right_list", "common", "left_only", "right_only", "common_dirs", "common_files", "common_funny", "same_files",
    "diff_files", "funny_files",
):  # fmt: skip
    print(name, getattr(both, name))
print(list(both.subdirs), both.subdirs["below"].subdirs["deeper"].same_files, both.left, both.right)
print(filecmp.dircmp("left", "right", ["below"], ["odd"], shallow=False).common, filecmp.DEFAULT_IGNORES[:2])
try:
    both.nothing
except AttributeError as error:
    print(error)
for name in "report", "report_partial_closure", "report_full_closure":
    with contextlib.redirect_stdout(io.StringIO()) as out:
        getattr(filecmp.dircmp("left", "right"), name)()
    print(out.getvalue())


class Own(filecmp.dircmp):
    pass


print(type(Own("left", "right").subdirs["below"]).__name__, filecmp.dircmp[str])
