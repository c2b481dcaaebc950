//! A constant for each name that the runtime uses.

use crate::value::{Immediate, Value};
use ferropy_bytecode::names::FIRST;

macro_rules! define_names {
    ($($name:ident)*; $($other:ident = $text:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "numbers the names below")]
        pub(super) enum Number { $($name,)* $($other,)* }

        $(
            #[allow(missing_docs, reason = "the name is the text")]
            #[allow(non_upper_case_globals, reason = "named as Python names it")]
            pub const $name: Value = Value::immediate(Immediate::Name, (FIRST + Number::$name as usize) as u32);
        )*
        $(
            #[doc = concat!("`", $text, "`")]
            #[allow(non_upper_case_globals, reason = "named as Python names it")]
            pub const $other: Value = Value::immediate(Immediate::Name, (FIRST + Number::$other as usize) as u32);
        )*
    };
}

ferropy_bytecode::for_each_name!(define_names);
