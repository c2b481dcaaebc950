# Programs that show objects look for the environment's type by its name.
import os

print(type(os.environ) is os._Environ, repr(type(os.environ)), isinstance(os.environ.copy(), dict))
