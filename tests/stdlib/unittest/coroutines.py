# slow: what takes a tenth of a second in a debugging loop is reported
import unittest, asyncio, io, sys

log = []


class CM:
    async def __aenter__(self):
        log.append("enter")
        return 5

    async def __aexit__(self, *a):
        log.append("exit")


class T(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append("setUp")

    async def asyncSetUp(self):
        log.append("asyncSetUp")
        self.addAsyncCleanup(self.clean, 1)

    async def clean(self, x):
        log.append(("clean", x))

    async def test_a(self):
        await asyncio.sleep(0)
        log.append("test")
        self.assertEqual(await self.enterAsyncContext(CM()), 5)

    async def test_fail(self):
        self.fail("x")

    async def test_err(self):
        await asyncio.sleep(0)
        1 / 0

    def test_sync(self):
        log.append("sync")

    async def asyncTearDown(self):
        log.append("asyncTearDown")

    def tearDown(self):
        log.append("tearDown")


r = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r)
print(r)
print(log)
print([str(t) for t, _ in r.failures + r.errors])


async def bad():
    try:
        await T("test_a").enterAsyncContext(5)
    except TypeError as e:
        print(e)


asyncio.run(bad())
