# python: 3.13
import unittest, warnings, logging

T = unittest.TestCase()


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


class Z:
    def __repr__(self):
        return "Z" * 100


for s in """T.assertEqual(1,2)
T.assertEqual(1,2,"m")
T.assertEqual("a"*100+"b","a"*100+"c") if 0 else 0
T.assertEqual((1,2),[1,2])
T.assertEqual(Z(),Z())
T.assertNotEqual(1,1)
T.assertTrue(0)
T.assertFalse([1])
T.assertIs(1,2)
T.assertIsNot(1,1)
T.assertIsNone(1)
T.assertIsNotNone(None)
T.assertIn(1,[])
T.assertNotIn(1,[1])
T.assertIsInstance(1,str)
T.assertNotIsInstance(1,int)
T.assertAlmostEqual(1,1.00000001)
T.assertAlmostEqual(1,1.1)
T.assertAlmostEqual(1,1.1,places=0)
T.assertAlmostEqual(1,2,delta=0.5)
T.assertAlmostEqual(1,2,delta=0.5,places=1)
T.assertNotAlmostEqual(1,1)
T.assertNotAlmostEqual(1,1.000000001)
T.assertNotAlmostEqual(1,1.1)
T.assertNotAlmostEqual(1,1.1,delta=0.5)
T.assertNotAlmostEqual(1,2,delta=0.5)
T.assertGreater(1,2)
T.assertGreaterEqual(1,2)
T.assertLess(2,1)
T.assertLessEqual(2,1)
T.assertCountEqual([1,2,2],[2,1])
T.assertCountEqual([1,2],[2,1])
T.assertCountEqual([[1],[2]],[[2]])
T.assertSetEqual({1},{2})
T.assertSetEqual({1},[1])
T.assertSetEqual(1,{1})
T.assertEqual({1,2},{1,2})
T.assertListEqual([1],(1,))
T.assertTupleEqual([1],(1,))
T.assertDictEqual([],{})
T.assertMultiLineEqual(1,"a")
T.assertRaises(ValueError,int,"x")
T.assertRaises(ValueError,int,"1")
T.assertRaises(ValueError,lambda:1/0)
T.assertRaises((ValueError,TypeError),int,"1")
T.assertRaises(1)
T.assertRaises(ValueError,msg=1,foo=2)
T.assertRaises(ValueError,None)
T.assertWarns(UserWarning,warnings.warn,"x")
T.assertWarns(UserWarning,int)
T.assertWarns(int)
T.fail()
T.fail("m")
T.skipTest("r")
T.assertLogs().__enter__().output
T.shortDescription()
T.id()""".splitlines():
    t(s)
with T.assertRaises(ValueError) as cm:
    int("x")
print(cm.exception, cm.exception.__traceback__)
try:
    with T.assertRaises(ValueError, msg="mm"):
        pass
except AssertionError as e:
    print(e)
with T.assertLogs("foo", level="INFO") as cm:
    logging.getLogger("foo").info("one")
    logging.getLogger("foo.bar").error("two")
print(cm.output, len(cm.records))
try:
    with T.assertLogs("foo"):
        pass
except AssertionError as e:
    print(e)
with T.assertNoLogs():
    pass
try:
    with T.assertNoLogs("foo"):
        logging.getLogger("foo").error("x")
except AssertionError as e:
    print(e)
with T.assertWarns(DeprecationWarning) as cm:
    warnings.warn("d", DeprecationWarning)
print(cm.warning, cm.lineno)


class L(unittest.TestCase):
    longMessage = False


try:
    L().assertEqual(1, 2, "only this")
except AssertionError as e:
    print(e)
T.addTypeEqualityFunc(int, lambda a, b, msg: T.fail("custom"))
t("T.assertEqual(1,1)")
