//! Constants as MicroPython's programs declare them: `NAME = const(expression)` in a module or class.
//!
//! What follows has the value in place of the name wherever that would mean a global variable or one of the namespace. One
//! whose name begins with an underscore is no variable at all, so that it takes no memory. Where an expression is not known
//! here, `const` is called as a function; what can't be constant is an error, and so is another assignment to the name.
//!
//! `const` is this one where the program imports it from `micropython`, or the embedder says so, until something else gets
//! its name.

use crate::generator::{Done, Generator};
use crate::names::Place;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::{CodeFlags, Constant};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{Assign, Expression, ExpressionKind, Operator};

/// The name of the function.
pub(crate) const CONST: &str = "const";
/// Texts of more bytes are loaded from their variables: each code would have its own copy.
const LONGEST: usize = 16;
/// What MicroPython's decorators may be.
const DECORATORS: [&str; 3] = ["bytecode", "native", "viper"];

/// What was declared so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Constants {
    /// Whether `const` declares constants.
    pub(crate) are_known: bool,
    /// Whether long ones are wanted too.
    with_long: bool,
    values: Vec<(Box<str>, Constant)>,
}

impl Constants {
    pub(crate) const fn new(are_known: bool) -> Constants {
        Constants { are_known, with_long: false, values: Vec::new() }
    }

    fn get(&self, text: &str) -> Option<&Constant> {
        self.values.iter().find(|(name, _)| **name == *text).map(|(_, value)| value)
    }
}

/// Whether the constant may stand in each code that uses it.
fn is_short(constant: &Constant) -> bool {
    match constant {
        Constant::Str(bytes) | Constant::Bytes(bytes) => bytes.len() <= LONGEST,
        Constant::Tuple(items) => items.is_empty(),
        _ => true,
    }
}

impl<'a> Generator<'a> {
    /// The constant that a name stands for here.
    pub(crate) fn declared(&self, name: Name) -> Option<Constant> {
        if self.constants.values.is_empty() {
            return None;
        }
        let constant = self.constants.get(self.names.text(name))?;
        let is_wanted = self.constants.with_long || is_short(constant);
        (is_wanted && self.is_shared(name)).then(|| constant.clone())
    }

    fn is_shared(&self, name: Name) -> bool {
        matches!(self.place_of(name), Place::Global | Place::Namespace)
    }

    /// Fails where a constant would be assigned to.
    pub(crate) fn check_no_constant(&self, target: &Expression) -> Done {
        match target.kind {
            ExpressionKind::Name(name)
                if self.constants.get(self.names.text(name)).is_some() && self.is_shared(name) =>
            {
                self.error("cannot assign to constant", target.range)
            }
            _ => Ok(()),
        }
    }

    /// Does what the assignment says if it declares a constant; whether it did.
    pub(crate) fn declaration(&mut self, assign: &'a Assign) -> Done<bool> {
        let ([target], ExpressionKind::Call(call)) = (&*assign.targets, &assign.value.kind) else { return Ok(false) };
        let (ExpressionKind::Name(name), ExpressionKind::Name(function)) = (&target.kind, &call.func.kind) else {
            return Ok(false);
        };
        let ([argument], []) = (&*call.args, &*call.keywords) else { return Ok(false) };
        let is_declaration = self.constants.are_known
            && self.unit.flags.has(CodeFlags::NAMESPACE)
            && self.names.text(*function) == CONST
            && !self.names.text(*name).starts_with("__")
            && self.is_shared(*name);
        if !is_declaration {
            return Ok(false);
        }
        self.check_no_constant(target)?;
        self.constants.with_long = true;
        let (constant, is_constant) = (self.fold(argument), self.may_be_constant(argument));
        self.constants.with_long = false;
        let Some(constant) = constant else {
            return if is_constant { Ok(false) } else { self.error("not a constant", argument.range) };
        };
        let text = self.names.text(*name);
        let is_hidden = text.starts_with('_') && is_short(&constant) && !self.interactive;
        self.constants.values.push((text.into(), constant.clone()));
        if is_hidden {
            self.unit.line_of_jump();
            return Ok(true);
        }
        let register = self.unit.temp();
        self.unit.load(register, &constant);
        self.within(target.range, |this| this.store_name(*name, register));
        Ok(true)
    }

    /// Whether an expression that was not folded may be constant all the same.
    fn may_be_constant(&self, expression: &Expression) -> bool {
        match &expression.kind {
            ExpressionKind::Name(name) => self.declared(*name).is_some(),
            ExpressionKind::BinOp(inner) => {
                if let (Some(Constant::Int(_)), Some(Constant::Int(right))) =
                    (self.fold(&inner.left), self.fold(&inner.right))
                {
                    return match inner.op {
                        Operator::MatMult => false,
                        Operator::LShift | Operator::RShift => right >= 0,
                        Operator::Div | Operator::FloorDiv | Operator::Mod => right != 0,
                        _ => true,
                    };
                }
                self.may_be_constant(&inner.left) && self.may_be_constant(&inner.right)
            }
            ExpressionKind::Tuple(items) => items.iter().all(|item| self.may_be_constant(item)),
            _ => true,
        }
    }

    /// Fails where a decorator is one of MicroPython's compiler that it doesn't have.
    pub(crate) fn check_decorator(&self, decorator: &Expression) -> Done {
        let ExpressionKind::Attribute(attribute) = &decorator.kind else { return Ok(()) };
        let mut base = &attribute.value;
        while let ExpressionKind::Attribute(inner) = &base.kind {
            base = &inner.value;
        }
        let is_ours = matches!(base.kind, ExpressionKind::Name(name) if self.names.text(name) == "micropython");
        let is_right = core::ptr::eq(base, &attribute.value) && DECORATORS.contains(&self.names.text(attribute.attr));
        if self.options.knows_const && is_ours && !is_right {
            return self.error("invalid micropython decorator", decorator.range);
        }
        Ok(())
    }
}
