# slow: each mock is a class of its own
# python: 3.13
import sys, types, os
import unittest.mock as M
from unittest.mock import *
from fixtures.tried import cl, trying

t, x = trying(globals())


class A:
    attr = 1

    def meth(self, a, b=2):
        pass

    @classmethod
    def cm(cls, x):
        pass

    @staticmethod
    def sm(y):
        pass

    @property
    def prop(self):
        return 1

    async def am(self, q):
        pass


class B(A):
    def __init__(self, z, w=1):
        pass

    def __call__(self, k):
        pass


def func(a, b=1, *, c=2):
    "doc"


m = Mock()
n = Mock(name="nm")
m(1, 2, k=3)
m.foo(4)
m.foo.bar(5)
m().baz(6)
for s in """m
n
m.foo
m.foo()
m.foo.bar().x
n.a.b
n()
n().c
m.mock_calls
m.method_calls
m.call_args
m.call_args.args
m.call_args.kwargs
m.call_args_list
m.call_count
m.called
m.foo.mock_calls
m.call_args == call(1,2,k=3)
m.call_args == ((1,2),{"k":3})
m.call_args_list == [call(1,2,k=3), call()]
m.mock_calls[1] == call.foo(4)
[call.foo(4), call.foo.bar(5)] in m.mock_calls
m.assert_called()
m.assert_called_once()
m.assert_not_called()
n.x.assert_called()
m.foo.assert_called_with(4)
m.foo.assert_called_with(5)
m.assert_called_with()
Mock().assert_called_with(1)
m.foo.assert_called_once_with(4)
m.assert_called_once_with(4)
m.assert_any_call(1,2,k=3)
m.assert_any_call(9)
m.assert_has_calls([call.foo(4), call.foo.bar(5)])
m.assert_has_calls([call.foo.bar(5), call.foo(4)])
m.assert_has_calls([call.foo.bar(5), call.foo(4)],any_order=True)
m.assert_has_calls([call.nope(5), call.foo(4)],any_order=True)
m.assert_has_calls([])
m.assret_called
m.assert_foo
m.called_once
m.called_with
Mock(unsafe=True).assert_foo
Mock(return_value=3)()
Mock(side_effect=ValueError("x"))()
Mock(side_effect=KeyError)()
[Mock(side_effect=[1,2])() for i in range(2)]
(lambda q: [q(),q(),q()])(Mock(side_effect=[1,ValueError("s")]))
(lambda q: [q(),q(),q()])(Mock(side_effect=[1,2]))
Mock(side_effect=lambda a: a*2)(4)
Mock(side_effect=lambda a: DEFAULT, return_value=7)(4)
Mock(**{"a.b.return_value":5,"x":6}).a.b()
Mock(x=6).x
Mock(name="q").name
Mock(spec=A).meth
Mock(spec=A).nope
Mock(spec=A)
Mock(A)
isinstance(Mock(spec=A),A)
Mock(spec=A).__class__
Mock(spec=["a","b"]).a
Mock(spec=["a","b"]).c
Mock(spec_set=A)
x("Mock(spec_set=A).zzz=1")
x("Mock(spec=A).zzz=1")
x("Mock(spec_set=['a']).a=1")
Mock(spec=func)(1,2)
x("q=Mock(spec=func); q(1,b=2); q.assert_called_with(1,2)")
Mock(wraps=func)(1)
Mock(wraps=A()).meth(1)
Mock(wraps=A()).attr
Mock(wraps=[1,2]).index(2)
NonCallableMock()()
NonCallableMock(name="x")
Mock(spec=Mock())
len(Mock())
MagicMock()
len(MagicMock())
bool(MagicMock())
int(MagicMock())
float(MagicMock())
complex(MagicMock())
list(MagicMock())
1 in MagicMock()
MagicMock()[1]
MagicMock()+1
1+MagicMock()
MagicMock()<1
MagicMock()==1
(lambda q: q==q)(MagicMock())
MagicMock()!=1
hash(MagicMock())>0
cl(str(MagicMock(name="s")))
with_()
MagicMock().__enter__()
MagicMock().__exit__()
MagicMock(**{"__str__.return_value":"hi"}).__str__()
str(MagicMock(**{"__str__.return_value":"hi"}))
-MagicMock()
divmod(MagicMock(),2)
round(MagicMock())
MagicMock().__getattr__
MagicMock().__reversed__
MagicMock().__len__.return_value
MagicMock(spec=A)[0]
MagicMock(spec=list)[0]
MagicMock(spec=list).append
next(MagicMock())
os.fspath(MagicMock()).split("/")[:2]
call
call(1)
call.a
call.a(1).b(c=2)
call.a(1).b(c=2).call_list()
call(1).foo.bar(2)
call()()
call == call()
call(1)==call(1)
call(1)!=call(2)
call(a=1)==call(a=ANY)
call("x",1)[1]
tuple(call(1,a=2))
tuple(call.x(1,a=2))
call.x(1)==("x",(1,))
call.x(1)==("x",(1,),{})
call.x()==("x",)
call(1)==((1,),)
call(1)==((1,),{})
call.count
call.index(3)
call(1)=="abcde"
ANY==1
ANY!=1
1==ANY
ANY
sentinel.x
sentinel.x is sentinel.x
sentinel.DEFAULT is DEFAULT
M.FILTER_DIR
[n for n in dir(Mock(spec=A)) if n in ("meth","attr","assert_called","nope","called")]
"foo" in dir(m)
create_autospec(A)
create_autospec(A)()
create_autospec(A)(1)
create_autospec(B)()
create_autospec(B)(1)
create_autospec(B)(1)(2)
create_autospec(B)(1)()
create_autospec(A).meth(1)
create_autospec(A).meth(1,2)
create_autospec(A)().meth(1)
create_autospec(A)().meth()
create_autospec(A)().meth(1,2,3)
create_autospec(A).cm(1)
create_autospec(A).cm()
create_autospec(A).sm()
create_autospec(A).attr
create_autospec(A).prop
create_autospec(A).nope
create_autospec(A,instance=True)()
create_autospec(A,instance=True).meth(1)
create_autospec(A())
create_autospec(A()).meth()
create_autospec(func)(1)
create_autospec(func)()
create_autospec(func)(1,c=1,d=1)
create_autospec(func,return_value=5)(1)
create_autospec(func).__name__
create_autospec(func).assert_called()
create_autospec(func).mock_calls
create_autospec(func,side_effect=KeyError)(1)
create_autospec(5)
create_autospec([1])
create_autospec(Mock())
create_autospec(A,autospect=1)
create_autospec(len)([1])
create_autospec(len)()
create_autospec(types)
create_autospec(A,spec_set=True)
type(create_autospec(A).am)
mock_open()
mock_open(read_data="a\\nb\\n")().read()
mock_open(read_data="a\\nb\\n")().readlines()
mock_open(read_data="a\\nb\\n")().readline()
list(mock_open(read_data="a\\nb\\n")())
mock_open(read_data=b"a\\nb\\n")().read(1)
seal(Mock())
x("q=Mock(); q.a.b=1; seal(q); print(q.a.b); q.c")
x("q=Mock(); q.a; seal(q); q.a.z")
x("q=Mock(); seal(q); q()")
x("q=Mock(name='qq'); seal(q); q.zz=1")""".splitlines():
    t(s)
f = create_autospec(func)
f(1, 2)
f(1, b=2)
print(f.call_count, f.call_args_list, f.mock_calls)
f.assert_called_with(1, 2)
f.assert_any_call(a=1, b=2)
t("f.assert_called_once()")
f.reset_mock()
print(f.call_count, f.called, f.mock_calls)
f.return_value = 9
print(f(1))
f.side_effect = [1, 2]
print(f(1), f(1))
t("f(1)")
