"""The statements that make a database anew."""


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def _text(value):
    return "'" + value.replace("'", "''") + "'"


def _rows(connection, table):
    """Statements that insert the rows of a table."""
    cursor = connection.cursor()
    cursor.row_factory = None
    columns = [row[1] for row in cursor.execute(f"PRAGMA table_info({_quoted(table)})")]
    values = " || ',' || ".join(f"quote({_quoted(column)})" for column in columns)
    start = _text(f"INSERT INTO {_quoted(table)} VALUES(")
    cursor.execute(f"SELECT {start} || {values} || ')' FROM {_quoted(table)};")
    for (statement,) in cursor:
        yield f"{statement};"


def _objects(connection, types, filter):
    """Names, types and statements of what the schema holds."""
    cursor = connection.cursor()
    cursor.row_factory = None
    matching, parameters = ("AND name LIKE ?", (filter,)) if filter else ("", ())
    condition = "type = 'table' ORDER BY name" if types == "tables" else "type IN ('index', 'trigger', 'view')"
    if types == "tables":
        condition = f"type = 'table' {matching} ORDER BY name"
    else:
        condition = f"{condition} {matching}"
    statement = f"SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND {condition}"
    return cursor.execute(statement, parameters).fetchall()


def dump(connection, filter=None):
    """The statements, as Connection.iterdump() gives them."""
    cursor = connection.cursor()
    cursor.row_factory = None
    has_foreign_keys = False
    keys = cursor.execute("PRAGMA foreign_keys").fetchone()
    writes_schema = False
    if keys and keys[0]:
        yield "PRAGMA foreign_keys=OFF;"
        has_foreign_keys = True
    yield "BEGIN TRANSACTION;"
    sequences = []
    for name, _, sql in _objects(connection, "tables", filter):
        if name == "sqlite_sequence":
            sequences = ['DELETE FROM "sqlite_sequence";', *_rows(connection, name)]
            continue
        if name == "sqlite_stat1":
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith("sqlite_"):
            continue
        elif sql.startswith("CREATE VIRTUAL TABLE"):
            if not writes_schema:
                writes_schema = True
                yield "PRAGMA writable_schema=ON;"
            values = f"'table',{_text(name)},{_text(name)},0,{_text(sql)}"
            yield f"INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES({values});"
        else:
            yield f"{sql};"
        yield from _rows(connection, name)
    for _, _, sql in _objects(connection, "others", filter):
        yield f"{sql};"
    if writes_schema:
        yield "PRAGMA writable_schema=OFF;"
    yield from sequences
    yield "COMMIT;"
