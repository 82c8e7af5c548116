#!/usr/bin/python3
"""Runs a command and prints its wall seconds, CPU seconds (user and system) and peak memory in KiB, on descriptor 3."""

import os
import sys
import time

start = time.monotonic()
child = os.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
os.write(3, f"{wall:.3f} {usage.ru_utime + usage.ru_stime:.3f} {usage.ru_maxrss}\n".encode())
sys.exit(os.waitstatus_to_exitcode(status) != 0)
