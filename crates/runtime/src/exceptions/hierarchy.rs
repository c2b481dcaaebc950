//! The exception classes: one table. A class's attributes are declared in `attributes.rs`.

use crate::native::{Row, TypeFlags, TypeId, TypeSpec, raw_method, static_method};

/// The most fields that a class adds to an exception.
pub(crate) const MOST_EXTRA: usize = 9;

/// How many fields the class adds to an exception's payload.
#[inline]
pub(crate) fn extra_fields(id: TypeId) -> usize {
    FIELDS.get(id.0 as usize).copied().flatten().unwrap_or(0) as usize
}

/// Whether it is the number of an exception class that adds nothing to `BaseException`: its `__new__` and `__init__` keep
/// the arguments, whatever they are.
#[inline]
pub(crate) fn is_plain(id: TypeId) -> bool {
    FIELDS.get(id.0 as usize) == Some(&Some(0))
}

/// The fields that classes add, by the number of the type. Nothing for types that are no exceptions.
static FIELDS: [Option<u8>; 256] = {
    let mut fields = [None; 256];
    let mut index = 0;
    while index < EXTRA.len() {
        let (id, extra) = EXTRA[index];
        fields[id.0 as usize] = Some(extra);
        index += 1;
    }
    fields
};

/// The platform's text for an error number.
pub(crate) fn error_text(errno: i32) -> &'static str {
    ferropy_platform::error::text(errno)
}

const FLAGS: TypeFlags = TypeFlags::SUBCLASSABLE.with(TypeFlags::EXCEPTION);

/// The rows of a class: its own, or only what each class has in CPython.
macro_rules! own_rows {
    ($name:ident $rows:path) => {
        $rows
    };
    ($name:ident) => {
        &[
            static_method("__new__", "($type, *args, **kwargs)", creation::NEW_DOC, |iso, args| {
                creation::new_of(iso, args, TypeId::$name)
            }),
            raw_method("__init__", "($self, /, *args, **kwargs)", creation::INIT_DOC, rows::init),
        ]
    };
}

macro_rules! exceptions {
    ($($name:ident = $text:literal ($base:ident, $extra:literal) [$($rows:path)?], $doc:literal;)*) => {
        $(
            #[doc = $doc]
            pub(crate) static $name: TypeSpec =
                TypeSpec::new($text, $doc, own_rows!($name $($rows)?)).with_base(TypeId::$base).with_flags(FLAGS);
        )*

        /// The fields that classes add, by class.
        const EXTRA: &[(TypeId, u8)] = &[$((TypeId::$name, $extra),)* (TypeId::EXCEPTION_GROUP, 2)];
    };
}

use super::attributes as rows;
use super::creation;

const NONE: &[Row] = &[];

