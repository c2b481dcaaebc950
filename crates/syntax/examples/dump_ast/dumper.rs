//! A tree in the format of `ast.dump(tree, include_attributes=True)`.

use ferropy_syntax::tree::*;
use ferropy_syntax::{Name, Names, Source};
use std::fmt::Write as _;

/// A whole program's tree as text.
pub(crate) fn dump(root: &Root, names: &Names, source: &Source) -> String {
    let mut dumper = Dumper { source, names, out: String::new(), positions: true };
    dumper.root(root);
    dumper.out
}

/// The same without positions, for tests of shapes.
#[allow(dead_code, reason = "the example prints positions always")]
pub(crate) fn dump_shape(root: &Root, names: &Names, source: &Source) -> String {
    let mut dumper = Dumper { source, names, out: String::new(), positions: false };
    dumper.root(root);
    dumper.out
}

#[derive(Clone, Copy)]
enum Context {
    Load,
    Store,
    Del,
}

struct Dumper<'a> {
    source: &'a Source<'a>,
    names: &'a Names,
    out: String,
    positions: bool,
}

/// Prints fields as `name=value` with commas between them.
macro_rules! node {
    ($dumper:ident, $class:expr $(, $name:literal => $value:expr)*) => {{
        $dumper.out.push_str($class);
        $dumper.out.push('(');
        $(
            let field = $dumper.begin_field($name);
            $value;
            $dumper.end_field(field);
        )*
    }};
}

