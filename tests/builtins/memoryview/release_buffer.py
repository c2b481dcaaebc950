# `__release_buffer__` is told, once, when a memoryview of the object is released.


class Exporter:
    def __init__(self):
        self.log = []

    def __buffer__(self, flags):
        self.log.append("asked")
        return memoryview(b"abc")

    def __release_buffer__(self, view):
        self.log.append(type(view).__name__)


exporter = Exporter()
with memoryview(exporter) as view:
    print(bytes(view), exporter.log)
print(exporter.log)
view.release()
print(exporter.log)
try:
    bytes(view)
except ValueError as error:
    print(error)
