//! What becomes of small assembly.

use super::outline;

/// A function with these lines between its start and its end, and constants of its own.
fn function(name: &str, lines: &[&str]) -> String {
    let body: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let body = body.replace("LCPI0", &format!("LCPI{name}"));
    format!("\t.section\t.text.{name},\"ax\",%progbits\n\t.type\t{name},%function\n{name}:\n{body}.Lfunc_end_{name}:\n")
}

/// Checks what three functions of these lines become, and which function they share.
#[track_caller]
fn check(lines: &[&str], expected: &[&str], shared: &[&str]) {
    let assembly = |lines: &[&str]| ["first", "second", "third"].map(|name| function(name, lines)).concat();
    let program = "declare i32 @few(ptr %0, i64 %1)\ndeclare i32 @many(i32, i32, i32, i32, i32)\n";
    let outlined = outline(&assembly(lines), program);
    let (functions, rest) = outlined.split_at(assembly(expected).len().min(outlined.len()));
    assert_eq!(functions, assembly(expected));
    let body: Vec<&str> = rest.lines().skip_while(|line| *line != "outlined.0:").skip(1).collect();
    let end = body.iter().position(|line| line.starts_with(".Lend_")).unwrap_or(body.len());
    assert_eq!(&body[..end], shared);
}

#[test]
fn plain_instructions() {
    let lines =
        ["\tmovs\tr0, #1", "\tstr\tr0, [sp, #4]", "\tstr\tr0, [sp, #8]", "\tstr\tr0, [sp, #12]", "\tadds\tr1, #7"];
    let all = [&["\tpush\t{r7, lr}"], &lines[..], &["\tb\t.LBB0_1"]].concat();
    check(&all, &["\tpush\t{r7, lr}", "\tbl\toutlined.0", "\tb\t.LBB0_1"], &[&lines[..], &["\tbx\tlr"]].concat());
}

#[test]
fn returns_and_constants() {
    let all = [
        "\tpush\t{r4, lr}",
        "\tldr\tr0, .LCPI0_0",
        "\tblx\tr1",
        "\tpop\t{r4, pc}",
        "\t.p2align\t2",
        ".LCPI0_0:",
        "\t.long\t1234",
    ];
    let shared = [
        "\tldr\tr0, .Lconstant0_0",
        "\tblx\tr1",
        "\tpop\t{r4, pc}",
        "\t.p2align\t2",
        ".Lconstant0_0:",
        "\t.long\t1234",
    ];
    check(&all, &["\tpush\t{r4, lr}", "\tbl\toutlined.0", "\t.p2align\t2"], &shared);
}

#[test]
fn calls() {
    let lines = ["\tadd\tr0, sp, #16", "\tmov\tr7, r1", "\tbl\tfew", "\tstr\tr0, [sp]", "\tstr\tr1, [sp, #4]"];
    let all = [&["\tpush\t{r7, lr}"], &lines[..], &["\tb\t.LBB0_1"]].concat();
    let shared = [
        "\tpush\t{r6, lr}",
        "\tadd\tr0, sp, #24",
        "\tmov\tr7, r1",
        "\tbl\tfew",
        "\tstr\tr0, [sp, #8]",
        "\tstr\tr1, [sp, #12]",
        "\tpop\t{r6, pc}",
    ];
    check(&all, &["\tpush\t{r7, lr}", "\tbl\toutlined.0", "\tb\t.LBB0_1"], &shared);
}

#[test]
fn what_takes_arguments_from_the_stack_is_called_where_it_was() {
    let lines = ["\tpush\t{r7, lr}", "\tmov\tr7, r1", "\tbl\tmany", "\tmov\tr0, r6", "\tb\t.LBB0_1"];
    check(&lines, &lines, &[]);
}

#[test]
fn where_the_return_address_is_not_saved_nothing_moves() {
    let lines =
        ["\tstr\tr0, [r1]", "\tstr\tr0, [r2]", "\tstr\tr0, [r3]", "\tstr\tr0, [r4]", "\tstr\tr0, [r5]", "\tbx\tlr"];
    check(&lines, &lines, &[]);
}
