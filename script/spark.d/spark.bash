# Sourced by script/spark: the program of the article on a local cluster of two workers, each with an executor of 1024 MiB;
# then with processes killed: an executor and a scan on such a cluster, a worker and a scan on one of separate daemons.

# submit_article: runs the program that the article shows, with the files of this run.
submit_article() {
  awk '/^    # scan.py/ { on = 1 } on && /^[^ ]/ { exit } on { sub(/^    /, ""); print }' "$article" |
    sed "s|domains\.txt|$list|; s|\"results\"|\"$directory/spark/article\"|; s|(200)|(8)|; s|mailaudit scan - |$mailaudit scan - --zone $zone |" \
      >"$directory/scan.py"
  grep -q saveAsTextFile "$directory/scan.py" || fail "the article has no program for Spark"
  PYSPARK_PYTHON=$python "$(dirname "$python")/spark-submit" --master 'local-cluster[2,1,1024]' \
    --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 "$directory/scan.py" >"$directory/spark.log" 2>&1 ||
    fail "spark-submit: $(grep -v ' WARN ' "$directory/spark.log" | tail -n 5)"
}

# start_daemons: a master and two workers, processes of their own.
start_daemons() {
  local class home
  home=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
  class=$home/bin/spark-class
  export SPARK_HOME=$home SPARK_NO_DAEMONIZE=1
  "$class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 17078 >"$directory/master.log" 2>&1 &
  daemons=($!)
  ending+=(stop_daemons)
  local number
  for number in 1 2; do
    "$class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1024m --webui-port 1708$number \
      --work-dir "$directory/work-$number" spark://127.0.0.1:17077 >"$directory/worker-$number.log" 2>&1 &
    daemons+=($!)
  done
  # Bash tells of processes that are killed, unless they are none of its jobs.
  disown "${daemons[@]}"
}

stop_daemons() {
  local pid
  for pid in "${daemons[@]}"; do
    ! grep -q "deploy\." "/proc/$pid/cmdline" 2>/dev/null || kill "$pid" || true
    while grep -q "deploy\." "/proc/$pid/cmdline" 2>/dev/null; do sleep 0.1; done
  done
}

# piped MASTER VICTIM: see pipe.py.
piped() {
  "$python" script/spark.d/pipe.py "$1" "$2" "$mailaudit" "$zone" "$list" "$directory/spark/$2" "$directory" 2>"$directory/spark.log" || {
    grep -v ' WARN ' "$directory/spark.log" | tail -n 15 >&2
    fail "Spark did not finish"
  }
  same "Spark, the $2 and a scan killed" "$directory/spark/$2"/part-*
}

run_spark() {
  local python
  python_with 'pyspark>=3.5'
  submit_article
  same "Spark, the program of the article" "$directory"/spark/article/part-*
  piped 'local-cluster[2,1,1024]' executor
  start_daemons
  piped spark://127.0.0.1:17077 worker
}
