"""Signs messages: with opendkim as a milter of Postfix, with opendkim-testmsg, with dkimpy."""

import os
import pathlib
import subprocess

import dkim

import relays

keys = pathlib.Path(os.environ["MAILAUDIT_LAB_MESSAGES"]) / "keys"

# Reply-To is signed once more than it is there: nobody may add one.
signed_names = [
    b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"reply-to", b"reply-to", b"references", b"mime-version",
    b"content-type", b"content-transfer-encoding", b"list-unsubscribe",
]


def sign(message, signature):
    """The message with a signature: the signer, and what it needs to know."""
    signer, *words = signature.split(" ")
    if signer == "opendkim":
        message = message.replace(b"@dkimpy.test", b"@opendkim.test")
        return relays.pass_on(message, "sign-" + words[0], sender="bounce@opendkim.test")
    if signer == "opendkim-testmsg":
        return testmsg(message.replace(b"@dkimpy.test", b"@opendkim.test"))
    if signer == "dkimpy":
        return dkimpy(message, *words[0].split(":"))
    if signer == "arc":
        return seal(message, words[0])
    raise ValueError(signature)


def key(selector):
    if selector == "e25519":
        return (keys / "e25519.seed").read_bytes().strip()
    names = {path.name for path in keys.iterdir()}
    return (keys / (selector if selector in names else "r2048")).read_bytes()


def dkimpy(message, name, *words):
    domain, selector = name.encode().split(b"/")
    # What was signed is not what is sent.
    signed = message.replace(b"Subject: ", b"Subject: Re: ") if "broken" in words else message
    identity = [word[2:].encode() for word in words if word.startswith("i=")]
    simple = b"simple" if "simple" in words else b"relaxed"
    algorithm = b"ed25519-sha256" if selector == b"e25519" else b"rsa-sha1" if "sha1" in words else b"rsa-sha256"
    field = dkim.sign(
        signed, selector, domain, key(selector.decode()), identity=identity[0] if identity else None,
        canonicalize=(simple, simple), signature_algorithm=algorithm, include_headers=signed_names,
        length="length" in words)
    return field + message


def testmsg(message):
    command = ["opendkim-testmsg", "-C", "-d", "opendkim.test", "-s", "r2048", "-k", keys / "r2048"]
    return subprocess.run(command, input=message, stdout=subprocess.PIPE, check=True).stdout


def seal(message, name):
    """A DKIM signature, and an ARC set over it and the results of a receiver."""
    domain, selector = name.encode().split(b"/")
    signed = b"Authentication-Results: lab.test; arc=none; dkim=pass header.d=dkimpy.test\r\n" + dkimpy(
        message, "dkimpy.test/r2048")
    algorithm = b"ed25519-sha256" if selector == b"e25519" else b"rsa-sha256"
    fields = dkim.arc_sign(
        signed, selector, domain, key(selector.decode()), b"lab.test", signature_algorithm=algorithm,
        include_headers=[name for name in signed_names if name in message.lower()])
    return b"".join(fields) + signed
