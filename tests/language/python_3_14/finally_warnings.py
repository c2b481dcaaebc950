# python: 3.14
# PEP 765: return, break and continue that leave a finally block are warned about.
import warnings
sources = ["def f():\n    try: pass\n    finally: return 1\n", "for x in y:\n    try: pass\n    finally: break\n", "for x in y:\n    try: pass\n    finally: continue\n",
           "def f():\n    try: pass\n    finally:\n        for x in y: break\n", "def f():\n    try: pass\n    finally:\n        def g(): return 1\n"]
for s in sources:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        compile(s, "f", "exec")
        print([(x.category.__name__, str(x.message), x.lineno) for x in w])
