//! The modules that are written in Python: `python/<name>.py`, compiled by the build script to static data. It reads the list
//! below: what is not built is not compiled either.

use ferropy_runtime::native::ModuleSpec;

/// The static data.
pub(crate) mod image {
    use ferropy_runtime::frozen::{FrozenCode, FrozenModule, FrozenScopedName, Handler, StaticTexts};

    include!(concat!(env!("OUT_DIR"), "/image.rs"));
}

macro_rules! frozen {
    ($($(#[$condition:meta])? $constant:ident = $name:literal, $file:ident, $doc:literal;)*) => {
        $(
            $(#[$condition])?
            #[doc = concat!("`", $name, "`.")]
            pub(crate) static $constant: ModuleSpec = ModuleSpec {
                name: $name,
                doc: $doc,
                rows: &[],
                types: &[],
                initialize: None,
                frozen: Some(&image::$file),
            };
        )*
    };
}

frozen! {
    ABC = "abc", ABC, "Abstract base classes.";
    #[cfg(feature = "asyncio")]
    ASYNCIO = "asyncio", ASYNCIO, "Tasks that take turns.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_MICRO = "asyncio._micro", ASYNCIO__MICRO, "What MicroPython's asyncio has beside CPython's.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_BASE_EVENTS = "asyncio.base_events", ASYNCIO_BASE_EVENTS, "The event loop.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_COROUTINES = "asyncio.coroutines", ASYNCIO_COROUTINES, "What coroutines are.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_EVENTS = "asyncio.events", ASYNCIO_EVENTS, "Which event loop runs.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_EXCEPTIONS = "asyncio.exceptions", ASYNCIO_EXCEPTIONS, "The exceptions of asyncio.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_FUTURES = "asyncio.futures", ASYNCIO_FUTURES, "Results that are there later.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_LOCKS = "asyncio.locks", ASYNCIO_LOCKS, "Locks between tasks.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_MIXINS = "asyncio.mixins", ASYNCIO_MIXINS, "What belongs to a loop.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_PROTOCOLS = "asyncio.protocols", ASYNCIO_PROTOCOLS, "What is told of a connection's events.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_QUEUES = "asyncio.queues", ASYNCIO_QUEUES, "Queues between tasks.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_RUNNERS = "asyncio.runners", ASYNCIO_RUNNERS, "From a program without loops into one.";
    #[cfg(feature = "asyncio-streams")]
    ASYNCIO_SELECTOR_EVENTS = "asyncio.selector_events", ASYNCIO_SELECTOR_EVENTS, "The event loop with sockets.";
    #[cfg(feature = "asyncio-streams")]
    ASYNCIO_SOCKET_TRANSPORTS = "asyncio.socket_transports", ASYNCIO_SOCKET_TRANSPORTS, "Sockets and pipes as transports.";
    #[cfg(feature = "asyncio-streams")]
    ASYNCIO_STREAMS = "asyncio.streams", ASYNCIO_STREAMS, "Connections that are read and written by coroutines.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_TASKGROUPS = "asyncio.taskgroups", ASYNCIO_TASKGROUPS, "Tasks that end together.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_TASKS = "asyncio.tasks", ASYNCIO_TASKS, "Coroutines that are run by a loop.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_THREADS = "asyncio.threads", ASYNCIO_THREADS, "Functions that wait, in threads.";
    #[cfg(feature = "asyncio")]
    ASYNCIO_TIMEOUTS = "asyncio.timeouts", ASYNCIO_TIMEOUTS, "Deadlines for whole blocks.";
    #[cfg(feature = "asyncio-streams")]
    ASYNCIO_TRANSPORTS = "asyncio.transports", ASYNCIO_TRANSPORTS, "What carries bytes.";
    ATEXIT = "atexit", ATEXIT, "Functions that run at the end of the program.";
    GIVING_WARNINGS = "_warnings", _WARNINGS, "What gives warnings.";
    #[cfg(feature = "contextvars")]
    CONTEXTVARS = "contextvars", CONTEXTVARS, "Variables that belong to a context.";
    COPYREG = "copyreg", COPYREG, "How to take objects apart and make them again.";
    FUTURE = "__future__", FUTURE, "Language features that once had to be asked for.";
    #[cfg(feature = "glob")]
    GLOB = "glob", GLOB, "Files by patterns.";
    #[cfg(feature = "grp")]
    GRP = "grp", GRP, "The system's groups of users.";
    LATER = "_later", _LATER, "Names of modules that are loaded when somebody asks.";
    LRU_CACHE = "_lru_cache", _LRU_CACHE, "What functools.lru_cache makes of a function.";
    FUNCTOOLS = "functools", FUNCTOOLS, "Functions that work on functions.";
    #[cfg(feature = "dispatch")]
    DISPATCH = "_dispatch", _DISPATCH, "Functions chosen by the type of their first argument.";
    #[cfg(feature = "orderings")]
    ORDERINGS = "_orderings", _ORDERINGS, "Comparisons that follow from one.";
    OPERATOR = "operator", OPERATOR, "The operators of the language as functions.";
    OS = "os", OS, "Files, directories, the environment: what the operating system offers.";
    #[cfg(feature = "os-commands")]
    OS_COMMANDS = "_os_commands", _OS_COMMANDS, "Commands in the shell.";
    #[cfg(feature = "os-environment")]
    OS_ENVIRONMENT = "_os_environment", _OS_ENVIRONMENT, "The environment as a mapping.";
    #[cfg(feature = "os-folders")]
    OS_FOLDERS = "_os_folders", _OS_FOLDERS, "Walking through folders.";
    OS_PATHS = "_os_paths", _OS_PATHS, "The type of what stands for a path.";
    OS_STAT = "_os_stat", _OS_STAT, "What os.stat() gives.";
    #[cfg(feature = "os-system")]
    OS_SYSTEM = "_os_system", _OS_SYSTEM, "Facts about the system.";
    #[cfg(feature = "pathlib")]
    PATH_COPIES = "_path_copies", _PATH_COPIES, "Copies of files by their paths.";
    #[cfg(feature = "pathlib")]
    PATH_FILES = "_path_files", _PATH_FILES, "Paths of files.";
    #[cfg(feature = "pathlib")]
    PATH_GLOBS = "_path_globs", _PATH_GLOBS, "Patterns for paths.";
    #[cfg(feature = "pathlib")]
    PATHLIB = "pathlib", PATHLIB, "Paths as objects.";
    POSIXPATH = "posixpath", POSIXPATH, "Operations on path names, as text or bytes.";
    #[cfg(feature = "pwd")]
    PWD = "pwd", PWD, "The system's users.";
    SELECT = "select", SELECT, "Waiting until something can be read or written.";
    #[cfg(feature = "shlex")]
    SHLEX = "shlex", SHLEX, "Words as a shell reads them.";
    #[cfg(feature = "shutil")]
    SHUTIL = "shutil", SHUTIL, "Operations on whole files and trees.";
    VFS = "vfs", VFS, "File systems in the tree of files.";
    #[cfg(feature = "machine")]
    ONEWIRE = "onewire", ONEWIRE, "The 1-Wire bus.";
    #[cfg(feature = "machine")]
    DS18X20 = "ds18x20", DS18X20, "Temperature sensors on the 1-Wire bus.";
    #[cfg(feature = "machine")]
    RP2 = "rp2", RP2, "The parts that only Raspberry Pi's microcontrollers have.";
    #[cfg(feature = "machine")]
    RP2_DMA = "_rp2_dma", _RP2_DMA, "DMA, and the flash below the files.";
    #[cfg(feature = "machine")]
    PIOASM = "_pioasm", _PIOASM, "The assembler for PIO programs.";
    #[cfg(feature = "machine")]
    I2S = "_i2s", _I2S, "Sound.";
    #[cfg(feature = "machine")]
    I2C_TARGET = "_i2c_target", _I2C_TARGET, "A board that answers on the I2C bus.";
    #[cfg(feature = "machine")]
    NEOPIXEL = "neopixel", NEOPIXEL, "Strings of LEDs.";
    #[cfg(feature = "ntpath")]
    NTPATH = "ntpath", NTPATH, "Path names of Windows.";
    #[cfg(feature = "machine")]
    DHT = "dht", DHT, "Sensors for humidity and temperature.";
    #[cfg(feature = "volumes")]
    SDCARD = "sdcard", SDCARD, "SD cards on an SPI bus.";
    #[cfg(feature = "volumes")]
    VFS_VOLUMES = "_vfs_volumes", _VFS_VOLUMES, "littlefs and FAT on block devices.";
    STRUCTSEQ = "_structseq", _STRUCTSEQ, "Tuples whose items have names.";
    SYSINFO = "_sysinfo", _SYSINFO, "The attributes of sys that describe the interpreter.";
    #[cfg(feature = "tempfile")]
    TEMPFILE = "tempfile", TEMPFILE, "Files and directories for a while.";
    TYPES = "types", TYPES, "Names for the interpreter's own types.";
    #[cfg(feature = "typing")]
    TYPING = "typing", TYPING, "What annotations say.";
    #[cfg(feature = "typing")]
    TYPING_FORMS = "_typing_forms", _TYPING_FORMS, "The special forms of typing.";
    #[cfg(feature = "typing")]
    TYPING_HINTS = "_typing_hints", _TYPING_HINTS, "Looking at annotations.";
    #[cfg(feature = "typing")]
    TYPING_PROTOCOLS = "_typing_protocols", _TYPING_PROTOCOLS, "Protocols.";
    #[cfg(feature = "typing")]
    TYPING_RECORDS = "_typing_records", _TYPING_RECORDS, "NamedTuple and TypedDict.";
    #[cfg(feature = "typing")]
    TYPING_STREAMS = "_typing_streams", _TYPING_STREAMS, "The types of streams.";
    #[cfg(feature = "urllib")]
    URLLIB = "urllib", URLLIB, "Work with URLs.";
    #[cfg(feature = "urllib")]
    URLLIB_PARSE = "urllib.parse", URLLIB_PARSE, "URLs taken apart and put together, joined and quoted.";
    COUNTER = "_counter", _COUNTER, "Counters.";
    #[cfg(feature = "user-containers")]
    MAPPINGS = "_mappings", _MAPPINGS, "Containers that wrap others.";
    #[cfg(feature = "container-abcs")]
    CONTAINER_ABCS = "_container_abcs", _CONTAINER_ABCS, "Abstract base classes from Set to MutableSequence.";
    COLLECTIONS_ABC = "collections.abc", COLLECTIONS_ABC, "Abstract base classes of containers.";
    COLLECTIONS = "collections", COLLECTIONS, "Containers beside dict, list, set and tuple.";
    IO = "io", IO, "Streams of text and bytes: files, and files in memory.";
    IO_BASE = "_iobase", _IOBASE, "What all streams of io share.";
    IO_FILE = "_iofile", _IOFILE, "Files without buffers.";
    IO_BUFFERED = "_iobuffered", _IOBUFFERED, "Buffers on top of raw streams.";
    IO_BOTH = "_ioboth", _IOBOTH, "Buffers for reading and writing at once.";
    IO_TEXT = "_iotext", _IOTEXT, "Text on top of streams of bytes.";
    IO_MEMORY = "_iomemory", _IOMEMORY, "Streams in memory.";
    #[cfg(feature = "annotationlib")]
    ANNOTATIONLIB = "annotationlib", ANNOTATIONLIB, "Annotations as values, as text, or as far as names are known.";
    #[cfg(feature = "shutil")]
    ARCHIVES = "_archives", _ARCHIVES, "Archives.";
    #[cfg(feature = "warnings")]
    WARNINGS = "warnings", WARNINGS, "Warnings, and what is done with them.";
    #[cfg(feature = "weakref")]
    WEAK_CONTAINERS = "_weak_containers", _WEAK_CONTAINERS, "Containers that do not keep their content alive.";
    #[cfg(feature = "weakref")]
    WEAK_PROXIES = "_weak_proxies", _WEAK_PROXIES, "What stands for an object without keeping it alive.";
    #[cfg(feature = "weakref")]
    WEAKREF = "weakref", WEAKREF, "Weak references, and containers made of them.";
    #[cfg(feature = "contextlib")]
    CONTEXTLIB = "contextlib", CONTEXTLIB, "Context managers.";
    #[cfg(feature = "copy")]
    COPY = "copy", COPY, "Copies of objects, shallow and deep.";
    #[cfg(feature = "dataclasses")]
    DATACLASS_SLOTS = "_dataclass_slots", _DATACLASS_SLOTS, "Dataclasses with slots.";
    #[cfg(feature = "dataclasses")]
    DATACLASS_USES = "_dataclass_uses", _DATACLASS_USES, "What is done with dataclasses now and then.";
    #[cfg(feature = "dataclasses")]
    DATACLASSES = "dataclasses", DATACLASSES, "Classes whose attributes are declared.";
    #[cfg(feature = "enum")]
    ENUM = "enum", ENUM, "Enumerations.";
    #[cfg(feature = "enum")]
    ENUM_BODY = "_enum_body", _ENUM_BODY, "What the body of an enumeration may hold.";
    #[cfg(feature = "enum")]
    ENUM_CHECKS = "_enum_checks", _ENUM_CHECKS, "What is seldom asked of enumerations.";
    #[cfg(feature = "enum")]
    ENUM_FLAGS = "_enum_flags", _ENUM_FLAGS, "Enumerations whose members are bits.";
    #[cfg(feature = "fnmatch")]
    FNMATCH = "fnmatch", FNMATCH, "Names of files against patterns.";
    #[cfg(feature = "bisect")]
    BISECT = "bisect", BISECT, "Places in sorted lists.";
    #[cfg(feature = "hashlib")]
    HASHLIB = "hashlib", HASHLIB, "Digests.";
    #[cfg(feature = "hashlib")]
    HMAC = "hmac", HMAC, "Checksums with a key.";
    #[cfg(feature = "heapq")]
    HEAPQ = "heapq", HEAPQ, "Heaps: lists whose smallest item comes first.";
    #[cfg(feature = "keyword")]
    KEYWORD = "keyword", KEYWORD, "The words that can't be names.";
    #[cfg(feature = "linecache")]
    LINECACHE = "linecache", LINECACHE, "Lines of source files by their numbers.";
    #[cfg(feature = "help")]
    HELP = "_help", _HELP, "What help(object) prints.";
    #[cfg(feature = "help")]
    SITE = "_site", _SITE, "What the prompt adds to the builtins.";
    #[cfg(feature = "tempfile")]
    SPOOLED_FILE = "_spooled_file", _SPOOLED_FILE, "Files that stay in memory while they are small.";
    #[cfg(feature = "stat")]
    STAT = "stat", STAT, "What the numbers in a file's mode mean.";
    #[cfg(feature = "strptime")]
    STRPTIME = "_strptime", _STRPTIME, "Fields out of text: what time.strptime() does.";
    #[cfg(feature = "queue")]
    QUEUE = "queue", QUEUE, "Queues between threads.";
    #[cfg(feature = "futures")]
    CONCURRENT = "concurrent", CONCURRENT, "Work that is done beside the program.";
    #[cfg(feature = "futures")]
    CONCURRENT_FUTURES = "concurrent.futures", CONCURRENT_FUTURES, "Calls that are made in a pool.";
    #[cfg(feature = "futures")]
    CONCURRENT_FUTURES_THREAD = "concurrent.futures.thread", CONCURRENT_FUTURES_THREAD, "Pools of threads.";
    #[cfg(feature = "threading")]
    THREADING = "threading", THREADING, "Threads, and what they need to get along with each other.";
    #[cfg(feature = "threading")]
    THREADING_TOOLS = "_threading_tools", _THREADING_TOOLS, "Semaphores, barriers and timers.";
    #[cfg(feature = "textwrap")]
    TEXTWRAP = "textwrap", TEXTWRAP, "Paragraphs in lines, and indentation.";
    #[cfg(feature = "traceback")]
    TRACEBACK = "traceback", TRACEBACK, "The texts of exceptions, tracebacks and stacks.";
    #[cfg(feature = "secrets")]
    SECRETS = "secrets", SECRETS, "Random numbers and texts that nobody can guess.";
    #[cfg(feature = "sockets")]
    SOCKET = "socket", SOCKET, "Connections to other programs.";
    #[cfg(feature = "sockets")]
    SOCKET_NAMES = "_socket_names", _SOCKET_NAMES, "Names and addresses of hosts and services.";
    #[cfg(feature = "sockets")]
    SOCKET_STREAMS = "_socket_streams", _SOCKET_STREAMS, "Sockets as streams.";
    #[cfg(feature = "string")]
    STRING = "string", STRING, "Constants of characters.";
    #[cfg(feature = "importlib-util")]
    IMPORTLIB_MACHINERY = "importlib.machinery", IMPORTLIB_MACHINERY, "What describes and loads modules.";
    #[cfg(feature = "importlib-util")]
    IMPORTLIB_UTIL = "importlib.util", IMPORTLIB_UTIL, "Finding modules without importing them.";
    #[cfg(feature = "string")]
    TEMPLATELIB = "string.templatelib", TEMPLATELIB, "Template strings.";
    #[cfg(feature = "codecs")]
    CODECS = "codecs", CODECS, "Encodings by name, step by step, and what happens to what can't be coded.";
    #[cfg(feature = "codecs")]
    ENCODINGS = "_encodings", _ENCODINGS, "The codecs by their names.";
    #[cfg(feature = "codecs")]
    MORE_CODECS = "_morecodecs", _MORECODECS, "The codecs that are written in Python.";
    #[cfg(feature = "json")]
    JSON = "json", JSON, "JSON: the text format in which programs exchange data.";
    #[cfg(feature = "json")]
    JSON_DECODER = "json.decoder", JSON_DECODER, "Reading JSON.";
    #[cfg(feature = "json-tool")]
    JSON_MAIN = "json.__main__", JSON_MAIN, "What `-m json` runs.";
    #[cfg(feature = "json-tool")]
    JSON_TOOL = "json.tool", JSON_TOOL, "JSON on the command line: checked, and written with indentation.";
    #[cfg(feature = "json")]
    JSON_ENCODER = "json.encoder", JSON_ENCODER, "Writing JSON.";
    #[cfg(feature = "json")]
    JSON_SCANNER = "json.scanner", JSON_SCANNER, "Reading a value of JSON.";
    #[cfg(feature = "random")]
    RANDOM = "random", RANDOM, "Random numbers of many distributions.";
    #[cfg(feature = "base64")]
    BASE64 = "base64", BASE64, "Bytes as text, and back.";
}
