//! What a piece of program text leaves open at its end: a string, a comment, brackets, a block. A glance, not a parser:
//! the text is unfinished while it is typed.

use alloc::vec::Vec;
use ferropy_unicode::identifier;

/// How much a block, or what stands in brackets, is indented further.
const INDENT: usize = 4;

/// Where the end of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Code,
    Comment,
    Text { quote: char, triple: bool },
}

/// What is open at the end of a text.
#[derive(Debug)]
pub(crate) struct Layout {
    inside: Inside,
    /// For each open bracket, the indentation of its line.
    brackets: Vec<usize>,
    /// Where the statement line starts that the end belongs to; brackets, strings and backslashes join lines.
    start: usize,
    /// The last letter of code in that line that is no blank.
    last: char,
}

impl Layout {
    /// Looks at a text.
    pub(crate) fn of(text: &str) -> Layout {
        let mut layout = Layout { inside: Inside::Code, brackets: Vec::new(), start: 0, last: ' ' };
        let mut letters = text.char_indices();
        let mut line = 0;
        while let Some((at, letter)) = letters.next() {
            let rest = text.get(at..).unwrap_or("");
            match layout.inside {
                Inside::Text { .. } if letter == '\\' => {
                    letters.next();
                }
                Inside::Text { quote, triple: true } => {
                    if letter == quote && is_triple(rest, quote) {
                        letters.nth(1);
                        layout.inside = Inside::Code;
                    }
                }
                Inside::Text { quote, triple: false } => {
                    if letter == quote || letter == '\n' {
                        layout.inside = Inside::Code;
                    }
                }
                Inside::Comment if letter != '\n' => {}
                Inside::Code | Inside::Comment if matches!(letter, '"' | '\'') => {
                    let triple = is_triple(rest, letter);
                    if triple {
                        letters.nth(1);
                    }
                    layout.inside = Inside::Text { quote: letter, triple };
                    layout.last = letter;
                }
                Inside::Code | Inside::Comment => layout.code(text.get(line..).unwrap_or(""), at, letter),
            }
            if letter == '\n' {
                line = at + 1;
            }
        }
        layout
    }

    /// A letter of code, in a line whose text is given.
    fn code(&mut self, line: &str, at: usize, letter: char) {
        match letter {
            '#' => {
                self.inside = Inside::Comment;
                return;
            }
            '(' | '[' | '{' => self.brackets.push(indentation(line)),
            ')' | ']' | '}' => {
                self.brackets.pop();
            }
            '\n' => {
                self.inside = Inside::Code;
                if self.brackets.is_empty() && self.last != '\\' {
                    self.start = at + 1;
                    self.last = ' ';
                }
            }
            _ => {}
        }
        if !letter.is_whitespace() {
            self.last = letter;
        }
    }

    /// Whether the end is within a string or a comment.
    pub(crate) fn in_text(&self) -> bool {
        self.inside != Inside::Code
    }

    /// The number of spaces that the line behind the text starts with; the text has no newline at its end.
    pub(crate) fn next_indentation(&self, text: &str) -> usize {
        if matches!(self.inside, Inside::Text { triple: true, .. }) {
            return 0;
        }
        if let Some(indent) = self.brackets.last() {
            return indent + INDENT;
        }
        let code = text.get(self.start..).unwrap_or("");
        let indent = indentation(code);
        if self.last == ':' || self.last == '\\' {
            return indent + INDENT;
        }
        let code = code.trim_start();
        let first = code.split(|letter: char| !identifier::is_continue(letter.into())).next().unwrap_or(code);
        if matches!(first, "return" | "break" | "continue" | "pass" | "raise") {
            return indent.saturating_sub(INDENT);
        }
        indent
    }
}

fn is_triple(text: &str, quote: char) -> bool {
    text.chars().take(3).filter(|&letter| letter == quote).count() == 3
}

/// The columns of blanks that a line starts with.
fn indentation(line: &str) -> usize {
    let mut column = 0;
    for letter in line.chars() {
        match letter {
            ' ' => column += 1,
            '\t' => column = column / 8 * 8 + 8,
            _ => break,
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn lines_are_indented_as_blocks_and_brackets_ask() {
        for (text, indent) in [
            ("if x:", 4),
            ("if x:  # why", 4),
            ("if x: y", 0),
            ("for a in b:\n    if a:", 8),
            ("for a in b:\n    if a:\n        break", 4),
            ("def f():\n    x = 1", 4),
            ("def f():\n    return 1", 0),
            ("def f():\n    return [\n        1,\n    ]", 0),
            ("def f():\n    returned = 1", 4),
            ("x = {", 4),
            ("x = {\n    'a': [", 8),
            ("x = {'a':", 4),
            ("    x = 'it\\'s:'", 4),
            ("x = '#:'", 0),
            ("s = '''if x:", 0),
            ("s = '''a\nb'''", 0),
            ("s = ''", 0),
            ("if '' == \"\":", 4),
            ("x = 1 + \\", 4),
            ("\tx:", 12),
            ("lambda x: (", 4),
        ] {
            assert_eq!(Layout::of(text).next_indentation(text), indent, "{text:?}");
        }
    }

    #[test]
    fn strings_and_comments_are_seen() {
        for (text, inside) in [
            ("'a", true),
            ("'a'", false),
            ("'a\\'", true),
            ("'a\n", false),
            ("'''a\n", true),
            ("'''a'''", false),
            ("'''a''", true),
            ("''", false),
            ("# it's", true),
            ("# it's\n", false),
            ("f(x, \"", true),
        ] {
            assert_eq!(Layout::of(text).in_text(), inside, "{text:?}");
        }
    }
}
