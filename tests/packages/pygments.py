"""Source text of several languages as HTML, as escapes and as tokens."""

from pygments import highlight, lex
from pygments.formatters import HtmlFormatter, LatexFormatter, NullFormatter, RawTokenFormatter, TerminalFormatter
from pygments.lexers import get_all_lexers, get_lexer_by_name, guess_lexer_for_filename

PROGRAMS = {
    "python": '@property\ndef f(x: int = 0x1F) -> str:\n    """Doc."""\n    return f"{x!r:>{10}} ä" if x else None  # why\n',
    "json": '{"a": [1, 2.5e3, true, null], "b": "\\u00e4"}\n',
    "c": '#include <stdio.h>\nint main(void) { printf("%d\\n", 0x10UL); /* c */ return 0; }\n',
    "html": '<p class="x">a &amp; b<script>let x = `t${1}`;</script></p><!-- c -->\n',
    "rust": "fn main() { let x: Vec<u8> = vec![1, 2]; println!(\"{:?}\", x); } // end\n",
    "ini": "[a]\nkey = value ; c\n",
    "bash": 'for x in "$@"; do echo ${x%.*} >/dev/null; done\n',
    "sql": "SELECT a, count(*) FROM t WHERE b LIKE 'x%' -- c\nGROUP BY a;\n",
    "css": "a:hover { color: #fff !important; width: calc(1px + 2em) }\n",
}
for name, text in PROGRAMS.items():
    lexer = get_lexer_by_name(name)
    print(lexer.name, highlight(text, lexer, HtmlFormatter(linenos=name == "c")))
    print([(str(kind)[6:], value) for kind, value in lex(text, lexer)][:8])
print(highlight(PROGRAMS["python"], get_lexer_by_name("python"), TerminalFormatter()))
print(highlight("x = 1\n", get_lexer_by_name("python"), LatexFormatter()))
print(highlight("x = 1\n", get_lexer_by_name("python"), RawTokenFormatter()))
print(HtmlFormatter(style="monokai").get_style_defs(".h")[:200])
print(guess_lexer_for_filename("x.rs", "fn main() {}").name, len(list(get_all_lexers())) > 500)
