//! The instruction set: the one table from which encoder, decoder, disassembler, verifier, documentation and
//! the interpreter's dispatch are made.
//!
//! `R(x)` is a register of the current frame, `K(x)` a constant, `N(x)` a name, `F(x)` a captured cell of the
//! running function, `S(x)` a frame slot beyond the 256 registers that an 8-bit number reaches. A row reads
//!
//! ```text
//! Name Layout [operand: Kind, …] "meaning, as an equation where one says it";
//! ```
//!
//! A layout is drawn in `encoding.rs`. The kinds say what the verifier must check and how the disassembler
//! prints an operand; see [`OperandKind`](crate::encoding::OperandKind). A callable frame finds its function in
//! the slot below `R(0)`; parameters are `R(0)…` in the order of `CodeObject::local_names`.
//!
//! Rules that the compiler keeps and the verifier does not need:
//! * temporaries are a stack above the named locals, so at a call everything that lives is below the call, and the
//!   callee's frame starts there: code with slots beyond the registers calls by `CallApart` and `…Unpack` alone;
//! * a register is written before it is read: a local that may be unbound is loaded with `Unbound` at entry and
//!   guarded by `CheckBound`;
//! * code compiled for a namespace (module, class body, `exec`, `eval`) has the namespace mapping in `R(0)`.

