"""Makes the messages of the tests, with the servers that script/lab started:

  script/lab.d/messages TABLES OUTPUT

TABLES is the folder Tests/LabTests/Messages. Into OUTPUT go signed/NAME.eml of signatures.txt, altered/NAME.eml and
altered/NAME.signed.eml of alterations.txt, judged/NAME.eml of authentication.txt, and failed.txt with what could not be
made, and why. All line ends are CRLF.
"""

import concurrent.futures
import pathlib
import sys
import traceback

import alterations
import relays
import signers

tables, output = map(pathlib.Path, sys.argv[1:])
failures = []


def rows(name):
    """The columns of each row of a table."""
    for line in (tables / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield [column.strip() for column in line.split("|")]


def original(name):
    return (tables / f"{name}.eml").read_bytes().replace(b"\n", b"\r\n")


def write(folder, name, octets):
    (output / folder).mkdir(parents=True, exist_ok=True)
    (output / folder / f"{name}.eml").write_bytes(octets)


def sign(name, message, signature, *_):
    write("signed", name, signers.sign(original(message), signature))


def alter(name, message, signature, steps, *_):
    signed = signers.sign(original(message), signature)
    write("altered", f"{name}.signed", signed)
    write("altered", name, alterations.apply(signed, steps))


def judge(name, client, helo, sender, author, signatures, *_):
    message = original("plain").replace(b"Alice Archer <alice@dkimpy.test>", author.encode())
    for signature in reversed([] if signatures == "-" else signatures.split(" ")):
        message = signers.sign(message, "dkimpy " + signature)
    sender = "" if sender == "-" else sender
    write("judged", name, relays.pass_on(message, "judge", sender=sender, client=client, helo=helo))


def attempt(make, columns):
    try:
        make(*columns)
    except Exception:
        failures.append(f"{columns[0]}: {traceback.format_exc()}")


# Steps of Mailman are not for threads; all others wait for servers most of the time.
work = [(sign, "signatures.txt"), (alter, "alterations.txt"), (judge, "authentication.txt")]
jobs = [(make, columns) for make, table in work for columns in rows(table)]
serial = [job for job in jobs if any("mailman" in column for column in job[1])]
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    running = [pool.submit(attempt, *job) for job in jobs if job not in serial]
    for job in serial:
        attempt(*job)
    concurrent.futures.wait(running)
(output / "failed.txt").write_text("\n".join(failures))
