# Setting up logging from a file in the format of configparser.

import logging
import os
from logging.config import _resolve

__name__ = "logging.config"


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set logging up as a file says that configparser reads: sections for loggers, handlers and formatters."""
    import configparser

    if isinstance(fname, configparser.RawConfigParser):
        config = fname
    else:
        if isinstance(fname, (str, os.PathLike)):
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")
            if not os.path.getsize(fname):
                raise RuntimeError(f"{fname} is an empty file")
        try:
            config = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                config.read_file(fname)
            else:
                config.read(fname, encoding=encoding)
        except configparser.ParsingError as error:
            raise RuntimeError(f"{fname} is invalid: {error}") from None
    formatters = {name: _formatter(config[f"formatter_{name}"]) for name in _names(config["formatters"]["keys"])}
    with logging._lock:
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        _loggers(config, _handlers(config, formatters), disable_existing_loggers)


def _names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def _formatter(section):
    kind = _resolve(section["class"]) if section.get("class") else logging.Formatter
    format = section.get("format", raw=True, fallback=None)
    datefmt = section.get("datefmt", raw=True, fallback=None)
    style = section.get("style", raw=True, fallback="%")
    defaults = section.get("defaults", raw=True, fallback=None)
    if defaults is not None:
        return kind(format, datefmt, style, defaults=eval(defaults, vars(logging)))
    return kind(format, datefmt, style)


def _handlers(config, formatters):
    handlers, targets = {}, {}
    for name in _names(config["handlers"]["keys"]):
        section = config[f"handler_{name}"]
        try:
            kind = eval(section["class"], vars(logging))
        except (AttributeError, NameError):
            kind = _resolve(section["class"])
        args = eval(section.get("args", "()"), vars(logging))
        kwargs = eval(section.get("kwargs", "{}"), vars(logging))
        handler = kind(*args, **kwargs)
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        if section.get("target"):
            targets[handler] = section["target"]
        handlers[name] = handler
    for handler, target in targets.items():
        handler.setTarget(handlers[target])
    return handlers


def _set_up(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section["handlers"]):
        logger.addHandler(handlers[name])


def _loggers(config, handlers, disable_existing):
    names = _names(config["loggers"]["keys"])
    _set_up(logging.root, config["logger_root"], handlers)
    before = sorted(logging.root.manager.loggerDict)
    configured = set()
    for name in names:
        if name == "root":
            continue
        section = config[f"logger_{name}"]
        qualified = section["qualname"]
        logger = logging.getLogger(qualified)
        configured.add(qualified)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
        _set_up(logger, section, handlers)
    for name in before:
        if name in configured:
            continue
        logger = logging.root.manager.loggerDict[name]
        if any(name.startswith(each + ".") for each in configured):
            if not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
        else:
            logger.disabled = disable_existing


_server = None


def listen(port=9030, verify=None):
    """A thread that waits for configurations on a port of this computer, each with its length in front."""
    import json
    import socketserver
    import struct
    import threading
    from io import StringIO
    from logging.config import dictConfig

    class Receiver(socketserver.StreamRequestHandler):
        def handle(self):
            (length,) = struct.unpack(">L", self.rfile.read(4))
            data = self.rfile.read(length)
            if verify is not None:
                data = verify(data)
            if data is None:
                return
            text = data.decode("utf-8")
            try:
                dictConfig(json.loads(text))
            except Exception:
                fileConfig(StringIO(text))
            thread.ready.set()

    class Server(threading.Thread):
        def __init__(self):
            super().__init__()
            self.port = port
            self.ready = threading.Event()

        def run(self):
            global _server
            with socketserver.ThreadingTCPServer(("localhost", port), Receiver) as _server:
                self.port = _server.server_address[1]
                self.ready.set()
                _server.serve_forever()

    thread = Server()
    return thread


def stopListening():
    """Stop waiting for configurations."""
    global _server
    server, _server = _server, None
    if server is not None:
        server.shutdown()
