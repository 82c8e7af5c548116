"""Times a program from its start to its first datagram, and to the end of --help."""

import os
import socket
import statistics
import subprocess
import sys
import time

program = sys.argv[1]
runs = 20


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


def help_page():
    """Milliseconds and peak mebibytes of --help."""
    start = time.monotonic()
    process = subprocess.Popen([program, "--help"], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return 1000 * (time.monotonic() - start), usage.ru_maxrss / 1024


questions = [first_question() for _ in range(runs)]
pages = [help_page() for _ in range(runs)]
question = statistics.median(questions)
page, memory = statistics.median(p[0] for p in pages), max(p[1] for p in pages)
print(f"first question: median {question:.1f} ms, best {min(questions):.1f}, worst {max(questions):.1f} (goal: 15)")
print(f"--help: median {page:.1f} ms, best {min(p[0] for p in pages):.1f}, peak {memory:.1f} MB (goals: 10, 20)")
sys.exit(not (question <= 15 and page <= 10 and memory <= 20))
