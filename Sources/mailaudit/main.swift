import CommandLine

await MailAudit.start()
