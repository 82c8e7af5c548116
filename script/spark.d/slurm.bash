# Sourced by script/spark: an array job under Slurm, all of whose daemons run here, on loopback.

start_slurm() {
  local host state=$directory/slurm
  host=$(hostname -s)
  mkdir -p "$state/spool" "$state/state"
  # munged insists on a folder that nobody else can write, and on the key's mode.
  chmod 755 "$state"
  (umask 077 && head -c 128 /dev/urandom >"$state/munge.key")
  munged --force --key-file="$state/munge.key" --socket="$state/munge.socket" --pid-file="$state/munged.pid" \
    --log-file="$state/munged.log" --seed-file="$state/munged.seed" 2>>"$state/munged.out" ||
    fail "munged does not start: $(tail -n 1 "$state/munged.out" "$state/munged.log")" 74
  cat >"$state/slurm.conf" <<SLURM
ClusterName=mailaudit
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$state/munge.socket
CredType=cred/munge
StateSaveLocation=$state/state
SlurmdSpoolDir=$state/spool
SlurmctldPidFile=$state/slurmctld.pid
SlurmdPidFile=$state/slurmd.pid
SlurmctldLogFile=$state/slurmctld.log
SlurmdLogFile=$state/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
MinJobAge=300
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
SLURM
  export SLURM_CONF=$state/slurm.conf
  slurmctld -D >"$state/slurmctld.out" 2>&1 &
  echo $! >"$state/slurmctld.pid"
  slurmd -D >"$state/slurmd.out" 2>&1 &
  echo $! >"$state/slurmd.pid"
  ending+=(stop_slurm)
  for _ in $(seq 300); do
    ! sinfo --noheader --format %t 2>/dev/null | grep -q idle || return 0
    sleep 0.1
  done
  tail -n 5 "$state"/slurm{ctld,d}.{out,log} >&2 2>/dev/null
  fail "Slurm does not get ready" 74
}

stop_slurm() {
  local name
  for name in slurmd slurmctld munged; do
    [ ! -s "$directory/slurm/$name.pid" ] || kill "$(cat "$directory/slurm/$name.pid")" 2>/dev/null
  done
  wait 2>/dev/null
}

# submit: the array as a user submits it; ends when it has ended.
submit() {
  sbatch --quiet --wait --array=1-8 --chdir="$directory/slurm" --output="%a.out" <<JOB
#!/bin/sh
exec $mailaudit scan --quiet --zone $zone --shard \$SLURM_ARRAY_TASK_ID/\$SLURM_ARRAY_TASK_COUNT \\
  --output part-\$SLURM_ARRAY_TASK_ID.jsonl --resume $list
JOB
}

run_slurm() {
  [ "$(id -u)" = 0 ] || fail "Slurm's daemons need root" 64
  start_slurm
  echo "$(sinfo --version), one node"
  submit &
  local pid=$!
  kill_one "scan --quiet --zone $zone --shard"
  ! wait "$pid" || fail "Slurm: a killed task counted as done"
  echo "Slurm: one task killed, the array failed; the same array once more"
  submit || fail "Slurm: $(tail -n 2 "$directory"/slurm/*.out)"
  same "Slurm" "$directory"/slurm/part-*.jsonl
}