impl Dumper<'_> {
    /// Prints the name of a field whose value follows; returns what [`Self::end_field`] wants.
    fn begin_field(&mut self, name: &str) -> (usize, usize) {
        let before = self.out.len();
        if !self.out.ends_with('(') {
            self.out.push_str(", ");
        }
        self.out.push_str(name);
        self.out.push('=');
        (before, self.out.len())
    }

    /// Takes the name back if no value followed.
    fn end_field(&mut self, (before, filled): (usize, usize)) {
        if self.out.len() == filled {
            self.out.truncate(before);
        }
    }

    fn close(&mut self, range: SourceRange) {
        if !self.positions {
            return self.out.push(')');
        }
        let start = self.source.location(range.start);
        let end = self.source.location(range.end);
        let comma = if self.out.ends_with('(') { "" } else { ", " };
        let _ = write!(
            self.out,
            "{comma}lineno={}, col_offset={}, end_lineno={}, end_col_offset={})",
            start.line, start.column_utf8, end.line, end.column_utf8
        );
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            each(self, item);
        }
        self.out.push(']');
    }

    fn root(&mut self, root: &Root) {
        match root {
            Root::Module(body) => node!(self, "Module", "body" => self.body(body)),
            Root::Interactive(body) => node!(self, "Interactive", "body" => self.body(body)),
            Root::Expression(body) => node!(self, "Expression", "body" => self.load(body)),
        }
        self.out.push(')');
    }

    fn body(&mut self, body: &[Statement]) {
        self.list(body, |this, statement| this.statement(statement));
    }

    fn name(&mut self, name: Name) {
        let _ = write!(self.out, "{}", ascii_string(self.names.text(name).as_bytes()));
    }

    fn load(&mut self, expression: &Expression) {
        self.expression(expression, Context::Load);
    }

    fn opt(&mut self, expression: Option<&Expression>) {
        if let Some(expression) = expression {
            self.load(expression);
        }
    }

    fn loads(&mut self, expressions: &[Expression]) {
        self.list(expressions, |this, expression| this.load(expression));
    }

    fn elif(&mut self, elifs: &[Elif], orelse: &[Statement], end: u32) {
        let Some((first, rest)) = elifs.split_first() else { return self.body(orelse) };
        self.out.push('[');
        node!(self, "If", "test" => self.load(&first.test), "body" => self.body(&first.body), "orelse" => self.elif(rest, orelse, end));
        self.close(SourceRange::new(first.range.start, end));
        self.out.push(']');
    }

    fn function(&mut self, class: &str, function: &FunctionDef) {
        node!(self, class, "name" => self.name(function.name), "args" => self.arguments(&function.args), "body" => self.body(&function.body),
            "decorator_list" => self.loads(&function.decorators), "returns" => self.opt(function.returns.as_ref()),
            "type_params" => self.type_params(&function.type_params));
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::FunctionDef(function) => self.function("FunctionDef", function),
            StatementKind::AsyncFunctionDef(function) => self.function("AsyncFunctionDef", function),
            StatementKind::ClassDef(class) => {
                node!(self, "ClassDef", "name" => self.name(class.name), "bases" => self.loads(&class.bases),
                    "keywords" => self.keywords(&class.keywords), "body" => self.body(&class.body),
                    "decorator_list" => self.loads(&class.decorators), "type_params" => self.type_params(&class.type_params));
            }
            StatementKind::Return(value) => node!(self, "Return", "value" => self.opt(value.as_deref())),
            StatementKind::Delete(targets) => {
                node!(self, "Delete", "targets" => self.list(targets, |this, target| this.expression(target, Context::Del)));
            }
            StatementKind::Assign(assign) => {
                node!(self, "Assign", "targets" => self.list(&assign.targets, |this, target| this.expression(target, Context::Store)),
                    "value" => self.load(&assign.value));
            }
            StatementKind::TypeAlias(alias) => {
                node!(self, "TypeAlias", "name" => self.expression(&alias.name, Context::Store),
                    "type_params" => self.type_params(&alias.type_params), "value" => self.load(&alias.value));
            }
            StatementKind::AugAssign(assign) => {
                node!(self, "AugAssign", "target" => self.expression(&assign.target, Context::Store),
                    "op" => self.operator(assign.op), "value" => self.load(&assign.value));
            }
            StatementKind::AnnAssign(assign) => {
                node!(self, "AnnAssign", "target" => self.expression(&assign.target, Context::Store),
                    "annotation" => self.load(&assign.annotation), "value" => self.opt(assign.value.as_ref()),
                    "simple" => self.out.push(if assign.simple { '1' } else { '0' }));
            }
            StatementKind::For(statement) => self.for_loop("For", statement),
            StatementKind::AsyncFor(statement) => self.for_loop("AsyncFor", statement),
            StatementKind::While(statement) => {
                node!(self, "While", "test" => self.load(&statement.test), "body" => self.body(&statement.body), "orelse" => self.body(&statement.orelse));
            }
            StatementKind::If(branch) => {
                node!(self, "If", "test" => self.load(&branch.test), "body" => self.body(&branch.body),
                    "orelse" => self.elif(&branch.elifs, &branch.orelse, statement.range.end));
            }
            StatementKind::With(with) => self.with("With", with),
            StatementKind::AsyncWith(with) => self.with("AsyncWith", with),
            StatementKind::Match(statement) => {
                node!(self, "Match", "subject" => self.load(&statement.subject),
                "cases" => self.list(&statement.cases, |this, case| {
                    node!(this, "match_case", "pattern" => this.pattern(&case.pattern), "guard" => this.opt(case.guard.as_ref()), "body" => this.body(&case.body));
                    this.out.push(')');
                }));
            }
            StatementKind::Raise(raise) => {
                node!(self, "Raise", "exc" => self.opt(raise.exc.as_ref()), "cause" => self.opt(raise.cause.as_ref()))
            }
            StatementKind::Try(statement) => self.try_statement("Try", statement),
            StatementKind::TryStar(statement) => self.try_statement("TryStar", statement),
            StatementKind::Assert(assert) => {
                node!(self, "Assert", "test" => self.load(&assert.test), "msg" => self.opt(assert.message.as_ref()))
            }
            StatementKind::Import(names) => node!(self, "Import", "names" => self.aliases(names)),
            StatementKind::ImportFrom(import) => {
                node!(self, "ImportFrom", "module" => if let Some(module) = import.module { self.name(module) },
                    "names" => self.aliases(&import.names), "level" => self.out.push_str(&import.level.to_string()));
            }
            StatementKind::Global(names) => {
                node!(self, "Global", "names" => self.list(names, |this, name| this.name(*name)))
            }
            StatementKind::Nonlocal(names) => {
                node!(self, "Nonlocal", "names" => self.list(names, |this, name| this.name(*name)))
            }
            StatementKind::Expr(value) => node!(self, "Expr", "value" => self.load(value)),
            StatementKind::Pass => self.out.push_str("Pass("),
            StatementKind::Break => self.out.push_str("Break("),
            StatementKind::Continue => self.out.push_str("Continue("),
        }
        self.close(statement.range);
    }

    fn for_loop(&mut self, class: &str, statement: &For) {
        node!(self, class, "target" => self.expression(&statement.target, Context::Store), "iter" => self.load(&statement.iter),
            "body" => self.body(&statement.body), "orelse" => self.body(&statement.orelse));
    }

    fn with(&mut self, class: &str, with: &With) {
        node!(self, class, "items" => self.list(&with.items, |this, item| {
            node!(this, "withitem", "context_expr" => this.load(&item.context),
                "optional_vars" => if let Some(target) = &item.target { this.expression(target, Context::Store) });
            this.out.push(')');
        }), "body" => self.body(&with.body));
    }

    fn try_statement(&mut self, class: &str, statement: &Try) {
        node!(self, class, "body" => self.body(&statement.body),
            "handlers" => self.list(&statement.handlers, |this, handler| {
                node!(this, "ExceptHandler", "type" => this.opt(handler.exception.as_ref()),
                    "name" => if let Some(name) = handler.name { this.name(name) }, "body" => this.body(&handler.body));
                this.close(handler.range);
            }),
            "orelse" => self.body(&statement.orelse), "finalbody" => self.body(&statement.finalbody));
    }

    fn aliases(&mut self, aliases: &[Alias]) {
        self.list(aliases, |this, alias| {
            node!(this, "alias", "name" => this.name(alias.name), "asname" => if let Some(name) = alias.asname { this.name(name) });
            this.close(alias.range);
        });
    }

    fn keywords(&mut self, keywords: &[Keyword]) {
        self.list(keywords, |this, keyword| {
            node!(this, "keyword", "arg" => if let Some(name) = keyword.name { this.name(name) }, "value" => this.load(&keyword.value));
            this.close(keyword.range);
        });
    }

    fn arguments(&mut self, arguments: &Arguments) {
        node!(self, "arguments", "posonlyargs" => self.list(&arguments.posonlyargs, |this, parameter| this.parameter(parameter)),
            "args" => self.list(&arguments.args, |this, parameter| this.parameter(parameter)),
            "vararg" => if let Some(parameter) = &arguments.vararg { self.parameter(parameter) },
            "kwonlyargs" => self.list(&arguments.kwonlyargs, |this, parameter| this.parameter(parameter)),
            "kw_defaults" => self.list(&arguments.kw_defaults, |this, default| match default {
                Some(default) => this.load(default),
                None => this.out.push_str("None"),
            }),
            "kwarg" => if let Some(parameter) = &arguments.kwarg { self.parameter(parameter) },
            "defaults" => self.loads(&arguments.defaults));
        self.out.push(')');
    }

    fn parameter(&mut self, parameter: &Parameter) {
        node!(self, "arg", "arg" => self.name(parameter.name), "annotation" => self.opt(parameter.annotation.as_deref()));
        self.close(parameter.range);
    }

    fn type_params(&mut self, params: &[TypeParam]) {
        self.list(params, |this, param| {
            match &param.kind {
                TypeParamKind::TypeVar { bound } => {
                    node!(this, "TypeVar", "name" => this.name(param.name), "bound" => this.opt(bound.as_deref()), "default_value" => this.opt(param.default.as_deref()));
                }
                TypeParamKind::ParamSpec => node!(this, "ParamSpec", "name" => this.name(param.name), "default_value" => this.opt(param.default.as_deref())),
                TypeParamKind::TypeVarTuple => {
                    node!(this, "TypeVarTuple", "name" => this.name(param.name), "default_value" => this.opt(param.default.as_deref()));
                }
            }
            this.close(param.range);
        });
    }

    fn comprehension(&mut self, class: &str, comprehension: &ComprehensionExpression) {
        node!(self, class, "elt" => self.load(&comprehension.elt), "generators" => self.generators(&comprehension.generators));
    }

    fn generators(&mut self, generators: &[Comprehension]) {
        self.list(generators, |this, clause| {
            node!(this, "comprehension", "target" => this.expression(&clause.target, Context::Store), "iter" => this.load(&clause.iter),
                "ifs" => this.loads(&clause.ifs), "is_async" => this.out.push(if clause.is_async { '1' } else { '0' }));
            this.out.push(')');
        });
    }

    fn expression(&mut self, expression: &Expression, context: Context) {
        match &expression.kind {
            ExpressionKind::BoolOp(bool_op) => {
                let op = if bool_op.op == BoolOperator::And { "And()" } else { "Or()" };
                node!(self, "BoolOp", "op" => self.out.push_str(op), "values" => self.loads(&bool_op.values));
            }
            ExpressionKind::NamedExpr(named) => {
                node!(self, "NamedExpr", "target" => self.expression(&named.target, Context::Store), "value" => self.load(&named.value));
            }
            ExpressionKind::BinOp(binary) => {
                node!(self, "BinOp", "left" => self.load(&binary.left), "op" => self.operator(binary.op), "right" => self.load(&binary.right));
            }
            ExpressionKind::UnaryOp(unary) => {
                node!(self, "UnaryOp", "op" => { let _ = write!(self.out, "{:?}()", unary.op); }, "operand" => self.load(&unary.operand));
            }
            ExpressionKind::Lambda(lambda) => {
                node!(self, "Lambda", "args" => self.arguments(&lambda.args), "body" => self.load(&lambda.body))
            }
            ExpressionKind::IfExp(branch) => {
                node!(self, "IfExp", "test" => self.load(&branch.test), "body" => self.load(&branch.body), "orelse" => self.load(&branch.orelse));
            }
            ExpressionKind::Dict(items) => {
                node!(self, "Dict", "keys" => self.list(items, |this, item| match &item.key {
                    Some(key) => this.load(key),
                    None => this.out.push_str("None"),
                }), "values" => self.list(items, |this, item| this.load(&item.value)));
            }
            ExpressionKind::Set(elements) => node!(self, "Set", "elts" => self.loads(elements)),
            ExpressionKind::ListComp(comprehension) => self.comprehension("ListComp", comprehension),
            ExpressionKind::SetComp(comprehension) => self.comprehension("SetComp", comprehension),
            ExpressionKind::GeneratorExp(comprehension) => self.comprehension("GeneratorExp", comprehension),
            ExpressionKind::DictComp(comprehension) => {
                node!(self, "DictComp", "key" => self.load(&comprehension.key), "value" => self.load(&comprehension.value),
                    "generators" => self.generators(&comprehension.generators));
            }
            ExpressionKind::Await(value) => node!(self, "Await", "value" => self.load(value)),
            ExpressionKind::Yield(value) => node!(self, "Yield", "value" => self.opt(value.as_deref())),
            ExpressionKind::YieldFrom(value) => node!(self, "YieldFrom", "value" => self.load(value)),
            ExpressionKind::Compare(compare) => {
                node!(self, "Compare", "left" => self.load(&compare.left),
                    "ops" => self.list(&compare.comparisons, |this, (op, _)| { let _ = write!(this.out, "{op:?}()"); }),
                    "comparators" => self.list(&compare.comparisons, |this, (_, operand)| this.load(operand)));
            }
            ExpressionKind::Call(call) => {
                node!(self, "Call", "func" => self.load(&call.func), "args" => self.loads(&call.args), "keywords" => self.keywords(&call.keywords));
            }
            ExpressionKind::FormattedValue(field) => {
                node!(self, "FormattedValue", "value" => self.load(&field.value), "conversion" => self.conversion(field.conversion),
                    "format_spec" => self.opt(field.format_spec.as_ref()));
            }
            ExpressionKind::Interpolation(field) => {
                node!(self, "Interpolation", "value" => self.load(&field.value), "str" => self.out.push_str(&ascii_string(&field.text)),
                    "conversion" => self.conversion(field.conversion), "format_spec" => self.opt(field.format_spec.as_ref()));
            }
            ExpressionKind::JoinedStr(values) => node!(self, "JoinedStr", "values" => self.loads(values)),
            ExpressionKind::TemplateStr(values) => node!(self, "TemplateStr", "values" => self.loads(values)),
            ExpressionKind::Constant(constant) => {
                let text = &self.source.text()[expression.range.start as usize..];
                let prefixed = text.starts_with(['u', 'U']) && text[1..].starts_with(['"', '\'']);
                let is_string = matches!(constant, Constant::String(_));
                node!(self, "Constant", "value" => self.constant(constant), "kind" => if prefixed && is_string { self.out.push_str("'u'") });
            }
            _ => return self.target(expression, context),
        }
        self.close(expression.range);
    }

    /// The expressions that have a context.
    fn target(&mut self, expression: &Expression, context: Context) {
        match &expression.kind {
            ExpressionKind::Attribute(attribute) => {
                node!(self, "Attribute", "value" => self.load(&attribute.value), "attr" => self.name(attribute.attr))
            }
            ExpressionKind::Subscript(subscript) => {
                node!(self, "Subscript", "value" => self.load(&subscript.value), "slice" => self.load(&subscript.slice))
            }
            ExpressionKind::Starred(value) => node!(self, "Starred", "value" => self.expression(value, context)),
            ExpressionKind::Name(name) => node!(self, "Name", "id" => self.name(*name)),
            ExpressionKind::List(elements) => {
                node!(self, "List", "elts" => self.list(elements, |this, element| this.expression(element, context)))
            }
            ExpressionKind::Tuple(elements) => {
                node!(self, "Tuple", "elts" => self.list(elements, |this, element| this.expression(element, context)))
            }
            ExpressionKind::Slice(slice) => {
                node!(self, "Slice", "lower" => self.opt(slice.lower.as_ref()), "upper" => self.opt(slice.upper.as_ref()), "step" => self.opt(slice.step.as_ref()));
                return self.close(expression.range);
            }
            _ => return,
        }
        if !self.out.ends_with('(') {
            self.out.push_str(", ");
        }
        self.out.push_str(match context {
            Context::Load => "ctx=Load()",
            Context::Store => "ctx=Store()",
            Context::Del => "ctx=Del()",
        });
        self.close(expression.range);
    }

    fn operator(&mut self, op: Operator) {
        let _ = write!(self.out, "{op:?}()");
    }

    fn conversion(&mut self, conversion: Conversion) {
        self.out.push_str(match conversion {
            Conversion::None => "-1",
            Conversion::Str => "115",
            Conversion::Repr => "114",
            Conversion::Ascii => "97",
        });
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::None => self.out.push_str("None"),
            Constant::True => self.out.push_str("True"),
            Constant::False => self.out.push_str("False"),
            Constant::Ellipsis => self.out.push_str("Ellipsis"),
            Constant::Integer(value) => self.out.push_str(&value.to_string()),
            Constant::BigInteger(value) => self.out.push_str(&decimal(value)),
            Constant::Float(value) => self.out.push_str(&float(*value)),
            Constant::Imaginary(value) => {
                let text = float(*value);
                self.out.push_str(text.strip_suffix(".0").unwrap_or(&text));
                self.out.push('j');
            }
            Constant::String(text) => self.out.push_str(&ascii_string(text)),
            Constant::Bytes(bytes) => {
                let text: Vec<u32> = bytes.iter().map(|byte| u32::from(*byte)).collect();
                self.out.push('b');
                self.out.push_str(&quoted(&text));
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match &pattern.kind {
            PatternKind::MatchValue(value) => node!(self, "MatchValue", "value" => self.load(value)),
            PatternKind::MatchSingleton(value) => node!(self, "MatchSingleton", "value" => self.constant(value)),
            PatternKind::MatchSequence(patterns) => node!(self, "MatchSequence", "patterns" => self.patterns(patterns)),
            PatternKind::MatchMapping(mapping) => {
                node!(self, "MatchMapping", "keys" => self.loads(&mapping.keys), "patterns" => self.patterns(&mapping.patterns),
                    "rest" => if let Some(name) = mapping.rest { self.name(name) });
            }
            PatternKind::MatchClass(class) => {
                node!(self, "MatchClass", "cls" => self.load(&class.cls), "patterns" => self.patterns(&class.patterns),
                    "kwd_attrs" => self.list(&class.kwd_attrs, |this, name| this.name(*name)), "kwd_patterns" => self.patterns(&class.kwd_patterns));
            }
            PatternKind::MatchStar(name) => {
                node!(self, "MatchStar", "name" => if let Some(name) = name { self.name(*name) })
            }
            PatternKind::MatchAs(inner, name) => {
                node!(self, "MatchAs", "pattern" => if let Some(inner) = inner { self.pattern(inner) }, "name" => if let Some(name) = name { self.name(*name) });
            }
            PatternKind::MatchOr(patterns) => node!(self, "MatchOr", "patterns" => self.patterns(patterns)),
        }
        self.close(pattern.range);
    }

    fn patterns(&mut self, patterns: &[Pattern]) {
        self.list(patterns, |this, pattern| this.pattern(pattern));
    }
}

