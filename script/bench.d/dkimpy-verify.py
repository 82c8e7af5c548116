#!/usr/bin/python3
"""Verifies the messages of a folder with dkimpy: dkimpy-verify.py FOLDER COUNT. Run by script/bench message."""

import sys

import dkim

folder, count = sys.argv[1], int(sys.argv[2])
keys = {}
with open(f"{folder}/keys", "rb") as lines:
    for line in lines:
        name, text = line.rstrip(b"\n").split(b" ", 1)
        keys[name + b"."] = text
passing = 0
for number in range(count):
    with open(f"{folder}/{number}.eml", "rb") as file:
        message = dkim.DKIM(file.read())
    signatures = sum(name.lower() == b"dkim-signature" for name, _ in message.headers)
    for index in range(signatures):
        try:
            if message.verify(index, dnsfunc=lambda name, timeout=5: keys.get(name if isinstance(name, bytes) else name.encode())):
                passing += 1
                break
        except dkim.DKIMException:
            pass
print(f"messages {count} passing {passing}")
