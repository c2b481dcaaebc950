# Each name of the module stands for the type of something.
import types


def function(): ...


def generator():
    yield


async def coroutine(): ...


async def async_generator():
    yield


class Class:
    __slots__ = ("slot",)

    def method(self): ...


def frame_and_traceback():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error.__traceback__, error.__traceback__.tb_frame


traceback, frame = frame_and_traceback()
running = coroutine()
examples = {
    "AsyncGeneratorType": async_generator(),
    "BuiltinFunctionType": len,
    "BuiltinMethodType": [].append,
    "CellType": (lambda: examples).__closure__ or types.CellType(1),
    "ClassMethodDescriptorType": dict.__dict__["fromkeys"],
    "CodeType": function.__code__,
    "CoroutineType": running,
    "EllipsisType": ...,
    "FrameType": frame,
    "FunctionType": function,
    "GeneratorType": generator(),
    "GenericAlias": list[int],
    "GetSetDescriptorType": type(function).__code__,
    "LambdaType": lambda: None,
    "MappingProxyType": vars(Class),
    "MemberDescriptorType": Class.slot,
    "MethodDescriptorType": str.join,
    "MethodType": Class().method,
    "MethodWrapperType": object().__str__,
    "ModuleType": types,
    "NoneType": None,
    "NotImplementedType": NotImplemented,
    "SimpleNamespace": types.SimpleNamespace(a=1),
    "TracebackType": traceback,
    "UnionType": int | str,
    "WrapperDescriptorType": object.__init__,
}
running.close()
for name, example in examples.items():
    print(name, isinstance(example, getattr(types, name)), isinstance(Class(), getattr(types, name)))
print(types.LambdaType is types.FunctionType, types.BuiltinMethodType is types.BuiltinFunctionType)

# Some of them make objects.
cell = types.CellType(5)
print(cell.cell_contents)
print(types.MethodType(lambda self: self * 2, 21)())
print(types.ModuleType("name", "doc").__doc__)
space = types.SimpleNamespace(b=1, a=2)
space.c = 3
print(space, space == types.SimpleNamespace(a=2, b=1, c=3), types.SimpleNamespace({"x": 1}, y=2))
proxy = types.MappingProxyType({"a": 1})
print(proxy, proxy | {"b": 2}, proxy["a"], len(proxy))
try:
    proxy["a"] = 2
except TypeError as error:
    print(error)
code = function.__code__.replace(co_name="other")
print(types.FunctionType(code, {}).__name__)
alias = types.GenericAlias(dict, (str, int))
print(alias, alias.__origin__, alias.__args__)
for name in ("AsyncGeneratorType", "CoroutineType", "GeneratorType", "FrameType"):
    try:
        getattr(types, name)()
    except TypeError as error:
        print(error)
