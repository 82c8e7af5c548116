# Sourced by script/spark: the statements of the article, in DuckDB.

run_duckdb() {
  local python
  python_with duckdb
  cp "$directory/expected" "$directory/results.jsonl"
  statements duckdb >"$directory/duckdb.sql"
  [ -s "$directory/duckdb.sql" ] || fail "the article has no statements for DuckDB"
  "$python" script/spark.d/duckdb-run.py "$directory/duckdb.sql" "$domains"
}
