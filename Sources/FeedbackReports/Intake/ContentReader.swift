import ZlibKit

/// What the readers of one file or message share: where their events go, and how much may still be unpacked.
final class FeedbackReading {
  let give: (FeedbackEvent) -> Void
  /// The octets that may still be unpacked.
  var unpackable = FeedbackLimits.unpackedOctets
  /// The files that archives may still hold, those in archives inside of archives counted too.
  var members = FeedbackLimits.archiveMembers

  /// Whether recipients of bounces keep their local parts.
  let showsRecipients: Bool

  init(showsRecipients: Bool = false, _ give: @escaping (FeedbackEvent) -> Void) {
    self.showsRecipients = showsRecipients
    self.give = give
  }
}

/// Reads a content that comes in pieces, whatever it is: a report, or something packed that has reports in it.
final class ContentReader {
  private let reading: FeedbackReading
  private let source: ReportSource
  /// How many packings are around it.
  private let layer: Int
  private var head = ContentHead()
  private var stage = Stage.undecided
  private var taken = 0

  private enum Stage {
    case undecided
    case aggregate(AggregateReportReader)
    case gzip(InflateStream, ContentReader)
    case zip(ZipStream, ArchiveReader)
    /// JSON, or a message inside of an archive: held until it is whole.
    case held([UInt8], ContentKind, limit: Int)
    case done
  }

  init(_ source: ReportSource, layer: Int = 0, _ reading: FeedbackReading) {
    self.source = source
    self.layer = layer
    self.reading = reading
  }

  /// Whether no more octets are wanted.
  var isDone: Bool {
    if case .done = stage { return true }
    return false
  }

  /// Takes the next octets.
  func feed(_ octets: Span<UInt8>) {
    guard case .undecided = stage else { return pass(octets) }
    let taken = head.take(octets)
    if !head.isTelling { return }
    decide()
    pass(octets.extracting(taken..<octets.count))
  }

  /// The content ends; `fault` says why before its time, and `remark` what is odd about the packing around it.
  func finish(_ fault: ReportFault? = nil, remark: String? = nil) {
    if case .undecided = stage {
      if head.octets.isEmpty, let fault { return refuse(fault) }
      decide()
    }
    let last = stage
    stage = .done
    switch last {
    case .undecided, .done: break
    case .aggregate(let reader): reader.finish(fault, remark: remark)
    case .gzip(let stream, let inner):
      inner.finish(
        fault ?? Self.end(of: stream),
        remark: stream.hasTrailingOctets ? "has octets behind its gzip data, which were not read" : remark)
    case .zip(let stream, let archive):
      stream.finish(archive)
      archive.finish(stream, fault)
    case .held(let octets, let kind, _): fault.map { refuse($0) } ?? readHeld(octets, kind)
    }
  }

  private func refuse(_ fault: ReportFault) {
    stage = .done
    reading.give(.unreadable(fault, source))
  }

  private static func end(of stream: InflateStream) -> ReportFault? {
    do throws(InflateFault) {
      try stream.finish()
      return nil
    } catch {
      return ReportFault(error)
    }
  }

  /// Enough octets tell what it is.
  private func decide() {
    let octets = head.octets
    head = ContentHead()
    let kind = ContentKind(octets)
    if kind == .gzip || kind == .zip, layer >= FeedbackLimits.layers {
      return refuse(ReportFault(.tooMuch("more than \(FeedbackLimits.layers) packings around each other")))
    }
    switch kind {
    case .empty: return refuse(ReportFault(.noReport("it is empty")))
    case .other(let words): return refuse(ReportFault(.noReport(words)))
    case .xml: stage = .aggregate(AggregateReportReader(source, reading.give))
    case .json: stage = .held([], kind, limit: FeedbackLimits.tlsOctets)
    case .mail: stage = .held([], kind, limit: FeedbackLimits.heldMessageOctets)
    case .gzip:
      let limits = InflateLimits(octets: max(0, min(FeedbackLimits.reportOctets, reading.unpackable)))
      stage = .gzip(InflateStream(.gzip, limits: limits), ContentReader(source, layer: layer + 1, reading))
    case .zip:
      let limits = ZipLimits(
        octets: max(0, reading.unpackable), memberOctets: FeedbackLimits.reportOctets,
        members: reading.members)
      stage = .zip(ZipStream(limits: limits), ArchiveReader(source, layer: layer + 1, reading))
    }
    pass(octets.span)
  }

