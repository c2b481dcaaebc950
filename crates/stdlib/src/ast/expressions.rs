//! Expressions as objects.

use super::writing::{Context, Writer};
use alloc::vec::Vec;
use ferropy_numeric::Watch;
use ferropy_numeric::integer::parse_integer;
use ferropy_runtime::{Completion, Value, raise};
use ferropy_syntax::tree::{
    Arguments, BoolOperator, CompareOperator, Comprehension, Constant, Conversion, Expression, ExpressionKind, Keyword,
    Operator, Parameter, SourceRange, UnaryOperator,
};

impl Writer<'_> {
    /// The object of an expression. Chains are walked from their start on: they may be long.
    pub(super) fn expression(&mut self, expression: &Expression, context: Context) -> Completion {
        let mut links: Vec<&Expression> = Vec::new();
        let mut first = expression;
        while let Some(operand) = first.first_operand() {
            links.push(first);
            first = operand;
        }
        let context_of = |is_last: bool| if is_last { context } else { Context::Load };
        let mut value = self.unchained(first, context_of(links.is_empty()))?;
        for (left, link) in links.into_iter().enumerate().rev() {
            value = self.link(link, value, context_of(left == 0))?;
        }
        Ok(value)
    }

    pub(super) fn load(&mut self, expression: &Expression) -> Completion {
        self.expression(expression, Context::Load)
    }

    pub(super) fn expressions(&mut self, items: &[Expression], context: Context) -> Completion {
        self.list(items, |writer, item| writer.expression(item, context))
    }

    pub(super) fn opt_load(&mut self, expression: Option<&Expression>) -> Completion {
        self.opt(expression, Self::load)
    }

    /// A link of a chain behind the object of what stands in front of it.
    fn link(&mut self, link: &Expression, first: Value, context: Context) -> Completion {
        let range = Some(link.range);
        match &link.kind {
            ExpressionKind::BinOp(operation) => {
                let (op, right) = (self.operator(operation.op)?, self.load(&operation.right)?);
                self.node("BinOp", range, &[first, op, right])
            }
            ExpressionKind::Call(call) => {
                let args = self.expressions(&call.args, Context::Load)?;
                let keywords = self.list(&call.keywords, Self::keyword)?;
                self.node("Call", range, &[first, args, keywords])
            }
            ExpressionKind::Attribute(attribute) => {
                let (name, context) = (self.name(attribute.attr)?, self.context(context)?);
                self.node("Attribute", range, &[first, name, context])
            }
            ExpressionKind::Subscript(subscript) => {
                let (slice, context) = (self.load(&subscript.slice)?, self.context(context)?);
                self.node("Subscript", range, &[first, slice, context])
            }
            _ => Err(raise::internal(self.iso)),
        }
    }

    fn unchained(&mut self, expression: &Expression, context: Context) -> Completion {
        let range = expression.range;
        let place = Some(range);
        match &expression.kind {
            ExpressionKind::Name(name) => {
                let (name, context) = (self.name(*name)?, self.context(context)?);
                self.node("Name", place, &[name, context])
            }
            ExpressionKind::Constant(constant) => self.constant(constant, range),
            ExpressionKind::List(items) => self.items("List", items, range, context),
            ExpressionKind::Tuple(items) => self.items("Tuple", items, range, context),
            ExpressionKind::Starred(value) => {
                let (value, context) = (self.expression(value, context)?, self.context(context)?);
                self.node("Starred", place, &[value, context])
            }
            ExpressionKind::BoolOp(operation) => {
                let op = self.single(match operation.op {
                    BoolOperator::And => "And",
                    BoolOperator::Or => "Or",
                })?;
                let values = self.expressions(&operation.values, Context::Load)?;
                self.node("BoolOp", place, &[op, values])
            }
            ExpressionKind::NamedExpr(named) => {
                let target = self.expression(&named.target, Context::Store)?;
                let value = self.load(&named.value)?;
                self.node("NamedExpr", place, &[target, value])
            }
            ExpressionKind::UnaryOp(operation) => {
                let (op, operand) = (self.unary_operator(operation.op)?, self.load(&operation.operand)?);
                self.node("UnaryOp", place, &[op, operand])
            }
            ExpressionKind::Lambda(lambda) => {
                let (args, body) = (self.arguments(&lambda.args)?, self.load(&lambda.body)?);
                self.node("Lambda", place, &[args, body])
            }
            ExpressionKind::IfExp(choice) => {
                let (test, body) = (self.load(&choice.test)?, self.load(&choice.body)?);
                let orelse = self.load(&choice.orelse)?;
                self.node("IfExp", place, &[test, body, orelse])
            }
            ExpressionKind::Compare(compare) => {
                let left = self.load(&compare.left)?;
                let ops = self.list(&compare.comparisons, |writer, (op, _)| writer.compare_operator(*op))?;
                let others = self.list(&compare.comparisons, |writer, (_, operand)| writer.load(operand))?;
                self.node("Compare", place, &[left, ops, others])
            }
            ExpressionKind::Await(value) => self.around("Await", Some(value), range),
            ExpressionKind::Yield(value) => self.around("Yield", value.as_deref(), range),
            ExpressionKind::YieldFrom(value) => self.around("YieldFrom", Some(value), range),
            ExpressionKind::Slice(slice) => {
                let (lower, upper) = (self.opt_load(slice.lower.as_ref())?, self.opt_load(slice.upper.as_ref())?);
                let step = self.opt_load(slice.step.as_ref())?;
                self.node("Slice", place, &[lower, upper, step])
            }
            _ => self.display(expression),
        }
    }

    /// Displays of sets and dicts, comprehensions, and templates.
    fn display(&mut self, expression: &Expression) -> Completion {
        let range = Some(expression.range);
        match &expression.kind {
            ExpressionKind::Dict(items) => {
                let keys = self.list(items, |writer, item| writer.opt_load(item.key.as_ref()))?;
                let values = self.list(items, |writer, item| writer.load(&item.value))?;
                self.node("Dict", range, &[keys, values])
            }
            ExpressionKind::Set(items) => {
                let items = self.expressions(items, Context::Load)?;
                self.node("Set", range, &[items])
            }
            ExpressionKind::ListComp(comp) | ExpressionKind::SetComp(comp) | ExpressionKind::GeneratorExp(comp) => {
                let name = match &expression.kind {
                    ExpressionKind::ListComp(_) => "ListComp",
                    ExpressionKind::SetComp(_) => "SetComp",
                    _ => "GeneratorExp",
                };
                let element = self.load(&comp.elt)?;
                let generators = self.list(&comp.generators, Self::comprehension)?;
                self.node(name, range, &[element, generators])
            }
            ExpressionKind::DictComp(comp) => {
                let (key, value) = (self.load(&comp.key)?, self.load(&comp.value)?);
                let generators = self.list(&comp.generators, Self::comprehension)?;
                self.node("DictComp", range, &[key, value, generators])
            }
            ExpressionKind::JoinedStr(parts) => {
                let parts = self.list(parts, Self::part)?;
                self.node("JoinedStr", range, &[parts])
            }
            ExpressionKind::TemplateStr(parts) => {
                let parts = self.list(parts, Self::part)?;
                self.node("TemplateStr", range, &[parts])
            }
            ExpressionKind::FormattedValue(field) => {
                let value = self.load(&field.value)?;
                let spec = self.opt_load(field.format_spec.as_ref())?;
                self.node("FormattedValue", range, &[value, conversion(field.conversion), spec])
            }
            ExpressionKind::Interpolation(field) => {
                let (value, text) = (self.load(&field.value)?, self.iso.new_text(&field.text)?);
                let spec = self.opt_load(field.format_spec.as_ref())?;
                self.node("Interpolation", range, &[value, text, conversion(field.conversion), spec])
            }
            _ => Err(raise::internal(self.iso)),
        }
    }

    /// A part of a template. Its texts have no prefix of their own.
    fn part(&mut self, part: &Expression) -> Completion {
        let ExpressionKind::Constant(constant) = &part.kind else { return self.load(part) };
        let value = self.constant_value(constant)?;
        self.node("Constant", Some(part.range), &[value, Value::NONE])
    }

    fn items(&mut self, name: &'static str, items: &[Expression], range: SourceRange, context: Context) -> Completion {
        let (items, context) = (self.expressions(items, context)?, self.context(context)?);
        self.node(name, Some(range), &[items, context])
    }

    fn around(&mut self, name: &'static str, value: Option<&Expression>, range: SourceRange) -> Completion {
        let value = self.opt_load(value)?;
        self.node(name, Some(range), &[value])
    }

    /// The object of a literal. The prefix `u`, which means nothing, is to be seen in the text only.
    fn constant(&mut self, constant: &Constant, range: SourceRange) -> Completion {
        let value = self.constant_value(constant)?;
        let text = self.source.slice(range);
        let is_marked = matches!(constant, Constant::String(_)) && (text.starts_with("u'") || text.starts_with("u\""));
        let kind = if is_marked { self.iso.intern("u")? } else { Value::NONE };
        self.node("Constant", Some(range), &[value, kind])
    }

    pub(super) fn constant_value(&mut self, constant: &Constant) -> Completion {
        Ok(match constant {
            Constant::None => Value::NONE,
            Constant::True => Value::TRUE,
            Constant::False => Value::FALSE,
            Constant::Ellipsis => Value::ELLIPSIS,
            Constant::Integer(value) => self.iso.new_int(*value)?,
            Constant::BigInteger(value) => match parse_integer(&value.digits, u32::from(value.radix), Watch::NONE) {
                Ok(value) => self.iso.new_integer(&value)?,
                Err(_) => return Err(raise::internal(self.iso)),
            },
            Constant::Float(value) => self.iso.heap.new_float(*value)?,
            Constant::Imaginary(value) => self.iso.heap.new_complex(0.0, *value)?,
            Constant::String(text) => self.iso.new_text(text)?,
            Constant::Bytes(bytes) => self.iso.heap.new_bytes(bytes)?,
        })
    }

    fn comprehension(&mut self, clause: &Comprehension) -> Completion {
        let target = self.expression(&clause.target, Context::Store)?;
        let (iter, ifs) = (self.load(&clause.iter)?, self.expressions(&clause.ifs, Context::Load)?);
        let is_async = Value::small_int(clause.is_async.into());
        self.node("comprehension", None, &[target, iter, ifs, is_async])
    }

    pub(super) fn keyword(&mut self, keyword: &Keyword) -> Completion {
        let (name, value) = (self.opt_name(keyword.name)?, self.load(&keyword.value)?);
        self.node("keyword", Some(keyword.range), &[name, value])
    }

    pub(super) fn arguments(&mut self, arguments: &Arguments) -> Completion {
        let fields = [
            self.list(&arguments.posonlyargs, Self::parameter)?,
            self.list(&arguments.args, Self::parameter)?,
            self.opt(arguments.vararg.as_deref(), Self::parameter)?,
            self.list(&arguments.kwonlyargs, Self::parameter)?,
            self.list(&arguments.kw_defaults, |writer, default| writer.opt_load(default.as_ref()))?,
            self.opt(arguments.kwarg.as_deref(), Self::parameter)?,
            self.expressions(&arguments.defaults, Context::Load)?,
        ];
        self.node("arguments", None, &fields)
    }

    fn parameter(&mut self, parameter: &Parameter) -> Completion {
        let (name, annotation) = (self.name(parameter.name)?, self.opt_load(parameter.annotation.as_deref())?);
        self.node("arg", Some(parameter.range), &[name, annotation, Value::NONE])
    }

    pub(super) fn operator(&mut self, operator: Operator) -> Completion {
        self.single(match operator {
            Operator::Add => "Add",
            Operator::Sub => "Sub",
            Operator::Mult => "Mult",
            Operator::MatMult => "MatMult",
            Operator::Div => "Div",
            Operator::Mod => "Mod",
            Operator::Pow => "Pow",
            Operator::LShift => "LShift",
            Operator::RShift => "RShift",
            Operator::BitOr => "BitOr",
            Operator::BitXor => "BitXor",
            Operator::BitAnd => "BitAnd",
            Operator::FloorDiv => "FloorDiv",
        })
    }

    fn unary_operator(&mut self, operator: UnaryOperator) -> Completion {
        self.single(match operator {
            UnaryOperator::Invert => "Invert",
            UnaryOperator::Not => "Not",
            UnaryOperator::UAdd => "UAdd",
            UnaryOperator::USub => "USub",
        })
    }

    fn compare_operator(&mut self, operator: CompareOperator) -> Completion {
        self.single(match operator {
            CompareOperator::Eq => "Eq",
            CompareOperator::NotEq => "NotEq",
            CompareOperator::Lt => "Lt",
            CompareOperator::LtE => "LtE",
            CompareOperator::Gt => "Gt",
            CompareOperator::GtE => "GtE",
            CompareOperator::Is => "Is",
            CompareOperator::IsNot => "IsNot",
            CompareOperator::In => "In",
            CompareOperator::NotIn => "NotIn",
        })
    }
}

/// A conversion as the number of its letter.
fn conversion(conversion: Conversion) -> Value {
    Value::small_int(match conversion {
        Conversion::None => -1,
        Conversion::Str => i64::from(b's'),
        Conversion::Repr => i64::from(b'r'),
        Conversion::Ascii => i64::from(b'a'),
    })
}
