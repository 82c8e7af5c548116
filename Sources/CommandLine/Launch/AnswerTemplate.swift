/// The file of answers as `--print-answers` prints it: every question, all open.
enum AnswerTemplate {
  static let text = """
    # Answers for mailaudit launch. What stands open (~) stays undecided: it is never taken for a yes.

    # Everything that sends mail as the domain: the shop, the CRM, billing, the printer, monitoring.
    # A source that has nothing but a name fails until it was tested. One like this for each:
    #   - name: shop
    #     message: shop.eml        # a test message as it arrived somewhere; or what a receiver said: dmarc: pass
    #     ip: 192.0.2.25           # the address that it sends from, if it is not in SPF
    # If nothing sends: sources: []
    sources: ~

    # Test messages that arrived at mailboxes of your own, one like this for each receiver:
    #   - receiver: gmail
    #     message: gmail.eml       # as it arrived there; or spf: pass, dkim: pass, dmarc: pass
    #     folder: inbox            # inbox or spam
    seeds: ~

    reports:
      since: ~                     # the day since which DMARC has had rua=, such as 2026-11-01
      traffic: ~                   # yes or no: does the domain send mail already?

    policy:
      tighten: ~                   # yes or no: is the DMARC policy to become stricter now?
      people-on-lists: ~           # yes or no: do people of the domain write to mailing lists?

    rollback:
      former-values-kept: ~        # yes or no: is it written down what stands in the zone now?

    new-address:
      planned: ~                   # yes or no: will mail come from an address that sent none before (--ip)?
      ramp-plan: ~                 # yes or no: is there a plan by which its mail grows?
      listed-before: ~             # yes or no: was an earlier user of it on block lists?

    consent:
      import: ~                    # yes or no: is a list of recipients taken over?
      origin: ~                    # confirmed, unconfirmed, pre-ticked, purchased or scraped
      last-mailed: ~               # the day on which they last got mail

    # What a job looks at regularly, of: tls, rrsig, mta-sts, bimi, spf, dnsbl, reports. A daily mailaudit audit with
    # --probe-mx, --blocklists and --reports looks at all of them.
    monitoring: ~

    """
}
