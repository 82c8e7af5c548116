"""What happens to messages on their way, done by the software that does it."""

import email
import email.policy
import random
import re
import subprocess
import tempfile

import relays


def apply(message, steps):
    """The message after all steps, which semicolons part."""
    for step in steps.split(";"):
        tool, *words = step.strip().split(" ")
        message = tools[tool](message, *words)
    return message


def run(command, message):
    """What a filter of Unix makes of a message with LF line ends."""
    output = subprocess.run(command, input=message.replace(b"\r\n", b"\n"), stdout=subprocess.PIPE, check=True).stdout
    return output.replace(b"\n", b"\r\n")


def postfix(message, way):
    return relays.pass_on(message, way)


def altermime(message, *options):
    """alterMIME changes a file in place."""
    with tempfile.NamedTemporaryFile() as file, tempfile.NamedTemporaryFile() as footer:
        file.write(message.replace(b"\r\n", b"\n"))
        file.flush()
        footer.write(b"--\nThis message was checked. It is for its recipient only.\n")
        footer.flush()
        arguments = [f"--disclaimer={footer.name}"] if options == ("footer",) else [f"--{option}" for option in options]
        subprocess.run(["altermime", f"--input={file.name}", *arguments], check=True, stdout=subprocess.DEVNULL)
        with open(file.name, "rb") as result:
            return result.read().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def mailman(message, *features):
    import mailman_list

    return mailman_list.post(message, features)


def formail(message, *options):
    return run(["formail", "-f", *options], message)


def mbox(message):
    """Into an mbox and out of it: formail writes >From."""
    output = run(["formail"], message)
    return output.split(b"\r\n", 1)[1].removesuffix(b"\r\n")


def python(message, way):
    """Python's email package."""
    if way == "refolded":
        policy = email.policy.SMTP.clone(refold_source="all", max_line_length=60)
        return email.message_from_bytes(message, policy=policy).as_bytes()
    if way == "generated":
        return email.message_from_bytes(message).as_bytes(policy=email.policy.SMTP)
    parsed = email.message_from_bytes(message, policy=email.policy.SMTP)
    content = parsed.get_content()
    for field in ("Content-Transfer-Encoding", "Content-Type", "MIME-Version"):
        del parsed[field]
    parsed.set_content(content, charset="utf-8", cte=way)
    return parsed.as_bytes()


def iconv(message, charset):
    """Another character set, told in Content-Type. What it cannot say is lost."""
    head, body = message.split(b"\r\n\r\n", 1)
    command = ["iconv", "-f", "utf-8", "-t", charset]
    body = subprocess.run(command, input=body, stdout=subprocess.PIPE, check=True).stdout
    name = charset.split("/")[0].lower().encode()
    return re.sub(rb'charset="utf-8"', b'charset="%s"' % name, head) + b"\r\n\r\n" + body


def sed(message, *script):
    """A filter in the way that somebody wrote in an afternoon; it sees the whole message at once."""
    return run(["sed", "-zE", " ".join(script)], message)


def links(message):
    """A scanner of links: what stands behind each is known to it alone."""
    dice = random.Random(4711)
    return re.sub(
        rb'href="[^"]*"', lambda _: b'href="https://scan.relay.test/%032x"' % dice.getrandbits(128), message)


def lines(message, way):
    """Line ends and white space."""
    head, body = message.split(b"\r\n\r\n", 1)
    if way == "padded":
        body = re.sub(rb"([a-z,])\r\n", rb"\1  \r\n", body)
    elif way == "squeezed":
        body = re.sub(rb" {2,}", b" ", body)
    elif way == "widened":
        body = body.replace(b", ", b",  ")
    elif way == "doubled":
        body = body.replace(b"\r\n", b"\r\n\r\n")
    elif way == "extended":
        body += b"\r\n\r\n"
    elif way == "returned":
        body = body.replace(b"\r\n", b"\r\r\n")
    elif way == "bare":
        body = body.replace(b"\r\n", b"\n")
    elif way == "dotted":
        body = re.sub(rb"(?m)^\.", b"..", body)
    elif way == "undotted":
        body = re.sub(rb"(?m)^\.", b"", body)
    else:
        raise ValueError(way)
    return head + b"\r\n\r\n" + body


tools = {
    "postfix": postfix, "altermime": altermime, "mailman": mailman, "formail": formail, "mbox": mbox, "python": python,
    "iconv": iconv, "sed": sed, "links": links, "lines": lines,
}