exceptions! {
    BASE_EXCEPTION = "BaseException" (OBJECT, 0) [rows::BASE_EXCEPTION], "Common base class for all exceptions.";
    BASE_EXCEPTION_GROUP = "BaseExceptionGroup" (BASE_EXCEPTION, 2) [rows::GROUP], "A combination of multiple unrelated exceptions.";
    GENERATOR_EXIT = "GeneratorExit" (BASE_EXCEPTION, 0) [], "Request that a generator exit.";
    KEYBOARD_INTERRUPT = "KeyboardInterrupt" (BASE_EXCEPTION, 0) [], "Program interrupted by user.";
    SYSTEM_EXIT = "SystemExit" (BASE_EXCEPTION, 1) [rows::SYSTEM_EXIT], "Request to exit from the interpreter.";
    EXCEPTION = "Exception" (BASE_EXCEPTION, 0) [], "Common base class for all non-exit exceptions.";
    ARITHMETIC_ERROR = "ArithmeticError" (EXCEPTION, 0) [], "Base class for arithmetic errors.";
    FLOATING_POINT_ERROR = "FloatingPointError" (ARITHMETIC_ERROR, 0) [], "Floating-point operation failed.";
    OVERFLOW_ERROR = "OverflowError" (ARITHMETIC_ERROR, 0) [], "Result too large to be represented.";
    ZERO_DIVISION_ERROR = "ZeroDivisionError" (ARITHMETIC_ERROR, 0) [], "Second argument to a division or modulo operation was zero.";
    ASSERTION_ERROR = "AssertionError" (EXCEPTION, 0) [], "Assertion failed.";
    ATTRIBUTE_ERROR = "AttributeError" (EXCEPTION, 2) [rows::ATTRIBUTE_ERROR], "Attribute not found.";
    BUFFER_ERROR = "BufferError" (EXCEPTION, 0) [], "Buffer error.";
    EOF_ERROR = "EOFError" (EXCEPTION, 0) [], "Read beyond end of file.";
    IMPORT_ERROR = "ImportError" (EXCEPTION, 4) [rows::IMPORT_ERROR], "Import can't find module, or can't find name in module.";
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError" (IMPORT_ERROR, 4) [NONE], "Module not found.";
    LOOKUP_ERROR = "LookupError" (EXCEPTION, 0) [], "Base class for lookup errors.";
    INDEX_ERROR = "IndexError" (LOOKUP_ERROR, 0) [], "Sequence index out of range.";
    KEY_ERROR = "KeyError" (LOOKUP_ERROR, 0) [rows::KEY_ERROR], "Mapping key not found.";
    MEMORY_ERROR = "MemoryError" (EXCEPTION, 0) [], "Out of memory.";
    NAME_ERROR = "NameError" (EXCEPTION, 1) [rows::NAME_ERROR], "Name not found globally.";
    UNBOUND_LOCAL_ERROR = "UnboundLocalError" (NAME_ERROR, 1) [NONE], "Local name referenced but not bound to a value.";
    OS_ERROR = "OSError" (EXCEPTION, 5) [rows::OS_ERROR], "Base class for I/O related errors.";
    BLOCKING_IO_ERROR = "BlockingIOError" (OS_ERROR, 5) [NONE], "I/O operation would block.";
    CHILD_PROCESS_ERROR = "ChildProcessError" (OS_ERROR, 5) [NONE], "Child process error.";
    CONNECTION_ERROR = "ConnectionError" (OS_ERROR, 5) [NONE], "Connection error.";
    BROKEN_PIPE_ERROR = "BrokenPipeError" (CONNECTION_ERROR, 5) [NONE], "Broken pipe.";
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError" (CONNECTION_ERROR, 5) [NONE], "Connection aborted.";
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError" (CONNECTION_ERROR, 5) [NONE], "Connection refused.";
    CONNECTION_RESET_ERROR = "ConnectionResetError" (CONNECTION_ERROR, 5) [NONE], "Connection reset.";
    FILE_EXISTS_ERROR = "FileExistsError" (OS_ERROR, 5) [NONE], "File already exists.";
    FILE_NOT_FOUND_ERROR = "FileNotFoundError" (OS_ERROR, 5) [NONE], "File not found.";
    INTERRUPTED_ERROR = "InterruptedError" (OS_ERROR, 5) [NONE], "Interrupted by signal.";
    IS_A_DIRECTORY_ERROR = "IsADirectoryError" (OS_ERROR, 5) [NONE], "Operation doesn't work on directories.";
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError" (OS_ERROR, 5) [NONE], "Operation only works on directories.";
    PERMISSION_ERROR = "PermissionError" (OS_ERROR, 5) [NONE], "Not enough permissions.";
    PROCESS_LOOKUP_ERROR = "ProcessLookupError" (OS_ERROR, 5) [NONE], "Process not found.";
    TIMEOUT_ERROR = "TimeoutError" (OS_ERROR, 5) [NONE], "Timeout expired.";
    REFERENCE_ERROR = "ReferenceError" (EXCEPTION, 0) [], "Weak ref proxy used after referent went away.";
    RUNTIME_ERROR = "RuntimeError" (EXCEPTION, 0) [], "Unspecified run-time error.";
    NOT_IMPLEMENTED_ERROR = "NotImplementedError" (RUNTIME_ERROR, 0) [], "Method or function hasn't been implemented yet.";
    PYTHON_FINALIZATION_ERROR = "PythonFinalizationError" (RUNTIME_ERROR, 0) [], "Operation blocked during Python finalization.";
    RECURSION_ERROR = "RecursionError" (RUNTIME_ERROR, 0) [], "Recursion limit exceeded.";
    STOP_ASYNC_ITERATION = "StopAsyncIteration" (EXCEPTION, 0) [], "Signal the end from iterator.__anext__().";
    STOP_ITERATION = "StopIteration" (EXCEPTION, 1) [rows::STOP_ITERATION], "Signal the end from iterator.__next__().";
    SYNTAX_ERROR = "SyntaxError" (EXCEPTION, 9) [rows::SYNTAX_ERROR], "Invalid syntax.";
    INDENTATION_ERROR = "IndentationError" (SYNTAX_ERROR, 9) [NONE], "Improper indentation.";
    INCOMPLETE_INPUT_ERROR = "_IncompleteInputError" (SYNTAX_ERROR, 9) [NONE], "incomplete input.";
    TAB_ERROR = "TabError" (INDENTATION_ERROR, 9) [NONE], "Improper mixture of spaces and tabs.";
    SYSTEM_ERROR = "SystemError" (EXCEPTION, 0) [], "Internal error in the Python interpreter.";
    TYPE_ERROR = "TypeError" (EXCEPTION, 0) [], "Inappropriate argument type.";
    VALUE_ERROR = "ValueError" (EXCEPTION, 0) [], "Inappropriate argument value (of correct type).";
    UNICODE_ERROR = "UnicodeError" (VALUE_ERROR, 0) [], "Unicode related error.";
    UNICODE_DECODE_ERROR = "UnicodeDecodeError" (UNICODE_ERROR, 5) [rows::UNICODE_DECODE_ERROR], "Unicode decoding error.";
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError" (UNICODE_ERROR, 5) [rows::UNICODE_ENCODE_ERROR], "Unicode encoding error.";
    UNICODE_TRANSLATE_ERROR = "UnicodeTranslateError" (UNICODE_ERROR, 5) [rows::UNICODE_TRANSLATE_ERROR], "Unicode translation error.";
    WARNING = "Warning" (EXCEPTION, 0) [], "Base class for warning categories.";
    BYTES_WARNING = "BytesWarning" (WARNING, 0) [], "Warnings about bytes and buffer problems.";
    DEPRECATION_WARNING = "DeprecationWarning" (WARNING, 0) [], "Warnings about deprecated features.";
    ENCODING_WARNING = "EncodingWarning" (WARNING, 0) [], "Warnings about encodings.";
    FUTURE_WARNING = "FutureWarning" (WARNING, 0) [], "Warnings about constructs that will change in the future.";
    IMPORT_WARNING = "ImportWarning" (WARNING, 0) [], "Warnings about probable mistakes in imports.";
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning" (WARNING, 0) [], "Warnings about features that will be deprecated.";
    RESOURCE_WARNING = "ResourceWarning" (WARNING, 0) [], "Warnings about resource usage.";
    RUNTIME_WARNING = "RuntimeWarning" (WARNING, 0) [], "Warnings about dubious runtime behavior.";
    SYNTAX_WARNING = "SyntaxWarning" (WARNING, 0) [], "Warnings about dubious syntax.";
    UNICODE_WARNING = "UnicodeWarning" (WARNING, 0) [], "Warnings about Unicode problems.";
    USER_WARNING = "UserWarning" (WARNING, 0) [], "Warnings generated by user code.";
}

/// `ExceptionGroup`: the only class with two bases.
pub(crate) static EXCEPTION_GROUP: TypeSpec = TypeSpec::new("ExceptionGroup", "", NONE)
    .with_base(TypeId::BASE_EXCEPTION_GROUP)
    .with_second_base(TypeId::EXCEPTION)
    .with_flags(FLAGS);
