//! The builtin types: one file or folder each, of the same shape: the declaration on top, functions below.
//!
//! The list here numbers them. To add a type: its file, and its line in the list.

use crate::native::{TypeId, TypeSpec};

macro_rules! core_types {
    ($($name:ident = $path:path;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "numbers the types below")]
        enum Number { $($name,)* }

        impl TypeId {
            $(
                #[doc = concat!("The type declared as `", stringify!($path), "`.")]
                pub const $name: TypeId = TypeId(Number::$name as u16);
            )*
        }

        /// The core types by number.
        pub(crate) static CORE: &[&TypeSpec] = &[$(&$path,)*];
    };
}

core_types! {
    OBJECT = object::OBJECT;
    TYPE = type_object::TYPE;
    NONE_TYPE = singletons::NONE_TYPE;
    ELLIPSIS_TYPE = singletons::ELLIPSIS_TYPE;
    NOT_IMPLEMENTED_TYPE = singletons::NOT_IMPLEMENTED_TYPE;
    INT = int::INT;
    BOOL = bool::BOOL;
    FLOAT = float::FLOAT;
    COMPLEX = complex::COMPLEX;
    STR = str::STR;
    STR_ITERATOR = str::STR_ITERATOR;
    BYTES = bytes::BYTES;
    BYTES_ITERATOR = bytes::BYTES_ITERATOR;
    BYTEARRAY = bytearray::BYTEARRAY;
    BYTEARRAY_ITERATOR = bytearray::BYTEARRAY_ITERATOR;
    MEMORYVIEW = memoryview::MEMORYVIEW;
    MEMORY_ITERATOR = memoryview::MEMORY_ITERATOR;
    LIST = list::LIST;
    LIST_ITERATOR = list::LIST_ITERATOR;
    LIST_REVERSE_ITERATOR = list::LIST_REVERSE_ITERATOR;
    TUPLE = tuple::TUPLE;
    TUPLE_ITERATOR = tuple::TUPLE_ITERATOR;
    DICT = dict::DICT;
    DICT_KEYS = dict::views::DICT_KEYS;
    DICT_VALUES = dict::views::DICT_VALUES;
    DICT_ITEMS = dict::views::DICT_ITEMS;
    DICT_KEY_ITERATOR = dict::views::DICT_KEY_ITERATOR;
    DICT_VALUE_ITERATOR = dict::views::DICT_VALUE_ITERATOR;
    DICT_ITEM_ITERATOR = dict::views::DICT_ITEM_ITERATOR;
    DICT_REVERSE_KEY_ITERATOR = dict::views::DICT_REVERSE_KEY_ITERATOR;
    DICT_REVERSE_VALUE_ITERATOR = dict::views::DICT_REVERSE_VALUE_ITERATOR;
    DICT_REVERSE_ITEM_ITERATOR = dict::views::DICT_REVERSE_ITEM_ITERATOR;
    MAPPING_PROXY = mapping_proxy::MAPPING_PROXY;
    SET = set::SET;
    FROZENSET = set::FROZENSET;
    SET_ITERATOR = set::SET_ITERATOR;
    RANGE = range::RANGE;
    RANGE_ITERATOR = range::RANGE_ITERATOR;
    SLICE = slice::SLICE;
    ENUMERATE = iterators::ENUMERATE;
    ZIP = iterators::ZIP;
    MAP = iterators::MAP;
    FILTER = iterators::FILTER;
    REVERSED = iterators::REVERSED;
    SEQUENCE_ITERATOR = iterators::SEQUENCE_ITERATOR;
    CALLABLE_ITERATOR = iterators::CALLABLE_ITERATOR;
    FUNCTION = function::FUNCTION;
    BUILTIN_FUNCTION = builtin_function::BUILTIN_FUNCTION;
    METHOD_DESCRIPTOR = builtin_function::METHOD_DESCRIPTOR;
    CLASS_METHOD_DESCRIPTOR = builtin_function::CLASS_METHOD_DESCRIPTOR;
    GETSET_DESCRIPTOR = builtin_function::GETSET_DESCRIPTOR;
    WRAPPER_DESCRIPTOR = builtin_function::WRAPPER_DESCRIPTOR;
    METHOD_WRAPPER = builtin_function::METHOD_WRAPPER;
    METHOD = method::METHOD;
    MEMBER_DESCRIPTOR = descriptors::MEMBER_DESCRIPTOR;
    CLASS_METHOD = descriptors::CLASS_METHOD;
    STATIC_METHOD = descriptors::STATIC_METHOD;
    PROPERTY = descriptors::PROPERTY;
    SUPER = super_object::SUPER;
    TUPLE_GETTER = tuple_getter::TUPLE_GETTER;
    DEQUE = deque::DEQUE;
    DEQUE_ITERATOR = deque::DEQUE_ITERATOR;
    DEQUE_REVERSE_ITERATOR = deque::DEQUE_REVERSE_ITERATOR;
    CELL = cell::CELL;
    CODE = code::CODE;
    MODULE = module::MODULE;
    MODULE_SPEC = module_spec::MODULE_SPEC;
    BUILTIN_IMPORTER = module_spec::BUILTIN_IMPORTER;
    SOURCE_LOADER = module_spec::SOURCE_LOADER;
    GENERATOR = generator::GENERATOR;
    COROUTINE = generator::COROUTINE;
    COROUTINE_WRAPPER = generator::COROUTINE_WRAPPER;
    ASYNC_GENERATOR = generator::ASYNC_GENERATOR;
    ASYNC_GENERATOR_STEP = generator::ASYNC_GENERATOR_STEP;
    ASYNC_GENERATOR_THROW = generator::ASYNC_GENERATOR_THROW;
    ANEXT_AWAITABLE = generator::ANEXT_AWAITABLE;
    TRACEBACK = traceback::TRACEBACK;
    FRAME = frame::FRAME;
    FRAME_LOCALS = frame_locals::FRAME_LOCALS;
    SIMPLE_NAMESPACE = simple_namespace::SIMPLE_NAMESPACE;
    GENERIC_ALIAS = generic_alias::GENERIC_ALIAS;
    UNION = generic_alias::UNION;
    TYPE_VAR = type_parameters::variables::TYPE_VAR;
    PARAM_SPEC = type_parameters::variables::PARAM_SPEC;
    PARAM_SPEC_ARGS = type_parameters::variables::PARAM_SPEC_ARGS;
    PARAM_SPEC_KWARGS = type_parameters::variables::PARAM_SPEC_KWARGS;
    TYPE_VAR_TUPLE = type_parameters::variables::TYPE_VAR_TUPLE;
    UNPACKED = type_parameters::variables::UNPACKED;
    NO_DEFAULT_TYPE = type_parameters::evaluation::NO_DEFAULT_TYPE;
    CONST_EVALUATOR = type_parameters::evaluation::CONST_EVALUATOR;
    TYPE_ALIAS = type_parameters::alias::TYPE_ALIAS;
    GENERIC = type_parameters::generic::GENERIC;
    WEAK_REFERENCE = weak_reference::WEAK_REFERENCE;
    UNRAISABLE_ARGUMENTS = crate::finalization::UNRAISABLE_ARGUMENTS;
    TEMPLATE = template::TEMPLATE;
    INTERPOLATION = template::INTERPOLATION;
    TEMPLATE_ITERATOR = template::TEMPLATE_ITERATOR;
    BASE_EXCEPTION = exceptions::BASE_EXCEPTION;
    BASE_EXCEPTION_GROUP = exceptions::BASE_EXCEPTION_GROUP;
    GENERATOR_EXIT = exceptions::GENERATOR_EXIT;
    KEYBOARD_INTERRUPT = exceptions::KEYBOARD_INTERRUPT;
    SYSTEM_EXIT = exceptions::SYSTEM_EXIT;
    EXCEPTION = exceptions::EXCEPTION;
    EXCEPTION_GROUP = exceptions::EXCEPTION_GROUP;
    ARITHMETIC_ERROR = exceptions::ARITHMETIC_ERROR;
    FLOATING_POINT_ERROR = exceptions::FLOATING_POINT_ERROR;
    OVERFLOW_ERROR = exceptions::OVERFLOW_ERROR;
    ZERO_DIVISION_ERROR = exceptions::ZERO_DIVISION_ERROR;
    ASSERTION_ERROR = exceptions::ASSERTION_ERROR;
    ATTRIBUTE_ERROR = exceptions::ATTRIBUTE_ERROR;
    BUFFER_ERROR = exceptions::BUFFER_ERROR;
    EOF_ERROR = exceptions::EOF_ERROR;
    IMPORT_ERROR = exceptions::IMPORT_ERROR;
    MODULE_NOT_FOUND_ERROR = exceptions::MODULE_NOT_FOUND_ERROR;
    LOOKUP_ERROR = exceptions::LOOKUP_ERROR;
    INDEX_ERROR = exceptions::INDEX_ERROR;
    KEY_ERROR = exceptions::KEY_ERROR;
    MEMORY_ERROR = exceptions::MEMORY_ERROR;
    NAME_ERROR = exceptions::NAME_ERROR;
    UNBOUND_LOCAL_ERROR = exceptions::UNBOUND_LOCAL_ERROR;
    OS_ERROR = exceptions::OS_ERROR;
    BLOCKING_IO_ERROR = exceptions::BLOCKING_IO_ERROR;
    CHILD_PROCESS_ERROR = exceptions::CHILD_PROCESS_ERROR;
    CONNECTION_ERROR = exceptions::CONNECTION_ERROR;
    BROKEN_PIPE_ERROR = exceptions::BROKEN_PIPE_ERROR;
    CONNECTION_ABORTED_ERROR = exceptions::CONNECTION_ABORTED_ERROR;
    CONNECTION_REFUSED_ERROR = exceptions::CONNECTION_REFUSED_ERROR;
    CONNECTION_RESET_ERROR = exceptions::CONNECTION_RESET_ERROR;
    FILE_EXISTS_ERROR = exceptions::FILE_EXISTS_ERROR;
    FILE_NOT_FOUND_ERROR = exceptions::FILE_NOT_FOUND_ERROR;
    INTERRUPTED_ERROR = exceptions::INTERRUPTED_ERROR;
    IS_A_DIRECTORY_ERROR = exceptions::IS_A_DIRECTORY_ERROR;
    NOT_A_DIRECTORY_ERROR = exceptions::NOT_A_DIRECTORY_ERROR;
    PERMISSION_ERROR = exceptions::PERMISSION_ERROR;
    PROCESS_LOOKUP_ERROR = exceptions::PROCESS_LOOKUP_ERROR;
    TIMEOUT_ERROR = exceptions::TIMEOUT_ERROR;
    REFERENCE_ERROR = exceptions::REFERENCE_ERROR;
    RUNTIME_ERROR = exceptions::RUNTIME_ERROR;
    NOT_IMPLEMENTED_ERROR = exceptions::NOT_IMPLEMENTED_ERROR;
    PYTHON_FINALIZATION_ERROR = exceptions::PYTHON_FINALIZATION_ERROR;
    RECURSION_ERROR = exceptions::RECURSION_ERROR;
    STOP_ASYNC_ITERATION = exceptions::STOP_ASYNC_ITERATION;
    STOP_ITERATION = exceptions::STOP_ITERATION;
    SYNTAX_ERROR = exceptions::SYNTAX_ERROR;
    INDENTATION_ERROR = exceptions::INDENTATION_ERROR;
    INCOMPLETE_INPUT_ERROR = exceptions::INCOMPLETE_INPUT_ERROR;
    TAB_ERROR = exceptions::TAB_ERROR;
    SYSTEM_ERROR = exceptions::SYSTEM_ERROR;
    TYPE_ERROR = exceptions::TYPE_ERROR;
    VALUE_ERROR = exceptions::VALUE_ERROR;
    UNICODE_ERROR = exceptions::UNICODE_ERROR;
    UNICODE_DECODE_ERROR = exceptions::UNICODE_DECODE_ERROR;
    UNICODE_ENCODE_ERROR = exceptions::UNICODE_ENCODE_ERROR;
    UNICODE_TRANSLATE_ERROR = exceptions::UNICODE_TRANSLATE_ERROR;
    WARNING = exceptions::WARNING;
    BYTES_WARNING = exceptions::BYTES_WARNING;
    DEPRECATION_WARNING = exceptions::DEPRECATION_WARNING;
    ENCODING_WARNING = exceptions::ENCODING_WARNING;
    FUTURE_WARNING = exceptions::FUTURE_WARNING;
    IMPORT_WARNING = exceptions::IMPORT_WARNING;
    PENDING_DEPRECATION_WARNING = exceptions::PENDING_DEPRECATION_WARNING;
    RESOURCE_WARNING = exceptions::RESOURCE_WARNING;
    RUNTIME_WARNING = exceptions::RUNTIME_WARNING;
    SYNTAX_WARNING = exceptions::SYNTAX_WARNING;
    UNICODE_WARNING = exceptions::UNICODE_WARNING;
    USER_WARNING = exceptions::USER_WARNING;
}

