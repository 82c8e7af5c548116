#!/usr/bin/python3
"""Writes aggregate reports as receivers send them: report-world.py FOLDER RECORDS FILES. The same numbers, the same files.

With one file all records are of one report, packed with gzip; with more the records are spread over them unevenly, as
receivers of different size do, and each tenth report is packed with zip.
"""

import gzip
import os
import random
import sys
import zipfile

folder, records, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
draw = random.Random(records * 1000 + files)
receivers = ["google.com", "Yahoo", "Outlook.com", "GMX", "Mail.Ru", "Fastmail Pty Ltd", "comcast.net", "AMAZON-SES"]
networks = [(f"198.51.{n}.", f"mta{n}.provider{n % 7}.example") for n in range(60)]
selectors = ["s1", "s2", "mail2024", "google", "k1", "selector1", "20230601"]


def record():
    network, host = draw.choice(networks)
    address = network + str(draw.randrange(1, 255))
    if draw.random() < 0.15:
        address = "2001:db8:%x::%x" % (draw.randrange(1 << 16), draw.randrange(1 << 16))
    dkim = "pass" if draw.random() < 0.8 else "fail"
    spf = "pass" if draw.random() < 0.7 else "fail"
    passes = dkim == "pass" or spf == "pass"
    disposition = "none" if passes else draw.choice(["none", "quarantine", "reject"])
    reason = ""
    if not passes and draw.random() < 0.3:
        reason = "<reason><type>local_policy</type><comment>arc=pass</comment></reason>"
    signatures = "".join(
        f"""
      <dkim>
        <domain>{domain}</domain>
        <selector>{draw.choice(selectors)}</selector>
        <result>{dkim}</result>
      </dkim>"""
        for domain in ["example.com", host][: draw.choice([1, 1, 1, 2])]
    )
    sender = "example.com" if spf == "pass" else f"bounces.{host}"
    return f"""  <record>
    <row>
      <source_ip>{address}</source_ip>
      <count>{1 if draw.random() < 0.7 else draw.randrange(2, 400)}</count>
      <policy_evaluated>
        <disposition>{disposition}</disposition>
        <dkim>{dkim}</dkim>
        <spf>{spf}</spf>{reason}
      </policy_evaluated>
    </row>
    <identifiers>
      <envelope_from>{sender}</envelope_from>
      <header_from>{draw.choice(["example.com", "example.com", "news.example.com"])}</header_from>
    </identifiers>
    <auth_results>{signatures}
      <spf>
        <domain>{sender}</domain>
        <scope>mfrom</scope>
        <result>{draw.choice(["pass", "softfail"]) if spf == "fail" else "pass"}</result>
      </spf>
    </auth_results>
  </record>
"""


def report(number, count):
    receiver = receivers[number % len(receivers)]
    begin = 1_700_000_000 + number * 86_400
    parts = [
        f"""<?xml version="1.0" encoding="UTF-8" ?>
<feedback>
  <version>1.0</version>
  <report_metadata>
    <org_name>{receiver}</org_name>
    <email>dmarc@receiver{number % len(receivers)}.example</email>
    <report_id>{begin}.{number}</report_id>
    <date_range>
      <begin>{begin}</begin>
      <end>{begin + 86_399}</end>
    </date_range>
  </report_metadata>
  <policy_published>
    <domain>example.com</domain>
    <adkim>r</adkim>
    <aspf>r</aspf>
    <p>quarantine</p>
    <sp>quarantine</sp>
    <pct>100</pct>
    <fo>1</fo>
  </policy_published>
"""
    ]
    parts += [record() for _ in range(count)]
    parts.append("</feedback>\n")
    return f"receiver{number % len(receivers)}.example!example.com!{begin}!{begin + 86_399}", "".join(parts).encode()


os.makedirs(folder, exist_ok=True)
weights = [draw.paretovariate(1.2) for _ in range(files)]
counts = [max(1, int(records * weight / sum(weights))) for weight in weights]
while sum(counts) > records:
    counts[counts.index(max(counts))] -= min(max(counts) - 1, sum(counts) - records)
counts[0] += records - sum(counts)
for number, count in enumerate(counts):
    name, text = report(number, count)
    path = f"{folder}/{name}!{number}.xml"
    if files > 1 and number % 10 == 9:
        with zipfile.ZipFile(path + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{name}!{number}.xml", text)
    else:
        with gzip.open(path + ".gz", "wb") as file:
            file.write(text)
