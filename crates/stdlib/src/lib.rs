//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "array")]
mod array;
#[cfg(feature = "binascii")]
mod binascii;
#[cfg(feature = "bisect")]
mod bisect;
#[cfg(feature = "cmath")]
mod cmath;
mod codecs;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "hashlib")]
mod digests;
mod errno;
mod flash;
mod frozen;
mod functools;
mod gc;
#[cfg(feature = "heapq")]
mod heapq;
mod importlib;
mod io;
mod itertools;
#[cfg(feature = "json")]
mod json;
mod life;
#[cfg(feature = "machine")]
mod machine;
mod math;
mod micropython;
mod operator;
mod posix;
#[cfg(feature = "random")]
mod random;
#[cfg(feature = "re")]
mod re;
mod site;
#[cfg(feature = "sockets")]
mod sockets;
mod streams;
mod string;
mod structs;
mod sys;
#[cfg(feature = "threads")]
mod threads;
mod time;
#[cfg(feature = "traceback")]
mod tracebacks;
mod types;
mod typing;
#[cfg(feature = "unicodedata")]
mod unicodedata;
#[cfg(feature = "volumes")]
mod volumes;
mod weak;
#[cfg(feature = "zlib")]
mod zlib;

use ferropy_runtime::native::ModuleSpec;

