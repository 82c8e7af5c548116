# Sourced by benchmarks: starts nsd with a made-up world on 127.0.0.2 and unbound on 127.0.0.1, both on port 53,
# in a network namespace of its own, where nothing can leave and every port is free.

need_root() {
  [ "$(id -u)" = 0 ] || {
    echo "$0: the world needs root, for a network namespace and port 53" >&2
    exit 64
  }
}

# Runs the calling script again inside a namespace; returns at once when it is there already.
enter_namespace() {
  [ "${BENCH_NAMESPACE:-}" != inside ] || return 0
  need_root
  BENCH_NAMESPACE=inside exec unshare --net --mount -- "$@"
}

need() {
  command -v "$1" >/dev/null || {
    echo "$0: $1 is missing: apt-get install --no-install-recommends $2" >&2
    exit 64
  }
}

# built NAME: makes a release build of a product, and says where it is.
built() {
  swift build -c release --static-swift-stdlib --product "$1" --quiet >&2
  echo "$PWD/.build/release/$1"
}

# checkdmarc: installs it, if it is not there, and says where it is.
checkdmarc() {
  local environment=$PWD/.build/checkdmarc
  [ -x "$environment/bin/checkdmarc" ] || {
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet 'checkdmarc==6.*' >&2
  }
  echo "$environment/bin/checkdmarc"
}

# load_average WHEN: figures of a busy machine are to be told from those of an idle one.
load_average() { echo "load average $1: $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"; }

# write_world BENCH DIRECTORY DOMAINS: the files of a world.
write_world() {
  mkdir -p "$2/zones"
  "$1" world --domains "$3" | (cd "$2" && awk '/^;; FILE / { if (f) close(f); f = $3; next } { print > f }')
}

# sign_zone DIRECTORY ZONE [OPTION...]: with one key that has no other use; leaves its DS record in DIRECTORY/keys/ZONE.ds.
sign_zone() {
  local directory=$1 zone=$2 file=$1/zones/$2 key
  shift 2
  [ "$zone" != root ] || zone=.
  key=$(cd "$directory/keys" && ldns-keygen -r /dev/urandom -a ECDSAP256SHA256 -k "$zone")
  mv "$directory/keys/$key.ds" "$directory/keys/$(basename "$file").ds"
  ldns-signzone "$@" -f "$file.signed" "$file" "$directory/keys/$key"
  mv "$file.signed" "$file"
  [ "$zone" != . ] || cp "$directory/keys/$key.key" "$directory/anchor"
}

# sign_world DIRECTORY PERCENT: signs the root, the top-level domains (NSEC3 with opt-out, as most do), and so many of the
# domains, chosen evenly; providers and reverse trees stay unsigned, as most are. Their names are in DIRECTORY/signed.txt,
# what to believe in DIRECTORY/anchor.
sign_world() {
  local directory=$1 percent=$2 zone
  mkdir -p "$directory/keys"
  awk -v p="$percent" 'int(NR * p / 100) > int((NR - 1) * p / 100)' "$directory/domains.txt" >"$directory/signed.txt"
  while read -r zone; do
    sign_zone "$directory" "$zone"
    cat "$directory/keys/$zone.ds" >>"$directory/zones/bench"
  done <"$directory/signed.txt"
  for zone in bench com net org arpa; do
    sign_zone "$directory" "$zone" -n -p -t 0
    cat "$directory/keys/$zone.ds" >>"$directory/zones/root"
  done
  sign_zone "$directory" root
}

# start_world BENCH DIRECTORY DOMAINS; with a number in signed_percent the world is signed.
start_world() {
  local bench=$1 directory=$2 domains=$3
  ip link set lo up
  write_world "$bench" "$directory" "$domains"
  [ -z "${signed_percent:-}" ] || sign_world "$directory" "$signed_percent"
  write_configuration "$directory"
  mount --bind "$directory/resolv.conf" "$(readlink -f /etc/resolv.conf)"
  trap stop_world EXIT
  nsd -d -c "$directory/nsd.conf" >"$directory/nsd.out" 2>&1 &
  nsd_pid=$!
  unbound -d -c "$directory/unbound.conf" >"$directory/unbound.out" 2>&1 &
  unbound_pid=$!
  await_answer "$directory"
}

stop_world() {
  kill "$nsd_pid" "$unbound_pid" 2>/dev/null || true
  wait "$nsd_pid" "$unbound_pid" 2>/dev/null || true
  nsd_pid= unbound_pid=
  # The next world has another file there.
  umount "$(readlink -f /etc/resolv.conf)" 2>/dev/null || true
  rm -rf "$directory"
}

# Unbound keeps early failures, so the server of the zones has to answer first.
await_answer() {
  local server
  for server in 127.0.0.2 127.0.0.1; do
    for _ in $(seq 300); do
      [ -z "$(drill -Q "@$server" d000000.bench SOA 2>/dev/null)" ] || continue 2
      sleep 0.1
    done
    echo "$0: $server does not answer:" >&2
    tail -n 5 "$1"/nsd.out "$1"/nsd.log "$1"/unbound.out "$1"/unbound.log >&2
    exit 74
  done
}

# How many questions unbound has got so far.
questions_asked() {
  unbound-control -c "$directory/unbound.conf" stats_noreset | sed -n 's/^total.num.queries=//p'
}

write_configuration() {
  # Everything that is asked stays in the cache: about 8 KB a domain.
  local cache=$((domains > 25000 ? domains / 100 : 256))
  echo "nameserver 127.0.0.1" >"$1/resolv.conf"
  { cat <<NSD; sed "s|zonefile: \"|&$1/|" "$1/zones.conf"; } >"$1/nsd.conf"
server:
  ip-address: 127.0.0.2@53
  server-count: 1
  username: ""
  zonesdir: ""
  database: ""
  pidfile: "$1/nsd.pid"
  xfrdfile: "$1/nsd.xfrd"
  zonelistfile: "$1/nsd.zonelist"
  logfile: "$1/nsd.log"
  rrl-ratelimit: 0
  zonefiles-check: no
remote-control:
  control-enable: no
NSD
  cat >"$1/unbound.conf" <<UNBOUND
server:
  interface: 127.0.0.1
  username: ""
  chroot: ""
  directory: "$1"
  pidfile: "$1/unbound.pid"
  use-syslog: no
  logfile: "$1/unbound.log"
  num-threads: 1
  module-config: "iterator"
  do-not-query-localhost: no
  unblock-lan-zones: yes
  insecure-lan-zones: yes
  msg-cache-size: ${cache}m
  rrset-cache-size: $((2 * cache))m
  neg-cache-size: 64m
  num-queries-per-thread: 4096
  outgoing-range: 8192
  so-rcvbuf: 4m
  so-sndbuf: 4m
  qname-minimisation: no
remote-control:
  control-enable: yes
  control-interface: $1/unbound.control
stub-zone:
  name: "."
  stub-addr: 127.0.0.2
UNBOUND
}
