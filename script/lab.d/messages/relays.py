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
# opendkim and opendmarc crash now and then when two messages come at once.
one_at_a_time = {way: threading.Lock() for way in addresses}
numbers = itertools.count()
looking = threading.Lock()
seen = set()
found = {}

# Delivery takes a fraction of a second, on a busy machine more.
PATIENCE = 20


def pass_on(message, way, sender="bounce@dkimpy.test", client="192.0.2.10", helo="mail.other.test"):
    """Sends a message one of the ways, and returns what was delivered. Asks again later if a server says so."""
    limit = time.monotonic() + PATIENCE
    while True:
        number = f"{way}-{os.getpid()}-{next(numbers)}"
        with one_at_a_time[way]:
            code, text = send(message, way, number, sender, client, helo)
        if code == 250:
            return delivered(number)
        if code // 100 != 4 or time.monotonic() > limit:
            raise RuntimeError(f"{way}: {code} {text}")
        time.sleep(0.2)


def send(message, way, number, sender, client, helo):
    """Returns the first reply that is not as wished, or that to the message."""
    with smtplib.SMTP(f"127.77.2.{addresses[way]}", 25, timeout=PATIENCE) as session:
        session.ehlo(helo)
        code, text = session.docmd("XCLIENT", f"ADDR={client} NAME=[UNAVAILABLE]")
        if code != 220:
            return code, text
        session.ehlo(helo)
        for step in (lambda: session.mail(sender, ["BODY=8BITMIME"]), lambda: session.rcpt(f"{number}@receiver.test")):
            code, text = step()
            if code != 250:
                return code, text
        try:
            return session.data(message)
        except smtplib.SMTPDataError as refused:
            return refused.smtp_code, refused.smtp_error


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
