# python: 3.13
import unittest, re

T = unittest.TestCase()


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


class Z:
    def __repr__(self):
        return "Z" * 100


for s in """T.assertEqual([1,2,3],[1,2,4])
T.assertEqual([1,2,3],[1,2])
T.assertEqual((1,),(1,2,3))
T.assertEqual([],[1])
T.assertEqual("abc","abd")
T.assertEqual("a\\nb\\nc\\n","a\\nx\\nc\\n")
T.assertEqual("a\\nb","a\\nb\\n")
T.assertEqual("a\\n","a")
T.assertEqual({"a":1},{"a":2})
T.assertEqual({"a":1,"b":[1]*40},{"a":2,"b":[2]*40})
T.assertEqual("a"*100+"b"+"c"*50,"a"*100+"x"+"c"*50)
T.assertEqual(list(range(100)),list(range(99))+[5])
T.assertEqual("x"*1000,"y"*1000)
T.assertSequenceEqual(1,[1])
T.assertSequenceEqual([1],(2,))
T.assertSequenceEqual([1],(1,))
T.assertSequenceEqual({1:2},{3:4})
T.assertMultiLineEqual("a","b")
T.assertRegex("abc","b")
T.assertRegex("abc","x")
T.assertRegex("abc","")
T.assertRegex("abc",re.compile("z"),"msg")
T.assertNotRegex("abc","b")
T.assertNotRegex("abc","x")
T.assertRaisesRegex(ValueError,"literal",int,"x")
T.assertRaisesRegex(ValueError,"nope",int,"x")
T.assertRaisesRegex(ValueError,re.compile("nope"),int,"1")
T.assertWarnsRegex(UserWarning,"a",__import__("warnings").warn,"abc")
T.assertWarnsRegex(UserWarning,"z",__import__("warnings").warn,"abc")
T.assertEqual(Z(),1)""".splitlines():
    t(s)
