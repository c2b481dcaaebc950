# python: 3.14
# prepare() may be called again as long as nothing was handed out.
from graphlib import TopologicalSorter

sorter = TopologicalSorter({1: [2]})
print(sorter.prepare(), sorter.prepare(), sorter.get_ready())
try:
    sorter.prepare()
except ValueError as error:
    print(error)
