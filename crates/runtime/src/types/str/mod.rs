//! `str`: text as generalised UTF-8.
//!
//! The declaration is here; the methods are in files by family. All work on bytes: a text is found where its bytes
//! are found, and what is cut at character boundaries is text again. Indices count characters; where all characters
//! are ASCII ([`Text::is_ascii`](crate::heap::Text::is_ascii)) they are byte offsets, elsewhere they are found by
//! walking. Nothing here runs Python except `join`, `translate`, formatting and the conversions of arguments.

mod arguments;
mod case;
mod coding;
mod cut;
mod format;
pub mod formatter;
mod iterator;
pub(crate) mod layout;
mod markup;
mod operators;
mod percent;
mod predicates;
mod repr;
mod reversal;
mod search;
mod shortcuts;
mod translate;

pub(crate) use arguments::argument_kind;
pub(crate) use iterator::STR_ITERATOR;
pub(crate) use layout::{center_margins, zero_filled};
pub(crate) use operators::character_length;
pub(crate) use percent::{Flavor, format_percent, percent_text};
pub(crate) use repr::{push_escape, push_hex, quote_bytes};

use crate::native::{Row, TypeSpec, method, raw_method, static_method};

/// `str`.
pub(crate) static STR: TypeSpec = TypeSpec::new(
    "str",
    "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nText: a sequence of characters that can't be changed. str(object) is what print() shows of\nthe object. With encoding or errors, bytes are decoded.",
    ROWS,
);

