"""The ways through Postfix: see script/lab.d/message-servers, which gives each an address."""

import itertools
import os
import pathlib
import re
import smtplib
import threading
import time

addresses = {
    "deliver": 10,
    "judge": 11,
    "sign-relaxed": 12,
    "sign-simple": 13,
    "sign-ed25519": 14,
    "sign-copies": 15,
    "subject-tag": 20,
    "message-id": 21,
    "date": 22,
    "reply-to-removed": 23,
    "reply-to-added": 24,
    "subject-replaced": 25,
    "word-replaced": 26,
    "body-hash-damaged": 27,
    "line-removed": 28,
    "recipient-hidden": 29,
    "sender-rewritten": 30,
    "downgrade": 31,
    "lines-cut": 32,
}
maildir = pathlib.Path(os.environ["MAILAUDIT_LAB_MESSAGES"]) / "mail" / "all"
numbers = itertools.count()
looking = threading.Lock()
seen = set()
found = {}

# Delivery takes a fraction of a second, on a busy machine more.
PATIENCE = 20


def pass_on(message, way, sender="bounce@dkimpy.test", client="192.0.2.10", helo="mail.other.test"):
    """Sends a message one of the ways, and returns what was delivered."""
    number = f"{way}-{os.getpid()}-{next(numbers)}"
    with smtplib.SMTP(f"127.77.2.{addresses[way]}", 25, timeout=PATIENCE) as client_session:
        client_session.ehlo(helo)
        code, text = client_session.docmd("XCLIENT", f"ADDR={client} NAME=[UNAVAILABLE]")
        if code != 220:
            raise RuntimeError(f"XCLIENT: {code} {text}")
        client_session.ehlo(helo)
        client_session.mail(sender, ["BODY=8BITMIME"])
        client_session.rcpt(f"{number}@receiver.test")
        code, text = client_session.data(message)
        if code != 250:
            raise RuntimeError(f"DATA: {code} {text}")
    return delivered(number)


def delivered(number):
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        with looking:
            look()
        if number in found:
            return found[number].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        time.sleep(0.05)
    raise TimeoutError(f"{number} was not delivered")


def look():
    """Reads what came since the last look. Postfix tells the recipient in X-Original-To."""
    for file in (maildir / "new").glob("*"):
        if file.name not in seen:
            seen.add(file.name)
            octets = file.read_bytes()
            recipient = re.search(rb"(?m)^X-Original-To: ([^@]*)@", octets)
            found[recipient[1].decode()] = octets
