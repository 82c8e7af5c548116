/// The project file that `mailaudit config example` prints.
enum ProjectExample {
  static let text = """
    # A project of mailaudit: 'mailaudit config check' finds mistakes, 'mailaudit audit --project FILE' audits it, and
    # 'mailaudit cron --project FILE' tells what has changed since the night before. Files count from this file's folder.

    # Each domain is a name, or a name with what is told of this domain alone.
    domains:
      - example.org
      - name: example.net
        parked: yes                  # sends no mail

    # What stands here is told of all domains; the same keys below a name go before it.
    selectors: [s1, s2]              # DKIM selectors: the s= tag of your signatures
    senders:
      ip: [192.0.2.25]               # addresses that mail comes from
      helo: mail.example.org
      # mail-from: bounces@example.org
    # expect:                        # who is to receive and to send: anything else is a finding
    #   mx: [mail.example.org]
    #   providers: [gmail]
    goal: send                       # send, receive, protect, application
    # profiles: [gmail-bulk, house]  # lists of demands; "house" is one of your own, see below
    # registered: 2015-04-01
    # expires: 2027-04-01            # of the registration: listed by 'mailaudit deadlines'

    # What sends, below the name of the one domain that it sends for:
    #   - name: example.org
    #     settings: [LocalSettings.php]
    #     app: mediawiki             # where the files do not tell
    #     message: sample.eml        # a message that was sent, with its whole header
    #     reports: [Maildir/.DMARC]  # DMARC reports of receivers
    #     answers: answers.yaml      # for 'mailaudit launch'; or the answers themselves
    #     probe: {submission: yes}   # talk to the submission server of the settings; nothing is sent
    #     login: {password-file: secret}

    probe:
      mx: no                         # connect to port 25 of the mail servers
      authoritative: no              # ask every server of the zone
      blocklists: no                 # yes, or zones: the questions go to third parties

    fail-on: high                    # the lowest level that makes the exit status 1
    # dns: {resolvers: [127.0.0.1], dnssec: validate}

    # The runs of the past: cron keeps them, and compares with them.
    history: history.db
    # outputs: [html:report.html, prometheus:mailaudit.prom]

    # Findings that you live with. They stand apart in reports and do not count, up to their last day.
    accepted:
      - check: DMARC-POLICY-NONE
        domain: example.org          # without it: every domain
        # subject: _dmarc.example.org
        # text: p=none               # words of the finding or of what was seen
        # unseen: yes                # accepts that the check cannot look, never a fault
        owner: Ann
        reason: reports are read until spring
        until: 2027-03-31

    # own-profiles:
    #   house:
    #     required: [SPF-PRESENT, DMARC-PRESENT]
    #     advised: [TLSRPT-RECORD]
    #     severities: {DMARC-RUA: low}

    # Where news go; without it they are printed. The password stands in a file of its own (chmod 600).
    # mail:
    #   to: [admin@example.org]
    #   from: mailaudit@example.org
    #   server: smtp.example.org:587 # ssl://smtp.example.org begins with TLS
    #   user: mailaudit@example.org
    #   password-file: /etc/mailaudit/password

    watch:
      runs: 3                        # so many nights a server has to be silent before it is told
      deadlines: 14d                 # a date is told when it comes nearer than this

    """
}
