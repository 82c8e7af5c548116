"""Times a program from its start to its first datagram, to the end of --help and of one audit, beside checkdmarc."""

import os
import socket
import statistics
import subprocess
import sys
import time

runs, milliseconds = int(sys.argv[1]), float(sys.argv[2])
program, other = sys.argv[3:]
# Domains of the world with SPF trees of known depth; a tree of depth N is N + 3 round trips at most.
depths = {0: "depth0.bench", 3: "depth3.bench"}


def first_question():
    """Milliseconds from the start of the program to the arrival of its first question."""
    sink = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sink.bind(("127.0.0.1", 0))
    sink.settimeout(5)
    server = f"127.0.0.1:{sink.getsockname()[1]}"
    start = time.monotonic()
    process = subprocess.Popen(
        [program, "audit", "--resolver", server, "example.org"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    sink.recvfrom(4096)
    elapsed = time.monotonic() - start
    process.kill()
    process.wait()
    sink.close()
    return 1000 * elapsed


def run(*command):
    """Milliseconds, CPU milliseconds and peak mebibytes of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - start
    # The status of an audit is 0 to 2; more is a failure to run.
    if os.waitstatus_to_exitcode(status) not in (0, 1, 2):
        sys.exit(f"status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return 1000 * elapsed, 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


def median(what, count, *command):
    rows = [run(*command) for _ in range(count + 1)][1:]
    wall, cpu, peak = (statistics.median(column) for column in zip(*rows))
    print(f"{what:44} {wall:8.1f} ms, best {min(row[0] for row in rows):7.1f}, {cpu:7.1f} ms CPU, peak {peak:5.1f} MB", flush=True)
    return wall, peak


def audit(resolver, domain):
    return program, "audit", "--no-https", "--dnssec", "resolver", "--resolver", resolver, domain


few = max(1, runs // 4)
questions = [first_question() for _ in range(runs)]
question = statistics.median(questions)
print(f"{'mailaudit, the first question':44} {question:8.1f} ms, best {min(questions):7.1f}")
page, memory = median("mailaudit --help", runs, program, "--help")
their_page, _ = median("checkdmarc --help", few, other, "--help")
one, _ = median("mailaudit, one domain, warm", runs, *audit("127.0.0.1", "d000001.bench"))
validated, _ = median(
    "the same, validating itself", runs, program, "audit", "--no-https", "--resolver", "127.0.0.1", "d000001.bench"
)
theirs, _ = median("checkdmarc, one domain, warm", few, other, "--nameserver", "127.0.0.1", "--", "d000001.bench")
for depth, domain in depths.items():
    run(*audit("127.0.0.1", domain))
    wall, _ = median(f"mailaudit, SPF depth {depth}, {milliseconds:.0f} ms away", few, *audit("127.0.0.3", domain))
    rest = wall - question
    print(f"  less its start: {int(rest // milliseconds)} round trips and {rest % milliseconds:.1f} ms; {depth + 3} are the most that it may take")
their_far, _ = median(f"checkdmarc, SPF depth 3, {milliseconds:.0f} ms away", 1, other, "--nameserver", "127.0.0.3", "--", depths[3])
goals = [
    (f"the first question after {question:.1f} ms (goal: 15)", question <= 15),
    (f"--help in {page:.1f} ms (goal: 10), 1/{their_page / page:.0f} of checkdmarc", page <= 10),
    (f"--help in {memory:.1f} MB (goal: 20)", memory <= 20),
    (f"one domain in {one:.1f} ms (goal: 25), 1/{theirs / one:.0f} of checkdmarc", one <= 25),
]
for words, is_reached in goals:
    print(f"{words}: {'reached' if is_reached else 'missed'}")
sys.exit(not all(is_reached for _, is_reached in goals))
