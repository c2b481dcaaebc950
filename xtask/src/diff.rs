//! The difference of two texts, line by line, as a failure shows it.

/// Lines shown before and after each difference.
const CONTEXT: usize = 2;
/// Longest output; the first differences say most.
const MOST_LINES: usize = 40;

#[derive(Clone, Copy, PartialEq)]
enum Edit {
    Keep,
    Missing,
    Extra,
}

/// The lines that `expected` has and `found` lacks (`-`), and the other way round (`+`), with some lines around.
pub(crate) fn lines(expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.split('\n').collect(), found.split('\n').collect());
    let edits = edits(&old, &new);
    let near = |at: usize| {
        let from = at.saturating_sub(CONTEXT);
        edits.iter().skip(from).take(at + CONTEXT + 1 - from).any(|(edit, _)| *edit != Edit::Keep)
    };
    let mut text = String::new();
    let mut shown = 0;
    let mut gap = false;
    for (at, (edit, line)) in edits.iter().enumerate() {
        if !near(at) {
            gap = true;
            continue;
        }
        if shown == MOST_LINES {
            text.push_str("      … and more\n");
            break;
        }
        if std::mem::take(&mut gap) {
            text.push_str("      ⋮\n");
        }
        let sign = match edit {
            Edit::Keep => ' ',
            Edit::Missing => '-',
            Edit::Extra => '+',
        };
        text.push_str(&format!("    {sign} {line}\n"));
        shown += 1;
    }
    text
}

/// The edit script by longest common subsequence, after cutting the common beginning and end.
fn edits<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Edit, &'t str)> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[start..old.len() - end], &new[start..new.len() - end]);

    let mut script: Vec<(Edit, &str)> = old[..start].iter().map(|line| (Edit::Keep, *line)).collect();
    // The table is quadratic; beyond this size a plain "all out, all in" is as readable.
    if a.len() * b.len() > 1_000_000 {
        script.extend(a.iter().map(|line| (Edit::Missing, *line)));
        script.extend(b.iter().map(|line| (Edit::Extra, *line)));
    } else {
        let mut common = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for (i, x) in a.iter().enumerate().rev() {
            for (j, y) in b.iter().enumerate().rev() {
                common[i][j] = if x == y { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < a.len() || j < b.len() {
            if i < a.len() && j < b.len() && a[i] == b[j] {
                script.push((Edit::Keep, a[i]));
                (i, j) = (i + 1, j + 1);
            } else if i < a.len() && (j == b.len() || common[i + 1][j] >= common[i][j + 1]) {
                script.push((Edit::Missing, a[i]));
                i += 1;
            } else {
                script.push((Edit::Extra, b[j]));
                j += 1;
            }
        }
    }
    script.extend(old[old.len() - end..].iter().map(|line| (Edit::Keep, *line)));
    script
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn shows_only_what_differs_and_its_surroundings() {
        let shown = lines("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nd\nE\nf\ng\nh");
        assert_eq!(shown, "      ⋮\n      c\n      d\n    - e\n    + E\n      f\n      g\n");
    }
}
