# Trees deeper than calls can be; rglob("") gives directories.
# slow: walks deep trees often
import sys
from pathlib import Path

base = Path("base")
deep = base.joinpath(*["d"] * 60)
deep.mkdir(parents=True)
(base / "file").touch()
(deep / "end").touch()
print(len(list(base.rglob("*"))), len(list(base.rglob(""))), len(list(base.glob("**/"))))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(50)
try:
    print(len(list(base.glob("**/"))), len(list(base.glob("**"))), len(list(base.rglob("end"))), len(list(base.walk())))
finally:
    sys.setrecursionlimit(limit)
print([str(each) for each in Path("base/d").joinpath(*["d"] * 58).rglob("")][-1].count("d"))
for pattern in ("**/d/d", "d/**/end", "**/f*", "**/d/**/e*"):
    print(pattern, len(list(base.glob(pattern))))
