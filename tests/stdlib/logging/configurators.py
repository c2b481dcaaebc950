# The classes below dictConfig(), and configurations that a server would take.
import logging.config

configurator = logging.config.dictConfigClass({"version": 1, "custom": {"a": ["x", "cfg://custom.b"], "b": "found"}})
print(isinstance(configurator, logging.config.BaseConfigurator), logging.config.dictConfigClass is logging.config.DictConfigurator)
print(type(configurator.config).__name__, isinstance(configurator.config, logging.config.ConvertingDict))
inner = configurator.config["custom"]
print(type(inner).__name__, type(inner["a"]).__name__, inner["a"][1], inner.get("b"), inner.pop("b"))
print(configurator.convert("ext://logging.INFO"), configurator.convert("cfg://version"), configurator.convert("plain"))
print(type(configurator.convert((1, "ext://logging.WARNING"))).__name__, configurator.convert((1, "ext://logging.WARNING"))[1])
print(isinstance(configurator.convert([1]), logging.config.ConvertingList), isinstance(configurator.convert((1,)), logging.config.ConvertingTuple))
print(configurator.resolve("logging.handlers.RotatingFileHandler").__name__, configurator.as_tuple([1, 2]))
for call in (lambda: configurator.resolve("no.such.thing"), lambda: configurator.convert("cfg://nothing.here"),
             lambda: configurator.convert("cfg://!"), lambda: logging.config.DictConfigurator({"version": 2}).configure()):  # fmt: skip
    try:
        call()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(configurator.configure_custom({"()": "builtins.dict", "a": 1}))
print(logging.config.stopListening(), callable(logging.config.listen))
