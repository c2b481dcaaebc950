//! Makes branches of Thumb assembly shorter, and those that are seldom taken free where they are not.
//!
//! A conditional branch reaches 256 bytes. Where what it jumps to is farther away, LLVM turns it round and lets it jump over
//! an unconditional one, of 4 bytes where that is far as well: whoever goes on pays for a taken branch each time. So the
//! conditional branch gets a stepping stone instead: the next place in its reach that nobody runs into, behind an
//! unconditional jump, where a jump to the target stands for all branches around.
//!
//! ```text
//!     cmp r5, r0                  cmp r5, r0
//!     blo .LBB1_2                 bhs .Lstone1_0
//!     bl  .LBB1_9                 mov r7, r5
//! .LBB1_2:                        …
//!     mov r7, r5                  bx  lr
//!     …                       .Lstone1_0:
//!     bx  lr                      bl  .LBB1_9
//! ```

mod spills;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use spills::sink;

/// The assembly with shorter branches.
pub(super) fn with_stones(text: &str, before: &str) -> String {
    let spills = spills_of_loop(before);
    let mut out = String::with_capacity(text.len());
    let mut function: Option<Vec<&str>> = None;
    let mut name = "";
    let mut count = 0;
    for line in text.lines() {
        if let Some((found, _)) = line.strip_prefix("\t.type\t").and_then(|rest| rest.split_once(",%function")) {
            name = found;
        }
        match &mut function {
            Some(lines) if line.starts_with(".Lfunc_end") => {
                write_function(&mut out, lines, count, name, &spills);
                count += 1;
                function = None;
                push(&mut out, line);
            }
            Some(lines) => lines.push(line),
            None => {
                push(&mut out, line);
                if !name.is_empty() && line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')) {
                    function = Some(Vec::new());
                }
            }
        }
    }
    for line in function.into_iter().flatten() {
        push(&mut out, line);
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn write_function(out: &mut String, lines: &[&str], number: usize, name: &str, spills: &HashSet<String>) {
    let ours = || Function::new(lines, number).filter(|function| function.excess() == 0);
    let is_loop = name.contains(LOOP);
    let loop_function = ours().filter(|_| is_loop).and_then(|function| function.in_loop_form(spills));
    match loop_function.or_else(|| ours()?.shortened()) {
        Some(function) => function.items.iter().for_each(|item| push(out, &item.text)),
        None => lines.iter().for_each(|line| push(out, line)),
    }
}

/// The places in the stack of the interpreter's loop that LLVM made and nobody has the address of: they are marked in what it
/// writes.
fn spills_of_loop(text: &str) -> HashSet<String> {
    let (mut spills, mut others) = (HashSet::new(), HashSet::new());
    let is_begin = |line: &&str| line.contains(LOOP) && line.contains(": ") && !line.starts_with(['\t', '.']);
    for line in text.lines().skip_while(|line| !is_begin(line)).take_while(|line| !line.starts_with(".Lfunc_end")) {
        let Some(at) = line.find("[sp") else { continue };
        let place = line[at..].split_inclusive(']').next().unwrap_or_default().to_owned();
        let is_marked = line.ends_with("4-byte Spill") || line.ends_with("4-byte Reload");
        if is_marked { &mut spills } else { &mut others }.insert(place);
    }
    spills.retain(|place| !others.contains(place));
    spills
}

/// How far a line refers to a label, and how that is counted.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// A conditional branch.
    Short,
    /// An unconditional one.
    Middle,
    /// A call, or a jump made of one.
    Far,
    /// A constant beside the code.
    Constant,
    /// An entry of a table of distances, with so many bits, from a label of its own.
    Table(u32),
}

impl Reach {
    /// Whether it gets from an address to another.
    fn gets(self, from: i32, to: i32) -> bool {
        match self {
            Reach::Short => (-256..=254).contains(&(to - from - 4)),
            Reach::Middle => (-2048..=2046).contains(&(to - from - 4)),
            Reach::Far => true,
            Reach::Constant => (0..=1020).contains(&(to - ((from + 4) & !3))),
            Reach::Table(bits) => (0..1 << bits).contains(&((to - from - 4) / 2)),
        }
    }
}

/// A line of a function.
struct Item {
    text: String,
    size: i32,
    align: i32,
    /// The number of the label that it is.
    label: Option<usize>,
    /// The label that it refers to.
    target: Option<(Reach, usize)>,
    /// What a table's entry counts from.
    base: Option<usize>,
}

