import AuditModel
import Checks
import Requirements
import Testing

/// Profiles: what they ask for, and how they take verdicts.
@Suite struct ProfileTests {
  static func result(_ profile: Profile, _ exceptions: String, isListMail: Bool? = true) -> ProfileResult {
    let rules = ProfileRules.of(profile)
    return rules.result(of: Verdicts(exceptions, over: rules.required + rules.advised).outcomes, isListMail: isListMail)
  }

  @Test(arguments: Profile.allCases)
  func agreesWithTheCatalogue(profile: Profile) {
    let rules = ProfileRules.of(profile)
    #expect(rules.profile == profile)
    #expect(Set(rules.required).isDisjoint(with: rules.advised))
    for (role, listed) in [(ProfileMembership.Role.required, rules.required), (.advised, rules.advised)] {
      #expect(Set(listed).count == listed.count)
      #expect(listed.allSatisfy { ReceiverTableTests.known.contains($0.rawValue) })
      let members = Catalogue.descriptions.filter { description in
        description.profiles.contains { $0.profile == profile && $0.role == role }
      }.map(\.id)
      let existing = Set(Catalogue.descriptions.map(\.id)).intersection(listed)
      #expect(Set(members) == existing, "the catalogue says otherwise")
    }
    for reading in rules.readings { #expect((rules.required + rules.advised).contains(reading.check)) }
  }

  @Test(
    arguments: [
      (.gmailBulk, "", .pass), (.gmailBulk, "DMARC-PRESENT fail", .fail),
      (.gmailBulk, "DMARC-PRESENT unknown", .undecided),
      (.gmailBulk, "DMARC-PRESENT -", .undecided), (.gmailBulk, "DMARC-PRESENT -, HDR-FROM fail", .fail),
      (.gmailBulk, "HDR-SIZE warn", .passWithRemarks), (.gmailBulk, "DMARC-RUA fail", .passWithRemarks),
      (.gmailBulk, "DMARC-RUA unknown", .pass), (.gmailBulk, "RDNS-IPV6 not_applicable, HDR-SIZE info", .pass),
      (.gmailBulk, "DKIM-KEY-LENGTH warn", .pass), (.gmailBulk, "DMARC-POLICY-NONE warn", .pass),
      (.yahooBulk, "BULK-UNSUB-HEADERS warn", .passWithRemarks),
      (.yahooBulk, "DKIM-ALL-ALIGNED-PASS warn", .passWithRemarks),
      (.microsoftBulk, "BULK-UNSUB-HEADERS fail", .passWithRemarks), (.microsoftBulk, "BULK-SPF-AND-DKIM fail", .fail),
      (.nist800177, "DMARC-POLICY-NONE warn", .fail), (.nist800177, "DMARC-POLICY-NONE info", .passWithRemarks),
      (.nist800177, "DMARC-RUA warn", .fail), (.nist800177, "DKIM-KEY-LENGTH warn", .fail),
      (.nist800177, "TLS-VERSION warn", .fail),
      (.bod1801, "", .passWithRemarks), (.bod1801, "DMARC-POLICY-NONE info", .fail),
      (.bod1801, "DMARC-SP-WEAKER warn", .fail),
      (.bod1801, "DMARC-RUA warn", .fail), (.bod1801, "TLS-VERSION warn, TLS-CIPHERS fail", .passWithRemarks),
      (.bod1801, "SMTP-STARTTLS -", .undecided),
      (.internetNL, "SPF-ALL-MISSING warn", .fail), (.internetNL, "DMARC-POLICY-NONE warn", .fail),
      (.internetNL, "MX-IPV6 info", .fail), (.internetNL, "DANE-TLSA-PRESENT info", .fail),
      (.internetNL, "MX-RPKI not_applicable", .undecided),
      (.internetNL, "MX-RPKI not_applicable, MX-IPV6 not_applicable", .passWithRemarks),
      (.internetNL, "TLS-CERT-VALID fail, DNS-CAA fail, DANE-ROLLOVER fail", .passWithRemarks),
      // A parked domain.
      (.internetNL, "SPF-PRESENT not_applicable, SPF-NONSENDING fail", .undecided),
      (.nist800177, "DMARC-PRESENT not_applicable, DMARC-PARKED fail", .undecided),
      (.bod1801, "DMARC-PRESENT not_applicable, DMARC-PARKED fail", .fail),
      (.bod1801, "SPF-PRESENT not_applicable, SPF-NONSENDING pass", .passWithRemarks),
      // Nobody named the address, nobody asked the lists.
      (.gmailBulk, "SPF-IP-AUTHORISED not_applicable", .undecided),
      (.microsoftBulk, "DNSBL-IP not_applicable", .undecided), (.gmailBulk, "DNSBL-IP not_applicable", .pass),
      (.preLaunch, "", .pass), (.preLaunch, "PRE-CONSENT -", .undecided)
    ] as [(Profile, String, ProfileResult.Answer)])
  func answers(profile: Profile, exceptions: String, answer: ProfileResult.Answer) {
    #expect(Self.result(profile, exceptions).answer == answer)
  }

  @Test func unsubscribingConcernsListsOnly() {
    for profile in [Profile.gmailBulk, .yahooBulk] {
      #expect(Self.result(profile, "BULK-UNSUB-HEADERS fail").answer == .fail)
      #expect(Self.result(profile, "BULK-UNSUB-HEADERS fail", isListMail: nil).answer == .fail)
      #expect(Self.result(profile, "BULK-UNSUB-HEADERS fail", isListMail: false).answer == .pass)
    }
  }

  /// A zone without signatures and one that only a resolver vouches for are both remarks; only the first one fails.
  @Test(arguments: [("insecure: no DS record", ProfileResult.Answer.fail), ("secure: AD bit", .passWithRemarks)])
  func unsignedZones(excerpt: String, answer: ProfileResult.Answer) throws {
    for profile in [Profile.nist800177, .internetNL] {
      let rules = ProfileRules.of(profile)
      let signed = try #require(Catalogue.domainCheck(named: "DNSSEC-SIGNED"))
      let finding = Finding(.info, "A fact.", evidence: [Evidence(source: "here", excerpt: excerpt)])
      let outcome = CheckOutcome(description: signed.description, judgement: .findings([finding]))
      let others = Verdicts("DNSSEC-SIGNED -", over: rules.required + rules.advised).outcomes
      #expect(rules.result(of: others + [outcome]).answer == answer)
    }
  }

  @Test func saysWhatDecides() {
    let result = Self.result(.gmailBulk, "DMARC-PRESENT fail, HDR-FROM unknown, HDR-SIZE warn, DMARC-RUA fail")
    #expect(result.failing.map(\.check) == ["DMARC-PRESENT"])
    #expect(result.failing.map(\.statement) == ["DMARC-PRESENT says fail."])
    #expect(result.undecided.map(\.check) == ["HDR-FROM"])
    #expect(result.remarks.map(\.check) == ["HDR-SIZE", "DMARC-RUA"])
  }
}
