# Sourced by script/spark: a local Spark cluster of two workers, each with an executor of 1024 MiB.

run_spark() {
  local python
  python_with 'pyspark>=3.5'
  "$python" script/spark.d/pipe.py "$mailaudit" "$zone" "$list" "$directory/spark" 2>"$directory/spark.log" || {
    grep -v ' WARN ' "$directory/spark.log" | tail -n 15 >&2
    fail "Spark did not finish"
  }
  same "Spark, undisturbed" "$directory"/spark/undisturbed/part-*
  same "Spark, an executor and a scan killed" "$directory"/spark/killed/part-*
}
