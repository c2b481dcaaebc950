# What gives warnings: functions that are builtin ones in CPython, so that tracebacks don't show them. The filters and what
# shows warnings are in the module warnings, where programs change them.
import sys


def _next_outer(frame, skipped):
    """The frame outside one that belongs to the program, not to the import system or to files that are passed over."""
    frame = frame.f_back
    while frame is not None:
        name = frame.f_code.co_filename
        if not ("importlib" in name and "_bootstrap" in name) and not (skipped and name.startswith(skipped)):
            break
        frame = frame.f_back
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warn about the line that calls this function, or with stacklevel=2 about the one that calls the caller.

    message is a text or a warning; category is its class, UserWarning unless given.
    """
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    frame = sys._getframe(0)
    for _ in range(stacklevel - 1):
        if frame is not None:
            frame = _next_outer(frame, skip_file_prefixes)
    if frame is None:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        namespace, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = namespace.get("__name__", "<string>")
    registry = namespace.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warn about a line of a file. registry is a dict that knows which warnings were shown."""
    import warnings

    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != warnings._filters_version:
        registry.clear()
        registry["version"] = warnings._filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = warnings.defaultaction
    for item in warnings.filters:
        wanted, pattern, cls, module_pattern, line = item
        if (
            (pattern is None or _fits(pattern, text))
            and issubclass(category, cls)
            and (module_pattern is None or _fits(module_pattern, module))
            and line in (0, lineno)
        ):
            action = wanted
            break
    else:
        item = (action,)
    if action == "error":
        raise message
    if action == "ignore" or _was_shown(action, key, registry, item, warnings.onceregistry):
        return
    warnings._showwarnmsg(warnings.WarningMessage(message, category, filename, lineno, source=source))


def _fits(pattern, module):
    return pattern == module if isinstance(pattern, str) else pattern.match(module)


def _was_shown(action, key, registry, item, onceregistry):
    """Whether a warning was shown as often as it is to be; else it counts as shown."""
    if action in ("always", "all"):
        return False
    if action not in ("default", "module", "once"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    registry[key] = 1
    if action == "once":
        place, other = onceregistry, key[:2]
    elif action == "module":
        place, other = registry, (*key[:2], 0)
    else:
        return False
    if place.get(other):
        return True
    place[other] = 1
    return False