/// Calls `$callback!` with all rows of the instruction table.
#[macro_export]
macro_rules! for_each_instruction {
    ($callback:ident) => {
        $callback! {
            // Moves and constants.
            Nop Abc [] "nothing";
            Move Abc [a: Write, b: Read] "R(a) = R(b)";
            LoadConst Ad [a: Write, d: Const] "R(a) = K(d)";
            LoadConstWide AbcX [a: Write, x: ConstWide] "R(a) = K(x)";
            LoadInt Ad [a: Write, d: Signed16] "R(a) = the int d";
            LoadSpecial Abc [a: Write, b: Special] "R(a) = None, False, True, Ellipsis, Unbound (b = 0 … 4)";
            GetSlot Ad [a: Write, d: SlotRead] "R(a) = S(d)";
            SetSlot Ad [a: Read, d: SlotWrite] "S(d) = R(a)";
            CheckBound Ad [a: Read, d: Name] "if R(a) is Unbound: raise UnboundLocalError for the local N(d)";
            // Cells and captured variables.
            MakeCell Abc [a: Update] "R(a) = a new cell that holds R(a) (Unbound: an empty cell)";
            GetCell Abc [a: Write, b: Read] "R(a) = content of cell R(b); raise UnboundLocalError if empty";
            SetCell Abc [a: Read, b: Read] "content of cell R(a) = R(b)";
            DeleteCell Abc [a: Read] "empty cell R(a); raise UnboundLocalError if it is empty";
            GetFree Ad [a: Write, d: Free] "R(a) = content of F(d); raise NameError if empty";
            SetFree Ad [a: Read, d: Free] "content of F(d) = R(a)";
            DeleteFree Ad [d: Free] "empty F(d); raise NameError if it is empty";
            GetFreeCell Ad [a: Write, d: Free] "R(a) = the cell F(d) itself";
            GetClassFree Ad [a: Write, d: Free] "R(a) = R(0)[name of F(d)] if the namespace has it, else content of F(d)";
            // Names of modules, classes and exec.
            GetGlobal AbcX [a: Write, x: NameCache] "R(a) = globals[N], else builtins[N]; raise NameError";
            SetGlobal AbcX [a: Read, x: NameCache] "globals[N] = R(a)";
            DeleteGlobal AbcX [x: NameCache] "del globals[N]; raise NameError";
            GetName AbcX [a: Write, x: NameCache] "R(a) = R(0)[N], else globals[N], else builtins[N]; raise NameError";
            SetName AbcX [a: Read, x: NameCache] "R(0)[N] = R(a)";
            DeleteName AbcX [x: NameCache] "del R(0)[N]; raise NameError";
            GetFromDictOrGlobal AbcX [a: Write, b: Read, x: NameCache] "R(a) = mapping R(b)[N], else as GetGlobal";
            GetFromDictOrFree AbcX [a: Write, b: Read, x: FreeWide] "R(a) = mapping R(b)[name of F(x)], else content of F(x)";
            // Attributes and items.
            GetAttr AbcX [a: Write, b: Read, x: NameCache] "R(a) = R(b).N";
            SetAttr AbcX [a: Read, b: Read, x: NameCache] "R(a).N = R(b)";
            DeleteAttr AbcX [a: Read, x: NameCache] "del R(a).N";
            GetMethod AbcX [a: Write2, b: Read, x: NameCache] "R(a), R(a+1) = function, R(b) if R(b).N is a method of the type; else R(b).N, Unbound. For CallMethod";
            GetItem Abc [a: Write, b: Read, c: Read] "R(a) = R(b)[R(c)]";
            GetItemInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b)[c]";
            SetItem Abc [a: Read, b: Read, c: Read] "R(a)[R(b)] = R(c)";
            DeleteItem Abc [a: Read, b: Read] "del R(a)[R(b)]";
            GetSlice Abc [a: Write, b: Read3] "R(a) = R(b)[R(b+1):R(b+2)]";
            SetSlice Abc [a: Read, b: Read3] "R(b)[R(b+1):R(b+2)] = R(a)";
            NewSlice Abc [a: Write, b: Read3] "R(a) = slice(R(b), R(b+1), R(b+2))";
            // Arithmetic.
            Add Abc [a: Write, b: Read, c: Read] "R(a) = R(b) + R(c)";
            Sub Abc [a: Write, b: Read, c: Read] "R(a) = R(b) - R(c)";
            Mul Abc [a: Write, b: Read, c: Read] "R(a) = R(b) * R(c)";
            TrueDiv Abc [a: Write, b: Read, c: Read] "R(a) = R(b) / R(c)";
            FloorDiv Abc [a: Write, b: Read, c: Read] "R(a) = R(b) // R(c)";
            Mod Abc [a: Write, b: Read, c: Read] "R(a) = R(b) % R(c)";
            Pow Abc [a: Write, b: Read, c: Read] "R(a) = R(b) ** R(c)";
            MatMul Abc [a: Write, b: Read, c: Read] "R(a) = R(b) @ R(c)";
            LShift Abc [a: Write, b: Read, c: Read] "R(a) = R(b) << R(c)";
            RShift Abc [a: Write, b: Read, c: Read] "R(a) = R(b) >> R(c)";
            And Abc [a: Write, b: Read, c: Read] "R(a) = R(b) & R(c)";
            Or Abc [a: Write, b: Read, c: Read] "R(a) = R(b) | R(c)";
            Xor Abc [a: Write, b: Read, c: Read] "R(a) = R(b) ^ R(c)";
            InplaceAdd Abc [a: Write, b: Read, c: Read] "R(a) = R(b) += R(c)";
            InplaceSub Abc [a: Write, b: Read, c: Read] "R(a) = R(b) -= R(c)";
            InplaceMul Abc [a: Write, b: Read, c: Read] "R(a) = R(b) *= R(c)";
            InplaceTrueDiv Abc [a: Write, b: Read, c: Read] "R(a) = R(b) /= R(c)";
            InplaceFloorDiv Abc [a: Write, b: Read, c: Read] "R(a) = R(b) //= R(c)";
            InplaceMod Abc [a: Write, b: Read, c: Read] "R(a) = R(b) %= R(c)";
            InplacePow Abc [a: Write, b: Read, c: Read] "R(a) = R(b) **= R(c)";
            InplaceMatMul Abc [a: Write, b: Read, c: Read] "R(a) = R(b) @= R(c)";
            InplaceLShift Abc [a: Write, b: Read, c: Read] "R(a) = R(b) <<= R(c)";
            InplaceRShift Abc [a: Write, b: Read, c: Read] "R(a) = R(b) >>= R(c)";
            InplaceAnd Abc [a: Write, b: Read, c: Read] "R(a) = R(b) &= R(c)";
            InplaceOr Abc [a: Write, b: Read, c: Read] "R(a) = R(b) |= R(c)";
            InplaceXor Abc [a: Write, b: Read, c: Read] "R(a) = R(b) ^= R(c)";
            AddInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) + c";
            SubInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) - c";
            InplaceAddInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) += c";
            InplaceSubInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) -= c";
            MulInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) * c";
            FloorDivInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) // c";
            ModInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) % c";
            LShiftInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) << c";
            RShiftInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) >> c";
            AndInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) & c";
            InplaceMulInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) *= c";
            InplaceFloorDivInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) //= c";
            InplaceModInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) %= c";
            InplaceLShiftInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) <<= c";
            InplaceRShiftInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) >>= c";
            InplaceAndInt Abc [a: Write, b: Read, c: Signed8] "R(a) = R(b) &= c";
            Neg Abc [a: Write, b: Read] "R(a) = -R(b)";
            Pos Abc [a: Write, b: Read] "R(a) = +R(b)";
            Invert Abc [a: Write, b: Read] "R(a) = ~R(b)";
            Not Abc [a: Write, b: Read] "R(a) = not R(b)";
            // Comparisons.
            Lt Abc [a: Write, b: Read, c: Read] "R(a) = R(b) < R(c)";
            Le Abc [a: Write, b: Read, c: Read] "R(a) = R(b) <= R(c)";
            Eq Abc [a: Write, b: Read, c: Read] "R(a) = R(b) == R(c)";
            Ne Abc [a: Write, b: Read, c: Read] "R(a) = R(b) != R(c)";
            Gt Abc [a: Write, b: Read, c: Read] "R(a) = R(b) > R(c)";
            Ge Abc [a: Write, b: Read, c: Read] "R(a) = R(b) >= R(c)";
            Is Abc [a: Write, b: Read, c: Read] "R(a) = R(b) is R(c)";
            IsNot Abc [a: Write, b: Read, c: Read] "R(a) = R(b) is not R(c)";
            In Abc [a: Write, b: Read, c: Read] "R(a) = R(b) in R(c)";
            NotIn Abc [a: Write, b: Read, c: Read] "R(a) = R(b) not in R(c)";
            // Jumps. An offset counts words from the word that holds it.
            Jump J [j: Jump] "go to j";
            JumpIfTrue AbcX [a: Read, x: JumpWord] "if R(a): go to x";
            JumpIfFalse AbcX [a: Read, x: JumpWord] "if not R(a): go to x";
            JumpIfNone AbcX [a: Read, x: JumpWord] "if R(a) is None: go to x";
            JumpIfNotNone AbcX [a: Read, x: JumpWord] "if R(a) is not None: go to x";
            JumpIfIs AbcX [a: Read, b: Read, x: JumpWord] "if R(a) is R(b): go to x";
            JumpIfIsNot AbcX [a: Read, b: Read, x: JumpWord] "if R(a) is not R(b): go to x";
            JumpIfLt AbcX [a: Read, b: Read, x: JumpWord] "if R(a) < R(b): go to x";
            JumpIfLe AbcX [a: Read, b: Read, x: JumpWord] "if R(a) <= R(b): go to x";
            JumpIfEq AbcX [a: Read, b: Read, x: JumpWord] "if R(a) == R(b): go to x";
            JumpIfNe AbcX [a: Read, b: Read, x: JumpWord] "if R(a) != R(b): go to x";
            JumpIfGt AbcX [a: Read, b: Read, x: JumpWord] "if R(a) > R(b): go to x";
            JumpIfGe AbcX [a: Read, b: Read, x: JumpWord] "if R(a) >= R(b): go to x";
            JumpIfNotLt AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) < R(b): go to x";
            JumpIfNotLe AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) <= R(b): go to x";
            JumpIfNotEq AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) == R(b): go to x";
            JumpIfNotNe AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) != R(b): go to x";
            JumpIfNotGt AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) > R(b): go to x";
            JumpIfNotGe AbcX [a: Read, b: Read, x: JumpWord] "if not R(a) >= R(b): go to x";
            JumpIfLtInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) < d: go to x";
            JumpIfLeInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) <= d: go to x";
            JumpIfEqInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) == d: go to x";
            JumpIfNeInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) != d: go to x";
            JumpIfGtInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) > d: go to x";
            JumpIfGeInt AdX [a: Read, d: Signed16, x: JumpWord] "if R(a) >= d: go to x";
            JumpIfNotLtInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) < d: go to x";
            JumpIfNotLeInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) <= d: go to x";
            JumpIfNotEqInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) == d: go to x";
            JumpIfNotNeInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) != d: go to x";
            JumpIfNotGtInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) > d: go to x";
            JumpIfNotGeInt AdX [a: Read, d: Signed16, x: JumpWord] "if not R(a) >= d: go to x";
            // Calls. The result replaces the callable.
            Call Abc [a: CallSpan, b: Count] "R(a) = R(a)(R(a+1), … R(a+b))";
            CallMethod Abc [a: MethodSpan, b: Count] "after GetMethod: R(a) = R(a)(R(a+1) unless Unbound, R(a+2), … R(a+1+b))";
            CallKeywords AbcX [a: CallSpan, b: Count, x: ConstWide] "as Call; the last len(K(x)) arguments are keywords named by the tuple K(x)";
            CallMethodKeywords AbcX [a: MethodSpan, b: Count, x: ConstWide] "as CallMethod; the last len(K(x)) arguments are keywords named by the tuple K(x)";
            CallUnpack Abc [a: Update3] "R(a) = R(a)(*R(a+1), **R(a+2)); R(a+1) is an iterable, R(a+2) a dict or Unbound";
            CallApart Abc [a: CallSpan, b: Count] "as Call, in code with slots beyond the registers: the callee's frame must lie behind those";
            Return Abc [a: Read] "leave the frame with R(a)";
            ReturnInt Ad [d: Signed16] "leave the frame with the int d";
            ReturnSpecial Abc [b: Returned] "leave the frame with None, False, True or Ellipsis (b = 0 … 3)";
            MakeFunction AbcX [a: Update, b: FunctionParts, x: ConstWide] "R(a) = a function of code K(x); for each bit of b in turn the next of R(a+1)…: 1 defaults (tuple), 2 keyword defaults (dict), 4 annotate function, 8 closure (tuple of cells, or a single cell)";
            BuildClass Abc [a: CallSpan, b: Count] "as Call with builtins.__build_class__ for R(a), which the instruction loads itself: R(a+1) body function, R(a+2) name, R(a+3)… bases";
            BuildClassKeywords AbcX [a: CallSpan, b: Count, x: ConstWide] "as BuildClass with keywords";
            BuildClassUnpack Abc [a: Update3] "as CallUnpack with builtins.__build_class__";
            // Generators and coroutines.
            Yield Abc [a: Write, b: Read] "suspend with R(b); on resumption R(a) = the value sent";
            Delegate Abc [a: Update, b: Read] "send R(a) to the iterator R(b): what it yields suspends this frame at this instruction (the value sent later is put into R(a)); when it ends, R(a) = its result. throw() and close() go to R(b)";
            GetYieldFromIter Abc [a: Write, b: Read] "R(a) = R(b) if it is a generator or a coroutine that may be delegated to, else iter(R(b))";
            GetAwaitable Abc [a: Write, b: Read, c: AwaitContext] "R(a) = the iterator that awaiting R(b) delegates to; c: 0 await, 1 async with enter, 2 async with exit";
            GetAsyncIter Abc [a: Write, b: Read] "R(a) = R(b).__aiter__()";
            GetAsyncNext Abc [a: Write, b: Read] "R(a) = the iterator of the awaitable R(b).__anext__()";
            EndAsyncFor Abc [a: Read] "if the exception R(a) is not StopAsyncIteration: raise it again";
            // Iteration. A `for` loop keeps its state in three registers; what they hold is the runtime's business.
            GetIter Abc [a: Write, b: Read] "R(a) = what a loop goes over, seen by nobody else: R(b) if it is a list, tuple or range, else iter(R(b))";
            ForPrepare Abc [a: Write3, b: Read] "R(a) … R(a+2) = the state of a loop over R(b)";
            ForIter AbcX [a: Update3, b: Write, x: JumpWord] "R(b) = next item of the loop state R(a) … R(a+2); at the end go to x";
            MakeRoom Abc [a: Read, b: Read3] "room in the list or dict R(a) for as many items as the loop of state R(b) … R(b+2) has turns, if that is known";
            UnpackSequence Abc [a: WriteSpan, b: Read, c: Count] "R(a) … R(a+c-1) = *R(b), exactly c items";
            UnpackStar AbcX [a: StarSpan, b: Read, c: Count, x: Plain] "R(a) … = c items, a list of what is between, x items of R(b)";
            // Building.
            NewTuple Abc [a: Write, b: ReadSpan, c: Count] "R(a) = (R(b), … R(b+c-1))";
            NewList Abc [a: Write, b: ReadSpan, c: Count] "R(a) = [R(b), … R(b+c-1)]";
            NewSet Abc [a: Write, b: ReadSpan, c: Count] "R(a) = {R(b), … R(b+c-1)}";
            NewDict Abc [a: Write, b: ReadPairs, c: Count] "R(a) = {R(b): R(b+1), …}, c pairs";
            ListAppend Abc [a: Read, b: Read] "append R(b) to the list R(a)";
            ListExtend Abc [a: Read, b: Read] "extend the list R(a) by the iterable R(b)";
            ListToTuple Abc [a: Write, b: Read] "R(a) = tuple(list R(b))";
            SetAdd Abc [a: Read, b: Read] "add R(b) to the set R(a)";
            SetUpdate Abc [a: Read, b: Read] "add the items of R(b) to the set R(a)";
            DictSet Abc [a: Read, b: Read, c: Read] "dict R(a)[R(b)] = R(c)";
            DictUpdate Abc [a: Read, b: Read] "update the dict R(a) by the mapping R(b)";
            DictMerge Abc [a: Read, b: Read, c: Read] "merge the mapping R(b) into the keyword dict R(a) for a call of R(c); raise TypeError for a key given twice";
            BuildString Abc [a: Write, b: ReadSpan, c: Count] "R(a) = the strings R(b) … R(b+c-1) joined";
            Convert Abc [a: Write, b: Read, c: Conversion] "R(a) = str, repr or ascii (c = 1, 2, 3) of R(b)";
            Format Abc [a: Write, b: Read] "R(a) = format(R(b), '')";
            FormatSpec Abc [a: Write, b: Read, c: Read] "R(a) = format(R(b), R(c))";
            NewInterpolation Abc [a: Write, b: Read4] "R(a) = Interpolation(R(b), R(b+1), R(b+2), R(b+3))";
            NewTemplate Abc [a: Write, b: Read2] "R(a) = Template of the strings R(b) and the interpolations R(b+1), both tuples";
            // Exceptions.
            Raise Abc [a: Read] "raise R(a)";
            RaiseFrom Abc [a: Read, b: Read] "raise R(a) from R(b)";
            RaiseAgain Abc [] "bare raise: the exception being handled";
            Reraise Abc [a: Read] "raise the exception R(a) again, without a further traceback entry";
            RaiseAssertion Abc [a: Read] "raise AssertionError(R(a)), or AssertionError() if R(a) is Unbound";
            PushHandled Abc [a: HandledPair] "R(a+1) = the exception being handled; R(a) is being handled now";
            PopHandled Abc [a: HandledPair] "the exception R(a+1) is being handled again";
            JumpIfNotMatch AbcX [a: Read, b: Read, x: JumpWord] "if the exception R(a) is not an instance of R(b) (a class or a tuple of classes): go to x";
            MatchGroup Abc [a: Write2, b: Read, c: Read] "except*: R(a), R(a+1) = the parts of exception R(b) that match R(c), and that don't; None for an empty part";
            RaiseGroup Abc [a: Write, b: Read, c: Read] "end of except*: R(a) = the exception to raise for the list R(b) of raised and unmatched parts of R(c), or None";
            GetSpecial AbcX [a: Write2, b: Read, c: ContextMethod, x: Cache] "R(a), R(a+1) = function, R(b) for CallMethod, or what it is bound to, Unbound: of the special method of R(b) that c names: 0 __enter__, 1 __exit__, 2 __aenter__, 3 __aexit__; it is always bound with 4 more";
            CallExit Abc [a: Write, b: Read2, c: Read] "R(a) = R(b)(R(b+1) unless Unbound, type(R(c)), R(c), R(c).__traceback__)";
            // Patterns.
            MatchSequence Abc [a: Write, b: Read] "R(a) = R(b) matches sequence patterns";
            MatchMapping Abc [a: Write, b: Read] "R(a) = R(b) matches mapping patterns";
            MatchKeys Abc [a: Write, b: Read, c: Read] "R(a) = tuple of the values of mapping R(b) for the keys R(c) (a tuple), or None";
            MatchClass AbcX [a: Write, b: Read, c: Read, x: MatchClassWord] "R(a) = tuple of attributes of R(b) if it is an instance of R(c), else None; x: high 16 bits the number of positional patterns, low 16 bits the constant with the tuple of keyword names";
            MatchRest Abc [a: Write, b: Read, c: Read] "R(a) = dict of mapping R(b) without the keys R(c) (a tuple)";
            GetLength Abc [a: Write, b: Read] "R(a) = len(R(b))";
            // Imports.
            ImportName AbcX [a: Write, b: Read2, x: NameCache] "R(a) = __import__(N, globals, locals, R(b) from-list, R(b+1) level)";
            ImportFrom AbcX [a: Write, b: Read, x: NameCache] "R(a) = R(b).N, or the submodule; raise ImportError";
            ImportStar Abc [a: Read] "put the public names of module R(a) into the namespace R(0)";
            // The rest.
            Trace Abc [] "stop before the instruction that stands here in the original: only in copies that the interpreter makes of traced code";
            Intrinsic Abc [a: Write, b: Read2, c: IntrinsicId] "R(a) = the operation c on R(b) and, where it takes two, R(b+1)";
        }
    };
}

