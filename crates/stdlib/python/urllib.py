"""Work with URLs."""

# A package: urllib.parse.
__path__ = []
