"""What modules and their contents were called in Python 2: pickles of protocols 0 to 2 speak of them so."""


def _pairs(text):
    """The pairs of a text with a pair in each line."""
    return [line.split() for line in text.strip().splitlines()]


def _places(text):
    """The same for pairs of names with their modules."""
    return {tuple(old.rsplit(".", 1)): tuple(new.rsplit(".", 1)) for old, new in _pairs(text)}


# Modules by their old names.
IMPORT_MAPPING = dict(_pairs("""
__builtin__ builtins
copy_reg copyreg
Queue queue
SocketServer socketserver
ConfigParser configparser
repr reprlib
tkFileDialog tkinter.filedialog
tkSimpleDialog tkinter.simpledialog
tkColorChooser tkinter.colorchooser
tkCommonDialog tkinter.commondialog
Dialog tkinter.dialog
Tkdnd tkinter.dnd
tkFont tkinter.font
tkMessageBox tkinter.messagebox
ScrolledText tkinter.scrolledtext
Tkconstants tkinter.constants
ttk tkinter.ttk
Tkinter tkinter
markupbase _markupbase
_winreg winreg
thread _thread
dummy_thread _dummy_thread
dbhash dbm.bsd
dumbdbm dbm.dumb
dbm dbm.ndbm
gdbm dbm.gnu
xmlrpclib xmlrpc.client
SimpleXMLRPCServer xmlrpc.server
httplib http.client
htmlentitydefs html.entities
HTMLParser html.parser
Cookie http.cookies
cookielib http.cookiejar
BaseHTTPServer http.server
test.test_support test.support
commands subprocess
urlparse urllib.parse
robotparser urllib.robotparser
urllib2 urllib.request
anydbm dbm
_abcoll collections.abc
"""))  # fmt: skip

# Contents by module and name, where more than the module's name changed.
NAME_MAPPING = _places("""
__builtin__.xrange builtins.range
__builtin__.reduce functools.reduce
__builtin__.intern sys.intern
__builtin__.unichr builtins.chr
__builtin__.unicode builtins.str
__builtin__.long builtins.int
itertools.izip builtins.zip
itertools.imap builtins.map
itertools.ifilter builtins.filter
itertools.ifilterfalse itertools.filterfalse
itertools.izip_longest itertools.zip_longest
UserDict.IterableUserDict collections.UserDict
UserList.UserList collections.UserList
UserString.UserString collections.UserString
whichdb.whichdb dbm.whichdb
_socket.fromfd socket.fromfd
_multiprocessing.Connection multiprocessing.connection.Connection
multiprocessing.process.Process multiprocessing.context.Process
multiprocessing.forking.Popen multiprocessing.popen_fork.Popen
urllib.ContentTooShortError urllib.error.ContentTooShortError
urllib.getproxies urllib.request.getproxies
urllib.pathname2url urllib.request.pathname2url
urllib.quote_plus urllib.parse.quote_plus
urllib.quote urllib.parse.quote
urllib.unquote_plus urllib.parse.unquote_plus
urllib.unquote urllib.parse.unquote
urllib.url2pathname urllib.request.url2pathname
urllib.urlcleanup urllib.request.urlcleanup
urllib.urlencode urllib.parse.urlencode
urllib.urlopen urllib.request.urlopen
urllib.urlretrieve urllib.request.urlretrieve
urllib2.HTTPError urllib.error.HTTPError
urllib2.URLError urllib.error.URLError
""")  # fmt: skip

PYTHON2_EXCEPTIONS = tuple("""
ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
""".split())  # fmt: skip
NAME_MAPPING.update({("exceptions", name): ("builtins", name) for name in PYTHON2_EXCEPTIONS})

# The way back, as far as it is one.
REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items()}
REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items()}

# Further old names: they are read, but not written.
IMPORT_MAPPING.update(_pairs("""
cPickle pickle
_elementtree xml.etree.ElementTree
FileDialog tkinter.filedialog
SimpleDialog tkinter.simpledialog
DocXMLRPCServer xmlrpc.server
SimpleHTTPServer http.server
CGIHTTPServer http.server
UserDict collections
UserList collections
UserString collections
whichdb dbm
StringIO io
cStringIO io
"""))  # fmt: skip
NAME_MAPPING.update(_places("""
__builtin__.basestring builtins.str
exceptions.StandardError builtins.Exception
UserDict.UserDict collections.UserDict
socket._socketobject socket.SocketType
"""))  # fmt: skip

# Further names of today: they are written, but not read.
REVERSE_IMPORT_MAPPING.update(_bz2="bz2", _dbm="dbm", _functools="functools", _gdbm="gdbm", _pickle="pickle")
REVERSE_NAME_MAPPING.update(_places("""
_functools.reduce __builtin__.reduce
tkinter.filedialog.FileDialog FileDialog.FileDialog
tkinter.filedialog.LoadFileDialog FileDialog.LoadFileDialog
tkinter.filedialog.SaveFileDialog FileDialog.SaveFileDialog
tkinter.simpledialog.SimpleDialog SimpleDialog.SimpleDialog
http.server.SimpleHTTPRequestHandler SimpleHTTPServer.SimpleHTTPRequestHandler
http.server.CGIHTTPRequestHandler CGIHTTPServer.CGIHTTPRequestHandler
_socket.socket socket._socketobject
builtins.ModuleNotFoundError exceptions.ImportError
"""))  # fmt: skip

# Exceptions that were an OSError with a number.
PYTHON3_OSERROR_EXCEPTIONS = tuple("""
BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError
TimeoutError
""".split())  # fmt: skip
PYTHON3_IMPORTERROR_EXCEPTIONS = ("ModuleNotFoundError",)
REVERSE_NAME_MAPPING.update({("builtins", name): ("exceptions", "OSError") for name in PYTHON3_OSERROR_EXCEPTIONS})
