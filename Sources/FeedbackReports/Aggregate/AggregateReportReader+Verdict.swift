import XMLKit

extension AggregateReportReader {
  /// What is wrong with the text as a whole. What follows a complete report spoils nothing of it.
  func judgeText(_ outer: ReportFault?) {
    if let line = parser.repairedLine { tellText(-1, line, "has octets that are no UTF-8; they were replaced") }
    if parser.hasSpaceBefore { tellText(-2, 1, "begins with white space") }
    if isWhole {
      if let fault = parser.fault { tellText(-3, fault.line, "is not well-formed behind the end of the report") }
      if let outer { tellText(-4, nil, "\(outer.cause), though all of it could be read") }
    } else if fault == nil, let outer {
      fault = ReportFault(outer.cause, line: parser.fault?.line)
    } else if fault == nil, let xml = parser.fault {
      fault = ReportFault(xml)
    }
  }

  func tellText(_ place: Int16, _ line: Int?, _ statement: String) {
    log.add(.text, -1, place, line: line) { ("", statement) }
  }

  func judgeCompleteness() {
    var missing: [String] = []
    if !hasMetadata { missing.append("report_metadata") }
    if !hasPolicy { missing.append("policy_published") }
    if !missing.isEmpty { fault = ReportFault(.incomplete(missing.joined(separator: " and "))) }
  }
}

extension ReportFault {
  /// What the XML reader says.
  init(_ fault: XMLFault) {
    switch fault.cause {
    case .notWellFormed(let words): self.init(.xml(words), line: fault.line)
    case .documentType: self.init(.xml("\(fault)"), line: fault.line)
    case .tooDeep, .tooMany, .tooLong: self.init(.tooMuch("\(fault)"), line: fault.line)
    }
  }
}
