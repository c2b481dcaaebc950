//! The modules that are written in Python: `python/<name>.py`, compiled by the build script.

use ferropy_runtime::native::ModuleSpec;

macro_rules! frozen {
    ($($(#[$condition:meta])? $constant:ident = $name:literal, $file:literal, $doc:literal;)*) => {
        $(
            $(#[$condition])?
            #[doc = concat!("`", $name, "`.")]
            pub(crate) static $constant: ModuleSpec = ModuleSpec {
                name: $name,
                doc: $doc,
                rows: &[],
                types: &[],
                initialize: None,
                frozen: Some(include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".fpy"))),
            };
        )*
    };
}

frozen! {
    ABC = "abc", "abc", "Abstract base classes.";
    ATEXIT = "atexit", "atexit", "Functions that run at the end of the program.";
    GIVING_WARNINGS = "_warnings", "_warnings", "What gives warnings.";
    COPYREG = "copyreg", "copyreg", "How to take objects apart and make them again.";
    FUTURE = "__future__", "future", "Language features that once had to be asked for.";
    LATER = "_later", "_later", "Names of modules that are loaded when somebody asks.";
    LRU_CACHE = "_lru_cache", "_lru_cache", "What functools.lru_cache makes of a function.";
    FUNCTOOLS = "functools", "functools", "Functions that work on functions.";
    OPERATOR = "operator", "operator", "The operators of the language as functions.";
    OS = "os", "os", "Files, directories, the environment: what the operating system offers.";
    POSIXPATH = "posixpath", "posixpath", "Operations on path names, as text or bytes.";
    MICROPYTHON = "micropython", "micropython", "What programs for MicroPython ask of their interpreter.";
    SELECT = "select", "select", "Waiting until something can be read or written.";
    VFS = "vfs", "vfs", "File systems in the tree of files.";
    STRUCTSEQ = "_structseq", "_structseq", "Tuples whose items have names.";
    SYSINFO = "_sysinfo", "_sysinfo", "The attributes of sys that describe the interpreter.";
    TYPES = "types", "types", "Names for the interpreter's own types.";
    COUNTER = "_counter", "_counter", "Counters.";
    MAPPINGS = "_mappings", "_mappings", "Containers that wrap others.";
    CONTAINER_ABCS = "_container_abcs", "_container_abcs", "Abstract base classes from Set to MutableSequence.";
    COLLECTIONS_ABC = "collections.abc", "collections_abc", "Abstract base classes of containers.";
    COLLECTIONS = "collections", "collections", "Containers beside dict, list, set and tuple.";
    IO = "io", "io", "Streams of text and bytes: files, and files in memory.";
    IO_BASE = "_iobase", "_iobase", "What all streams of io share.";
    IO_FILE = "_iofile", "_iofile", "Files without buffers.";
    IO_BUFFERED = "_iobuffered", "_iobuffered", "Buffers on top of raw streams.";
    IO_TEXT = "_iotext", "_iotext", "Text on top of streams of bytes.";
    IO_MEMORY = "_iomemory", "_iomemory", "Streams in memory.";
    #[cfg(feature = "annotationlib")]
    ANNOTATIONLIB = "annotationlib", "annotationlib", "Annotations as values, as text, or as far as names are known.";
    #[cfg(feature = "warnings")]
    WARNINGS = "warnings", "warnings", "Warnings, and what is done with them.";
    #[cfg(feature = "weakref")]
    WEAK_CONTAINERS = "_weak_containers", "_weak_containers", "Containers that do not keep their content alive.";
    #[cfg(feature = "weakref")]
    WEAK_PROXIES = "_weak_proxies", "_weak_proxies", "What stands for an object without keeping it alive.";
    #[cfg(feature = "weakref")]
    WEAKREF = "weakref", "weakref", "Weak references, and containers made of them.";
    #[cfg(feature = "contextlib")]
    CONTEXTLIB = "contextlib", "contextlib", "Context managers.";
    #[cfg(feature = "copy")]
    COPY = "copy", "copy", "Copies of objects, shallow and deep.";
    #[cfg(feature = "dataclasses")]
    DATACLASS_SLOTS = "_dataclass_slots", "_dataclass_slots", "Dataclasses with slots.";
    #[cfg(feature = "dataclasses")]
    DATACLASS_USES = "_dataclass_uses", "_dataclass_uses", "What is done with dataclasses now and then.";
    #[cfg(feature = "dataclasses")]
    DATACLASSES = "dataclasses", "dataclasses", "Classes whose attributes are declared.";
    #[cfg(feature = "enum")]
    ENUM = "enum", "enum", "Enumerations.";
    #[cfg(feature = "enum")]
    ENUM_BODY = "_enum_body", "_enum_body", "What the body of an enumeration may hold.";
    #[cfg(feature = "enum")]
    ENUM_CHECKS = "_enum_checks", "_enum_checks", "What is seldom asked of enumerations.";
    #[cfg(feature = "enum")]
    ENUM_FLAGS = "_enum_flags", "_enum_flags", "Enumerations whose members are bits.";
    #[cfg(feature = "bisect")]
    BISECT = "bisect", "bisect", "Places in sorted lists.";
    #[cfg(feature = "hashlib")]
    HASHLIB = "hashlib", "hashlib", "Digests.";
    #[cfg(feature = "hashlib")]
    HMAC = "hmac", "hmac", "Checksums with a key.";
    #[cfg(feature = "heapq")]
    HEAPQ = "heapq", "heapq", "Heaps: lists whose smallest item comes first.";
    #[cfg(feature = "keyword")]
    KEYWORD = "keyword", "keyword", "The words that can't be names.";
    #[cfg(feature = "linecache")]
    LINECACHE = "linecache", "linecache", "Lines of source files by their numbers.";
    #[cfg(feature = "help")]
    HELP = "_help", "_help", "What help(object) prints.";
    #[cfg(feature = "help")]
    SITE = "_site", "_site", "What the prompt adds to the builtins.";
    #[cfg(feature = "strptime")]
    STRPTIME = "_strptime", "_strptime", "Fields out of text: what time.strptime() does.";
    #[cfg(feature = "textwrap")]
    TEXTWRAP = "textwrap", "textwrap", "Paragraphs in lines, and indentation.";
    #[cfg(feature = "traceback")]
    TRACEBACK = "traceback", "traceback", "The texts of exceptions, tracebacks and stacks.";
    #[cfg(feature = "secrets")]
    SECRETS = "secrets", "secrets", "Random numbers and texts that nobody can guess.";
    #[cfg(feature = "string")]
    STRING = "string", "string", "Constants of characters.";
    #[cfg(feature = "importlib-util")]
    IMPORTLIB_MACHINERY = "importlib.machinery", "importlib_machinery", "What describes and loads modules.";
    #[cfg(feature = "importlib-util")]
    IMPORTLIB_UTIL = "importlib.util", "importlib_util", "Finding modules without importing them.";
    #[cfg(feature = "string")]
    TEMPLATELIB = "string.templatelib", "templatelib", "Template strings.";
    #[cfg(feature = "codecs")]
    CODECS = "codecs", "codecs", "Encodings by name, step by step, and what happens to what can't be coded.";
    #[cfg(feature = "codecs")]
    ENCODINGS = "_encodings", "_encodings", "The codecs by their names.";
    #[cfg(feature = "codecs")]
    MORE_CODECS = "_morecodecs", "_morecodecs", "The codecs that are written in Python.";
    #[cfg(feature = "json")]
    JSON = "json", "json", "JSON: the text format in which programs exchange data.";
    #[cfg(feature = "json")]
    JSON_DECODER = "json.decoder", "json_decoder", "Reading JSON.";
    #[cfg(feature = "json-tool")]
    JSON_MAIN = "json.__main__", "json_main", "What `-m json` runs.";
    #[cfg(feature = "json-tool")]
    JSON_TOOL = "json.tool", "json_tool", "JSON on the command line: checked, and written with indentation.";
    #[cfg(feature = "json")]
    JSON_ENCODER = "json.encoder", "json_encoder", "Writing JSON.";
    #[cfg(feature = "json")]
    JSON_SCANNER = "json.scanner", "json_scanner", "Reading a value of JSON.";
    #[cfg(feature = "random")]
    RANDOM = "random", "random", "Random numbers of many distributions.";
    #[cfg(feature = "base64")]
    BASE64 = "base64", "base64", "Bytes as text, and back.";
}
