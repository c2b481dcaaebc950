"""Setting up logging from a dict, or from a file."""

import logging
from _later import later as _later

DEFAULT_LOGGING_CONFIG_PORT = 9030


class _Referring:
    """Containers whose text "ext://…" and "cfg://…" stands for other things, found when it is asked for."""

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
                result.parent = self
                result.key = key
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result and type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
        return result


class ConvertingDict(dict, _Referring):
    """A dict of a configuration."""

    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        """The value of a key, or a default."""
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        """Take the value of a key out."""
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, _Referring):
    """A list of a configuration."""

    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        """Take an item out."""
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, _Referring):
    """A tuple of a configuration."""

    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


def _resolve(name):
    """What a dotted name stands for; modules are imported for it."""
    parts = name.split(".")
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


def _arguments(config):
    """What a factory is called with."""
    for key in config:
        if key != "." and not key.isidentifier():
            raise ValueError(f"Not a valid Python identifier: {key!r}")
    return {key: config[key] for key in config if key != "."}


class BaseConfigurator:
    """What converts the values of a configuration."""

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """What a dotted name stands for."""
        try:
            return _resolve(s)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        """What "ext://…" stands for: something in a module."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """What "cfg://…" stands for: another place of the configuration, as "handlers.mail[0]"."""
        start = 0
        while start < len(value) and (value[start].isalnum() or value[start] in "_ "):
            start += 1
        if not start:
            raise ValueError(f"Unable to convert {value!r}")
        found, rest = self.config[value[:start].strip()], value[start:]
        while rest:
            if rest[0] == ".":
                end = 1
                while end < len(rest) and (rest[end].isalnum() or rest[end] == "_"):
                    end += 1
                found = found[rest[1:end]]
            elif rest[0] == "[" and "]" in rest:
                end = rest.index("]") + 1
                key = rest[1 : end - 1].strip()
                if key.isdecimal():
                    try:
                        found = found[int(key)]
                    except TypeError:
                        found = found[key]
                else:
                    found = found[key]
            else:
                raise ValueError(f"Unable to convert {value!r} at {rest!r}")
            rest = rest[end:]
        return found

    def convert(self, value):
        """The value that another one stands for."""
        for plain, converting in ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple)):
            if isinstance(value, converting):
                return value
            if isinstance(value, plain) and not hasattr(value, "_fields"):
                value = converting(value)
                value.configurator = self
                return value
        if isinstance(value, str):
            prefix, separator, rest = value.partition("://")
            if separator and prefix in self.value_converters:
                return getattr(self, self.value_converters[prefix])(rest)
        return value

    def configure_custom(self, config):
        """What the factory in "()" makes of the other keys; those in "." become attributes."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        made = factory(**_arguments(config))
        attributes = config.pop(".", None)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        """A list as a tuple."""
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Sets logging up as a dict says."""

    def configure(self):
        """Do it."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        with logging._lock:
            if config.pop("incremental", False):
                self._change(config)
            else:
                self._replace(config)

    def _change(self, config):
        """Set levels only."""
        handlers = config.get("handlers", {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                level = handlers[name].get("level", None)
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        self._configure_loggers(config, incremental=True)

    def _replace(self, config):
        disable = config.pop("disable_existing_loggers", True)
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        for kind, configure in (("formatters", self.configure_formatter), ("filters", self.configure_filter)):
            made = config.get(kind, {})
            for name in made:
                try:
                    made[name] = configure(made[name])
                except Exception as error:
                    raise ValueError(f"Unable to configure {kind[:-1]} {name!r}") from error
        self._configure_handlers(config.get("handlers", {}))
        root = logging.root
        before = sorted(root.manager.loggerDict)
        children = set()
        loggers = config.get("loggers", {})
        for name in loggers:
            children.update(each for each in before if each.startswith(name + "."))
        self._configure_loggers(config)
        for name in before:
            if name in loggers:
                continue
            logger = root.manager.loggerDict[name]
            if name in children:
                if not isinstance(logger, logging.PlaceHolder):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
            else:
                logger.disabled = disable

    def _configure_handlers(self, handlers):
        """Make the handlers; those that wait for others at last."""
        waiting = []
        for name in sorted(handlers):
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as error:
                if " not configured yet" not in str(error.__cause__):
                    raise ValueError(f"Unable to configure handler {name!r}") from error
                waiting.append(name)
        for name in waiting:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error

    def _configure_loggers(self, config, incremental=False):
        loggers = config.get("loggers", {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], incremental)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def configure_formatter(self, config):
        """A formatter."""
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # A factory may call it as Formatter does.
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        name = config.get("class", None)
        kind = _resolve(name) if name else logging.Formatter
        more = {}
        if "defaults" in config:
            more["defaults"] = dict(config["defaults"])
        args = config.get("format", None), config.get("datefmt", None), config.get("style", "%")
        if "validate" in config:
            return kind(*args, config["validate"], **more)
        return kind(*args, **more)

    def configure_filter(self, config):
        """A filter."""
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Give a handler or logger its filters."""
        for each in filters:
            try:
                is_filter = callable(each) or callable(getattr(each, "filter", None))
                filterer.addFilter(each if is_filter else self.config["filters"][each])
            except Exception as error:
                raise ValueError(f"Unable to add filter {each!r}") from error

    def configure_handler(self, config):
        """A handler."""
        whole = dict(config)
        formatter = config.get("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        config.pop("formatter", None)
        attributes = config.pop(".", None)
        try:
            handler = self._make_handler(config)
        except ValueError as error:
            if " not configured yet" in str(error.__cause__):
                config.clear()
                config.update(whole)
            raise
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        for name, value in (attributes or {}).items():
            setattr(handler, name, value)
        return handler

    def _make_handler(self, config):
        if "()" in config:
            factory = config.pop("()")
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            factory = self.resolve(config.pop("class")) if isinstance(config["class"], str) else config.pop("class")
            handlers = __import__("logging.handlers").handlers
            if issubclass(factory, handlers.MemoryHandler):
                self._set_target(config)
            elif issubclass(factory, handlers.QueueHandler):
                self._set_queue(config, handlers)
                return self._queue_handler(factory, config, handlers)
        kwargs = _arguments(config)
        try:
            return factory(**kwargs)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            kwargs["strm"] = kwargs.pop("stream")
            return factory(**kwargs)

    def _set_target(self, config):
        if "flushLevel" in config:
            config["flushLevel"] = logging._checkLevel(config["flushLevel"])
        if "target" not in config:
            return
        name = config["target"]
        try:
            target = self.config["handlers"][name]
            if not isinstance(target, logging.Handler):
                raise TypeError("target not configured yet")
            config["target"] = target
        except Exception as error:
            raise ValueError(f"Unable to set target handler {name!r}") from error

    def _set_queue(self, config, handlers):
        """Make the queue and the listener of a QueueHandler."""
        queue = config.get("queue", None)
        if queue is None:
            from queue import Queue

            config["queue"] = Queue()
        elif isinstance(queue, dict):
            config["queue"] = self.configure_custom(dict(queue))
        elif isinstance(queue, str):
            config["queue"] = self.resolve(queue)()
        elif isinstance(queue, type) or not all(callable(getattr(queue, name, None)) for name in ("get", "put_nowait")):
            raise TypeError(f"Invalid queue specifier {queue!r}")

    def _queue_handler(self, factory, config, handlers):
        listener = config.pop("listener", handlers.QueueListener)
        respect = config.pop("respect_handler_level", False)
        names = config.pop("handlers", [])
        targets = []
        for name in names:
            target = self.config["handlers"][name]
            if not isinstance(target, logging.Handler):
                cause = TypeError("Required handler %r is not configured yet" % name)
                raise ValueError(f"Unable to set required handler {name!r}") from cause
            targets.append(target)
        given = listener
        if isinstance(listener, str):
            listener = self.resolve(listener)
        elif isinstance(listener, dict) and "()" in listener:
            # It makes what makes the listener.
            listener = self.configure_custom(dict(listener))
        is_class = isinstance(listener, type)
        if not callable(listener) or is_class and not issubclass(listener, handlers.QueueListener):
            raise TypeError(f"Invalid listener specifier {given!r}")
        queue = config.pop("queue")
        handler = factory(queue, **_arguments(config))
        handler.listener = listener(queue, *targets, respect_handler_level=respect)
        return handler

    def add_handlers(self, logger, handlers):
        """Give a logger its handlers."""
        for each in handlers:
            try:
                logger.addHandler(self.config["handlers"][each])
            except Exception as error:
                raise ValueError(f"Unable to add handler {each!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        """What all loggers have."""
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            handlers = config.get("handlers", None)
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get("filters", None)
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        """A logger."""
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        """The logger above all others."""
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set logging up as a dict says: formatters, filters, handlers and loggers by name."""
    dictConfigClass(config).configure()


__getattr__, __dir__ = _later(globals(), {"_logging_files": ("fileConfig", "listen", "stopListening")})
