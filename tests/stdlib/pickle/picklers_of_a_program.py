# python: 3.13
# Persistent ids, reducers and dispatch tables of a program's own, buffers outside, memos, extension codes, restricted loading.
import copyreg
import io
import pickle


class Database:
    def __init__(self, key):
        self.key = key


class Writer(pickle.Pickler):
    def persistent_id(self, obj):
        return ("database", obj.key) if isinstance(obj, Database) else None

    def reducer_override(self, obj):
        return (complex, (1, 2)) if isinstance(obj, slice) else NotImplemented


class Reader(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"<{pid}>"

    def find_class(self, module, name):
        print("finds", module, name)
        return super().find_class(module, name)


for protocol in range(1, 6):
    out = io.BytesIO()
    Writer(out, protocol).dump([Database(5), "x", slice(3), {1: Database("k")}])
    print(protocol, out.getvalue())
    print(Reader(io.BytesIO(out.getvalue())).load())


class Table(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Database] = lambda obj: (str, (obj.key,))


out = io.BytesIO()
Table(out, 4).dump([Database("a"), 1j])
print(out.getvalue(), pickle.loads(out.getvalue()))

# Several values in a stream share a memo.
out = io.BytesIO()
pickler = pickle.Pickler(out, 4)
shared = ["shared"]
pickler.dump(shared)
pickler.dump((shared, shared))
pickler.clear_memo()
pickler.dump(shared)
out.seek(0)
unpickler = pickle.Unpickler(out)
first, second, third = unpickler.load(), unpickler.load(), unpickler.load()
print(first, second, second[0] is first, third is first, len(pickler.memo.copy()), out.read())

buffers = []
data = bytearray(b"large")
packed = pickle.dumps(
    [pickle.PickleBuffer(data), pickle.PickleBuffer(b"fixed")], 5, buffer_callback=buffers.append
)
print(packed, [bytes(each) for each in buffers])
back = pickle.loads(packed, buffers=buffers)
print(type(back[0]).__name__, bytes(back[0]), bytes(memoryview(back[1])), memoryview(back[1]).readonly)
print(pickle.loads(pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b"fixed")], 5)))
buffer = pickle.PickleBuffer(data)
print(buffer.raw().nbytes, buffer.release())
try:
    buffer.raw()
except ValueError as error:
    print(error)

copyreg.add_extension("collections", "OrderedDict", 0x1234)
import collections

packed = pickle.dumps(collections.OrderedDict, 2)
print(packed, pickle.loads(packed))
for arguments in (("collections", "OrderedDict", 5), ("x", "y", 0x1234), ("x", "y", 0)):
    try:
        copyreg.add_extension(*arguments)
    except ValueError as error:
        print(error)
copyreg.remove_extension("collections", "OrderedDict", 0x1234)
copyreg.clear_extension_cache()
try:
    pickle.loads(packed)
except ValueError as error:
    print(error)
