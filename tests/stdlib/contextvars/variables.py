import contextvars
import threading


def attempt(call):
    try:
        result = call()
        print(
            result if isinstance(result, (int, str, bool, tuple, list, type(None))) else type(result).__name__
        )
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split(": <")[0])


plain = contextvars.ContextVar("plain")
defaulted = contextvars.ContextVar("defaulted", default=3)
for call in (
    plain.get,
    lambda: plain.get(5),
    defaulted.get,
    lambda: defaulted.get(9),
    lambda: plain.get(1, 2),
):
    attempt(call)
print(plain.name, repr(plain).split(" at ")[0], repr(defaulted).split(" at ")[0])
token = plain.set(1)
print(
    plain.get(),
    repr(token).split(" at ")[0],
    token.var is plain,
    token.old_value is contextvars.Token.MISSING,
)
plain.reset(token)
attempt(lambda: plain.get(None))
attempt(lambda: plain.reset(token))
attempt(lambda: plain.reset(5))
attempt(lambda: defaulted.reset(plain.set(2)))
for arguments in ((), (3,), ("a", 5)):
    attempt(lambda: contextvars.ContextVar(*arguments))
attempt(contextvars.Token)

context = contextvars.copy_context()
print(context[plain], len(context), list(context) == [plain], list(context.values()), plain in context)
print(context.get(defaulted), context.get(defaulted, "other"), dict(context.items()) == {plain: 2})
for call in (lambda: context[defaulted], lambda: 3 in context, lambda: context[3], lambda: context.get(3)):
    attempt(call)


def change():
    plain.set(10)
    return plain.get(), contextvars.copy_context() == context


print(context.run(change), plain.get(), context[plain])
attempt(lambda: context.run(lambda: context.run(change)))
attempt(lambda: context.run())
print(context.run(lambda *args, **kwargs: (args, kwargs), 1, a=2))
other = context.run(plain.set, 3)
attempt(lambda: plain.reset(other))
print(contextvars.Context() == contextvars.Context(), contextvars.Context() == 3, context == context.copy())
attempt(lambda: context.run(int, "x"))
print(context.run(plain.get))
thread = threading.Thread(target=lambda: print(plain.get("nothing in a thread")))
thread.start()
thread.join()


def nested():
    plain.set("inner")
    yield contextvars.copy_context().run(plain.get)
    yield plain.get()


print(list(nested()), plain.get())
