import DNS
import Providers

extension CheckStage {
  /// A stage on which lists are asked, by their zones.
  static func asking(_ zones: DomainName...) -> CheckStage {
    var stage = CheckStage()
    stage.blockLists = zones.map { BlockListDirectory.list(at: $0) ?? BlockList(unknown: $0) }
    return stage
  }
}

/// Zone text of lists that pass their tests.
enum WorkingList {
  static let zen = """
    2.0.0.127.zen.spamhaus.org. A 127.0.0.2
    2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.spamhaus.org. A 127.0.0.2

    """
  static let spamcop = "2.0.0.127.bl.spamcop.net. A 127.0.0.2\n"
  static let dbl = "dbltest.com.dbl.spamhaus.org. A 127.0.1.2\n"
}
