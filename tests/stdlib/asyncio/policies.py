# Policies make and remember loops: deprecated, but there.
import asyncio
import warnings

warnings.simplefilter("ignore")
print(isinstance(asyncio.get_event_loop_policy(), asyncio.AbstractEventLoopPolicy))


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new")
        return super().new_event_loop()

    def set_event_loop(self, loop):
        print("set", loop is None)
        super().set_event_loop(loop)


async def main():
    return "done"


policy = Policy()
asyncio.set_event_loop_policy(policy)
print(asyncio.get_event_loop_policy() is policy)
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, policy.get_event_loop() is loop)
asyncio.set_event_loop(None)
loop.close()
for call in (lambda: asyncio.set_event_loop_policy(5), lambda: policy.set_event_loop(5)):
    try:
        call()
    except TypeError as error:
        print(error)
asyncio.set_event_loop_policy(None)
for name, arguments in (("get_event_loop", ()), ("set_event_loop", (None,)), ("new_event_loop", ())):
    try:
        getattr(asyncio.AbstractEventLoopPolicy(), name)(*arguments)
    except NotImplementedError as error:
        print(name, error.args)