impl Item {
    fn instruction(text: String, size: i32) -> Item {
        Item { text, size, align: 1, label: None, target: None, base: None }
    }

    /// Whether nothing runs on from here into the next line.
    fn is_jump(&self) -> bool {
        self.text.starts_with("\tb\t") || (self.text.starts_with("\tbl\t") && self.target.is_some())
    }

    fn is_end(&self) -> bool {
        let returns = self.text.starts_with("\tpop\t") && self.text.ends_with("pc}");
        // A table of addresses may lie anywhere.
        let is_known = self.text.starts_with("\tbx\t") || self.text.starts_with("\tmov\tpc, ");
        self.is_jump() || returns || is_known
    }
}

struct Function {
    items: Vec<Item>,
    labels: HashMap<String, usize>,
    /// The number that stones have in their names.
    number: usize,
    /// How many items may not get to what they refer to.
    allowed: usize,
}

/// The interpreter's loop.
const LOOP: &str = "8dispatch51_$LT$impl$u20$ferropy_runtime..isolate..Isolate$GT$7execute";
/// Branches in the loop that go no farther stay as they are.
const NEAR: i32 = 200;
/// How far a branch gets, almost.
const ALMOST_FAR: i32 = 248;
/// The most instructions of an end that is copied.
const SHORT: usize = 3;

/// Directives that take no room.
const EMPTY: &[&str] =
    &[".save", ".pad", ".fnstart", ".cantunwind", ".setfp", ".fnend", ".cfi_", ".loc", ".code", ".thumb_func", ".file"];
/// Instructions of 4 bytes besides `bl`.
const LONG: &[&str] = &["mrs", "msr", "dmb", "dsb", "isb"];

impl Function {
    /// Nothing where there is something whose length isn't known.
    fn new(lines: &[&str], number: usize) -> Option<Function> {
        let mut function =
            Function { items: Vec::with_capacity(lines.len()), labels: HashMap::new(), number, allowed: 0 };
        for line in lines {
            let item = function.item(line)?;
            function.items.push(item);
        }
        Some(function)
    }

    fn label(&mut self, name: &str) -> usize {
        let next = self.labels.len();
        *self.labels.entry(name.to_owned()).or_insert(next)
    }

    fn item(&mut self, line: &str) -> Option<Item> {
        let mut item = Item { text: line.to_owned(), size: 0, align: 1, label: None, target: None, base: None };
        let Some(text) = line.strip_prefix('\t') else {
            let name = line.split_once(':').filter(|(_, rest)| rest.trim_start().is_empty())?.0;
            item.label = Some(self.label(name));
            return Some(item);
        };
        let (name, operands) = text.split_once('\t').unwrap_or((text, ""));
        if name == ".p2align" {
            item.align = 1 << operands.trim().parse::<u32>().ok()?;
        } else if name == ".long" {
            item.size = 4;
        } else if let Some(bits) = [(".byte", 8), (".short", 16)].iter().find(|(other, _)| *other == name) {
            item.size = bits.1 / 8;
            let distance = operands.strip_prefix('(').and_then(|rest| rest.strip_suffix("+4))/2"));
            let (to, base) = distance?.split_once("-(")?;
            item.target = Some((Reach::Table(bits.1 as u32), self.label(to)));
            item.base = Some(self.label(base));
        } else if name.starts_with('.') {
            EMPTY.iter().any(|known| name.starts_with(known)).then_some(())?;
        } else {
            if name.starts_with('@') || operands.contains(['@', '"', ';']) {
                return None;
            }
            item.size = if name == "bl" || LONG.contains(&name) { 4 } else { 2 };
            if let Some(at) = operands.find(".L") {
                let reach = match name {
                    "ldr" | "adr" => Reach::Constant,
                    "b" => Reach::Middle,
                    "bl" => Reach::Far,
                    _ => opposite(name).map(|_| Reach::Short)?,
                };
                item.target = Some((reach, self.label(&operands[at..])));
            } else if operands.contains("pc") && matches!(name, "ldr" | "adr") {
                return None;
            }
        }
        Some(item)
    }

    /// The address of each item, and of each label.
    fn addresses(&self) -> (Vec<i32>, Vec<Option<i32>>) {
        let mut labels = vec![None; self.labels.len()];
        let mut here = 0;
        let mut at = Vec::with_capacity(self.items.len());
        for item in &self.items {
            here = (here + item.align - 1) & -item.align;
            at.push(here);
            if let Some(label) = item.label {
                labels[label] = Some(here);
            }
            here += item.size;
        }
        (at, labels)
    }

