# python: 3.13
# module and class mocks, nested patches with errors
from unittest.mock import *
from fixtures.tried import cl, trying

t, _ = trying(globals())
import types


class Base:
    cls_attr = {"a": 1}

    def __init__(self):
        self.inst = 1

    def meth(self, a, *, b):
        return a

    class Inner:
        def im(self, x):
            pass


class Ctx:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass

    def go(self):
        pass

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


for s in """create_autospec(Base).Inner
create_autospec(Base).Inner().im(1)
create_autospec(Base).Inner().im()
create_autospec(Base).cls_attr
create_autospec(Base)().inst
create_autospec(Base, instance=True).meth(1,b=2)
create_autospec(Base, instance=True).meth(1)
create_autospec(Ctx)().__enter__()
len(create_autospec(Ctx)())
create_autospec(Ctx)()[3]
MagicMock(spec=Ctx).__enter__().go()
MagicMock(spec=Ctx)[1]
MagicMock(spec=Ctx)+1
MagicMock(spec=Base)[1]
Mock(spec=Ctx, name="cc")
Mock(spec=Base(), **{"meth.return_value":3}).meth(1)
Mock(spec=types.ModuleType("mm")).__name__
NonCallableMagicMock(spec=Ctx)[1]
isinstance(create_autospec(Base)(), Base)
isinstance(MagicMock(spec=Base()), Base)
MagicMock(spec_set=["x"]).x
MagicMock(spec_set=["x"]).y
Mock(side_effect=[DEFAULT,2], return_value="rv")()
Mock(wraps=lambda x:x*2, return_value=5)(3)
Mock(wraps=lambda x:x*2, side_effect=lambda x: DEFAULT)(3)
MagicMock(wraps=[1,2,3]).__len__()
MagicMock(wraps={"a":1}).get("a")
call(1,2)._mock_name
call.foo(1).args
call.foo(1,a=2).kwargs
call.foo(1)[0]
call.foo == call.foo
call.foo(1) in [call.foo(1)]
{call: 1} if 0 else 0
call == 1
[call(1), call(2)] == [((1,),), ((2,),)]
Mock().method.call_args
Mock(name="a").b.c(1)
sorted(n for n in dir(Mock(spec=["p"])) if not n.startswith("_"))
Mock().mock_add_spec(["q"])
AsyncMock(spec=Base)
AsyncMock(spec=Base).meth
MagicMock().assert_has_calls([call.foo()])
Mock(spec=Base).meth.assert_called_with(1)
Mock(return_value=Mock(name="inner"))()
PropertyMock(return_value=3)()""".splitlines():
    t(s)
m = MagicMock()
with patch.object(Base, "meth", return_value=9) as pm:
    print(Base().meth(1), pm.call_args)
try:
    with patch.object(Base, "meth"), patch("nonexistent.mod"):
        pass
except ImportError as e:
    print("import error", Base().meth(3, b=1))
m.a.b.c.return_value = 5
print(m.a.b.c(), m.mock_calls, m.a.mock_calls)
m.reset_mock()
print(m.mock_calls, m.a.b.c())
p = Mock()
p.x(1)
p.y.z(2)
p.y(3)
p.assert_has_calls([call.x(1), call.y.z(2)])
print(p.method_calls, p.y.call_args_list, p.y.method_calls)
f = Mock(side_effect=lambda *a, **k: (a, k))
print(f(1, b=2))
f.side_effect = None
print(cl(repr(f())))
it = MagicMock()
it.__iter__.return_value = iter([1, 2])
print(list(it), list(it))
g = MagicMock()
g.__getitem__.side_effect = KeyError
t("g['x']")
a = MagicMock()
a += 1
print(cl(repr(a)))
b = MagicMock()
b.__iadd__.return_value = 4
b += 1
print(b)
c = MagicMock()
print(c.__eq__(c), c == MagicMock(), c in [c])
del c.__len__
t("len(c)")
with patch.dict("sys.modules", fake_mod=Mock(val=3)):
    import fake_mod

    print(fake_mod.val)
