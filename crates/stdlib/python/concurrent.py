"""Work that is done beside the program: see concurrent.futures."""
__path__ = []
