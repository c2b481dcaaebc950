# a comment
# of the module
# python: 3.14

import inspect


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


def t2(f):
    return f


# not directly


# before a
#   and more
def a(x, y=")"):
    """doc
    at margin"""
    if x:
        # inner
        return 1

    # trailing inner


# trailing outer
def b():
    return 1


@t2
@t2
def c():
    s = "abc\
def"

    def inner():
        pass

    return s + """
not ( closed"""
    # last comment


class K:
    """d"""

    def m(self):
        return 1

    x = [1, 2]

    @property
    def p(self):
        return 1


l = lambda x: (x, 1)


class Empty:
    pass


async def co():
    async with x:
        pass


x = 1
for s in """inspect.getsource(a)
inspect.getsource(b)
inspect.getsource(c)
inspect.getsource(K)
inspect.getsource(K.m)
inspect.getsource(K().m)
inspect.getsource(K.p.fget)
inspect.getsource(l)
inspect.getsource(Empty)
inspect.getsource(co)
inspect.getsourcelines(b)
inspect.getsource(a.__code__)
inspect.getcomments(a)
inspect.getcomments(b)
inspect.getcomments(K)
inspect.getsource(len)
inspect.getsource(1)
inspect.getsource(int)
inspect.getfile(int)
inspect.getfile(len)
inspect.getfile(K).split("/")[-1]
inspect.getfile(inspect.sys)
inspect.getsourcefile(a).split("/")[-1]
inspect.getsourcefile(len)
inspect.getmodule(a).__name__
inspect.getmodule(K).__name__
inspect.getmodule(len).__name__
inspect.getmodule(1)
inspect.getabsfile(a).split("/")[-1]
inspect.getsourcelines(inspect.getmodule(a))[1]
inspect.getcomments(inspect.getmodule(a))
inspect.getblock(["def f():\\n","  x\\n","\\n","y\\n"])""".splitlines():
    t(s)
sig = inspect.signature
for s in """sig(lambda a=1,/,**k:1).bind(a=1)
sig(lambda a,/,**k:1).bind(a=1)
sig(lambda *,d:1).bind()
sig(lambda a,*,d:1).bind(1)
sig(lambda a,*,d:1).bind(a=1)
sig(lambda *a,d:1).bind(1)
sig(lambda a,b,/,c=1:1).bind(1)
sig(lambda a,b,/,c=1:1).bind_partial(1)
sig(lambda a,b=2,*c,d,**e:1).bind(1,d=4).args
sig(lambda a,b=2,*c,d,**e:1).bind(1,d=4,z=1).kwargs
sig(lambda a,b=2,*c,d,**e:1).bind(1,2,3,d=4).args
sig(lambda a,b=2,*c,d=5,**e:1).bind(1)
(lambda x: (x.apply_defaults(), x))(sig(lambda a,b=2,*c,d=5,**e:1).bind(1))[1]""".splitlines():
    t(s)
