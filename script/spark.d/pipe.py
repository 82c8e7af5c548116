"""Pipes a list through 'mailaudit scan' on a Spark cluster of two workers, and kills processes in the middle."""

import os
import pathlib
import signal
import sys
import threading
import time

from pyspark import SparkConf, SparkContext

master, victim, mailaudit, zone, domains, output, folder = sys.argv[1:]
partitions = 16
command = f"{mailaudit} scan - --zone {zone} --format json --quiet"


def processes(*words):
    """Processes whose command line holds all words."""
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if all(word in line for word in words):
                yield int(entry.name)


def kill_one(*words):
    """Kills the first process that appears."""
    for _ in range(1200):
        for process in processes(*words):
            try:
                os.kill(process, signal.SIGKILL)
                return process
            except ProcessLookupError:
                continue
        time.sleep(0.02)
    raise RuntimeError(f"nothing was there to kill: {' '.join(words)}")


def disturb(context):
    """In the middle of the job kills the victim, then one scan of the tasks that are left."""
    tracker = context.statusTracker()
    while not any(
        info.numCompletedTasks >= partitions // 4
        for stage in tracker.getActiveStageIds()
        if (info := tracker.getStageInfo(stage)) and info.name.startswith("runJob")
    ):
        time.sleep(0.02)
    words = {
        "executor": ("CoarseGrainedExecutorBackend", f"--app-id {context.applicationId}"),
        "worker": ("deploy.worker.Worker", f"--work-dir {folder}/work-1"),
    }[victim]
    print(f"Spark: killed {victim} {kill_one(*words)} after a quarter of the tasks", flush=True)
    time.sleep(0.2)
    print(f"Spark: killed scan {kill_one(command)}", flush=True)


os.environ["PYSPARK_PYTHON"] = sys.executable
settings = SparkConf().setMaster(master).setAppName("mailaudit scan")
for name, value in {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}.items():
    settings.set(name, value)
context = SparkContext(conf=settings)
print(f"Spark {context.version}, {master}, Java {context._jvm.System.getProperty('java.version')}", flush=True)
thread = threading.Thread(target=disturb, args=(context,), daemon=True)
thread.start()
start = time.monotonic()
lines = context.textFile(domains, partitions).repartition(partitions)
lines.pipe(command, checkCode=True).saveAsTextFile(output)
thread.join(timeout=1)
if thread.is_alive():
    sys.exit("the job was over before anything was killed: take more --domains")
print(f"Spark: {partitions} tasks in {time.monotonic() - start:.1f} s", flush=True)
context.stop()
