//! Operators: which special methods they try, in which order, and what they say when none fits.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::int::direct;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the operators' names say it")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the operators' names say it")]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the operators' names say it")]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl BinaryOp {
    /// The operator's special method, its reflected and its in-place form, and its sign.
    #[must_use]
    pub const fn names(self) -> (Value, Value, Value, &'static str) {
        match self {
            BinaryOp::Add => (names::__add__, names::__radd__, names::__iadd__, "+"),
            BinaryOp::Sub => (names::__sub__, names::__rsub__, names::__isub__, "-"),
            BinaryOp::Mul => (names::__mul__, names::__rmul__, names::__imul__, "*"),
            BinaryOp::TrueDiv => (names::__truediv__, names::__rtruediv__, names::__itruediv__, "/"),
            BinaryOp::FloorDiv => (names::__floordiv__, names::__rfloordiv__, names::__ifloordiv__, "//"),
            BinaryOp::Mod => (names::__mod__, names::__rmod__, names::__imod__, "%"),
            BinaryOp::Pow => (names::__pow__, names::__rpow__, names::__ipow__, "** or pow()"),
            BinaryOp::MatMul => (names::__matmul__, names::__rmatmul__, names::__imatmul__, "@"),
            BinaryOp::LShift => (names::__lshift__, names::__rlshift__, names::__ilshift__, "<<"),
            BinaryOp::RShift => (names::__rshift__, names::__rrshift__, names::__irshift__, ">>"),
            BinaryOp::And => (names::__and__, names::__rand__, names::__iand__, "&"),
            BinaryOp::Or => (names::__or__, names::__ror__, names::__ior__, "|"),
            BinaryOp::Xor => (names::__xor__, names::__rxor__, names::__ixor__, "^"),
        }
    }
}

impl CompareOp {
    /// Whether it asks for equality alone.
    #[inline(always)]
    pub(crate) const fn is_equality(self) -> bool {
        matches!(self, CompareOp::Eq | CompareOp::Ne)
    }

    /// The special method, that of the mirrored comparison, and the sign.
    #[must_use]
    pub const fn names(self) -> (Value, Value, &'static str) {
        match self {
            CompareOp::Lt => (names::__lt__, names::__gt__, "<"),
            CompareOp::Le => (names::__le__, names::__ge__, "<="),
            CompareOp::Eq => (names::__eq__, names::__eq__, "=="),
            CompareOp::Ne => (names::__ne__, names::__ne__, "!="),
            CompareOp::Gt => (names::__gt__, names::__lt__, ">"),
            CompareOp::Ge => (names::__ge__, names::__le__, ">="),
        }
    }

    /// The answer for an order of two things.
    #[inline(always)]
    #[must_use]
    pub fn holds(self, order: core::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }
}

