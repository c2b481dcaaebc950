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

use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The assembly with shorter branches.
pub(super) fn with_stones(text: &str) -> String {
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
                write_function(&mut out, lines, count, name);
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

fn write_function(out: &mut String, lines: &[&str], number: usize, name: &str) {
    match Function::new(lines, number) {
        Some(mut function) => {
            if name.contains(LOOP) {
                function.copy_ends();
            }
            function.shorten();
            function.tighten();
            function.items.iter().for_each(|item| push(out, &item.text));
        }
        None => lines.iter().for_each(|line| push(out, line)),
    }
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
}

/// The interpreter's loop.
const LOOP: &str = "8dispatch51_$LT$impl$u20$ferropy_runtime..isolate..Isolate$GT$7execute";
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
        let mut function = Function { items: Vec::with_capacity(lines.len()), labels: HashMap::new(), number };
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

    /// Whether all that refers to something gets there.
    fn holds(&self) -> bool {
        let (at, labels) = self.addresses();
        self.items.iter().zip(at).all(|(item, here)| {
            let Some((reach, label)) = item.target else { return true };
            let from = item.base.map_or(Some(here), |base| labels[base]);
            matches!((from, labels[label]), (Some(from), Some(to)) if reach.gets(from, to))
        })
    }

    /// Where it jumps to a few instructions and another jump, they stand there themselves: LLVM makes ends that are the same
    /// one, wherever they are, and the jump between them takes longer than they do.
    fn copy_ends(&mut self) {
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
                if self.holds() {
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
        let is_plain = |item: &Item| item.label.is_none() && item.align == 1 && item.target.is_none() && item.size == 2;
        let is_other = at < start || at > start + length;
        (is_other && length > 0 && self.items[start..start + length].iter().all(is_plain))
            .then_some(start..=start + length)
    }

    fn shorten(&mut self) {
        if !self.holds() {
            return;
        }
        let mut at = 0;
        while at + 2 < self.items.len() {
            if self.is_turned(at) {
                self.step(at);
            }
            at += 1;
        }
    }

    /// Makes jumps short where that is enough.
    fn tighten(&mut self) {
        for at in 0..self.items.len() {
            let Some((Reach::Far, label)) = self.items[at].target else { continue };
            let far = self.items[at].text.clone();
            self.items[at].text = far.replacen("\tbl\t", "\tb\t", 1);
            (self.items[at].size, self.items[at].target) = (2, Some((Reach::Middle, label)));
            if !self.holds() {
                self.items[at].text = far;
                (self.items[at].size, self.items[at].target) = (4, Some((Reach::Far, label)));
            }
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
        // What is jumped back to is a loop's beginning, and often taken.
        if goal <= here {
            return;
        }
        if gets(goal - self.items[at + 1].size) && self.change(at, target, None) {
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
        if self.holds() {
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

#[cfg(test)]
mod tests {
    use super::with_stones;

    /// A function of these lines.
    fn function(lines: &[String]) -> String {
        let lines: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
        format!("\t.type\tf,%function\nf:\n{lines}.Lfunc_end0:\n")
    }

    /// `count` instructions between others.
    fn with_space(before: &[&str], count: usize, behind: &[&str]) -> Vec<String> {
        let space = std::iter::repeat_n("\tadds\tr0, r0, #1", count);
        before.iter().copied().chain(space).chain(behind.iter().copied()).map(str::to_owned).collect()
    }

    const FAR: &[&str] = &["\tcmp\tr5, r0", "\tblo\t.LBB0_2", "\tbl\t.LBB0_9", ".LBB0_2:"];

    #[test]
    fn a_branch_gets_a_stone() {
        let near = with_space(FAR, 20, &["\tbx\tlr"]);
        let far = with_space(&[], 1200, &[".LBB0_9:", "\tbx\tlr"]);
        let stoned = with_space(
            &["\tcmp\tr5, r0", "\tbhs\t.Lstone0_2", ".LBB0_2:"],
            20,
            &["\tbx\tlr", ".Lstone0_2:", "\tbl\t.LBB0_9"],
        );
        let text = function(&[near.clone(), far.clone()].concat());
        assert_eq!(with_stones(&text), function(&[stoned, far.clone()].concat()));
        let text = function(&[with_space(FAR, 200, &["\tbx\tlr"]), far].concat());
        assert_eq!(with_stones(&text), text, "no place is near enough");
        let text = function(&[near, with_space(&[], 20, &["\t.word\t1", ".LBB0_9:", "\tbx\tlr"])].concat());
        assert_eq!(with_stones(&text), text, "of a length that is not known");
    }

    #[test]
    fn a_near_target_needs_none() {
        let text = function(&with_space(FAR, 20, &["\tbx\tlr", ".LBB0_9:", "\tbx\tlr"]));
        let direct = function(&with_space(
            &["\tcmp\tr5, r0", "\tbhs\t.LBB0_9", ".LBB0_2:"],
            20,
            &["\tbx\tlr", ".LBB0_9:", "\tbx\tlr"],
        ));
        assert_eq!(with_stones(&text), direct);
    }

    #[test]
    fn stones_are_shared() {
        let again: Vec<&str> = FAR.iter().map(|line| if *line == ".LBB0_2:" { ".LBB0_3:" } else { *line }).collect();
        let again: Vec<String> = again.iter().map(|line| line.replace("blo\t.LBB0_2", "blo\t.LBB0_3")).collect();
        let far = with_space(&["\tbx\tlr"], 1200, &[".LBB0_9:", "\tbx\tlr"]);
        let text = function(&[with_space(FAR, 20, &[]), again, far].concat());
        assert_eq!(with_stones(&text).matches("\tbl\t.LBB0_9").count(), 1);
    }

    #[test]
    fn ends_are_copied_in_the_loop() {
        let lines = ["\tb\t.LBB0_3", ".LBB0_2:", "\tbx\tlr", ".LBB0_3:", "\tstr\tr0, [r1]", "\tb\t.LBB0_2"];
        let text = function(&lines.map(str::to_owned));
        assert_eq!(with_stones(&text), text, "another function");
        let text =
            text.replace("\tf,%", &format!("\t{},%", super::LOOP)).replace("\nf:\n", &format!("\n{}:\n", super::LOOP));
        let copied = text.replace("\tb\t.LBB0_3\n", "\tstr\tr0, [r1]\n\tb\t.LBB0_2\n");
        assert_eq!(with_stones(&text), copied);
    }
}
