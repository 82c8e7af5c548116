"""Runs statements in DuckDB, prints what they give, and counts the results that were loaded."""

import sys

import duckdb

statements, expected = open(sys.argv[1]).read(), int(sys.argv[2])
print(f"DuckDB {duckdb.__version__}")
database = duckdb.connect()
for statement in duckdb.extract_statements(statements):
    rows = database.execute(statement.query).fetchall()
    if statement.type == duckdb.StatementType.SELECT:
        if not rows:
            sys.exit(f"no rows: {statement.query}")
        for row in rows[:3]:
            print("  " + " | ".join(str(value) for value in row))
count = database.execute("SELECT count(*), count(DISTINCT domain) FROM results").fetchone()
print(f"DuckDB: {count[0]} results loaded")
sys.exit(count != (expected, expected))
