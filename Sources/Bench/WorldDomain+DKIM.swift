extension WorldDomainWriter {
  mutating func writeDKIM(_ random: inout WorldRandom) {
    guard kind == .mail, random.happens(80) else { return }
    if random.happens(25) { writeProvidersKeys(&random) }
    let selectors = ["default", "mail", "dkim", "k1", "s1", "s2", "selector1", "2026a"]
    for selector in random.sample(random.pick([(70, 1), (30, 2)]), of: selectors) { writeKey(selector, &random) }
    if random.happens(1) { addText("*._domainkey", "v=DKIM1; p=") }
  }

  private mutating func writeProvidersKeys(_ random: inout WorldRandom) {
    for selector in ["pm", "fm1"] {
      add("\(selector)._domainkey CNAME \(selector).key\(random.number(below: 8)).dkim.hoster-mail.com.")
    }
  }

  private mutating func writeKey(_ selector: String, _ random: inout WorldRandom) {
    let owner = "\(selector)._domainkey"
    let kind = random.pick([(74, "rsa"), (18, "short"), (8, "ed25519")])
    var record =
      switch kind {
      case "rsa": "v=DKIM1; k=rsa; p=" + WorldKeys.rsa2048[random.number(below: WorldKeys.rsa2048.count)]
      case "short": "k=rsa; p=" + WorldKeys.rsa1024[random.number(below: WorldKeys.rsa1024.count)]
      default: "v=DKIM1; k=ed25519; p=" + WorldKeys.ed25519[random.number(below: WorldKeys.ed25519.count)]
      }
    if random.happens(8) { record = record.replacing("v=DKIM1;", with: "v=DKIM1; t=y;") }
    if random.happens(3) { record = "v=DKIM1; k=rsa; p=" }
    if random.happens(2) { record = String(record.dropLast(37)) + "$" }
    addText(owner, record)
  }
}
