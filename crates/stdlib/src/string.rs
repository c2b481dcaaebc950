//! `_string`: what `string.Formatter` asks about the syntax of format strings.

use ferropy_runtime::formatter::{formatter_field_name_split, formatter_parser};
use ferropy_runtime::native::{ModuleSpec, Row, function};

/// `_string`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_string",
    doc: "What string.Formatter asks about the syntax of format strings.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("formatter_parser", "($module, object, /)", "The parts of a format string.", formatter_parser),
    function(
        "formatter_field_name_split",
        "($module, object, /)",
        "The parts of a field's name.",
        formatter_field_name_split,
    ),
];