const SEARCH: &str = "($self, sub, start=None, end=None, /)";
const VALUE: &str = "($self, value, /)";
const SELF: &str = "($self, /)";

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, object='', encoding='utf-8', errors='strict')",
        "Create and return a new object.  See help(type) for accurate signature.",
        coding::new,
    ),
    method("__repr__", SELF, "Return repr(self).", repr::repr),
    raw_method("__str__", SELF, "Return str(self).", operators::str),
    method("__hash__", SELF, "Return hash(self).", operators::hash),
    method("__len__", SELF, "Return len(self).", operators::len),
    raw_method("__iter__", SELF, "Implement iter(self).", iterator::iter),
    method("__contains__", "($self, key, /)", "Return bool(key in self).", search::contains),
    method("__getitem__", "($self, key, /)", "Return self[key].", operators::get_item),
    method("__eq__", VALUE, "Return self==value.", operators::eq),
    method("__ne__", VALUE, "Return self!=value.", operators::ne),
    method("__lt__", VALUE, "Return self<value.", operators::lt),
    method("__le__", VALUE, "Return self<=value.", operators::le),
    method("__gt__", VALUE, "Return self>value.", operators::gt),
    method("__ge__", VALUE, "Return self>=value.", operators::ge),
    method("__add__", VALUE, "Return self+value.", operators::add),
    method("__mul__", VALUE, "Return self*value.", operators::mul),
    method("__rmul__", VALUE, "Return value*self.", operators::mul),
    method("__mod__", VALUE, "Return self%value.", operators::modulo),
    method("__rmod__", VALUE, "Return value%self.", operators::modulo_reflected),
    raw_method(
        "__format__",
        "($self, format_spec, /)",
        "Return the text in a field as format_spec describes it.",
        format::format_str,
    ),
    method("__getnewargs__", SELF, "Return what __new__ needs to make the text again.", operators::get_new_args),
    method("__sizeof__", SELF, "Return the size of the string in memory, in bytes.", operators::size_of),
    method(
        "capitalize",
        SELF,
        "Return a copy whose first character is in title case and the rest in lower case.",
        case::capitalize,
    ),
    method("casefold", SELF, "Return a copy for comparing without regard to case.", case::casefold),
    method(
        "center",
        "($self, width, fillchar=' ', /)",
        "Return the text in the middle of a field of that width, filled up with fillchar.",
        layout::center,
    ),
    method(
        "count",
        SEARCH,
        "Return how often sub occurs in the text (or in text[start:end]) without overlapping.",
        search::count,
    )
    .with_shortcut(shortcuts::count),
    method(
        "encode",
        "($self, /, encoding='utf-8', errors='strict')",
        "Return the text as bytes.\n\n  encoding\n    The name of the encoding.\n  errors\n    What to do with characters that the encoding lacks: 'strict' raises UnicodeEncodeError,\n    'ignore' leaves them out, 'replace' puts '?'; others are 'xmlcharrefreplace',\n    'backslashreplace', 'namereplace', 'surrogateescape' and 'surrogatepass'.",
        coding::encode,
    )
    .with_shortcut(shortcuts::encode),
    method(
        "endswith",
        "($self, suffix, start=None, end=None, /)",
        "Return True if the text (or text[start:end]) ends with suffix, a text or a tuple of them.",
        search::endswith,
    )
    .with_shortcut(shortcuts::endswith),
    method(
        "expandtabs",
        "($self, /, tabsize=8)",
        "Return a copy where each tab becomes spaces up to the next multiple of tabsize.",
        layout::expandtabs,
    ),
    method(
        "find",
        SEARCH,
        "Return the index where sub is first found in the text (or text[start:end]), -1 if nowhere.",
        search::find,
    )
    .with_shortcut(shortcuts::find),
    raw_method(
        "format",
        "($self, /, *args, **kwargs)",
        "Return a copy where the fields in braces are replaced by the arguments.",
        format::format,
    ),
    raw_method(
        "format_map",
        "($self, mapping, /)",
        "Return a copy where the fields in braces are replaced by the values of the mapping.",
        format::format_map,
    ),
    method(
        "index",
        SEARCH,
        "Return the index where sub is first found in the text (or text[start:end]).\n\nRaise ValueError if it is nowhere.",
        search::index,
    )
    .with_shortcut(shortcuts::index),
    method("isalnum", SELF, "Return True if there are characters and all are letters or numbers.", predicates::isalnum)
        .with_shortcut(shortcuts::isalnum),
    method("isalpha", SELF, "Return True if there are characters and all are letters.", predicates::isalpha)
        .with_shortcut(shortcuts::isalpha),
    method(
        "isascii",
        SELF,
        "Return True if all characters are below U+0080; so also for an empty text.",
        predicates::isascii,
    )
    .with_shortcut(shortcuts::isascii),
    method("isdecimal", SELF, "Return True if there are characters and all are decimal digits.", predicates::isdecimal)
        .with_shortcut(shortcuts::isdigit),
    method(
        "isdigit",
        SELF,
        "Return True if there are characters and all are digits, superscripts and the like included.",
        predicates::isdigit,
    )
    .with_shortcut(shortcuts::isdigit),
    method(
        "isidentifier",
        SELF,
        "Return True if the text could be a name in a program.\n\nkeyword.iskeyword() tells which of them are reserved.",
        predicates::isidentifier,
    ),
    method(
        "islower",
        SELF,
        "Return True if there are letters with case and all of them are in lower case.",
        predicates::islower,
    ),
    method("isnumeric", SELF, "Return True if there are characters and all stand for numbers.", predicates::isnumeric)
        .with_shortcut(shortcuts::isdigit),
    method("isprintable", SELF, "Return True if repr() shows all characters as they are.", predicates::isprintable),
    method("isspace", SELF, "Return True if there are characters and all are white space.", predicates::isspace)
        .with_shortcut(shortcuts::isspace),
    method(
        "istitle",
        SELF,
        "Return True if there are words, and each starts in upper case and goes on in lower case.",
        predicates::istitle,
    ),
    method(
        "isupper",
        SELF,
        "Return True if there are letters with case and all of them are in upper case.",
        predicates::isupper,
    ),
    method(
        "join",
        "($self, iterable, /)",
        "Return the texts of the iterable one after the other, with this text between them.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'",
        layout::join,
    )
    .with_shortcut(shortcuts::join),
    method(
        "ljust",
        "($self, width, fillchar=' ', /)",
        "Return the text at the left of a field of that width, filled up with fillchar.",
        layout::ljust,
    ),
    method("lower", SELF, "Return a copy in lower case.", case::lower).with_shortcut(shortcuts::lower),
    method(
        "lstrip",
        "($self, chars=None, /)",
        "Return a copy without white space (or the given characters) at the start.",
        cut::lstrip,
    )
    .with_shortcut(shortcuts::lstrip),
    static_method(
        "maketrans",
        "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
        "Return a table for translate(): from a dict of characters or their numbers,\nor from two texts of the same length and a third with the characters to leave out.",
        translate::maketrans,
    ),
    raw_method(
        "partition",
        "($self, sep, /)",
        "Return what is before the first sep, sep itself, and what is after it.\n\nWithout sep in it: the text and two empty ones.",
        cut::partition,
    ),
    method(
        "removeprefix",
        "($self, prefix, /)",
        "Return a copy without the prefix, if the text starts with it.",
        search::removeprefix,
    )
    .with_shortcut(shortcuts::removeprefix),
    method(
        "removesuffix",
        "($self, suffix, /)",
        "Return a copy without the suffix, if the text ends with it.",
        search::removesuffix,
    )
    .with_shortcut(shortcuts::removesuffix),
    method(
        "replace",
        "($self, old, new, /, count=-1)",
        "Return a copy where each old is replaced by new; only the first count ones if count is not negative.",
        search::replace,
    )
    .with_shortcut(shortcuts::replace),
    method(
        "rfind",
        SEARCH,
        "Return the index where sub is last found in the text (or text[start:end]), -1 if nowhere.",
        search::rfind,
    )
    .with_shortcut(shortcuts::rfind),
    method(
        "rindex",
        SEARCH,
        "Return the index where sub is last found in the text (or text[start:end]).\n\nRaise ValueError if it is nowhere.",
        search::rindex,
    ),
    method(
        "rjust",
        "($self, width, fillchar=' ', /)",
        "Return the text at the right of a field of that width, filled up with fillchar.",
        layout::rjust,
    ),
    raw_method(
        "rpartition",
        "($self, sep, /)",
        "Return what is before the last sep, sep itself, and what is after it.\n\nWithout sep in it: two empty texts and the text.",
        cut::rpartition,
    ),
    method(
        "rsplit",
        "($self, /, sep=None, maxsplit=-1)",
        "Return a list of the parts between separators, with at most maxsplit cuts from the right.\n\nWithout sep, white space separates and empty parts are left out.",
        cut::rsplit,
    ),
    method(
        "rstrip",
        "($self, chars=None, /)",
        "Return a copy without white space (or the given characters) at the end.",
        cut::rstrip,
    )
    .with_shortcut(shortcuts::rstrip),
    method(
        "split",
        "($self, /, sep=None, maxsplit=-1)",
        "Return a list of the parts between separators, with at most maxsplit cuts from the left.\n\nWithout sep, white space separates and empty parts are left out.",
        cut::split,
    )
    .with_shortcut(shortcuts::split),
    method(
        "splitlines",
        "($self, /, keepends=False)",
        "Return a list of the lines; with their line ends if keepends is true.",
        cut::splitlines,
    ),
    method(
        "startswith",
        "($self, prefix, start=None, end=None, /)",
        "Return True if the text (or text[start:end]) starts with prefix, a text or a tuple of them.",
        search::startswith,
    )
    .with_shortcut(shortcuts::startswith),
    method(
        "strip",
        "($self, chars=None, /)",
        "Return a copy without white space (or the given characters) at both ends.",
        cut::strip,
    )
    .with_shortcut(shortcuts::strip),
    method("swapcase", SELF, "Return a copy with upper case for lower case and the other way round.", case::swapcase),
    method("title", SELF, "Return a copy where each word starts in title case and goes on in lower case.", case::title),
    method(
        "translate",
        "($self, table, /)",
        "Return a copy where table[ord(c)] takes the place of each character c.\n\nA value may be a text, the number of a character, or None to leave the character out;\na LookupError leaves it as it is. maketrans() makes such tables.",
        translate::translate,
    ),
    method("upper", SELF, "Return a copy in upper case.", case::upper).with_shortcut(shortcuts::upper),
    method(
        "zfill",
        "($self, width, /)",
        "Return the text in a field of that width, filled up with zeros behind its sign.",
        layout::zfill,
    ),
];
