//! Assembly before and after.

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
    assert_eq!(with_stones(&text, ""), function(&[stoned, far.clone()].concat()));
    let text = function(&[with_space(FAR, 200, &["\tbx\tlr"]), far].concat());
    assert_eq!(with_stones(&text, ""), text, "no place is near enough");
    let text = function(&[near, with_space(&[], 20, &["\t.word\t1", ".LBB0_9:", "\tbx\tlr"])].concat());
    assert_eq!(with_stones(&text, ""), text, "of a length that is not known");
}

#[test]
fn a_near_target_needs_none() {
    let text = function(&with_space(FAR, 20, &["\tbx\tlr", ".LBB0_9:", "\tbx\tlr"]));
    let direct = function(&with_space(
        &["\tcmp\tr5, r0", "\tbhs\t.LBB0_9", ".LBB0_2:"],
        20,
        &["\tbx\tlr", ".LBB0_9:", "\tbx\tlr"],
    ));
    assert_eq!(with_stones(&text, ""), direct);
}

#[test]
fn stones_are_shared() {
    let again: Vec<&str> = FAR.iter().map(|line| if *line == ".LBB0_2:" { ".LBB0_3:" } else { *line }).collect();
    let again: Vec<String> = again.iter().map(|line| line.replace("blo\t.LBB0_2", "blo\t.LBB0_3")).collect();
    let far = with_space(&["\tbx\tlr"], 1200, &[".LBB0_9:", "\tbx\tlr"]);
    let text = function(&[with_space(FAR, 20, &[]), again, far].concat());
    assert_eq!(with_stones(&text, "").matches("\tbl\t.LBB0_9").count(), 1);
}

#[test]
fn ends_are_copied_in_the_loop() {
    let lines = ["\tb\t.LBB0_3", ".LBB0_2:", "\tbx\tlr", ".LBB0_3:", "\tstr\tr0, [r1]", "\tb\t.LBB0_2"];
    let text = function(&lines.map(str::to_owned));
    assert_eq!(with_stones(&text, ""), text, "another function");
    let text =
        text.replace("\tf,%", &format!("\t{},%", super::LOOP)).replace("\nf:\n", &format!("\n{}:\n", super::LOOP));
    let copied = text.replace("\tb\t.LBB0_3\n", "\tstr\tr0, [r1]\n\tb\t.LBB0_2\n");
    assert_eq!(with_stones(&text, ""), copied);
}

#[test]
fn stores_leave_the_dispatch() {
    let dispatch = |store: &str| {
        format!(
            ".LBB0_1:\n\tldr\tr6, [r1, r0]\n{store}\tadr\tr1, .LJTI0_0\n\tldr\tr0, [r1, r0]\n\tmov\tpc, r0\n\
             \t.p2align\t2\n.LJTI0_0:\n\t.long\t.LBB0_2+1\n\t.long\t.LBB0_3+1\n\
             .LBB0_2:\n\tmovs\tr6, #0\n\tb\t.LBB0_1\n"
        )
    };
    let store = "\tstr\tr6, [sp, #168]\n";
    let arm = ".LBB0_3:\n\tldr\tr0, [sp, #168]\n\tmovs\tr6, #1\n\tbl\tg\n\tldr\tr1, [sp, #168]\n\tb\t.LBB0_1\n";
    let function = |body: String| format!("\t.type\t{0},%function\n{0}:\n{body}.Lfunc_end0:\n", super::LOOP);
    let text = function(dispatch(store) + arm);
    let arm = arm.replacen("ldr\tr0, [sp, #168]", "mov\tr0, r6", 1);
    let arm = arm.replace("\tbl\tg", "\tstr\tr0, [sp, #168]\n\tbl\tg");
    let marked =
        |kind: &str| format!("{}: @ begin\n\tstr\tr6, [sp, #168] @ 4-byte {kind}\n.Lfunc_end0:\n", super::LOOP);
    assert_eq!(with_stones(&text, &marked("Spill")), function(dispatch("") + &arm));
    assert_eq!(with_stones(&text, &marked("Folded Spill")), text, "somebody may have the address");
}

#[test]
fn an_arm_of_several_opcodes_gets_one_store_in_front() {
    let body = ".LBB0_1:\n\tldr\tr6, [r1, r0]\n\tstr\tr6, [sp, #168]\n\tadr\tr1, .LJTI0_0\n\tldr\tr0, [r1, r0]\n\tmov\tpc, r0\n\
         \t.p2align\t2\n.LJTI0_0:\n\t.long\t.LBB0_2+1\n\t.long\t.LBB0_3+1\n\t.long\t.LBB0_3+1\n\
         .LBB0_2:\n\tmovs\tr6, #0\n\tb\t.LBB0_3\n.LBB0_3:\n\tldr\tr0, [sp, #168]\n\tb\t.LBB0_1\n";
    let name = super::LOOP;
    let text = format!("\t.type\t{name},%function\n{name}:\n{body}.Lfunc_end0:\n");
    let spill = format!("{name}: @ begin\n\tstr\tr6, [sp, #168] @ 4-byte Spill\n.Lfunc_end0:\n");
    let made = with_stones(&text, &spill);
    assert_eq!(made.matches(".long\t.LBB0_3_stored64+1").count(), 2, "{made}");
    assert_eq!(made.matches("\n.LBB0_3_stored64:\n\tstr\tr6, [sp, #168]\n").count(), 1, "{made}");
}
