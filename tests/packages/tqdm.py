"""Progress bars, written where they can be looked at."""

import io

from tqdm import tqdm, trange
from tqdm.utils import disp_len

output = io.StringIO()
for _ in tqdm(range(3), file=output, bar_format="{l_bar}{bar:10}| {n_fmt}/{total_fmt}", desc="work", mininterval=0, ascii=True):
    pass
print([line for line in output.getvalue().replace("\n", "\r").split("\r") if line][-1])
print(tqdm.format_meter(250, 1000, 5.0, ncols=60), tqdm.format_meter(3, None, 61))
print(tqdm.format_meter(2_500_000, 10_000_000, 90, unit="B", unit_scale=True, ascii=" .oO", ncols=70, prefix="load"))
print(tqdm.format_sizeof(123456789), tqdm.format_sizeof(1536, "B", 1024), tqdm.format_interval(3725), tqdm.format_num(1234567))
bar = tqdm(total=10, file=io.StringIO(), disable=False)
bar.update(4)
bar.set_postfix(loss=0.5, kind="x", refresh=False)
print(bar.n, bar.total, bar.postfix, len(bar), bar.format_dict["n"])
bar.close()
print(sum(trange(5, disable=True)), list(tqdm([1, 2], disable=True)), disp_len("漢a"))
with tqdm(["a", "b"], file=io.StringIO(), leave=False) as items:
    for item in items:
        items.set_description(f"at {item}")
print(items.desc, str(tqdm.format_meter(1, 2, 0)))
