# status: 1
# What the attributes of exceptions may be, what constructors take, sys.exception, the context, sys.excepthook.
import sys
def t(s):
    try: print(s, "=>", eval(s, globals()))
    except BaseException as e: print(s, "!!", type(e).__name__, e)
u = UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why')
t("u.start"); u.start = 0; u.end = 3; t("str(u)")
t("setattr(u, 'encoding', 3)"); t("setattr(u, 'object', 'x')"); t("setattr(u,'start','x')"); t("setattr(u,'reason',3)"); t("delattr(u,'reason')")
t("UnicodeDecodeError('a', 'b', 1, 2, 'c')"); t("UnicodeEncodeError('a', b'b', 1, 2, 'c')"); t("UnicodeDecodeError('a', b'b', 1, 2)"); t("UnicodeTranslateError(1,2,3,4)"); t("UnicodeDecodeError('a', bytearray(b'b'), 0, 1, 'c').object")
t("str(UnicodeDecodeError.__new__(UnicodeDecodeError))")
t("str(UnicodeEncodeError('a', '\\ud800', 0, 1, 'c'))"); t("str(UnicodeEncodeError('a', '\\U0001F600', 0, 1, 'c'))"); t("str(UnicodeEncodeError('a', '\\u1234', 0, 1, 'c'))")
t("repr(u)"); t("u.args")
e = KeyError(1)
t("setattr(e, '__traceback__', 3)"); t("setattr(e, '__cause__', 3)"); t("setattr(e, '__context__', 3)"); t("delattr(e, '__cause__')"); t("delattr(e, '__traceback__')"); t("delattr(e, '__context__')"); t("delattr(e, 'args')"); t("setattr(e, '__suppress_context__', 3)"); t("delattr(e, '__suppress_context__')"); t("setattr(e,'__dict__',3)"); t("e.add_note('n')"); t("e.__notes__"); t("e.with_traceback(3)"); t("e.with_traceback(None) is e"); t("e.__reduce__()"); t("e.__setstate__({'a': 1})"); t("e.a"); t("e.__setstate__(3)")
t("OSError(2,'a','b','c','d').args"); t("OSError(2,'a','b',None,'d').filename2"); t("OSError(2,'a').filename"); t("OSError(2, 'a', 'f').args"); t("OSError('x').errno"); t("str(OSError(2,'a','f',None,'g'))"); t("OSError(2,'a',filename='f')"); t("BlockingIOError(11,'a',5).characters_written"); t("OSError(1,'x').characters_written"); t("FileNotFoundError(2,'x').errno"); t("OSError(99999,'x')"); t("type(OSError(2, 'x'))")
t("StopIteration(1,2).value"); t("StopAsyncIteration(1).args"); t("SystemExit(1,2).code"); t("ImportError('x', name='a', path='b').name"); t("ImportError(name='a')"); t("NameError('x', name='y').name"); t("AttributeError('x', name='n', obj=3).obj"); t("ModuleNotFoundError('m', name='n').name"); t("repr(ImportError('x', name='a'))"); t("ImportError('x').msg"); t("ImportError(1,2).msg"); t("str(ImportError(1,2))")
t("SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_lineno"); t("SyntaxError('m', (1,2))"); t("SyntaxError('m', ('f',1,2,'t',3))"); t("str(SyntaxError('m', ('f', 1, 2, 't')))"); t("str(SyntaxError('m'))"); t("str(SyntaxError())"); t("SyntaxError('a','b')"); t("SyntaxError('m', ('f', 1, 2, 't')).print_file_and_line"); t("str(SyntaxError('m', ('/a/b.py', 1, 2, 't')))")
t("KeyError('a')"); t("str(KeyError('a'))"); t("str(KeyError('a','b'))")
t("sys.exc_info()"); t("sys.exception()"); t("ExceptionGroup('a', [ValueError(1)]).message"); t("ExceptionGroup('a', [])"); t("ExceptionGroup('a', [1])"); t("ExceptionGroup(1, [ValueError()])"); t("ExceptionGroup('a')"); t("ExceptionGroup('a', [KeyboardInterrupt()])"); t("BaseExceptionGroup('a', [ValueError(1)])"); t("repr(BaseExceptionGroup('a', [KeyboardInterrupt()]))"); t("str(ExceptionGroup('a', [ValueError(1), KeyError(2)]))"); t("ExceptionGroup('a', (ValueError(1),)).exceptions"); t("repr(ExceptionGroup('a', (ValueError(1),)))"); t("ExceptionGroup[int]"); t("ExceptionGroup('a',[ValueError(1)]).derive([KeyError(1)])")
t("raise_()")
def f():
    try: raise KeyError(1)
    except KeyError:
        t("sys.exception()"); t("sys.exc_info()[0]")
        try: raise ValueError(2)
        except ValueError as v: t("sys.exception()"); 
        t("sys.exception()")
f()
t("sys.exception()")
def g():
    try: raise KeyError("in gen")
    except KeyError: yield sys.exception(); yield sys.exception()
for i in g():
    print(i, sys.exception())
def ra(x, c=None):
    raise x from c
t("ra(3)"); t("ra(int)"); t("ra(ValueError, 3)"); t("ra(ValueError, KeyError)"); t("ra(ValueError(1), KeyError(2))"); t("ra(None)")
class BadNew(Exception):
    def __new__(cls): return 3
t("ra(BadNew)")
class BadInit(Exception):
    def __init__(self, a): pass
t("ra(BadInit)")
try:
    try: raise ValueError(1)
    finally: raise KeyError(2)
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: raise ValueError(1)
    except ValueError as q: raise KeyError(2) from None
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
sys.excepthook = lambda *a: print("hook", a[0].__name__, a[1], type(a[2]).__name__)
raise RuntimeError("at the end")
