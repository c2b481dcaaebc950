//! Takes stores out of the interpreter's dispatch that few instructions need.
//!
//! LLVM keeps what the loop's arms may want later, the place and the word of the instruction, in the stack: it stores them
//! once, where they are made, which is at each instruction. Most arms never read them there, or only where they leave the fast
//! way. So the store moves along all paths, to where the last register that holds the value is about to be overwritten and
//! the place in the stack will still be read.

use super::{Function, Item, Reach};

/// A jump by a table of addresses: the first one is the dispatch.
const DISPATCH: &str = "\tmov\tpc, ";

/// What is known of a place in the stack in front of an item.
#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    /// Nothing leads here.
    Unknown,
    /// It has not been stored yet; these registers hold it.
    Pending(u8),
    /// It is there.
    Stored,
}

impl State {
    fn meet(self, other: State) -> State {
        match (self, other) {
            (State::Unknown, state) | (state, State::Unknown) => state,
            (State::Pending(a), State::Pending(b)) if a & b != 0 => State::Pending(a & b),
            _ => State::Stored,
        }
    }
}

/// Moves the stores of the dispatch, which ends with the first jump by a table of addresses. `is_spill` says of a place in
/// the stack that it is only ever stored to and loaded from as a whole.
pub(super) fn sink(function: &mut Function, is_spill: impl Fn(&str) -> bool) {
    let Some(end) = function.items.iter().position(|item| item.text.starts_with(DISPATCH)) else { return };
    let begin = begin_of(function, end);
    let stores: Vec<String> = function.items[begin..end]
        .iter()
        .filter(|item| slot_of(&item.text, "str").is_some_and(|(_, slot)| is_spill(slot)))
        .map(|item| item.text.clone())
        .collect();
    for store in stores {
        if let Some(mut sinking) = Sinking::new(function, &store) {
            sinking.run();
        }
    }
}

/// Where the straight code begins that ends with an item.
fn begin_of(function: &Function, end: usize) -> usize {
    let is_target =
        |label: usize| function.items.iter().any(|item| item.target.is_some_and(|(_, other)| other == label));
    let is_plain = |item: &Item| match item.label {
        Some(label) => !is_target(label),
        None => item.target.is_none_or(|(reach, _)| reach == Reach::Constant),
    };
    function.items[..end].iter().rposition(|item| !is_plain(item)).map_or(0, |at| at + 1)
}

/// The register and the place in the stack of a store or load.
fn slot_of<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let (register, place) = text.strip_prefix('\t')?.strip_prefix(name)?.strip_prefix('\t')?.split_once(", ")?;
    place.starts_with("[sp").then_some((register, place))
}

fn bit(register: &str) -> u8 {
    match register.strip_prefix('r').and_then(|number| number.parse::<u32>().ok()) {
        Some(number) if number < 8 => 1 << number,
        _ => 0,
    }
}

/// The registers that an instruction writes.
fn written(text: &str) -> u8 {
    let Some(text) = text.strip_prefix('\t') else { return 0 };
    let (name, operands) = text.split_once('\t').unwrap_or((text, ""));
    let first = operands.split(&[',', '!'][..]).next().unwrap_or_default();
    match name {
        "cmp" | "cmn" | "tst" | "str" | "strb" | "strh" | "push" | "nop" => 0,
        "stm" => bit(first),
        "adcs" | "add" | "adds" | "ands" | "asrs" | "bics" | "eors" | "ldr" | "ldrb" | "ldrh" | "ldrsb" | "ldrsh"
        | "lsls" | "lsrs" | "mov" | "movs" | "muls" | "mvns" | "orrs" | "rev" | "rev16" | "revsh" | "rors" | "rsbs"
        | "sbcs" | "sub" | "subs" | "sxtb" | "sxth" | "uxtb" | "uxth" | "adr" => bit(first),
        // What a function may change.
        "bl" | "blx" if !operands.contains(".L") => 0b1111,
        _ if name.starts_with('.') || name.starts_with('b') => 0,
        _ => u8::MAX,
    }
}

