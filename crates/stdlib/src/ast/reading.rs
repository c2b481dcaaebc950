//! From objects to the compiler's tree: what all nodes have in common. Places are kept in a list, and the tree's offsets are
//! indexes into it, in the order in which nodes start and end.

use super::writing::Context;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use ferropy_syntax::tree::{Expression, Root, SourceRange};
use ferropy_syntax::{Name, Names, Parsed, Source};

/// How deep trees may nest, as in the parser.
const DEEPEST: usize = 1000;

/// The classes from which those of nodes derive.
const GROUPS: &[&str] = &[
    "mod",
    "stmt",
    "expr",
    "expr_context",
    "boolop",
    "operator",
    "unaryop",
    "cmpop",
    "excepthandler",
    "pattern",
    "type_ignore",
    "type_param",
];

/// What makes one tree.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) iso: &'a mut Isolate,
    /// The classes by their names, a dict.
    classes: Value,
    names: Names,
    places: Vec<(u32, u32)>,
    depth: usize,
}

/// A node: its object and the name of its class.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) object: Value,
    pub(super) kind: String,
}

/// Reads a whole program.
pub(super) fn read(
    iso: &mut Isolate,
    classes: Value,
    tree: Value,
    mode: Mode,
) -> Completion<(Source<'static>, Parsed)> {
    let mut reader = Reader { iso, classes, names: Names::new(), places: Vec::new(), depth: 0 };
    let expected = match mode {
        Mode::Exec => "Module",
        Mode::Eval => "Expression",
        Mode::Single => "Interactive",
    };
    let key = reader.iso.intern(expected)?;
    let class = reader.iso.heap.dict_get_name(classes, key).unwrap_or(Value::NONE);
    if !reader.iso.is_instance(tree, class)? {
        let kind = reader.iso.type_name(tree);
        let message = format!("expected {expected} node, got {}", kind.trim_start_matches("ast."));
        return Err(raise::type_error(reader.iso, &message));
    }
    let node = reader.node(tree, "mod")?;
    let root = match mode {
        Mode::Exec => {
            reader.items(&node, "type_ignores")?;
            Root::Module(reader.statements(&node, "body")?)
        }
        Mode::Eval => Root::Expression(Box::new(reader.load(&node, "body")?)),
        Mode::Single => Root::Interactive(reader.block(&node, "body")?),
    };
    let parsed = Parsed { root, names: reader.names, warnings: Vec::new() };
    Ok((Source::of_places(reader.places), parsed))
}

