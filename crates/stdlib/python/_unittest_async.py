# The name of `unittest` that asyncio is needed for.

from unittest.async_case import IsolatedAsyncioTestCase