/// A string in generalised UTF-8 as `ascii()` shows it.
fn ascii_string(bytes: &[u8]) -> String {
    let mut points = Vec::new();
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let length = match first {
            0..=0x7F => 0,
            0x80..=0xDF => 1,
            0xE0..=0xEF => 2,
            _ => 3,
        };
        let mask = [0x7F, 0x1F, 0x0F, 0x07][length];
        let (tail, behind) = behind.split_at(length.min(behind.len()));
        points.push(tail.iter().fold(u32::from(first & mask), |point, byte| point << 6 | u32::from(byte & 0x3F)));
        rest = behind;
    }
    quoted(&points)
}

fn quoted(points: &[u32]) -> String {
    let has = |quote: char| points.contains(&(quote as u32));
    let quote = if has('\'') && !has('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for point in points {
        let _ = match *point {
            0x5C => write!(out, "\\\\"),
            0x0A => write!(out, "\\n"),
            0x0D => write!(out, "\\r"),
            0x09 => write!(out, "\\t"),
            point if point == quote as u32 => write!(out, "\\{quote}"),
            point @ 0x20..=0x7E => write!(out, "{}", char::from(point as u8)),
            point @ 0..=0xFF => write!(out, "\\x{point:02x}"),
            point @ 0x100..=0xFFFF => write!(out, "\\u{point:04x}"),
            point => write!(out, "\\U{point:08x}"),
        };
    }
    out.push(quote);
    out
}

/// A float as Python's `repr` shows it.
fn float(value: f64) -> String {
    if value.is_infinite() {
        return String::from("inf");
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return format!("{value:?}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

/// The decimal digits of a large integer.
fn decimal(value: &BigInteger) -> String {
    // Limbs of nine decimal digits, lowest first.
    let mut limbs: Vec<u64> = vec![0];
    for digit in value.digits.chars().filter_map(|digit| digit.to_digit(16)) {
        let mut carry = u64::from(digit);
        for limb in &mut limbs {
            let next = *limb * u64::from(value.radix) + carry;
            *limb = next % 1_000_000_000;
            carry = next / 1_000_000_000;
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let mut out = limbs.last().map_or(String::new(), u64::to_string);
    for limb in limbs.iter().rev().skip(1) {
        let _ = write!(out, "{limb:09}");
    }
    out
}
