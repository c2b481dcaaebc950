//! Objects as expressions.

use super::reading::{Node, Reader};
use super::writing::Context;
use alloc::boxed::Box;
use alloc::format;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Value, raise};
use ferropy_syntax::tree::{
    Arguments, Attribute, BigInteger, BinOp, BoolOp, BoolOperator, Call, Compare, CompareOperator, Comprehension,
    ComprehensionExpression, Constant, Conversion, DictComp, DictItem, Expression, ExpressionKind, FormattedValue,
    IfExp, Interpolation, Keyword, Lambda, NamedExpr, Operator, Parameter, Slice, SourceRange, Subscript, UnaryOp,
    UnaryOperator,
};

impl Reader<'_> {
    pub(super) fn expression(&mut self, object: Value, context: Context) -> Completion<Expression> {
        self.deeper(|reader| {
            let node = reader.node(object, "expr")?;
            let start = reader.start(&node, "expr")?;
            reader.check_context(&node, context)?;
            if node.kind == "Constant" {
                let range = reader.range(&node, start)?;
                let value = reader.field(&node, "value")?;
                return reader.constant(value, range);
            }
            let kind = reader.expression_kind(&node, context)?;
            Ok(Expression { kind, range: reader.range(&node, start)? })
        })
    }

    /// That an expression is meant for what is done with it.
    fn check_context(&mut self, node: &Node, context: Context) -> Completion<()> {
        let has_context = matches!(&*node.kind, "Name" | "Attribute" | "Subscript" | "Starred" | "List" | "Tuple");
        let wanted = format!("{context:?}");
        if has_context {
            let found = self.child(node, "ctx", "expr_context")?;
            if found.kind != wanted {
                let message = format!("expression must have {wanted} context but has {} instead", found.kind);
                return Err(self.wrong(&message));
            }
        } else if !matches!(context, Context::Load) {
            return Err(self.wrong(&format!("expression which can't be assigned to in {wanted} context")));
        }
        Ok(())
    }

    fn expression_kind(&mut self, node: &Node, context: Context) -> Completion<ExpressionKind> {
        Ok(match &*node.kind {
            "Name" => ExpressionKind::Name(self.name(node, "id")?),
            "Attribute" => {
                let (value, attr) = (self.load(node, "value")?, self.name(node, "attr")?);
                ExpressionKind::Attribute(Box::new(Attribute { value, attr }))
            }
            "Subscript" => {
                let (value, slice) = (self.load(node, "value")?, self.load(node, "slice")?);
                ExpressionKind::Subscript(Box::new(Subscript { value, slice }))
            }
            "Starred" => ExpressionKind::Starred(Box::new(self.target(node, "value", context)?)),
            "List" => ExpressionKind::List(self.expressions(node, "elts", context)?),
            "Tuple" => ExpressionKind::Tuple(self.expressions(node, "elts", context)?),
            "Set" => ExpressionKind::Set(self.expressions(node, "elts", Context::Load)?),
            "BoolOp" => {
                let (op, values) =
                    (self.child(node, "op", "boolop")?, self.expressions(node, "values", Context::Load)?);
                let op = if op.kind == "And" { BoolOperator::And } else { BoolOperator::Or };
                if values.len() < 2 {
                    return Err(self.wrong("BoolOp with less than 2 values"));
                }
                ExpressionKind::BoolOp(Box::new(BoolOp { op, values }))
            }
            "NamedExpr" => {
                let target = self.target(node, "target", Context::Store)?;
                ExpressionKind::NamedExpr(Box::new(NamedExpr { target, value: self.load(node, "value")? }))
            }
            "BinOp" => {
                let (left, op) = (self.load(node, "left")?, self.operator(node)?);
                ExpressionKind::BinOp(Box::new(BinOp { left, op, right: self.load(node, "right")? }))
            }
            "UnaryOp" => {
                let op = match &*self.child(node, "op", "unaryop")?.kind {
                    "Invert" => UnaryOperator::Invert,
                    "Not" => UnaryOperator::Not,
                    "UAdd" => UnaryOperator::UAdd,
                    _ => UnaryOperator::USub,
                };
                ExpressionKind::UnaryOp(Box::new(UnaryOp { op, operand: self.load(node, "operand")? }))
            }
            "Lambda" => {
                let args = self.arguments(node)?;
                ExpressionKind::Lambda(Box::new(Lambda { args, body: self.load(node, "body")? }))
            }
            "IfExp" => {
                let (test, body) = (self.load(node, "test")?, self.load(node, "body")?);
                ExpressionKind::IfExp(Box::new(IfExp { test, body, orelse: self.load(node, "orelse")? }))
            }
            "Await" => ExpressionKind::Await(Box::new(self.load(node, "value")?)),
            "Yield" => ExpressionKind::Yield(self.opt_boxed(node, "value")?),
            "YieldFrom" => ExpressionKind::YieldFrom(Box::new(self.load(node, "value")?)),
            "Compare" => self.compare(node)?,
            "Call" => {
                let (func, args) = (self.load(node, "func")?, self.expressions(node, "args", Context::Load)?);
                ExpressionKind::Call(Box::new(Call { func, args, keywords: self.keywords(node)? }))
            }
            "Slice" => {
                let (lower, upper) = (self.opt_load(node, "lower")?, self.opt_load(node, "upper")?);
                ExpressionKind::Slice(Box::new(Slice { lower, upper, step: self.opt_load(node, "step")? }))
            }
            _ => self.display(node)?,
        })
    }

    /// Dicts, comprehensions and templates.
    fn display(&mut self, node: &Node) -> Completion<ExpressionKind> {
        Ok(match &*node.kind {
            "Dict" => {
                let (keys, values) = (self.items(node, "keys")?, self.expressions(node, "values", Context::Load)?);
                if keys.len() != values.len() {
                    return Err(self.wrong("Dict doesn't have the same number of keys as values"));
                }
                let mut items = alloc::vec::Vec::new();
                for (key, value) in keys.into_iter().zip(values) {
                    let key = if key.is_none() { None } else { Some(self.expression(key, Context::Load)?) };
                    items.push(DictItem { key, value });
                }
                ExpressionKind::Dict(items.into())
            }
            "ListComp" | "SetComp" | "DictComp" | "GeneratorExp" if self.items(node, "generators")?.is_empty() => {
                return Err(self.wrong("comprehension with no generators"));
            }
            "ListComp" => ExpressionKind::ListComp(self.comprehension(node)?),
            "SetComp" => ExpressionKind::SetComp(self.comprehension(node)?),
            "GeneratorExp" => ExpressionKind::GeneratorExp(self.comprehension(node)?),
            "DictComp" => {
                let (key, value) = (self.load(node, "key")?, self.load(node, "value")?);
                ExpressionKind::DictComp(Box::new(DictComp { key, value, generators: self.clauses(node)? }))
            }
            "JoinedStr" => ExpressionKind::JoinedStr(self.expressions(node, "values", Context::Load)?),
            "TemplateStr" => ExpressionKind::TemplateStr(self.expressions(node, "values", Context::Load)?),
            "FormattedValue" => {
                let (value, conversion) = (self.load(node, "value")?, self.conversion(node)?);
                let format_spec = self.opt_load(node, "format_spec")?;
                ExpressionKind::FormattedValue(Box::new(FormattedValue { value, conversion, format_spec }))
            }
            "Interpolation" => {
                let (value, conversion) = (self.load(node, "value")?, self.conversion(node)?);
                let text = self.field(node, "str")?;
                let text = self.iso.heap.str_bytes(self.iso.unwrap(text)).unwrap_or(&[]).into();
                let format_spec = self.opt_load(node, "format_spec")?;
                ExpressionKind::Interpolation(Box::new(Interpolation { value, text, conversion, format_spec }))
            }
            _ => return Err(raise::internal(self.iso)),
        })
    }

    fn compare(&mut self, node: &Node) -> Completion<ExpressionKind> {
        let left = self.load(node, "left")?;
        let ops = self.list(node, "ops", |reader, op| {
            Ok(match &*reader.node(op, "cmpop")?.kind {
                "Eq" => CompareOperator::Eq,
                "NotEq" => CompareOperator::NotEq,
                "Lt" => CompareOperator::Lt,
                "LtE" => CompareOperator::LtE,
                "Gt" => CompareOperator::Gt,
                "GtE" => CompareOperator::GtE,
                "Is" => CompareOperator::Is,
                "IsNot" => CompareOperator::IsNot,
                "In" => CompareOperator::In,
                _ => CompareOperator::NotIn,
            })
        })?;
        let others = self.expressions(node, "comparators", Context::Load)?;
        if others.is_empty() {
            return Err(self.wrong("Compare with no comparators"));
        }
        if others.len() != ops.len() {
            return Err(self.wrong("Compare has a different number of comparators and operands"));
        }
        let comparisons = ops.into_iter().zip(others).collect();
        Ok(ExpressionKind::Compare(Box::new(Compare { left, comparisons })))
    }

    fn conversion(&mut self, node: &Node) -> Completion<Conversion> {
        let number = self.field(node, "conversion")?;
        let number = self.iso.to_isize(number)?;
        Ok(match u8::try_from(number) {
            Ok(b's') => Conversion::Str,
            Ok(b'r') => Conversion::Repr,
            Ok(b'a') => Conversion::Ascii,
            Ok(_) => {
                let message = format!("Unrecognized conversion character {number}");
                return Err(raise::system_error(self.iso, &message));
            }
            Err(_) => Conversion::None,
        })
    }

    fn comprehension(&mut self, node: &Node) -> Completion<Box<ComprehensionExpression>> {
        let elt = self.load(node, "elt")?;
        Ok(Box::new(ComprehensionExpression { elt, generators: self.clauses(node)? }))
    }

    fn clauses(&mut self, node: &Node) -> Completion<Box<[Comprehension]>> {
        self.list(node, "generators", |reader, clause| {
            let clause = reader.node(clause, "comprehension")?;
            let target = reader.target(&clause, "target", Context::Store)?;
            let iter = reader.load(&clause, "iter")?;
            let ifs = reader.expressions(&clause, "ifs", Context::Load)?;
            let is_async = reader.field(&clause, "is_async")?;
            Ok(Comprehension { target, iter, ifs, is_async: reader.iso.is_true(is_async)? })
        })
    }

    pub(super) fn keywords(&mut self, node: &Node) -> Completion<Box<[Keyword]>> {
        self.list(node, "keywords", |reader, keyword| {
            let keyword = reader.node(keyword, "keyword")?;
            let start = reader.start(&keyword, "keyword")?;
            let (name, value) = (reader.opt_name(&keyword, "arg")?, reader.load(&keyword, "value")?);
            Ok(Keyword { name, value, range: reader.range(&keyword, start)? })
        })
    }

    pub(super) fn operator(&mut self, node: &Node) -> Completion<Operator> {
        Ok(match &*self.child(node, "op", "operator")?.kind {
            "Add" => Operator::Add,
            "Sub" => Operator::Sub,
            "Mult" => Operator::Mult,
            "MatMult" => Operator::MatMult,
            "Div" => Operator::Div,
            "Mod" => Operator::Mod,
            "Pow" => Operator::Pow,
            "LShift" => Operator::LShift,
            "RShift" => Operator::RShift,
            "BitOr" => Operator::BitOr,
            "BitXor" => Operator::BitXor,
            "BitAnd" => Operator::BitAnd,
            _ => Operator::FloorDiv,
        })
    }

    /// The parameters in the field `args` of a node.
    pub(super) fn arguments(&mut self, node: &Node) -> Completion<Arguments> {
        let node = self.child(node, "args", "arguments")?;
        let posonlyargs = self.list(&node, "posonlyargs", Self::parameter)?;
        let args = self.list(&node, "args", Self::parameter)?;
        let vararg = self.opt_field(&node, "vararg")?;
        let vararg = vararg.map(|parameter| self.parameter(parameter)).transpose()?.map(Box::new);
        let kwonlyargs = self.list(&node, "kwonlyargs", Self::parameter)?;
        let kw_defaults = self.list(&node, "kw_defaults", |reader, default| {
            if default.is_none() { Ok(None) } else { reader.expression(default, Context::Load).map(Some) }
        })?;
        let kwarg = self.opt_field(&node, "kwarg")?;
        let kwarg = kwarg.map(|parameter| self.parameter(parameter)).transpose()?.map(Box::new);
        let defaults = self.expressions(&node, "defaults", Context::Load)?;
        if defaults.len() > posonlyargs.len() + args.len() {
            return Err(self.wrong("more positional defaults than args on arguments"));
        }
        if kw_defaults.len() != kwonlyargs.len() {
            return Err(self.wrong("length of kwonlyargs is not the same as kw_defaults on arguments"));
        }
        Ok(Arguments { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults })
    }

    fn parameter(&mut self, object: Value) -> Completion<Parameter> {
        let node = self.node(object, "arg")?;
        let start = self.start(&node, "arg")?;
        let (name, annotation) = (self.name(&node, "arg")?, self.opt_boxed(&node, "annotation")?);
        Ok(Parameter { name, annotation, range: self.range(&node, start)? })
    }

    /// An object as a literal, or as an expression of literals.
    fn constant(&mut self, value: Value, range: SourceRange) -> Completion<Expression> {
        let of = |kind| Expression { kind, range };
        let literal = |constant| Ok(of(ExpressionKind::Constant(constant)));
        if let Some(constant) = plain_constant(value) {
            return literal(constant);
        }
        if self.iso.heap.kind(value) == Some(Kind::Tuple) {
            let items: alloc::vec::Vec<Value> = self.iso.heap.items(value).collect();
            let items: Completion<Box<[Expression]>> =
                items.into_iter().map(|item| self.deeper(|reader| reader.constant(item, range))).collect();
            return Ok(of(ExpressionKind::Tuple(items?)));
        }
        if let Some(text) = self.iso.heap.str_bytes(value) {
            return literal(Constant::String(text.into()));
        }
        if let Some(bytes) = self.iso.heap.bytes(value) {
            return literal(Constant::Bytes(bytes.into()));
        }
        if let Some(float) = self.iso.heap.float(value) {
            return literal(Constant::Float(float));
        }
        if let Some((real, imaginary)) = self.iso.heap.complex(value) {
            let imaginary = of(ExpressionKind::Constant(Constant::Imaginary(imaginary)));
            if real == 0.0 {
                return Ok(imaginary);
            }
            let left = of(ExpressionKind::Constant(Constant::Float(real)));
            return Ok(of(ExpressionKind::BinOp(Box::new(BinOp { left, op: Operator::Add, right: imaginary }))));
        }
        if self.iso.unwrap(value) == value && self.iso.is_int(value) {
            return self.integer(value, range);
        }
        let kind = self.iso.type_name(value);
        Err(raise::type_error(self.iso, &format!("got an invalid type in Constant: {kind}")))
    }

    /// An int; a negative one is the negation of a literal.
    fn integer(&mut self, value: Value, range: SourceRange) -> Completion<Expression> {
        let name = self.iso.intern("__format__")?;
        let format = self.iso.intern("x")?;
        let text = self.iso.call_method(value, name, &[format])?;
        let text = self.iso.name_text(text);
        let digits = text.trim_start_matches('-');
        let constant = match i64::from_str_radix(digits, 16) {
            Ok(value) => Constant::Integer(value),
            Err(_) => Constant::BigInteger(Box::new(BigInteger { digits: digits.into(), radix: 16 })),
        };
        let literal = Expression { kind: ExpressionKind::Constant(constant), range };
        if digits.len() == text.len() {
            return Ok(literal);
        }
        let negated = UnaryOp { op: UnaryOperator::USub, operand: literal };
        Ok(Expression { kind: ExpressionKind::UnaryOp(Box::new(negated)), range })
    }
}

/// The constants that have names.
pub(super) fn plain_constant(value: Value) -> Option<Constant> {
    Some(match value {
        Value::NONE => Constant::None,
        Value::TRUE => Constant::True,
        Value::FALSE => Constant::False,
        Value::ELLIPSIS => Constant::Ellipsis,
        _ => return None,
    })
}
