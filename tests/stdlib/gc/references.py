# python: 3.13
# Which objects there are, and which refer to which.
import gc


class Node:
    def __init__(self, target):
        self.target = target


target = Node(None)
holder = Node(target)
items, table, pair = [target], {"key": target}, (target, 1)
print(target in gc.get_referents(items), target in gc.get_referents(table), "key" in gc.get_referents(table))
print(target in gc.get_referents(pair), 1 in gc.get_referents(pair), gc.get_referents(), gc.get_referents(1, "x"))
referrers = gc.get_referrers(target)
print(any(found is items for found in referrers), any(found is table for found in referrers))
print(any(found is pair for found in referrers), any(found is holder for found in gc.get_referrers(items)))
everything = gc.get_objects()
print(any(found is target for found in everything), any(found is everything for found in everything))
print(any(found is items for found in gc.get_objects(generation=None)))
for generation in (-2, 3):
    try:
        gc.get_objects(generation)
    except ValueError as error:
        print(error)
stats = gc.get_stats()
print(len(stats), [sorted(entry) for entry in stats][0])
gc.collect()
print(gc.get_stats()[2]["collections"] > stats[2]["collections"])
print(gc.is_tracked(items), gc.is_tracked(1), gc.is_tracked("x"), gc.is_tracked(None), gc.is_tracked(target))
print(gc.is_finalized(target), gc.garbage, gc.isenabled())
gc.freeze()
gc.unfreeze()
print(gc.get_freeze_count(), gc.get_debug())
