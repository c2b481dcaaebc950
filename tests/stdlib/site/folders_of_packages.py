# requires: files
import os
import site
import sys

here = os.getcwd()
os.makedirs("packages/one")
os.makedirs("packages/two")
os.makedirs("packages/hidden")


def write(name, text):
    with open(os.path.join("packages", name), "w", encoding="utf-8") as file:
        file.write(text)


write("a.pth", "# a note\n\n   \none\nnot there\nimport sys; sys.ran = 1\nimport\tsys; sys.ran += 1\none\n")
write("b.pth", "\ufefftwo\n")
write(".c.pth", "hidden\n")
write("d.txt", "hidden\n")


def shown(paths):
    return [path.replace(here, "HERE") for path in paths]


before = list(sys.path)
print(site.addsitedir("packages"))
print(shown(sys.path[len(before) :]), sys.ran)
print(sorted(shown(site.addsitedir("packages", set()))))
del sys.path[len(before) :]
known = set()
print(site.addpackage("packages", "b.pth", known) is known, shown(known), shown(sys.path[len(before) :]))
print(site.addpackage("packages", "none.pth", known), site.addpackage("packages", "b.pth", None))
print(site.addsitedir("none"), shown(sys.path[-1:]))
print(shown(site.makepath("a", "..", "b")))
sys.path.append(sys.path[-1])
found = site.removeduppaths()
print(len(sys.path) == len(set(sys.path)), shown(sys.path[-1:]), os.path.join(here, "none") in found)

tail = "lib/python%d.%d/site-packages" % sys.version_info[:2]
print([path.removesuffix(tail) for path in site.getsitepackages(["/a", "", "/b"])])
site.USER_BASE = site.USER_SITE = None
os.environ["PYTHONUSERBASE"] = "/base"
print(site.getuserbase(), site.getusersitepackages() == f"/base/{tail}", site.USER_BASE)
print(site.PREFIXES[0] == sys.prefix, site.check_enableusersite())
