"""Compares the results of scans with faults with those of one without: nothing may be told that was not seen."""

import collections
import json
import pathlib
import sys

directory, reference, *faults = pathlib.Path(sys.argv[1]), *sys.argv[2:]

# What these find is that a resolver or a name server fails: here it does.
about_failures = {"DNS-RESOLVE-ERROR", "SPF-TEMPERROR"}


def results(name):
    lines = (directory / f"{name}.jsonl").read_bytes().splitlines()
    return {result["domain"]: result for result in map(json.loads, lines)}


def seconds(name):
    return float((directory / f"{name}.figures").read_text().split()[0])


def wrong(before, after):
    """What is told otherwise than without faults, and is not 'could not look'."""
    for kind, policy in after.get("policies", {}).items():
        if policy != before["policies"].get(kind) and policy != "unknown":
            yield f"{kind}: {before['policies'].get(kind)} became {policy}"
    for check, verdict in after["verdicts"].items():
        earlier = before["verdicts"].get(check)
        if check in about_failures:
            continue
        if {verdict, earlier} & {"pass", "fail", "warn"} and verdict not in (earlier, "unknown", "not_applicable"):
            yield f"{check}: {earlier} became {verdict}"


expected = results(reference)
print(f"{reference:5} {len(expected) / seconds(reference):7.1f} domains/s", flush=True)
is_right = True
for fault in faults:
    found = results(fault)
    if found.keys() != expected.keys():
        print(f"{fault}: {len(expected.keys() - found.keys())} domains have no result")
        is_right = False
    errors = [(domain, text) for domain in found for text in wrong(expected[domain], found[domain])]
    failing = sum(result["failures"] > 0 for result in found.values())
    again = sum(result["tries"] > 1 for result in found.values())
    unseen = sum(verdict == "unknown" for result in found.values() for verdict in result["verdicts"].values())
    seen = sum(verdict == "unknown" for result in expected.values() for verdict in result["verdicts"].values())
    ratio = seconds(reference) / seconds(fault)
    print(
        f"{fault:5} {len(found) / seconds(fault):7.1f} domains/s, {ratio:.2f} of the rate; {again} domains looked at again,"
        f" {failing} with failures left, {unseen - seen} more verdicts are 'could not look'; {len(errors)} are wrong"
    )
    for text, count in collections.Counter(text for _, text in errors).most_common(10):
        print(f"  {text}: {count} domains, such as {next(domain for domain, other in errors if other == text)}")
    is_right = is_right and not errors
sys.exit(not is_right)
