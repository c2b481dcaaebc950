# requires: files
import sys
import zipfile
import zipimport

with zipfile.ZipFile("a.zip", "w") as archive:
    archive.writestr("one.py", "'''One.'''\nimport sys\nx = __name__\r\n")
    archive.writestr("pack/__init__.py", "y = 1\n")
    archive.writestr("pack/sub.py", "z = __package__\n")
    archive.writestr("pack/data.txt", "data")
    archive.writestr("broken.py", "x = = 1\n")

importer = zipimport.zipimporter("a.zip")
print(importer, importer.archive, repr(importer.prefix))
spec = importer.find_spec("one")
print(spec.name, spec.origin, spec.has_location, spec.submodule_search_locations, spec.loader is importer)
spec = importer.find_spec("pack")
print(spec.origin, spec.submodule_search_locations, spec.parent, importer.find_spec("none"))
print(
    importer.is_package("pack"),
    importer.is_package("one"),
    importer.get_filename("pack"),
    repr(importer.get_source("one")),
)
print(
    importer.get_data("a.zip/pack/data.txt"),
    importer.get_data("pack/data.txt"),
    importer.get_code("one").co_filename,
)
for action in (
    lambda: importer.get_source("none"),
    lambda: importer.is_package("none"),
    lambda: importer.get_data("none"),
    lambda: importer.get_code("broken"),
    lambda: zipimport.zipimporter("none.zip"),
    lambda: zipimport.zipimporter(""),
    lambda: zipimport.zipimporter(sys.executable),
):
    try:
        print(action())
    except zipimport.ZipImportError as error:
        print("ZipImportError", str(error).partition(": ")[0], error.name)
    except (OSError, SyntaxError) as error:
        print(type(error).__name__, error.filename)
inside = zipimport.zipimporter("a.zip/pack")
print(inside, inside.prefix, inside.find_spec("pack.sub").origin)
from importlib.util import module_from_spec

module = module_from_spec(importer.find_spec("one"))
importer.exec_module(module)
print(module.x, module.__doc__, module.__file__, "one" in sys.modules)
