"""Prints the figures of script/bench scan: 'row' as they come, 'goals' or 'validating' at the end."""

import statistics
import sys

MEBIBYTE = 1024
# The bound of the cache of answers (--cache-memory), which is not counted as memory of the scan.
CACHE = 32


def show(words):
    size, what = int(words[0]), words[1]
    wall, cpu, peak, domains, queries = map(float, words[2:])
    if what == "checkdmarc-start":
        return
    print(
        f"{size:7} {what:16} {wall:8.2f} s {domains / wall:8.1f} domains/s {1000 * cpu / domains:8.3f} ms CPU/domain"
        f" {1e6 * cpu / max(queries, 1):7.1f} us CPU/query {queries / domains:5.1f} queries/domain {peak / MEBIBYTE:6.1f} MB",
        flush=True,
    )


class Figures:
    """The runs of all sizes."""

    def __init__(self, lines):
        self.runs, self.counts = {}, {}
        for size, what, *values in (line.split() for line in lines):
            if what in ("distinct", "single"):
                self.counts[int(size), what] = tuple(map(int, values))
            else:
                self.runs.setdefault((int(size), what), []).append(tuple(map(float, values)))
        self.sizes = sorted({size for size, _ in self.runs})

    def median(self, size, what, figure):
        return statistics.median(figure(run) for run in self.runs[size, what])

    def rate(self, size, what):
        return self.median(size, what, lambda run: run[3] / run[0])

    def wall(self, size, what):
        return self.median(size, what, lambda run: run[0])

    def cpu(self, size, what, start=0.0):
        return self.median(size, what, lambda run: (run[1] - start) / run[3])

    def peak(self, size):
        return max(run[2] for what in ("cold", "warm") for run in self.runs[size, what]) / MEBIBYTE


def goals(figures):
    """Pairs of words and whether it was reached; None where nothing was measured."""
    for size in figures.sizes:
        ratio = figures.wall(size, "cold") / figures.wall(size, "dnsperf-cold")
        yield f"{size}, cold: {ratio:.2f} times the wall time of dnsperf (goal: 1.5)", ratio <= 1.5
        ratio = figures.rate(size, "cold") / figures.rate(size, "checkdmarc-cold")
        yield f"{size}, cold: {ratio:.1f} times the domains per second of checkdmarc (goal: 10)", ratio >= 10
        ratio = figures.rate(size, "warm") / figures.rate(size, "checkdmarc-warm")
        yield f"{size}, warm: {ratio:.1f} times the domains per second of checkdmarc (goal: 40)", ratio >= 40
        start = figures.median(size, "checkdmarc-start", lambda run: run[1])
        ratio = figures.cpu(size, "checkdmarc-warm", start) / figures.cpu(size, "warm")
        yield f"{size}, warm: 1/{ratio:.0f} of the CPU per domain of checkdmarc (goal: 1/30)", ratio >= 30
        ratio = figures.rate(size, "far") / figures.rate(size, "checkdmarc-far")
        yield f"{size}, far: {ratio:.0f} times the domains per second of checkdmarc (goal: 100)", ratio >= 100
        (distinct,) = figures.counts[size, "distinct"]
        for what in ("cold", "warm"):
            asked = figures.median(size, what, lambda run: run[4])
            ratio = asked / distinct
            yield f"{size}, {what}: {asked:.0f} queries for {distinct} distinct questions, {ratio:.3f} (goal: 1.10)", ratio <= 1.1
        asked, distinct = figures.counts[size, "single"]
        yield f"{size}: single audits, {asked} queries of {distinct}, {asked / distinct:.3f} (goal: 1.10)", asked <= 1.1 * distinct
    largest = figures.sizes[-1]
    beside = figures.peak(largest) - CACHE
    yield f"{largest}: peak {figures.peak(largest):.1f} MB, {beside:.1f} beside a full cache (goal: 64)", beside <= 64
    if {10_000, 100_000} <= set(figures.sizes):
        growth = figures.peak(100_000) - figures.peak(10_000)
        yield f"memory: 100,000 domains take {growth:.1f} MB more than 10,000 (goal: 16)", growth <= 16
    else:
        yield "memory: 100,000 domains against 10,000 (goal: 16 MB more)", None


def validating(figures):
    """What validating costs beside believing the resolver, in the same world."""
    for size in figures.sizes:
        for state in ("cold", "warm"):
            ours, theirs = f"validating-{state}", f"signed-{state}"
            asked = [figures.median(size, what, lambda run: run[4] / run[3]) for what in (ours, theirs)]
            yield (
                f"{size}, {state}: validating scans {figures.rate(size, ours):.1f} domains/s,"
                f" {figures.rate(size, theirs) / figures.rate(size, ours):.2f} times the wall time of believing the resolver,"
                f" {figures.cpu(size, ours) / figures.cpu(size, theirs):.2f} times its CPU,"
                f" {asked[0]:.1f} queries/domain instead of {asked[1]:.1f}"
            )


if sys.argv[1] == "row":
    show(sys.stdin.read().split())
elif sys.argv[1] == "validating":
    for words in validating(Figures(sys.stdin)):
        print(words)
else:
    is_reached = True
    for words, result in goals(Figures(sys.stdin)):
        print(f"{words}: {'not measured' if result is None else 'reached' if result else 'missed'}")
        is_reached = is_reached and result is not False
    sys.exit(not is_reached)
