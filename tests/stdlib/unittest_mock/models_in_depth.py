# What create_autospec() knows: wrapped objects, options, coroutines, sealed mocks; and what patch() imports.
# slow: makes many mocks
import asyncio
import pickle
from unittest.mock import *


class Thing:
    x = 3

    class Part:
        def z(self):
            return "z"

    def get(self):
        return "real"

    @staticmethod
    def fixed():
        return "fixed"

    @classmethod
    async def wait(cls):
        return 1


def function(a, b=2):
    return a


async def coroutine(a):
    return 5


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:60]}"


made = create_autospec(Thing, wraps=Thing)
print(made.get._mock_wraps is Thing.get, made._mock_wraps is Thing)
made.fixed.return_value = DEFAULT
print(made.fixed())
for options in ({"side_effect": [1, 2]}, {"return_value": 4}, {"wraps": function}, {"name": "q"}):
    made = create_autospec(function, **options)
    print(options.keys(), tried(lambda: repr(made(1))[:24]), tried(made))
made = create_autospec(Thing, **{"return_value.get.side_effect": [KeyError, 5]})
print(tried(lambda: made().get()), made().get())
made = create_autospec(function)
made(1)
print(made.called, made.mock.called)
made.reset_mock()
print(made.called, made.call_args, sorted(name for name in vars(made) if name[:2] in ("ca", "me")))

made = create_autospec(coroutine)
print(made.await_count, made.await_args, made.await_args_list)
asyncio.run(made(1))
made.assert_awaited_once_with(1)
print(made.await_count, made.await_args, tried(lambda: made.assert_has_awaits([call(), call(1)])))
made.reset_mock()
print(made.await_count, made.await_args_list)
print(type(Mock(spec=Thing).wait).__name__, type(create_autospec(Thing).wait).__name__)

made = create_autospec(Thing)
made.get.return_value = "a"
seal(made)
print(made.get(), type(made.fixed()).__name__, tried(lambda: made.fixed().y), tried(lambda: made.missing))
print(type(made.Part.z).__name__, tried(lambda: made.Part.more))

with patch.object(Thing, "x"):
    print(tried(lambda: create_autospec(Thing).x)[:78])
stand_in = Mock()
stand_in.__class__ = int
print(isinstance(stand_in, int), stand_in.__class__)
result = Mock()
owner = Mock(return_value=result)
owner()(2)
print(owner.mock_calls)
print(call().a.__getitem__("x"), call.count(1), call.index)
wrong = Mock(side_effect=sentinel.effect)
print(wrong.side_effect, tried(wrong))
items = iter([1])
print(Mock(side_effect=items).side_effect is items)
print(all(pickle.loads(pickle.dumps(sentinel.a, n)) is sentinel.a for n in range(6)))
for target in ("os.path.z", "os.none.b", "json.tool.main", ".x", "x"):
    print(target, tried(lambda: type(patch(target).start()).__name__))
patch.stopall()
