"""A command with subcommands, options, arguments, questions and errors."""

import contextlib
import io
import sys

import click


@click.group(invoke_without_command=True)
@click.option("--verbose/--quiet", default=False, help="Say more.")
@click.version_option("1.2.3", prog_name="shop")
@click.pass_context
def shop(context, verbose):
    """Manage a small shop."""
    context.obj = {"verbose": verbose}
    if context.invoked_subcommand is None:
        click.echo("nothing to do")


@shop.command()
@click.argument("names", nargs=-1, required=True)
@click.option("-n", "--count", type=click.IntRange(1, 9), default=1, show_default=True, help="How many of each.")
@click.option("--size", type=click.Choice(["small", "large"], case_sensitive=False), default="small")
@click.pass_obj
def add(obj, names, count, size):
    """Add NAMES to the stock."""
    for name in names:
        click.echo(f"{count} {size} {name}" + (" (verbose)" if obj["verbose"] else ""))


@shop.command("ask", short_help="Ask for a name.")
@click.option("--name", prompt="Your name", default="Ann")
@click.option("--sure", is_flag=True, prompt="Are you sure?")
def ask(name, sure):
    click.secho(f"{name}: {sure}", fg="red", bold=True)


def run(*arguments, text=""):
    """Run the command as its users do, with that text to read; print what it writes and its exit code."""
    output = io.StringIO()
    sys.stdin = io.StringIO(text)
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            shop.main(arguments, prog_name="shop")
        except SystemExit as end:
            code = end.code
    print(arguments, code)
    print(output.getvalue())


run("--help")
run("--version")
run()
run("--verbose", "add", "apple", "pear", "-n", "3", "--size", "LARGE")
run("add", "--help")
run("add")
run("add", "x", "-n", "12")
run("add", "x", "--size", "huge")
run("addd")
run("ask", text="Bob\ny\n")
run("ask", "--nam")
print(click.style("x", fg="green"), click.format_filename(b"a\xc3\xa4"), click.unstyle("\x1b[1mbold\x1b[0m"))