/// All modules.
pub static MODULES: &[&ModuleSpec] = &[
    &sys::MODULE,
    &streams::MODULE,
    &frozen::ABC,
    #[cfg(feature = "annotationlib")]
    &frozen::ANNOTATIONLIB,
    #[cfg(feature = "shutil")]
    &frozen::ARCHIVES,
    #[cfg(feature = "array")]
    &array::MODULE,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_MICRO,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_BASE_EVENTS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_COROUTINES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_EVENTS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_EXCEPTIONS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_FUTURES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_LOCKS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_MIXINS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_PROTOCOLS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_QUEUES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_RUNNERS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_SELECTOR_EVENTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_SOCKET_TRANSPORTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_STREAMS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TASKGROUPS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TASKS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_THREADS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TIMEOUTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_TRANSPORTS,
    &frozen::ATEXIT,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_ACTIONS,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_HELP,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_NAMES,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_PARSING,
    #[cfg(feature = "base64")]
    &frozen::BASE64,
    #[cfg(feature = "binascii")]
    &binascii::MODULE,
    #[cfg(feature = "bisect")]
    &bisect::MODULE,
    #[cfg(feature = "bisect")]
    &frozen::BISECT,
    #[cfg(feature = "calendar")]
    &frozen::CALENDAR,
    #[cfg(feature = "calendar")]
    &frozen::CALENDAR_HTML,
    #[cfg(feature = "cmd")]
    &frozen::CMD,
    #[cfg(feature = "cmath")]
    &cmath::MODULE,
    &codecs::MODULE,
    #[cfg(feature = "csv")]
    &csv::MODULE,
    #[cfg(feature = "codecs")]
    &frozen::CODECS,
    #[cfg(feature = "codecs")]
    &frozen::ENCODINGS,
    #[cfg(feature = "codecs")]
    &frozen::MORE_CODECS,
    &frozen::COLLECTIONS,
    &frozen::COUNTER,
    #[cfg(feature = "csv")]
    &frozen::CSV,
    #[cfg(feature = "csv")]
    &frozen::CSV_SNIFFER,
    #[cfg(feature = "user-containers")]
    &frozen::MAPPINGS,
    &frozen::COLLECTIONS_ABC,
    #[cfg(feature = "container-abcs")]
    &frozen::CONTAINER_ABCS,
    #[cfg(feature = "colorsys")]
    &frozen::COLORSYS,
    #[cfg(feature = "contextlib")]
    &frozen::CONTEXTLIB,
    #[cfg(feature = "contextvars")]
    &frozen::CONTEXTVARS,
    #[cfg(feature = "copy")]
    &frozen::COPY,
    &frozen::COPYREG,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASSES,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASS_SLOTS,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASS_USES,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_SPANS,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_TEXT,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_TIMES,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_ARITHMETIC,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CONTEXTS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CORE,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CURRENT,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_FORMAT,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_FUNCTIONS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_MORE,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_OPERATIONS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_TUPLE,
    #[cfg(feature = "enum")]
    &frozen::ENUM,
    #[cfg(feature = "enum")]
    &frozen::ENUM_BODY,
    #[cfg(feature = "enum")]
    &frozen::ENUM_CHECKS,
    #[cfg(feature = "enum")]
    &frozen::ENUM_FLAGS,
    #[cfg(feature = "fnmatch")]
    &frozen::FNMATCH,
    &frozen::LATER,
    #[cfg(feature = "difflib")]
    &frozen::LINE_DIFFS,
    &frozen::FUTURE,
    #[cfg(feature = "getopt")]
    &frozen::GETOPT,
    #[cfg(feature = "getpass")]
    &frozen::GETPASS,
    #[cfg(feature = "glob")]
    &frozen::GLOB,
    #[cfg(feature = "graphlib")]
    &frozen::GRAPHLIB,
    #[cfg(feature = "grp")]
    &frozen::GRP,
    &errno::MODULE,
    &flash::MODULE,
    &functools::MODULE,
    &frozen::LRU_CACHE,
    &frozen::FUNCTOOLS,
    #[cfg(feature = "dispatch")]
    &frozen::DISPATCH,
    #[cfg(feature = "orderings")]
    &frozen::ORDERINGS,
    &gc::MODULE,
    #[cfg(feature = "hashlib")]
    &digests::hashes::MODULE,
    #[cfg(feature = "digests-more")]
    &digests::blake2_types::MODULE,
    #[cfg(feature = "digests-more")]
    &digests::derive::MODULE,
    #[cfg(feature = "hashlib")]
    &frozen::HASHLIB,
    #[cfg(feature = "heapq")]
    &heapq::MODULE,
    #[cfg(feature = "heapq")]
    &frozen::HEAPQ,
    #[cfg(feature = "hashlib")]
    &frozen::HMAC,
    #[cfg(feature = "difflib")]
    &frozen::HTML_DIFFS,
    &importlib::MODULE,
    #[cfg(feature = "importlib-util")]
    &frozen::IMPORTLIB_MACHINERY,
    #[cfg(feature = "resources")]
    &frozen::IMPORTLIB_RESOURCES,
    #[cfg(feature = "resources")]
    &frozen::IMPORTLIB_RESOURCES_ABC,
    #[cfg(feature = "resources")]
    &frozen::IMPORTLIB_RESOURCES_READERS,
    #[cfg(feature = "importlib-util")]
    &frozen::IMPORTLIB_UTIL,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_ARGUMENTS,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_CALLABLES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_CLASSES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_FRAMES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_SIGNATURES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_SOURCES,
    &io::MODULE,
    &frozen::IO,
    &frozen::IO_BASE,
    &frozen::IO_BOTH,
    &frozen::IO_BUFFERED,
    &frozen::IO_FILE,
    &frozen::IO_MEMORY,
    &frozen::IO_TEXT,
    &itertools::MODULE,
    #[cfg(feature = "json")]
    &json::MODULE,
    #[cfg(feature = "json")]
    &frozen::JSON,
    #[cfg(feature = "json")]
    &frozen::JSON_DECODER,
    #[cfg(feature = "json")]
    &frozen::JSON_ENCODER,
    #[cfg(feature = "json-tool")]
    &frozen::JSON_MAIN,
    #[cfg(feature = "json-tool")]
    &frozen::JSON_TOOL,
    #[cfg(feature = "json")]
    &frozen::JSON_SCANNER,
    #[cfg(feature = "keyword")]
    &frozen::KEYWORD,
    #[cfg(feature = "linecache")]
    &frozen::LINECACHE,
    #[cfg(feature = "logging")]
    &frozen::LOGGING,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_CONFIG,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_HANDLERS,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_FILES,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_FORMAT,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_NET,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_OUTPUT,
    #[cfg(feature = "logging")]
    &frozen::LOGGING_SETUP,
    #[cfg(feature = "machine")]
    &machine::MODULE,
    #[cfg(feature = "machine")]
    &machine::onewire::MODULE,
    #[cfg(feature = "machine")]
    &machine::rp2::MODULE,
    #[cfg(feature = "machine")]
    &frozen::RP2,
    #[cfg(feature = "machine")]
    &frozen::RP2_DMA,
    #[cfg(feature = "sched")]
    &frozen::SCHED,
    #[cfg(feature = "machine")]
    &frozen::PIOASM,
    #[cfg(feature = "platform")]
    &frozen::PLATFORM,
    #[cfg(feature = "machine")]
    &frozen::I2S,
    #[cfg(feature = "machine")]
    &frozen::I2C_TARGET,
    #[cfg(feature = "machine")]
    &frozen::NEOPIXEL,
    #[cfg(feature = "ntpath")]
    &frozen::NTPATH,
    #[cfg(feature = "machine")]
    &frozen::DHT,
    #[cfg(feature = "difflib")]
    &frozen::DIFFLIB,
    #[cfg(feature = "machine")]
    &frozen::ONEWIRE,
    #[cfg(feature = "machine")]
    &frozen::DS18X20,
    &math::MODULE,
    &micropython::MODULE,
    &operator::MODULE,
    &frozen::OPERATOR,
    &frozen::OS,
    #[cfg(feature = "os-commands")]
    &frozen::OS_COMMANDS,
    #[cfg(feature = "os-environment")]
    &frozen::OS_ENVIRONMENT,
    #[cfg(feature = "os-folders")]
    &frozen::OS_FOLDERS,
    &frozen::OS_PATHS,
    &frozen::OS_STAT,
    #[cfg(feature = "os-system")]
    &frozen::OS_SYSTEM,
    #[cfg(feature = "pathlib")]
    &frozen::PATH_COPIES,
    #[cfg(feature = "pathlib")]
    &frozen::PATH_FILES,
    #[cfg(feature = "pathlib")]
    &frozen::PATH_GLOBS,
    #[cfg(feature = "pathlib")]
    &frozen::PATHLIB,
    #[cfg(feature = "pathlib")]
    &frozen::PATHLIB_TYPES,
    &posix::MODULE,
    #[cfg(feature = "numbers")]
    &frozen::NUMBERS,
    #[cfg(feature = "random")]
    &random::MODULE,
    #[cfg(feature = "random")]
    &frozen::RANDOM,
    #[cfg(feature = "reprlib")]
    &frozen::REPRLIB,
    #[cfg(feature = "re")]
    &re::MODULE,
    #[cfg(feature = "re")]
    &frozen::RE,
    #[cfg(feature = "re")]
    &frozen::RE_FLAGS,
    #[cfg(feature = "re")]
    &frozen::RE_SCANNER,
    #[cfg(feature = "re")]
    &frozen::RE_TEMPLATE,
    #[cfg(feature = "help")]
    &frozen::HELP,
    #[cfg(feature = "help")]
    &frozen::SITE,
    #[cfg(feature = "tempfile")]
    &frozen::SPOOLED_FILE,
    #[cfg(feature = "stat")]
    &frozen::STAT,
    &frozen::POSIXPATH,
    #[cfg(feature = "pprint")]
    &frozen::PPRINT,
    #[cfg(feature = "pprint")]
    &frozen::PPRINT_TYPES,
    #[cfg(feature = "pwd")]
    &frozen::PWD,
    #[cfg(feature = "secrets")]
    &frozen::SECRETS,
    #[cfg(feature = "subprocess")]
    &frozen::SUBPROCESS,
    #[cfg(feature = "asyncio-subprocess")]
    &frozen::ASYNCIO_SUBPROCESS,
    #[cfg(feature = "sockets")]
    &sockets::MODULE,
    #[cfg(feature = "sockets")]
    &frozen::SOCKET,
    #[cfg(feature = "sockets")]
    &frozen::SOCKET_NAMES,
    #[cfg(feature = "sockets")]
    &frozen::SOCKET_STREAMS,
    &frozen::SELECT,
    #[cfg(feature = "shlex")]
    &frozen::SHLEX,
    #[cfg(feature = "shutil")]
    &frozen::SHUTIL,
    &string::MODULE,
    #[cfg(feature = "statistics")]
    &frozen::STATISTICS,
    #[cfg(feature = "statistics")]
    &frozen::STATISTICS_CURVES,
    #[cfg(feature = "statistics")]
    &frozen::STATISTICS_PAIRS,
    #[cfg(feature = "string")]
    &frozen::STRING,
    #[cfg(feature = "string")]
    &frozen::TEMPLATELIB,
    &structs::MODULE,
    #[cfg(feature = "textwrap")]
    &frozen::TEXTWRAP,
    #[cfg(feature = "pickle")]
    &frozen::COMPAT_PICKLE,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE_BUFFER,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE_OPCODES,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE_READING,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE_SAVERS,
    #[cfg(feature = "pickle")]
    &frozen::PICKLE_WRITING,
    #[cfg(feature = "marshal")]
    &frozen::MARSHAL,
    #[cfg(feature = "zoneinfo")]
    &frozen::ZONEINFO,
    #[cfg(feature = "zoneinfo")]
    &frozen::ZONE_RULES,
    #[cfg(feature = "queue")]
    &frozen::QUEUE,
    #[cfg(feature = "fractions")]
    &frozen::FRACTIONS,
    #[cfg(feature = "fractions")]
    &frozen::FRACTION_FORMAT,
    #[cfg(feature = "futures")]
    &frozen::CONCURRENT,
    #[cfg(feature = "futures")]
    &frozen::CONCURRENT_FUTURES,
    #[cfg(feature = "futures")]
    &frozen::CONCURRENT_FUTURES_THREAD,
    #[cfg(feature = "configparser")]
    &frozen::CONFIG_ERRORS,
    #[cfg(feature = "configparser")]
    &frozen::CONFIG_READER,
    #[cfg(feature = "configparser")]
    &frozen::CONFIG_REFERENCES,
    #[cfg(feature = "configparser")]
    &frozen::CONFIGPARSER,
    #[cfg(feature = "threads")]
    &threads::MODULE,
    #[cfg(feature = "threading")]
    &frozen::THREADING,
    #[cfg(feature = "threading")]
    &frozen::THREADING_TOOLS,
    #[cfg(feature = "timeit")]
    &frozen::TIMEIT,
    &time::MODULE,
    #[cfg(feature = "tokenize")]
    &frozen::TOKEN,
    #[cfg(feature = "tokenize")]
    &frozen::TOKENIZE,
    #[cfg(feature = "tokenize")]
    &frozen::TOKENIZER,
    #[cfg(feature = "tokenize")]
    &frozen::UNTOKENIZER,
    &types::MODULE,
    #[cfg(feature = "strptime")]
    &frozen::STRPTIME,
    &frozen::STRUCTSEQ,
    &frozen::SYSINFO,
    #[cfg(feature = "tempfile")]
    &frozen::TEMPFILE,
    #[cfg(feature = "traceback")]
    &tracebacks::MODULE,
    #[cfg(feature = "traceback")]
    &frozen::TRACEBACK,
    &frozen::TYPES,
    #[cfg(feature = "urllib")]
    &frozen::URLLIB,
    #[cfg(feature = "urllib")]
    &frozen::URLLIB_PARSE,
    #[cfg(feature = "uuid")]
    &frozen::UUID,
    &typing::MODULE,
    #[cfg(feature = "typing")]
    &frozen::TYPING,
    #[cfg(feature = "typing")]
    &frozen::TYPING_FORMS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_HINTS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_PROTOCOLS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_RECORDS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_STREAMS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST___MAIN,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_ASYNC_CASE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CASE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_LOADER,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MAIN,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_RESULT,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_RUNNER,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_SIGNALS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_SUITE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_UTIL,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_ASSERTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CONTAINERS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CONTEXTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_ASSERTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_ASYNC,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_CALLS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_MAGIC,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_PATCH,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_SPEC,
    #[cfg(feature = "unicodedata")]
    &unicodedata::MODULE,
    &weak::MODULE,
    &frozen::GIVING_WARNINGS,
    &frozen::VFS,
    #[cfg(feature = "volumes")]
    &frozen::SDCARD,
    #[cfg(feature = "volumes")]
    &frozen::VFS_VOLUMES,
    #[cfg(feature = "volumes")]
    &volumes::MODULE,
    #[cfg(feature = "warnings")]
    &frozen::WARNINGS,
    #[cfg(feature = "weakref")]
    &frozen::WEAKREF,
    #[cfg(feature = "zipfile")]
    &frozen::ZIP_PATHS,
    #[cfg(feature = "zipfile")]
    &frozen::ZIP_STREAMS,
    #[cfg(feature = "zipfile")]
    &frozen::ZIPFILE,
    #[cfg(feature = "weakref")]
    &frozen::WEAK_CONTAINERS,
    #[cfg(feature = "weakref")]
    &frozen::WEAK_PROXIES,
    #[cfg(feature = "zlib")]
    &frozen::DEFLATE,
    #[cfg(feature = "zlib")]
    &frozen::GZIP,
    #[cfg(feature = "zlib")]
    &frozen::ZLIB,
    #[cfg(feature = "zlib")]
    &zlib::MODULE,
];

pub use io::flush_files;
pub use life::{end, new_main, prepare_board};
pub use site::add_site_builtins;
use site::no_attribute;
pub use sys::{
    Flags, run_exit_functions, set_arguments, set_extended_options, set_flags, set_original_arguments, set_path,
    set_prompts, set_warning_options,
};
