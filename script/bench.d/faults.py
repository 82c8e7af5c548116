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


def differences(before, after):
    """What is told otherwise than without faults, and is not 'could not look'; and whether that is wrong."""
    for kind, policy in after.get("policies", {}).items():
        earlier = before["policies"].get(kind)
        if policy not in (earlier, "unknown"):
            yield f"{kind}: {earlier} became {policy}", True
    for check, verdict in after["verdicts"].items():
        earlier = before["verdicts"].get(check)
        if check in about_failures or verdict in (earlier, "unknown"):
            continue
        # An alarm that is false, or a defect that is called none. The rest is for readers: what an earlier answer leads to.
        is_missed = verdict in ("pass", "not_applicable") and earlier in ("fail", "warn")
        yield f"{check}: {earlier} became {verdict}", verdict == "fail" and earlier != "warn" or is_missed


expected = results(reference)
print(f"{reference:5} {len(expected) / seconds(reference):7.1f} domains/s", flush=True)
is_right = True
for fault in faults:
    found = results(fault)
    if found.keys() != expected.keys():
        print(f"{fault}: {len(expected.keys() - found.keys())} domains have no result")
        is_right = False
    told = [(domain, *difference) for domain in found for difference in differences(expected[domain], found[domain])]
    errors = [domain for domain, _, is_wrong in told if is_wrong]
    failing = sum(result["failures"] > 0 for result in found.values())
    again = sum(result["tries"] > 1 for result in found.values())
    unseen = sum(verdict == "unknown" for result in found.values() for verdict in result["verdicts"].values())
    seen = sum(verdict == "unknown" for result in expected.values() for verdict in result["verdicts"].values())
    ratio = seconds(reference) / seconds(fault)
    print(
        f"{fault:5} {len(found) / seconds(fault):7.1f} domains/s, {ratio:.2f} of the rate; {again} domains looked at again,"
        f" {failing} with failures left, {unseen - seen} more verdicts are 'could not look'; {len(errors)} are wrong,"
        f" {len(told) - len(errors)} others differ"
    )
    # By check and direction: what is wrong first, then the most frequent.
    counts = collections.Counter((text, is_wrong) for _, text, is_wrong in told)
    for (text, is_wrong), count in sorted(counts.items(), key=lambda entry: (not entry[0][1], -entry[1], entry[0][0])):
        examples = [domain for domain, other, _ in told if other == text][:3]
        print(f"  {'wrong' if is_wrong else 'other'}: {count:4} {text}, such as {', '.join(examples)}")
    is_right = is_right and not errors
sys.exit(not is_right)