/// The operations of [`Opcode::Intrinsic`](crate::Opcode::Intrinsic): rare enough not to need an opcode each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic {
    /// Show `R(b)` as the prompt does (`sys.displayhook`).
    PrintExpression = 0,
    /// `TypeVar` named `R(b)`; bound, constraints and default are set by the operations below.
    TypeVar = 1,
    /// `TypeVar` named `R(b)` whose bound is computed by the function `R(b+1)` when asked for.
    TypeVarWithBound = 2,
    /// `TypeVar` named `R(b)` whose constraints are computed by the function `R(b+1)` when asked for.
    TypeVarWithConstraints = 3,
    /// `ParamSpec` named `R(b)`.
    ParamSpec = 4,
    /// `TypeVarTuple` named `R(b)`.
    TypeVarTuple = 5,
    /// Type parameter `R(b)` gets the function `R(b+1)` that computes its default; the result is the parameter.
    SetTypeParameterDefault = 6,
    /// Function `R(b)` gets the tuple `R(b+1)` as `__type_params__`; the result is the function.
    SetFunctionTypeParameters = 7,
    /// `typing.Generic[*R(b)]` for the tuple of type parameters `R(b)`.
    SubscriptGeneric = 8,
    /// `TypeAliasType` from the tuple `R(b)` = (name, type parameters or None, function that computes the value).
    TypeAlias = 9,
    /// The namespace for deferred annotations of a class or module: `R(b)` as it is.
    Identity = 10,
    /// Raise `NotImplementedError` if the annotation format `R(b)` is above 2; else None.
    CheckAnnotationFormat = 11,
    /// The `locals()` of this namespace code: `R(b)`.
    Locals = 12,
    /// `AssertionError`, the class itself, whatever the name means in the module.
    AssertionErrorClass = 13,
    /// `frozenset` of the set `R(b)` (constant folding of `in {…}`).
    FrozenSet = 14,
    /// A list of what unpacking `R(b)` gives: exactly `R(b+1)` items; or, if that is a tuple of two counts, so many items
    /// before a list of what is left over and so many behind it.
    UnpackIntoList = 15,
}

impl Intrinsic {
    /// How many operations there are; their numbers are below it.
    pub const COUNT: u8 = 16;
}
