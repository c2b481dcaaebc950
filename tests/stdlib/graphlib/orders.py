# Orders of graphs, nodes that become ready one after the other, cycles, misuse.
import random
from graphlib import CycleError, TopologicalSorter


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f"{type(error).__name__} {error.args}"


print(
    list(TopologicalSorter({"d": "bc", "b": "a", "c": "a"}).static_order()),
    list(TopologicalSorter().static_order()),
    list(TopologicalSorter({1: [], 2: [1, 1]}).static_order()),
)
sorter = TopologicalSorter({"d": ["b", "c"]})
sorter.add("b", "a")
sorter.add("c", "a")
sorter.add("e")
print(
    attempt(sorter.is_active),
    attempt(sorter.get_ready),
    attempt(sorter.done, "a"),
    attempt(bool, sorter),
    sorter.prepare(),
    attempt(sorter.add, "x"),
)
while sorter:
    ready = sorter.get_ready()
    print(
        ready,
        sorter.is_active(),
        sorter.get_ready(),
        attempt(sorter.done, "d") if "d" not in ready else "",
        [sorter.done(node) for node in ready],
        attempt(sorter.done, ready[0]),
        attempt(sorter.done, "zzz"),
        attempt(sorter.done),
    )
print(sorter.get_ready(), sorter.is_active())
for graph in (
    {1: [1]},
    {1: [2], 2: [1]},
    {1: [2], 2: [3], 3: [4], 4: [2]},
    {"a": "b", "b": "c", "c": "ab"},
    {i: [i + 1] for i in range(1000)} | {1000: [500]},
):
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        cycle = error.args[1]
        print(
            error.args[0],
            len(cycle),
            cycle[:6],
            all(before in graph[after] for before, after in zip(cycle, cycle[1:])),
        )
    print(len(sorter.get_ready()))
chance = random.Random(4)
for size in 5, 20, 100:
    graph = {node: chance.sample(range(node), chance.randrange(min(node, 5) + 1)) for node in range(size)}
    shuffled = list(graph)
    chance.shuffle(shuffled)
    order = list(TopologicalSorter({node: graph[node] for node in shuffled}).static_order())
    print(order, all(order.index(before) < order.index(node) for node in graph for before in graph[node]))
print(
    attempt(TopologicalSorter, 5),
    attempt(TopologicalSorter, {1: 5}),
    issubclass(CycleError, ValueError),
    TopologicalSorter[int],
)
