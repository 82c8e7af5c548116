extension WorldDomainWriter {
  mutating func writeDMARC(_ random: inout WorldRandom) {
    switch kind {
    case .silent: return
    case .parked:
      if random.happens(75) { addText("_dmarc", "v=DMARC1; p=reject;") }
    case .mail:
      if random.happens(25) { return }
      addText("_dmarc", random.happens(4) ? spoiled(&random) : dmarcRecord(&random))
      if random.happens(1) { addText("_dmarc", "v=DMARC1; p=none") }
    }
  }

  private func dmarcRecord(_ random: inout WorldRandom) -> String {
    var tags = ["v=DMARC1", "p=" + random.pick([(45, "none"), (25, "quarantine"), (30, "reject")])]
    if random.happens(20) { tags.append("sp=reject") }
    if random.happens(8) { tags.append("np=reject") }
    if random.happens(10) { tags.append("adkim=s") }
    if random.happens(15) { tags.append("pct=\(random.pick([(3, 100), (1, 50)]))") }
    if random.happens(20) { tags.append("fo=1") }
    var reports: [String] = []
    if random.happens(55) { reports.append("mailto:dmarc@\(name)") }
    // Authorised below `_report._dmarc` of the receiver; every twentieth receiver has forgotten that.
    if random.happens(45) {
      reports.append(
        "mailto:\(number)@" + random.pick([(95, "reports.hoster-mail.com"), (5, "forgetful.hoster-mail.com")]))
    }
    if !reports.isEmpty { tags.append("rua=" + reports.joined(separator: ",")) }
    if random.happens(20) { tags.append("ruf=mailto:ruf@\(name)") }
    return tags.joined(separator: "; ")
  }

  private func spoiled(_ random: inout WorldRandom) -> String {
    switch random.number(below: 5) {
    case 0: "v=DMARC1; rua=mailto:dmarc@\(name)"
    case 1: "v=DMARC1 p=none"
    case 2: "v=DMARC1; p=rejcet; rua=dmarc@\(name)"
    case 3: "p=reject; v=DMARC1"
    default: "v=DMARC1; p=none; rua=mailto:dmarc@\(name)!10x;; pct=many"
    }
  }
}
