"""Plugins: hooks, their order, wrappers, first results, checks."""

import pluggy

specification = pluggy.HookspecMarker("shop")
implementation = pluggy.HookimplMarker("shop")


class Hooks:
    @specification
    def prices(self, item, count):
        """The prices of an item."""

    @specification(firstresult=True)
    def choose(self, item):
        """One answer."""


class Plain:
    @implementation
    def prices(self, item, count):
        return len(item) * count

    @implementation
    def choose(self):
        return None


class Eager:
    @implementation(tryfirst=True)
    def prices(self, item):
        return f"eager {item}"

    @implementation
    def choose(self, item):
        return item.upper()


class Around:
    @implementation(wrapper=True)
    def prices(self):
        print("before")
        found = yield
        print("after", found)
        return [*found, "around"]


manager = pluggy.PluginManager("shop")
manager.add_hookspecs(Hooks)
names = [manager.register(Plain(), "plain"), manager.register(Eager(), "eager"), manager.register(Around(), "around")]
print(names, manager.hook.prices(item="nut", count=2), manager.hook.choose(item="bolt"))
print([name for name, _ in manager.list_name_plugin()], manager.has_plugin("plain"), manager.get_plugin("nope"))
print([each.plugin_name for each in manager.hook.prices.get_hookimpls()])
manager.unregister(name="around")
print(manager.hook.prices(item="x", count=1))
undo = manager.add_hookcall_monitoring(lambda name, impls, kwargs: print("calls", name, sorted(kwargs)), lambda outcome, *rest: print(outcome.get_result()))
manager.hook.choose(item="y")
undo()
for wrong in (lambda: manager.register(Eager(), "plain"), lambda: manager.hook.prices("x"), lambda: manager.check_pending()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, str(error).partition(" object at")[0])


class Wrong:
    @implementation
    def prices(self, nonsense):
        pass


try:
    manager.register(Wrong(), "wrong")
except pluggy.PluginValidationError as error:
    print(str(error).replace(str(error.plugin), "PLUGIN").split("\n")[0][:60])
