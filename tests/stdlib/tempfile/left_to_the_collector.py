# python: 3.14
# requires: files
import gc
import gzip
import io
import os
import tempfile
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    file = tempfile.NamedTemporaryFile()
    name = file.name
    del file
    gc.collect()
    print(os.path.exists(name))
    file = gzip.GzipFile(fileobj=io.BytesIO(), mode="wb")
    del file
    gc.collect()
    with tempfile.NamedTemporaryFile(), gzip.GzipFile(fileobj=io.BytesIO(), mode="wb"):
        pass
    gc.collect()
for each in caught:
    print(each.category.__name__, str(each.message).split("<")[0])