impl Reader<'_> {
    /// An object as a node, which has to be of a group of them: the name of the nearest class that is in the table.
    pub(super) fn node(&mut self, object: Value, group: &str) -> Completion<Node> {
        let key = self.iso.intern(group)?;
        let wanted = self.iso.heap.dict_get_name(self.classes, key).unwrap_or(Value::NONE);
        // The groups themselves are no nodes.
        let is_bare = self.iso.type_of(object) == wanted && GROUPS.contains(&group);
        if is_bare || !self.iso.is_instance(object, wanted)? {
            let shown = self.iso.intern("__repr__")?;
            let shown = self.iso.call_method(object, shown, &[])?;
            let message = format!("expected some sort of {group}, but got {}", self.iso.name_text(shown));
            return Err(raise::type_error(self.iso, &message));
        }
        let class = self.iso.type_of(object);
        let name_key = self.iso.intern("__name__")?;
        for class in self.iso.mro(class) {
            let name = self.iso.get_attr(class, name_key)?;
            let name = self.iso.intern_value(name)?;
            if self.iso.heap.dict_get_name(self.classes, name) == Some(class) {
                return Ok(Node { object, kind: self.iso.name_text(name) });
            }
        }
        Err(raise::internal(self.iso))
    }

    /// A field that may be absent, as if it were None.
    pub(super) fn opt_field(&mut self, node: &Node, field: &str) -> Completion<Option<Value>> {
        let name = self.iso.intern(field)?;
        Ok(self.iso.get_attr_opt(node.object, name)?.filter(|value| !value.is_none()))
    }

    /// A field that has to be there.
    pub(super) fn field(&mut self, node: &Node, field: &str) -> Completion {
        let name = self.iso.intern(field)?;
        match self.iso.get_attr_opt(node.object, name)? {
            Some(value) => Ok(value),
            None => {
                let message = format!("required field \"{field}\" missing from {}", node.kind);
                Err(raise::type_error(self.iso, &message))
            }
        }
    }

    /// A field that has to be a node.
    pub(super) fn child(&mut self, node: &Node, field: &str, group: &str) -> Completion<Node> {
        let value = self.field(node, field)?;
        if value.is_none() {
            return Err(self.wrong(&format!("field '{field}' is required for {}", node.kind)));
        }
        self.node(value, group)
    }

    /// The items of a field that is a list; none if it is absent.
    pub(super) fn items(&mut self, node: &Node, field: &str) -> Completion<Vec<Value>> {
        let name = self.iso.intern(field)?;
        let Some(list) = self.iso.get_attr_opt(node.object, name)? else { return Ok(Vec::new()) };
        let inner = self.iso.unwrap(list);
        if self.iso.heap.kind(inner) != Some(Kind::List) {
            let kind = self.iso.type_name(list);
            let message = format!("{} field \"{field}\" must be a list, not a {kind}", node.kind);
            return Err(raise::type_error(self.iso, &message));
        }
        Ok(self.iso.heap.items(inner).collect())
    }

    /// What a function makes of each item of a list.
    pub(super) fn list<T>(
        &mut self,
        node: &Node,
        field: &str,
        mut read: impl FnMut(&mut Self, Value) -> Completion<T>,
    ) -> Completion<Box<[T]>> {
        let mut made = Vec::new();
        for item in self.items(node, field)? {
            made.push(read(self, item)?);
        }
        Ok(made.into())
    }

    /// A list that must not be empty.
    pub(super) fn filled<T>(&mut self, node: &Node, field: &str, items: Box<[T]>) -> Completion<Box<[T]>> {
        if items.is_empty() {
            return Err(self.wrong(&format!("empty {field} on {}", node.kind)));
        }
        Ok(items)
    }

    /// `ValueError`.
    #[cold]
    pub(super) fn wrong(&mut self, message: &str) -> Raised {
        raise::value_error(self.iso, message)
    }

    /// Reads a node one level deeper.
    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Completion<T>) -> Completion<T> {
        if self.depth >= DEEPEST {
            return Err(raise::recursion_error(self.iso, "maximum recursion depth exceeded during compilation"));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// A number that says where a node is.
    fn number(&mut self, node: &Node, field: &str, group: &str, other: Option<i64>) -> Completion<i64> {
        let value = self.opt_field(node, field)?;
        match (value, other) {
            (Some(value), _) => {
                if !self.iso.is_int(value) {
                    let shown = self.iso.intern("__repr__")?;
                    let shown = self.iso.call_method(value, shown, &[])?;
                    let message = format!("invalid integer value: {}", self.iso.name_text(shown));
                    return Err(self.wrong(&message));
                }
                self.iso.to_isize(value)
            }
            (None, Some(other)) => Ok(other),
            (None, None) => {
                let message = format!("required field \"{field}\" missing from {group}");
                Err(raise::type_error(self.iso, &message))
            }
        }
    }

    /// The place where a node starts, which may be asked for once.
    pub(super) fn start(&mut self, node: &Node, group: &str) -> Completion<u32> {
        let place = (self.number(node, "lineno", group, None)?, self.number(node, "col_offset", group, None)?);
        Ok(self.add_place(place))
    }

    /// The range of a node that started there and whose parts were read.
    pub(super) fn range(&mut self, node: &Node, start: u32) -> Completion<SourceRange> {
        let (line, column) = (self.number(node, "lineno", "", Some(0))?, self.number(node, "col_offset", "", Some(0))?);
        let end_line = self.number(node, "end_lineno", "", Some(line))?;
        let end_column = self.number(node, "end_col_offset", "", Some(column))?;
        if line > end_line {
            return Err(self.wrong(&format!("AST node line range ({line}, {end_line}) is not valid")));
        }
        if line < 0 && end_line != line || column < 0 && end_column != column {
            let message = format!("AST node column range ({column}, {end_column}) for line range ({line}, {end_line})");
            return Err(self.wrong(&format!("{message} is not valid")));
        }
        if line == end_line && column > end_column {
            let range = format!("line {line}, column {column}-{end_column}");
            return Err(self.wrong(&format!("{range} is not a valid range")));
        }
        let end = self.add_place((end_line, end_column));
        Ok(SourceRange::new(start, end))
    }

    fn add_place(&mut self, (line, column): (i64, i64)) -> u32 {
        self.places.push((u32::try_from(line).unwrap_or(0), u32::try_from(column).unwrap_or(0)));
        (self.places.len() - 1) as u32
    }

    pub(super) fn identifier(&mut self, value: Value) -> Completion<Name> {
        if self.iso.as_str(value).is_none() {
            return Err(raise::type_error(self.iso, "AST identifier must be of type str"));
        }
        let text = self.iso.name_text(value);
        if matches!(&*text, "None" | "True" | "False") {
            return Err(self.wrong(&format!("identifier field can't represent '{text}' constant")));
        }
        Ok(self.names.intern(&text))
    }

    pub(super) fn name(&mut self, node: &Node, field: &str) -> Completion<Name> {
        let value = self.field(node, field)?;
        self.identifier(value)
    }

    pub(super) fn opt_name(&mut self, node: &Node, field: &str) -> Completion<Option<Name>> {
        match self.opt_field(node, field)? {
            Some(value) => Ok(Some(self.identifier(value)?)),
            None => Ok(None),
        }
    }

    pub(super) fn load(&mut self, node: &Node, field: &str) -> Completion<Expression> {
        self.target(node, field, Context::Load)
    }

    pub(super) fn target(&mut self, node: &Node, field: &str, context: Context) -> Completion<Expression> {
        let value = self.field(node, field)?;
        if value.is_none() {
            return Err(self.wrong(&format!("field '{field}' is required for {}", node.kind)));
        }
        self.expression(value, context)
    }

    pub(super) fn opt_load(&mut self, node: &Node, field: &str) -> Completion<Option<Expression>> {
        match self.opt_field(node, field)? {
            Some(value) => Ok(Some(self.expression(value, Context::Load)?)),
            None => Ok(None),
        }
    }

    pub(super) fn opt_boxed(&mut self, node: &Node, field: &str) -> Completion<Option<Box<Expression>>> {
        Ok(self.opt_load(node, field)?.map(Box::new))
    }

    pub(super) fn expressions(&mut self, node: &Node, field: &str, context: Context) -> Completion<Box<[Expression]>> {
        self.list(node, field, |reader, item| {
            if item.is_none() {
                return Err(reader.wrong("None disallowed in expression list"));
            }
            reader.expression(item, context)
        })
    }
}
