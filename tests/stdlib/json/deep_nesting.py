# slow: a hundred thousand lists would be marked at each collection
# Lists nested too deeply to be written.
import json

deep = []
for _ in range(100000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError as error:
    print(type(error).__name__)
while deep:
    deep = deep[0]
