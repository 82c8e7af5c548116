"""Kills a scan again and again, resumes it, and compares its results with those of a scan that was left alone."""

import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

directory, kills, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
command = sys.argv[4:]
is_ordered = "--ordered" in command
dice = random.Random(seed)
times = re.compile(rb'"(?:time":"[^"]*"|milliseconds":[0-9]+),?')


def start(output, resumes):
    options = ["--output", str(output)] + (["--resume"] if resumes else [])
    return subprocess.Popen(command[:2] + options + command[2:], stderr=subprocess.PIPE)


def finish(process, expected, what):
    message = process.communicate()[1].decode(errors="replace").strip()
    if process.returncode != expected:
        sys.exit(f"{what}: status {process.returncode} instead of {expected}: {message}")
    return message


def results(output):
    """The lines of a file without times, in the order of the list when that was asked for."""
    lines = [times.sub(b"", line) for line in output.read_bytes().splitlines()]
    return lines if is_ordered else sorted(lines)


def size(output):
    return output.stat().st_size if output.exists() else 0


def tear(output):
    """Cuts the file off inside its last lines: what is not on the disk yet is lost with the power."""
    content = output.read_bytes()
    lost = min(len(content), dice.randrange(1, 40_000))
    os.truncate(output, len(content) - lost)
    return lost


def kill(process, output, threshold, is_gentle):
    """Lets the scan come to a size of its results, and a random moment further; then ends it."""
    while process.poll() is None and size(output) < threshold:
        time.sleep(0.002)
    time.sleep(dice.random() * 0.05)
    process.send_signal(signal.SIGTERM if is_gentle else signal.SIGKILL)
    process.communicate()
    # A process that was faster than the signal has ended by itself.
    return process.returncode in (130, -signal.SIGTERM, -signal.SIGKILL)


def compare(what, expected, output):
    found = results(output)
    if found == expected:
        print(f"{what}: the same {len(found)} results, each once", flush=True)
        return True
    missing, added = set(expected) - set(found), set(found) - set(expected)
    print(f"{what}: {len(found)} lines, {len(found) - len(set(found))} twice, {len(missing)} missing, {len(added)} others")
    for line in sorted(missing)[:2] + sorted(added)[:2]:
        print("  " + line[:300].decode(errors="replace"))
    return False


undisturbed = directory / "undisturbed.jsonl"
begin = time.monotonic()
finish(start(undisturbed, False), 0, "undisturbed")
print(f"undisturbed: {time.monotonic() - begin:.1f} s, {size(undisturbed) / 1e6:.1f} MB", flush=True)
expected, whole = results(undisturbed), size(undisturbed)

output = directory / "killed.jsonl"
done = torn = lost = 0
for number, part in enumerate(sorted(dice.random() for _ in range(kills))):
    process = start(output, number > 0)
    # Resuming reads what is there: a moment in that is a moment too.
    if not kill(process, output, part * whole * 0.98, is_gentle=number % 4 == 3):
        sys.exit(f"run {number + 1} ended before it was killed, status {process.returncode}")
    done += 1
    if size(output):
        torn += output.read_bytes()[-1:] != b"\n"
        if number % 3 == 2:
            lost += tear(output)
finish(start(output, True), 0, "the last run")
print(f"killed {done} times (seed {seed}): {torn} torn lines left by kills, {lost} octets torn off besides", flush=True)
is_same = compare("kill and resume", expected, output)

disk = directory / "disk"
disk.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={whole // 2}", "tmpfs", str(disk)], check=True)
try:
    full = disk / "full.jsonl"
    message = finish(start(full, False), 74, "a full disk")
    print(f"full disk: status 74: {message}", flush=True)
    subprocess.run(["mount", "-o", f"remount,size={2 * whole}", str(disk)], check=True)
    finish(start(full, True), 0, "after a full disk")
    is_same &= compare("full disk and resume", expected, full)
finally:
    subprocess.run(["umount", str(disk)], check=False)
sys.exit(not is_same)
