import Testing

@testable import FailureCatalogue

@Suite struct CatalogueTests {
  @Test func everyPatternIsOne() {
    for (entry, program) in zip(FailureCatalogue.shipped.entries, FailureCatalogue.shipped.programs) {
      #expect(program != nil, "\(entry.id)")
    }
  }

  @Test func identifiersAreUsedOnce() {
    let identifiers = FailureCatalogue.shipped.entries.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.count >= 480)
  }

  /// Texts that carry others are told only where nothing else matches.
  @Test func everyExampleMeetsItsOwnEntryFirst() {
    let catalogue = FailureCatalogue.shipped
    for entry in catalogue.entries {
      let host = FailureEmitter.domains(of: entry.emitter)?.first.map { $0.hasPrefix("smtp") ? $0 : "mx." + $0 }
      let failure = Failure(text: entry.example, stage: entry.stage, host: host)
      var steps = 0
      let hits = catalogue.hits(in: FailureStatement(failure), steps: &steps)
      let ids = hits.map(\.entry.id)
      if entry.isWrapper || entry.cause == .remark {
        #expect(ids.contains(entry.id), "\(entry.id): \(ids)")
      } else {
        #expect(ids.first == entry.id, "\(entry.id): \(ids)")
      }
    }
  }
}
