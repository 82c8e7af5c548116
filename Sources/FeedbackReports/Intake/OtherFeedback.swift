import MailMessage

/// What is no aggregate report goes to the readers of its kind.
extension FeedbackReading {
  func readTLSReport(_ octets: [UInt8], _ source: ReportSource) {
    do throws(ReportFault) {
      give(.tls(try TLSReport.read(octets), source))
    } catch {
      give(.unreadable(error, source))
    }
  }

  func readFailureReport(_ message: Message, _ source: ReportSource) {
    do throws(ReportFault) {
      give(.failure(try MessageFailureReport.read(message), source))
    } catch {
      give(.unreadable(error, source))
    }
  }

  func readBounce(_ message: Message, _ source: ReportSource) {
    do throws(ReportFault) {
      give(.bounce(try bounce(in: message), source))
    } catch {
      give(.unreadable(error, source))
    }
  }

  /// A message without an attachment that may be a report: its text may be a bounce in words of its own.
  func readOtherMessage(_ message: Message, _ source: ReportSource) {
    do throws(ReportFault) {
      give(.bounce(try bounce(in: message), source))
    } catch {
      guard case .noReport = error.cause else { return give(.unreadable(error, source)) }
      give(.unreadable(ReportFault(.noReport("a message without a report")), source))
    }
  }

  private func bounce(in message: Message) throws(ReportFault) -> BouncedMail {
    let octets: [UInt8]
    do throws(MessageReadError) {
      octets = try message.source.octets(0..<message.source.count, limit: FeedbackLimits.bounceOctets)
    } catch {
      throw ReportFault(.unreadable(error.description))
    }
    return try BouncedMail.read(octets, showsRecipients: showsRecipients)
  }
}
