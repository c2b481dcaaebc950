//! Takes comparisons out of assembly for Thumb that can only come out one way: of a byte with 255, in front of a table of jumps
//! for all bytes. LLVM leaves them where a table has a default; the interpreter's loop has one, at each instruction.

/// The assembly without such comparisons, and without the branches that rely on them.
pub(super) fn without_vain(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut gone = [usize::MAX; 3];
    for (at, line) in lines.iter().enumerate() {
        if let Some(register) = line.strip_prefix("\tcmp\t").and_then(|operands| operands.strip_suffix(", #255"))
            && is_byte(&lines, at, register)
            && let Some(found) = branches(&lines, at)
        {
            gone = found;
        }
        if !gone.contains(&at) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// What stands in a line, if it is an instruction.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (name, operands) = line.strip_prefix('\t')?.split_once('\t')?;
    (!name.starts_with('.')).then_some((name, operands))
}

/// Whether a register holds a byte in a line, because of an instruction shortly before it.
fn is_byte(lines: &[&str], at: usize, register: &str) -> bool {
    let before = lines[..at].iter().rev().take(8).map_while(|line| parts(line));
    for (name, operands) in before {
        let target = operands.split(',').next().unwrap_or_default();
        match name {
            "uxtb" | "ldrb" if target == register => return true,
            "str" | "strb" | "strh" | "cmp" => {}
            "adds" | "subs" | "mov" | "movs" | "lsls" | "lsrs" | "ldr" | "ldrb" | "ldrh" | "uxtb"
                if target != register => {}
            _ => return false,
        }
    }
    false
}

/// The lines of a comparison and of what it decides: a branch to where the byte is in range, and one to where it isn't. Nothing
/// if anybody else might look at the flags.
fn branches(lines: &[&str], at: usize) -> Option<[usize; 3]> {
    let is_code = |line: &str| !line.is_empty() && !line.starts_with('@');
    let mut rest = (at + 1..lines.len()).filter(|&line| is_code(lines[line]));
    let (branch, target) = rest.by_ref().find_map(|line| match parts(lines[line]) {
        Some(("str" | "strb" | "strh" | "ldr" | "mov", _)) => None,
        Some(("bls", target)) => Some(Some((line, target))),
        _ => Some(None),
    })??;
    let otherwise = rest.next().filter(|&line| matches!(parts(lines[line]), Some(("b" | "bl", _))))?;
    let label = rest.next()?;
    let is_next = lines[label].split('@').next().and_then(|text| text.trim_end().strip_suffix(':')) == Some(target);
    let sets_flags = matches!(parts(lines[rest.next()?]), Some(("lsls" | "movs" | "adds" | "subs", _)));
    (is_next && sets_flags).then_some([at, branch, otherwise])
}

#[cfg(test)]
mod tests {
    use super::without_vain;

    #[test]
    fn only_what_is_vain_goes() {
        let dispatch = "\tuxtb\tr4, r6\n\tadds\tr2, r5, #1\n\tcmp\tr4, #255\n\tstr\tr2, [sp]\n\tbls\t.LBB1_2\n@ %bb.1:\n\tbl\t.LBB1_9\n.LBB1_2:                @ %loop\n\tlsls\tr0, r4, #2\n";
        let less = "\tuxtb\tr4, r6\n\tadds\tr2, r5, #1\n\tstr\tr2, [sp]\n@ %bb.1:\n.LBB1_2:                @ %loop\n\tlsls\tr0, r4, #2\n";
        assert_eq!(without_vain(dispatch), less);
        let words = dispatch.replace("uxtb", "uxth");
        assert_eq!(without_vain(&words), words, "no byte");
        let flags = dispatch.replace("lsls", "bne");
        assert_eq!(without_vain(&flags), flags, "somebody looks at the flags");
    }
}