    /// The function with shorter branches.
    fn shortened(mut self) -> Option<Function> {
        self.shorten();
        self.tighten();
        (self.excess() == 0).then_some(self)
    }

    /// The function with all that is done with the interpreter's loop; nothing where something is too far away then.
    fn in_loop_form(mut self, spills: &HashSet<String>) -> Option<Function> {
        self.loosen(NEAR);
        sink(&mut self, |slot| spills.contains(slot));
        self.copy_ends();
        self.shorten();
        self.tighten();
        self.repeat_constants();
        if self.excess() > 0 {
            // Some stones are a little too far away by now.
            self.loosen(ALMOST_FAR);
            self.tighten();
            self.repeat_constants();
        }
        (self.excess() == 0).then_some(self)
    }

    /// How many items don't get to what they refer to.
    fn excess(&self) -> usize {
        let (at, labels) = self.addresses();
        let gets = |(item, here): &(&Item, i32)| {
            let Some((reach, label)) = item.target else { return true };
            let from = item.base.map_or(Some(*here), |base| labels[base]);
            matches!((from, labels[label]), (Some(from), Some(to)) if reach.gets(from, to))
        };
        self.items.iter().zip(at).filter(|pair| !gets(pair)).count()
    }

    /// The items that may come next behind each one; nothing where that can't be said.
    fn successors(&self) -> Option<Vec<Vec<usize>>> {
        let places: HashMap<usize, usize> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((item.label?, at))).collect();
        let mut all = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            let mut next = Vec::new();
            let is_data = item.text.starts_with("\t.long") || matches!(item.target, Some((Reach::Table(_), _)));
            if item.text.starts_with("\tmov\tpc, ") {
                let table = self.items[..at].iter().rev().take(12).find_map(|item| match item.target {
                    Some((Reach::Constant, label)) if item.text.starts_with("\tadr\t") => Some(label),
                    _ => None,
                })?;
                let entries = self.items[places.get(&table)? + 1..].iter();
                for entry in entries.map_while(|item| item.text.strip_prefix("\t.long\t")?.strip_suffix("+1")) {
                    next.push(*places.get(self.labels.get(entry)?)?);
                }
            } else if item.text.starts_with("\tadd\tpc, ") {
                let entries = self.items[at + 1..].iter().skip_while(|item| item.target.is_none());
                for entry in entries.map_while(|item| match item.target {
                    Some((Reach::Table(_), label)) => Some(label),
                    _ => None,
                }) {
                    next.push(*places.get(&entry)?);
                }
            } else if !is_data {
                if let Some((Reach::Short | Reach::Middle | Reach::Far, label)) = item.target {
                    next.push(*places.get(&label)?);
                }
                if !item.is_end() && at + 1 < self.items.len() {
                    next.push(at + 1);
                }
            }
            all.push(next);
        }
        Some(all)
    }

    /// Writes branches to what is not near so that they get anywhere.
    fn loosen(&mut self, near: i32) {
        let (addresses, labels) = self.addresses();
        let old = std::mem::take(&mut self.items);
        for (mut item, here) in old.into_iter().zip(addresses) {
            match item.target {
                Some((Reach::Short, label)) if labels[label].is_some_and(|to| (to - here).abs() > near) => {
                    let (name, target) = item.text.trim_start().split_once('\t').unwrap_or_default();
                    let over = format!(".Lover{}_{}", self.number, self.labels.len());
                    let number = self.label(&over);
                    let turned = opposite(name).unwrap_or_default();
                    let jump = Item::instruction(format!("\tbl\t{target}"), 4);
                    let branch = Item::instruction(format!("\t{turned}\t{over}"), 2);
                    self.items.push(Item { target: Some((Reach::Short, number)), ..branch });
                    self.items.push(Item { target: Some((Reach::Far, label)), ..jump });
                    self.items.push(Item { label: Some(number), ..Item::instruction(format!("{over}:"), 0) });
                    continue;
                }
                Some((Reach::Middle, label)) => {
                    item.text = item.text.replacen("\tb\t", "\tbl\t", 1);
                    item.size = 4;
                    item.target = Some((Reach::Far, label));
                }
                _ => {}
            }
            self.items.push(item);
        }
    }

    /// Puts constants that became too far away nearer once more.
    fn repeat_constants(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            let (addresses, labels) = self.addresses();
            if let Some((Reach::Constant, label)) = self.items[at].target
                && self.items[at].text.starts_with("\tldr\t")
                && !labels[label].is_some_and(|to| Reach::Constant.gets(addresses[at], to))
            {
                self.repeat_constant(at, label);
            }
            at += 1;
        }
    }

    fn repeat_constant(&mut self, at: usize, label: usize) {
        let excess = self.excess();
        let Some(place) = self.items.iter().position(|item| item.label == Some(label)) else { return };
        let Some(value) = self.items.get(place + 1).map(|item| item.text.clone()) else { return };
        let stone = self.stone();
        let name = self.name_of(stone);
        let old = (self.items[at].text.clone(), self.items[at].target);
        let register = old.0.split(", ").next().unwrap_or_default();
        self.items[at].text = format!("{register}, {name}");
        self.items[at].target = Some((Reach::Constant, stone));
        for place in at + 1..self.items.len() {
            if self.items[place - 1].is_end() && !(place >= 2 && self.is_turned(place - 2)) {
                let added = [
                    Item { align: 4, ..Item::instruction("\t.p2align\t2".to_owned(), 0) },
                    Item { label: Some(stone), ..Item::instruction(format!("{name}:"), 0) },
                    Item::instruction(value.clone(), 4),
                ];
                self.items.splice(place..place, added);
                if self.excess() < excess {
                    return;
                }
                self.items.drain(place..place + 3);
            }
        }
        (self.items[at].text, self.items[at].target) = old;
    }

    /// Makes jumps short where that is enough.
    fn tighten(&mut self) {
        let (addresses, labels) = self.addresses();
        for (item, here) in self.items.iter_mut().zip(addresses) {
            if let Some((Reach::Far, label)) = item.target
                && labels[label].is_some_and(|to| Reach::Middle.gets(here, to))
            {
                item.text = item.text.replacen("\tbl\t", "\tb\t", 1);
                item.size = 2;
                item.target = Some((Reach::Middle, label));
            }
        }
    }

    /// Where it jumps to a few instructions and another jump, they stand there themselves: LLVM makes ends that are the same
    /// one, wherever they are, and the jump between them takes longer than they do.
    fn copy_ends(&mut self) {
        let excess = self.excess();
        let mut at = 0;
        while at < self.items.len() {
            let copied = self.end_behind(at).map(|end| {
                let copy = |item: &Item| Item { text: item.text.clone(), ..*item };
                let mut copied: Vec<Item> = self.items[end].iter().map(copy).collect();
                if let Some(last) = copied.last_mut() {
                    last.text = last.text.replacen("\tb\t", "\tbl\t", 1);
                    last.target = last.target.map(|(_, label)| (Reach::Far, label));
                    last.size = 4;
                }
                copied
            });
            if let Some(copied) = copied {
                let count = copied.len();
                let old: Vec<Item> = self.items.splice(at..=at, copied).collect();
                if self.excess() <= excess {
                    at += count;
                    continue;
                }
                self.items.splice(at..at + count, old);
            }
            at += 1;
        }
    }

    /// The few instructions to which an item jumps, and the jump behind them.
    fn end_behind(&self, at: usize) -> Option<RangeInclusive<usize>> {
        let (_, label) = self.items[at].target.filter(|_| self.items[at].is_jump())?;
        let start = self.items.iter().position(|item| item.label == Some(label))? + 1;
        let length = self.items[start..].iter().take(SHORT + 1).position(Item::is_jump)?;
        let is_plain = |item: &Item| {
            item.label.is_none()
                && item.align == 1
                && item.target.is_none()
                && item.size == 2
                && !item.text.contains("pc")
        };
        let is_other = at < start || at > start + length;
        (is_other && length > 0 && self.items[start..start + length].iter().all(is_plain))
            .then_some(start..=start + length)
    }

    fn shorten(&mut self) {
        self.allowed = self.excess();
        let mut at = 0;
        while at + 2 < self.items.len() {
            if self.is_turned(at) {
                self.step(at);
            }
            at += 1;
        }
    }

    /// Whether a conditional branch jumps over an unconditional one.
    fn is_turned(&self, at: usize) -> bool {
        let [branch, jump, label] = &self.items[at..at + 3] else { return false };
        matches!(branch.target, Some((Reach::Short, target)) if label.label == Some(target)) && jump.is_jump()
    }

    /// Does without the jump behind a branch, if that is possible.
    fn step(&mut self, at: usize) {
        let Some((reach, target)) = self.items[at + 1].target else { return };
        let (addresses, labels) = self.addresses();
        let here = addresses[at];
        let gets = |to: i32| Reach::Short.gets(here, to);
        let Some(goal) = labels[target] else { return };
        let dropped = if goal > here { self.items[at + 1].size } else { 0 };
        if gets(goal - dropped) && self.change(at, target, None) {
            return;
        }
        // What is jumped back to is a loop's beginning, and often taken.
        if goal <= here {
            return;
        }
        let is_taken = |place: usize| place > 0 && self.is_turned(place - 1);
        // A jump that is there already.
        let known = (0..self.items.len()).find(|&place| {
            let item = &self.items[place];
            place != at + 1
                && item.is_jump()
                && item.target.map(|(_, label)| label) == Some(target)
                && gets(addresses[place])
                && !is_taken(place)
        });
        // The farthest place that can be reached.
        let places: Vec<usize> = (1..self.items.len())
            .filter(|&place| self.items[place - 1].is_end() && !is_taken(place - 1) && place != at + 2)
            .filter(|&place| gets(addresses[place - 1] + 2 + self.items[place - 1].size))
            .collect();
        if let Some(place) = known {
            let stone = self.stone();
            if self.change(at, stone, Some((place, None))) {
                return;
            }
        }
        for place in places.into_iter().rev() {
            let is_near = Reach::Middle.gets(addresses[place - 1] + 4, goal) && reach == Reach::Far;
            let (name, reach) =
                if is_near || reach == Reach::Middle { ("b", Reach::Middle) } else { ("bl", Reach::Far) };
            let stone = self.stone();
            let label = self.items[at + 1].text.rsplit('\t').next().unwrap_or_default();
            let jump = Item {
                text: format!("\t{name}\t{label}"),
                size: if reach == Reach::Far { 4 } else { 2 },
                align: 1,
                label: None,
                target: Some((reach, target)),
                base: None,
            };
            if self.change(at, stone, Some((place, Some(jump)))) {
                return;
            }
        }
    }

    /// A new label for a stone.
    fn stone(&mut self) -> usize {
        let name = format!(".Lstone{}_{}", self.number, self.labels.len());
        self.label(&name)
    }

    fn name_of(&self, label: usize) -> String {
        self.labels.iter().find(|(_, number)| **number == label).map_or_else(String::new, |(name, _)| name.clone())
    }

    /// Turns a branch round again, with this target, and drops the jump behind it. The target's label is put in front of an
    /// item, with a jump behind it. Whether everything is in reach then; nothing is done otherwise.
    fn change(&mut self, at: usize, target: usize, stone: Option<(usize, Option<Item>)>) -> bool {
        let name = self.items[at].text.trim_start().split('\t').next().unwrap_or_default();
        let Some(turned) = opposite(name) else { return false };
        let branch = Item {
            text: format!("\t{turned}\t{}", self.name_of(target)),
            size: 2,
            align: 1,
            label: None,
            target: Some((Reach::Short, target)),
            base: None,
        };
        let old = std::mem::replace(&mut self.items[at], branch);
        let dropped = self.items.remove(at + 1);
        let mut added = None;
        if let Some((place, jump)) = stone {
            let place = if place > at { place - 1 } else { place };
            let label = Item {
                text: format!("{}:", self.name_of(target)),
                size: 0,
                align: 1,
                label: Some(target),
                target: None,
                base: None,
            };
            added = Some((place, 1 + usize::from(jump.is_some())));
            self.items.splice(place..place, [Some(label), jump].into_iter().flatten());
        }
        let excess = self.excess();
        if excess <= self.allowed {
            self.allowed = excess;
            return true;
        }
        if let Some((place, count)) = added {
            self.items.drain(place..place + count);
        }
        self.items.insert(at + 1, dropped);
        self.items[at] = old;
        false
    }
}

/// The conditional branch that is taken where another isn't.
fn opposite(name: &str) -> Option<&'static str> {
    const PAIRS: &[[&str; 2]] = &[
        ["beq", "bne"],
        ["blo", "bhs"],
        ["bmi", "bpl"],
        ["bvs", "bvc"],
        ["bhi", "bls"],
        ["bge", "blt"],
        ["bgt", "ble"],
    ];
    PAIRS.iter().find_map(|[one, other]| match name {
        _ if name == *one => Some(*other),
        _ if name == *other => Some(*one),
        _ => None,
    })
}