impl Isolate {
    /// `left op right`.
    pub fn binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion {
        if let Some(result) = self.number_binary(op, left, right)? {
            return Ok(result);
        }
        if op == BinaryOp::Add
            && let Some(joined) = self.heap.concat_str(left, right)?
        {
            return Ok(self.keep(joined));
        }
        match self.try_binary(op, left, right, false)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands(op, left, right, "")),
        }
    }

    /// The operator by special methods; nothing if all said `NotImplemented` or were missing.
    fn try_binary(&mut self, op: BinaryOp, left: Value, right: Value, inplace: bool) -> Completion<Option<Value>> {
        let (forward, reflected, _, _) = op.names();
        let (left_type, right_type) = (self.type_of(left), self.type_of(right));
        let mut method = self.lookup(left_type, forward);
        let mut mirrored = if left_type == right_type { None } else { self.lookup(right_type, reflected) };
        // Sequences come last, the left one first.
        let mut last = None;
        if matches!(op, BinaryOp::Add | BinaryOp::Mul) {
            if let Some(function) = mirrored.filter(|&function| self.is_sequence_operator(function, right, reflected)) {
                mirrored = None;
                last = Some((function, right, left)).filter(|_| !inplace || !self.has_sequence_table(left));
            }
            if let Some(function) = method.filter(|&function| self.is_sequence_operator(function, left, forward)) {
                method = None;
                last = Some((function, left, right));
            }
        }
        let mirrored_first = mirrored.is_some()
            && self.is_subtype(right_type, left_type)
            && mirrored != self.lookup(left_type, reflected);
        if mirrored_first && let Some(function) = mirrored {
            let result = self.call_unbound(function, right, &[left])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(Some(result));
            }
        }
        if let Some(function) = method {
            let result = self.call_unbound(function, left, &[right])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(Some(result));
            }
        }
        if !mirrored_first && let Some(function) = mirrored {
            let result = self.call_unbound(function, right, &[left])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(Some(result));
            }
        }
        match last {
            Some((function, sequence, other)) => self.sequence_operator(op, function, sequence, other).map(Some),
            None => Ok(None),
        }
    }

    /// `left op= right`: the value to bind to the target.
    pub fn inplace(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion {
        if let Some(result) = self.number_binary(op, left, right)? {
            return Ok(result);
        }
        let (_, _, inplace, _) = op.names();
        let left_type = self.type_of(left);
        if matches!(op, BinaryOp::Add | BinaryOp::Mul)
            && let Some(result) = self.reflected_first(op, left, right)?
        {
            return Ok(result);
        }
        if let Some(function) = self.lookup(left_type, inplace) {
            if op == BinaryOp::Mul && self.is_sequence_operator(function, left, inplace) {
                return self.sequence_operator(op, function, left, right);
            }
            let result = self.call_unbound(function, left, &[right])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if op == BinaryOp::Add
            && let Some(joined) = self.heap.concat_str(left, right)?
        {
            return Ok(self.keep(joined));
        }
        match self.try_binary(op, left, right, true)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands(op, left, right, "=")),
        }
    }

    /// Sequences add to themselves and repeat themselves only after the other operand was asked, if it has an operator
    /// written in Python.
    fn reflected_first(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion<Option<Value>> {
        let right_type = self.type_of(right);
        // The `__iadd__` of subclasses stands among the numbers' operators as well.
        let sequence = if op == BinaryOp::Mul { self.unwrap(left) } else { left };
        let sequence = matches!(self.heap.kind(sequence), Some(Kind::List | Kind::ByteArray));
        if !sequence || self.type_spec(right_type).is_some() {
            return Ok(None);
        }
        let (_, reflected, ..) = op.names();
        match self.lookup(right_type, reflected) {
            Some(function) if self.native_row(function).is_none() => {
                let result = self.call_unbound(function, right, &[left])?;
                Ok(Some(result).filter(|&result| result != Value::NOT_IMPLEMENTED))
            }
            _ => Ok(None),
        }
    }

    #[cold]
    pub(crate) fn unsupported_operands(&mut self, op: BinaryOp, left: Value, right: Value, suffix: &str) -> Raised {
        let (left_name, right_name) = (self.type_name(left), self.type_name(right));
        if op == BinaryOp::RShift && suffix.is_empty() && self.native_row(left).is_some_and(|row| row.name == "print") {
            // What `print` was before it was a function.
            let message = format!(
                "unsupported operand type(s) for >>: '{left_name}' and '{right_name}'. \
                 Did you mean \"print(<message>, file=<output_stream>)\"?"
            );
            return raise::type_error(self, &message);
        }
        let sign = op.names().3;
        let sign = if op == BinaryOp::Pow && suffix == "=" { "**" } else { sign };
        raise::type_error(
            self,
            &format!("unsupported operand type(s) for {sign}{suffix}: '{left_name}' and '{right_name}'"),
        )
    }

    /// `op value`.
    pub fn unary(&mut self, op: UnaryOp, value: Value) -> Completion {
        if let Some(int) = value.as_small_int() {
            return self.new_int(match op {
                UnaryOp::Neg => -int,
                UnaryOp::Pos => int,
                UnaryOp::Invert => !int,
            });
        }
        if self.heap.kind(value) == Some(Kind::Int) {
            return match direct::unary(&mut self.heap, op, value) {
                Some(result) => Ok(self.keep(result)),
                None => Err(raise::memory_error(self)),
            };
        }
        let (name, sign) = match op {
            UnaryOp::Neg => (names::__neg__, "-"),
            UnaryOp::Pos => (names::__pos__, "+"),
            UnaryOp::Invert => (names::__invert__, "~"),
        };
        if let Some(result) = self.call_special(value, name, &[])? {
            return Ok(result);
        }
        let kind = self.type_name(value);
        Err(raise::type_error(self, &format!("bad operand type for unary {sign}: '{kind}'")))
    }

    /// `left op right` for a comparison; the result may be any object.
    pub fn compare(&mut self, op: CompareOp, left: Value, right: Value) -> Completion {
        if let Some(result) = self.ask_instance(op, left, right) {
            return result;
        }
        if let Some(result) = self.compare_plain(op, left, right) {
            return Ok(Value::bool(result));
        }
        self.compare_by_methods(op, left, right)
    }

    /// A comparison of values that [`Isolate::compare_plain`] knows nothing of.
    fn compare_by_methods(&mut self, op: CompareOp, left: Value, right: Value) -> Completion {
        if let (Some(a), Some(b)) = (self.heap.big_int(left), self.heap.big_int(right)) {
            return Ok(Value::bool(op.holds(a.cmp(&b))));
        }
        let (forward, mirrored, _) = op.names();
        let (left_type, right_type) = (self.type_of(left), self.type_of(right));
        let mut tried = false;
        if left_type != right_type
            && self.is_subtype(right_type, left_type)
            && let Some(function) = self.lookup(right_type, mirrored)
        {
            tried = true;
            let result = self.call_unbound(function, right, &[left])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if let Some(function) = self.lookup(left_type, forward) {
            let result = self.call_unbound(function, left, &[right])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if tried { self.compare_identity(op, left, right) } else { self.compare_refused(op, left, right) }
    }

    /// A comparison whose left operand's method has returned `NotImplemented`, or does not exist: the right one is asked.
    pub(crate) fn compare_refused(&mut self, op: CompareOp, left: Value, right: Value) -> Completion {
        if let Some(function) = self.lookup(self.type_of(right), op.names().1) {
            let result = self.call_unbound(function, right, &[left])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        self.compare_identity(op, left, right)
    }

    /// A comparison that no method knows the result of.
    fn compare_identity(&mut self, op: CompareOp, left: Value, right: Value) -> Completion {
        let sign = op.names().2;
        match op {
            CompareOp::Eq => Ok(Value::bool(left == right)),
            CompareOp::Ne => Ok(Value::bool(left != right)),
            _ => {
                let (left, right) = (self.type_name(left), self.type_name(right));
                let message = format!("'{sign}' not supported between instances of '{left}' and '{right}'");
                Err(raise::type_error(self, &message))
            }
        }
    }

    /// A comparison of ints, floats or strings, which needs no method.
    #[inline]
    fn compare_plain(&self, op: CompareOp, left: Value, right: Value) -> Option<bool> {
        if let Some((a, b)) = left.both_small_ints(right) {
            return Some(op.holds(a.cmp(&b)));
        }
        if let (Some(a), Some(b)) = (self.heap.str_bytes(left), self.heap.str_bytes(right)) {
            return Some(match op {
                CompareOp::Eq => left == right || a == b,
                CompareOp::Ne => left != right && a != b,
                // Generalised UTF-8 sorts as its code points do.
                _ => op.holds(a.cmp(b)),
            });
        }
        let (a, b) = (self.heap.float(left)?, self.heap.float(right)?);
        Some(match op {
            CompareOp::Lt => a < b,
            CompareOp::Le => a <= b,
            CompareOp::Eq => a == b,
            CompareOp::Ne => a != b,
            CompareOp::Gt => a > b,
            CompareOp::Ge => a >= b,
        })
    }

    /// `left == right` as a truth value. Identity counts as equal only where CPython's `==` itself says so.
    pub fn equal(&mut self, left: Value, right: Value) -> Completion<bool> {
        self.truth_of_comparison(CompareOp::Eq, left, right)
    }

    /// A comparison as a truth value.
    #[inline]
    fn truth_of_comparison(&mut self, op: CompareOp, left: Value, right: Value) -> Completion<bool> {
        let result = match self.ask_instance(op, left, right) {
            Some(result) => result?,
            None => match self.compare_plain(op, left, right) {
                Some(result) => return Ok(result),
                None => self.compare_by_methods(op, left, right)?,
            },
        };
        if result.is_bool() { Ok(result == Value::TRUE) } else { self.is_true(result) }
    }

    /// A comparison of two instances of one class by its method, if that is known and written in Python.
    #[inline]
    fn ask_instance(&mut self, op: CompareOp, left: Value, right: Value) -> Option<Completion> {
        let class = self.shapes.class(self.heap.shape(left)?);
        if self.shapes.class(self.heap.shape(right)?) != class {
            return None;
        }
        let function = self.methods.known(class, op.names().0)?.given()?;
        match self.call_function(function, &[left], &[right])? {
            Ok(Value::NOT_IMPLEMENTED) => Some(self.compare_refused(op, left, right)),
            done => Some(done),
        }
    }

    /// `left is right or left == right`: what containers use.
    pub fn same_or_equal(&mut self, left: Value, right: Value) -> Completion<bool> {
        if left == right {
            return Ok(true);
        }
        self.equal(left, right)
    }

    /// `left < right` as a truth value.
    pub fn less(&mut self, left: Value, right: Value) -> Completion<bool> {
        self.truth_of_comparison(CompareOp::Lt, left, right)
    }
}