  private func pass(_ octets: Span<UInt8>) {
    taken += octets.count
    switch stage {
    case .undecided, .done: break
    case .aggregate(let reader):
      if taken > FeedbackLimits.reportOctets {
        stage = .done
        return reader.finish(ReportFault(.tooMuch("a report of more than \(FeedbackLimits.reportOctets) octets")))
      }
      reader.feed(octets)
    case .gzip(let stream, let inner): inflate(octets, stream, inner)
    case .zip(let stream, let archive): stream.take(octets, archive)
    case .held(var held, let kind, let limit):
      stage = .done
      if taken > limit { return refuse(ReportFault(.tooMuch("more than \(limit) octets"))) }
      for index in octets.indices { held.append(octets[index]) }
      stage = .held(held, kind, limit: limit)
    }
  }

  private func inflate(_ octets: Span<UInt8>, _ stream: InflateStream, _ inner: ContentReader) {
    do throws(InflateFault) {
      _ = try stream.take(octets) { content in
        reading.unpackable -= content.count
        inner.feed(content)
        return !inner.isDone
      }
    } catch {
      stage = .done
      inner.finish(ReportFault(error))
    }
  }

  private func readHeld(_ octets: [UInt8], _ kind: ContentKind) {
    if kind == .json {
      reading.readTLSReport(octets, source)
    } else if layer >= FeedbackLimits.layers {
      refuse(ReportFault(.tooMuch("more than \(FeedbackLimits.layers) packings around each other")))
    } else {
      MailReader(source, layer: layer + 1, reading).read(octets)
    }
  }
}

/// Reads the members of an archive, each by what it is.
final class ArchiveReader: ZipReceiver {
  private let reading: FeedbackReading
  private let source: ReportSource
  private let layer: Int
  private var member: ContentReader?
  private var hasMembers = false

  init(_ source: ReportSource, layer: Int, _ reading: FeedbackReading) {
    self.source = source
    self.layer = layer
    self.reading = reading
  }

  func memberBegan(_ name: String) {
    hasMembers = true
    reading.members = max(0, reading.members - 1)
    // What macOS adds to archives beside each file.
    if name.hasPrefix("._") { return }
    var source = source
    source.part = source.part.map { "\($0)/\(name)" } ?? name
    member = ContentReader(source, layer: layer, reading)
  }

  func memberContent(_ octets: Span<UInt8>) -> Bool {
    reading.unpackable -= octets.count
    member?.feed(octets)
    return member?.isDone == false
  }

  func memberEnded(_ fault: ZipFault?) {
    member?.finish(fault.map { ReportFault($0) })
    member = nil
  }

  /// The archive has ended: what is wrong with it as a whole.
  func finish(_ stream: ZipStream, _ outer: ReportFault?) {
    let fault = stream.fault ?? (hasMembers ? nil : .malformed)
    switch fault {
    case .tooMany:
      let words = "archives of more than \(FeedbackLimits.archiveMembers) files"
      reading.give(.unreadable(ReportFault(.tooMuch(words)), source))
    // What else ends the reading was told with the member that it ended.
    case let fault? where !hasMembers || fault == .malformed:
      reading.give(.unreadable(outer ?? ReportFault(fault), source))
    default: break
    }
  }
}

extension ReportFault {
  /// Why packed data could not be unpacked.
  init(_ fault: InflateFault) {
    switch fault {
    case .malformed, .incomplete: self.init(.archive(fault.description))
    case .tooLong, .tooDense: self.init(.tooMuch(fault.description))
    }
  }

  /// Why an archive could not be read.
  init(_ fault: ZipFault) {
    switch fault {
    case .packed(let fault): self.init(fault)
    case .tooMany: self.init(.tooMuch(fault.description))
    default: self.init(.archive(fault.description))
    }
  }
}
