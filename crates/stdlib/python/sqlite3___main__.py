"""What `-m sqlite3` runs: a prompt for statements, or one statement."""

import sqlite3
import sys
from argparse import ArgumentParser


def _run(connection, sql):
    """Runs a statement and prints its rows: whether it is one."""
    try:
        for row in connection.execute(sql):
            print(row)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None)
        kind = type(error).__name__ + (f" ({name})" if name else "")
        print(f"{kind}: {error}", file=sys.stderr)
        return False
    return True


def _talk(connection):
    """Reads statements and commands until the input ends or .quit comes."""
    text = ""
    while True:
        try:
            line = input("    ... " if text else "sqlite> ")
        except EOFError:
            print(file=sys.stderr)
            return
        except KeyboardInterrupt:
            print("\nKeyboardInterrupt", file=sys.stderr)
            text = ""
            continue
        if text or not line.startswith("."):
            text = f"{text}\n{line}" if text else line
            if sqlite3.complete_statement(text):
                _run(connection, text)
                text = ""
            elif not text.strip():
                text = ""
        elif line == ".version":
            print(sqlite3.sqlite_version)
        elif line == ".help":
            print("Enter SQL code and press enter.")
        elif line == ".quit":
            return
        else:
            print(f'Error: unknown command: "{line[1:]}"', file=sys.stderr)


def main(*arguments):
    """The program."""
    parser = ArgumentParser(prog="python -m sqlite3", description="Python sqlite3 CLI")
    parser.add_argument(
        "filename",
        nargs="?",
        default=":memory:",
        help="SQLite database to open (defaults to ':memory:'). A new database is created if the file does not "
        "previously exist.",
    )
    parser.add_argument("sql", nargs="?", help="An SQL query to execute. Any returned rows are printed to stdout.")
    parser.add_argument(
        "-v",
        "--version",
        action="version",
        version=f"SQLite version {sqlite3.sqlite_version}",
        help="Print underlying SQLite library version",
    )
    chosen = parser.parse_args(*arguments)
    where = "a transient in-memory database" if chosen.filename == ":memory:" else repr(chosen.filename)
    connection = sqlite3.connect(chosen.filename, isolation_level=None)
    try:
        if chosen.sql:
            sys.exit(0 if _run(connection, chosen.sql) else 1)
        end = "CTRL-Z" if sys.platform == "win32" else "CTRL-D"
        print(
            f"sqlite3 shell, running on SQLite version {sqlite3.sqlite_version}\nConnected to {where}\n\n"
            "Each command will be run using execute() on the cursor.\n"
            f'Type ".help" for more information; type ".quit" or {end} to quit.',
            file=sys.stderr,
        )
        _talk(connection)
    finally:
        connection.close()
    sys.exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
