"""A second evaluator of SPF: reads records and addresses as JSON, writes a result a line. It asks nobody.

It needs pyspf (python3-spf of Debian); MAILAUDIT_PYSPF names the Python that has it.
"""
import json
import sys

import spf

job = json.load(open(sys.argv[1]))
records = {(name.lower(), kind): data for name, kind, data in job["records"]}


def look_up(name, kind, tcpfallback=True, timeout=30):
    """The records of the job, in the form that pyspf has from dnspython."""
    name = str(name).rstrip(".").lower()
    answers = []
    for data in records.get((name, kind), []):
        if kind == "TXT":
            answers.append(((name, kind), (data.encode(),)))
        elif kind == "MX":
            answers.append(((name, kind), (data[0], data[1])))
        else:
            answers.append(((name, kind), data))
    return answers


spf.DNSLookup = look_up
# The old record may break the limits, and is to be read to its end all the same.
spf.MAX_LOOKUP = 512
spf.MAX_VOID_LOOKUPS = 512
domain = job["domain"]
with open(sys.argv[2], "w") as output:
    for address in job["addresses"]:
        result = spf.query(address, "postmaster@" + domain, domain, strict=True).check()[0]
        output.write(result + "\n")