pub(crate) use crate::exceptions::hierarchy as exceptions;

pub(crate) mod bool;
pub(crate) mod builtin_function;
pub(crate) mod byte_string;
pub(crate) mod bytearray;
pub(crate) mod bytes;
pub(crate) mod cell;
pub(crate) mod code;
pub(crate) mod code_changes;
pub(crate) mod complex;
pub(crate) mod deque;
pub(crate) mod descriptors;
pub(crate) mod dict;
pub(crate) mod float;
pub(crate) mod frame;
pub(crate) mod frame_locals;
pub(crate) mod function;
pub(crate) mod generator;
pub(crate) mod generic_alias;
pub(crate) mod int;
pub(crate) mod iterators;
pub(crate) mod list;
pub(crate) mod mapping_proxy;
pub(crate) mod memoryview;
pub(crate) mod method;
pub(crate) mod module;
pub(crate) mod module_spec;
pub(crate) mod numbers;
pub(crate) mod object;
pub(crate) mod plain_format;
pub(crate) mod range;
pub(crate) mod sequence;
pub(crate) mod set;
pub(crate) mod simple_namespace;
pub(crate) mod singletons;
pub(crate) mod slice;
pub(crate) mod str;
pub(crate) mod super_object;
pub(crate) mod template;
pub(crate) mod traceback;
pub(crate) mod tuple;
pub(crate) mod tuple_getter;
pub(crate) mod type_object;
pub(crate) mod type_parameters;
pub(crate) mod weak_reference;