/// Where a store has to stand, and what is known in front of each item then.
struct Places {
    states: Vec<State>,
    /// In front of these items, at least.
    before: Vec<bool>,
    /// Behind these.
    behind: Vec<bool>,
    /// In front of these arms, for who comes from the dispatch.
    stubs: Vec<usize>,
}

struct Sinking<'a> {
    function: &'a mut Function,
    register: u8,
    slot: String,
    /// Where the dispatch ends.
    end: usize,
    successors: Vec<Vec<usize>>,
    live: Vec<bool>,
}

impl<'a> Sinking<'a> {
    /// Takes the store out. Nothing is done where it can't be said what comes after what.
    fn new(function: &'a mut Function, store: &str) -> Option<Sinking<'a>> {
        let (register, slot) = slot_of(store, "str")?;
        let (register, slot) = (bit(register), slot.to_owned());
        let end = function.items.iter().position(|item| item.text.starts_with(DISPATCH))?;
        let begin = begin_of(function, end);
        let at = begin + function.items[begin..end].iter().position(|item| item.text == store)?;
        let register = function.items[at..end].iter().fold(register, |register, item| moved(register, &item.text));
        if register == 0 {
            return None;
        }
        function.successors()?;
        function.items.remove(at);
        let successors = function.successors()?;
        let mut sinking = Sinking { function, register, slot, end: end - 1, successors, live: Vec::new() };
        sinking.live = sinking.liveness();
        Some(sinking)
    }

    /// Whether the place is read from an item on before it is stored to.
    fn liveness(&self) -> Vec<bool> {
        let items = &self.function.items;
        let mut live = vec![false; items.len()];
        loop {
            let mut changed = false;
            for at in (0..items.len()).rev() {
                let is_read = slot_of(&items[at].text, "ldr").is_some_and(|(_, slot)| slot == self.slot);
                let is_made =
                    at == self.end || slot_of(&items[at].text, "str").is_some_and(|(_, slot)| slot == self.slot);
                let now = is_read || !is_made && self.successors[at].iter().any(|&next| live[next]);
                changed |= now != live[at];
                live[at] = now;
            }
            if !changed {
                return live;
            }
        }
    }

    /// What is known in front of each item, if the store stands in front of those that are marked.
    fn states(&self, marked: &[bool]) -> Vec<State> {
        let count = self.function.items.len();
        let mut states = vec![State::Unknown; count];
        states[0] = State::Stored;
        let mut waiting: Vec<usize> = vec![0];
        while let Some(at) = waiting.pop() {
            let after = if at == self.end {
                State::Pending(self.register)
            } else {
                self.behind(at, &self.function.items[at].text, states[at], marked[at]).0
            };
            for &next in &self.successors[at] {
                let new = states[next].meet(after);
                if new != states[next] {
                    states[next] = new;
                    waiting.push(next);
                }
            }
        }
        states
    }

    /// Where the store has to stand.
    fn places(&self) -> Places {
        let count = self.function.items.len();
        let (mut before, mut behind) = (vec![false; count], vec![false; count]);
        loop {
            let states = self.states(&before);
            let (mut changed, mut stubs) = (false, Vec::new());
            for at in 0..count {
                let (after, wanted) = if at == self.end {
                    (State::Pending(self.register), false)
                } else {
                    self.behind(at, &self.function.items[at].text, states[at], before[at])
                };
                let first = anchor(&self.function.items, at);
                if wanted && first != at {
                    changed |= !before[first];
                    before[first] = true;
                }
                let State::Pending(_) = after else { continue };
                for &next in
                    self.successors[at].iter().filter(|&&next| self.live[next] && states[next] == State::Stored)
                {
                    if at == self.end {
                        // Several opcodes may have one arm.
                        if !stubs.contains(&next) {
                            stubs.push(next);
                        }
                    } else if self.function.items[at].target.is_some() || self.successors[at].len() != 1 {
                        changed |= !before[first];
                        before[first] = true;
                    } else {
                        behind[at] = true;
                    }
                }
            }
            if !changed {
                return Places { states, before, behind, stubs };
            }
        }
    }

    /// Puts the store where it is needed.
    fn run(&mut self) {
        let Places { states, before, behind, stubs } = self.places();
        let mut out: Vec<Item> = Vec::with_capacity(states.len());
        let register = |registers: u8| format!("r{}", registers.trailing_zeros());
        let old = std::mem::take(&mut self.function.items);
        // Labels of arms that others come to with the value stored.
        let names: Vec<(String, usize)> = stubs
            .iter()
            .filter_map(|&stub| Some((old[stub].text.trim_end_matches(':').to_owned(), old[stub].label?)))
            .collect();
        for (at, mut item) in old.into_iter().enumerate() {
            let state = states[at];
            let (after, wanted) = self.behind(at, &item.text, state, before[at]);
            if let State::Pending(registers) = state
                && at != self.end
            {
                if wanted {
                    out.push(Item::instruction(format!("\tstr\t{}, {}", register(registers), self.slot), 2));
                } else if let Some((target, slot)) = slot_of(&item.text, "ldr")
                    && slot == self.slot
                {
                    item.text = format!("\tmov\t{target}, {}", register(registers));
                }
            }
            if let Some((name, _)) = names.iter().find(|(name, _)| item.text == format!("\t.long\t{name}+1")) {
                item.text = format!("\t.long\t{name}_stored{}+1", self.register);
            }
            out.push(item);
            if let State::Pending(registers) = after
                && behind[at]
            {
                out.push(Item::instruction(format!("\tstr\t{}, {}", register(registers), self.slot), 2));
            }
        }
        self.function.items = out;
        for (name, label) in names {
            let stub = format!("{name}_stored{}", self.register);
            let number = self.function.label(&stub);
            self.function.items.push(Item { label: Some(number), ..Item::instruction(format!("{stub}:"), 0) });
            self.function
                .items
                .push(Item::instruction(format!("\tstr\t{}, {}", register(self.register), self.slot), 2));
            let target = Some((Reach::Far, label));
            self.function.items.push(Item { target, ..Item::instruction(format!("\tbl\t{name}"), 4) });
        }
    }

    /// What is known behind an item with that text, and whether the store has to stand in front of it.
    fn behind(&self, at: usize, text: &str, before: State, is_marked: bool) -> (State, bool) {
        let State::Pending(registers) = before else { return (before, false) };
        if is_marked {
            return (State::Stored, true);
        }
        if slot_of(text, "str").is_some_and(|(_, slot)| slot == self.slot) {
            return (State::Stored, false);
        }
        if let Some((register, slot)) = slot_of(text, "ldr")
            && slot == self.slot
        {
            return (State::Pending(registers | bit(register)), false);
        }
        match moved(registers, text) {
            0 => (State::Stored, self.successors[at].iter().any(|&next| self.live[next])),
            left => (State::Pending(left), false),
        }
    }
}

/// The registers that hold a value behind an instruction.
fn moved(registers: u8, text: &str) -> u8 {
    let left = registers & !written(text);
    match text.strip_prefix("\tmov\t").and_then(|operands| operands.split_once(", ")) {
        Some((to, from)) if bit(from) & registers != 0 => left | bit(to),
        _ => left,
    }
}

/// Where something can be put in front of an item: jumps by tables of distances are of instructions that stay together.
fn anchor(items: &[Item], at: usize) -> usize {
    let is_last = |item: &Item| item.text.starts_with("\tadd\tpc, ");
    let is_first = |item: &Item| item.text.starts_with("\tadd\t") && item.text.ends_with(", pc");
    let Some(last) = items[at..].iter().take(6).position(is_last).map(|more| at + more) else { return at };
    let first = items[..last].iter().rposition(is_first).filter(|&first| first + 6 > last);
    match first {
        Some(first) if first <= at => first - usize::from(items[first - 1].align > 1),
        _ => at,
    }
}
