# requires: files
import builtins
import os
import site
import sys

site.sethelper()
site.setquit()
site.setcopyright()
print([hasattr(builtins, name) for name in ("help", "exit", "quit", "copyright", "credits", "license")])
print(repr(builtins.quit), type(builtins.help).__name__)
site.abs_paths()
known = set()
print(site.addsitepackages(known, [os.path.abspath("prefix")]) == known, type(site.addusersitepackages(set())).__name__)
before = list(sys.path)
print(site.venv(None) in (None, set()), sys.path == before)
for name in "execsitecustomize", "execusercustomize", "main":
    print(name, callable(getattr(site, name)))
site.execsitecustomize()
site.execusercustomize()
