# Sourced by script/spark: the statements of the article, in a PostgreSQL server of its own on a local socket.

# as_database COMMAND...: PostgreSQL does not run as root.
as_database() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop_postgresql() { as_database "$programs/pg_ctl" --pgdata "$directory/postgresql/data" --mode immediate --silent stop; }

run_postgresql() {
  programs=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
  local data=$directory/postgresql count
  mkdir "$data"
  [ "$(id -u)" != 0 ] || chown postgres "$data"
  cp "$directory/expected" "$directory/results.jsonl"
  chmod 644 "$directory/results.jsonl"
  as_database "$programs/initdb" --pgdata "$data/data" --encoding UTF8 --locale C.UTF-8 --auth trust >"$directory/log" 2>&1 ||
    fail "initdb: $(tail -n 1 "$directory/log")" 74
  ending+=(stop_postgresql)
  as_database "$programs/pg_ctl" --pgdata "$data/data" --wait --silent --log "$data/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$data'" start || fail "PostgreSQL does not start" 74
  statements postgresql >"$directory/postgresql.sql"
  [ -s "$directory/postgresql.sql" ] || fail "the article has no statements for PostgreSQL"
  chmod 644 "$directory/postgresql.sql"
  "$programs/postgres" --version
  as_database psql --no-psqlrc --quiet --tuples-only --host "$data" --dbname postgres --set ON_ERROR_STOP=1 \
    --file "$directory/postgresql.sql" | awk 'NF && ++shown <= 9'
  count=$(as_database psql --no-psqlrc --quiet --tuples-only --no-align --host "$data" --dbname postgres \
    --command "SELECT count(*), count(DISTINCT domain) FROM results")
  [ "$count" = "$domains|$domains" ] || fail "PostgreSQL: $count results loaded"
  echo "PostgreSQL: $domains results loaded"
}
