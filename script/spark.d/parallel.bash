# Sourced by script/spark: GNU parallel, by pipes and by shards.

run_parallel() {
  echo "GNU parallel $(parallel --version | sed -n '1s/.* //p')"
  parallel --will-cite --pipe --block 8k --jobs 2 "$mailaudit" scan - --quiet --zone "$zone" <"$list" >"$directory/piped" 2>"$directory/log" ||
    fail "GNU parallel, piped: $(tail -n 1 "$directory/log")"
  same "GNU parallel, piped" "$directory/piped"

  mkdir "$directory/parallel"
  seq 8 | parallel --will-cite --jobs 2 --retries 3 \
    "$mailaudit" scan --quiet --zone "$zone" --shard {}/8 --output "$directory/parallel/part-{}.jsonl" --resume "$list" \
    2>"$directory/log" &
  local pid=$!
  kill_one "$directory/parallel/part-"
  wait "$pid" || fail "GNU parallel, by shards: $(tail -n 1 "$directory/log")"
  same "GNU parallel, by shards, one killed" "$directory"/parallel/part-*.jsonl
}
