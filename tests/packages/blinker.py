"""Signals and those who listen to them."""

from blinker import Namespace, signal

ready = signal("ready")


def listen(sender, **more):
    print("heard", sender, sorted(more.items()))
    return len(more)


ready.connect(listen)
print([result for _, result in ready.send("one", a=1)], ready is signal("ready"), bool(ready.receivers))


class Sender:
    def __repr__(self):
        return "<sender>"


sender = Sender()


@ready.connect_via(sender)
def only(sender, **more):
    print("only", sender)


ready.send(sender)
ready.send("two")
with ready.connected_to(lambda sender: print("for a while", sender)):
    ready.send("three")
with ready.muted():
    ready.send("four")
ready.disconnect(listen)
print(
    [result for _, result in ready.send("five")],
    list(ready.receivers_for(sender)) == [only],
    sorted(Namespace().signal("x").receivers),
)
