# requires: files
import importlib.metadata as metadata
import os
import sys

os.makedirs("lib/Foo_Bar-1.2.dist-info")
os.makedirs("lib/old.egg-info")
os.makedirs("lib/foo")
files = {
    "Foo_Bar-1.2.dist-info/METADATA": """\
Metadata-Version: 2.1
Name: Foo.Bar
Version: 1.2
Summary: One
        |two
Keywords: a b,c
Classifier: One :: Two
Classifier: Three
Requires-Dist: six (>=1)
Requires-Dist: attrs; extra == 'more'

The body
goes on.
""",
    "Foo_Bar-1.2.dist-info/entry_points.txt": """\
# comment
[console_scripts]
run = foo:main [x, y]
bare = foo

[plugins]
run = foo:Holder.inner
""",
    "Foo_Bar-1.2.dist-info/RECORD": "foo/__init__.py,sha256=abc,12\nfoo/gone.py,,\nFoo_Bar-1.2.dist-info/RECORD,,\n",
    "Foo_Bar-1.2.dist-info/direct_url.json": '{"url": "file:///x", "dir_info": {"editable": true}}',
    "foo/__init__.py": "def main(): return 'ran'\nclass Holder: inner = 5\n",
    "old.egg-info/PKG-INFO": "Name: old\nVersion: 0.1\n",
    "old.egg-info/requires.txt": "one>=1\n\n[extra]\ntwo\n\n[other:python_version < '3']\nthree @ http://x\n\n[:os_name == 'nt']\nfour\n",
    "old.egg-info/top_level.txt": "old\nolder\n",
    "old.egg-info/SOURCES.txt": "setup.py\nold.py\n",
    "old.py": "",
}
for name, text in files.items():
    with open("lib/" + name, "w") as file:
        file.write(text)
sys.path[:] = ["lib", *[path for path in sys.path if "site-packages" not in path]]

for name in ("foo-bar", "Foo.Bar", "FOO_bar"):
    print(metadata.version(name))
found = metadata.distribution("foo.bar")
print(found.name, found.version, found.requires, type(found).__name__)
fields = found.metadata
print(
    fields["name"],
    fields["Version"],
    fields.get("no"),
    fields.get_all("Classifier"),
    "Keywords" in fields,
    "no" in fields,
)
print(fields.json)
for path in found.files:
    print(path, path.hash, path.size, path.parts, path.dist is found)
print(found.files[0].read_text().splitlines()[0], found.files[0].read_binary()[:8], found.files[0].locate())
print(found.read_text("nope"), found.origin, metadata.distribution("old").origin)

points = found.entry_points
print(points)
print(
    sorted(points.names),
    sorted(points.groups),
    points.select(group="plugins")["run"].load(),
    points["run"].load()(),
)
run = points["run"]
print(
    run.module,
    run.attr,
    run.extras,
    run.dist is found,
    run.matches(name="run"),
    points["bare"].attr,
    points["bare"].load().__name__,
)
print(
    run == metadata.EntryPoint("run", "foo:main [x, y]", "console_scripts"),
    run < points["bare"],
    len({run, run}),
)
for action in (
    lambda: setattr(run, "name", 1),
    lambda: points["no"],
    lambda: metadata.version("none"),
    lambda: metadata.version(""),
):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(metadata.entry_points(group="plugins"), metadata.entry_points(name="none"))

old = metadata.distribution("old")
print(old.version, old.requires, [str(path) for path in old.files], metadata.requires("old") == old.requires)
print({name: packages for name, packages in sorted(metadata.packages_distributions().items())})
print(
    sorted(each.name for each in metadata.distributions(path=["lib"])),
    [each.name for each in metadata.distributions(name="OLD")],
)
print(metadata.Distribution.at("lib/old.egg-info").version, metadata.files("old") == old.files)


class Finder(metadata.DistributionFinder):
    def find_spec(self, name, path, target=None):
        return None

    def find_distributions(self, context):
        if context.name in (None, "virtual"):
            yield Virtual()


class Virtual(metadata.Distribution):
    def read_text(self, filename):
        return {"METADATA": "Name: virtual\nVersion: 9\n"}.get(filename)

    def locate_file(self, path):
        return path


sys.meta_path.append(Finder())
print(
    metadata.version("virtual"),
    metadata.distribution("virtual").files,
    list(metadata.distribution("virtual").entry_points),
)
print(sorted(metadata.__all__))
