extension Catalogue {
  static let messageHeadersChecks: [MessageCheck] = [
    .hdrFrom, .hdrDuplicates, .hdrDate, .hdrNonASCII, .hdrLineLength, .hdrAuthRes, .hdrSubject, .hdrDisplayName,
    .hdrReplyTo, .hdrSize, .hdrAutoSubmitted, .hdrLeak, .hdrTo, .hdrSender, .hdrReturnPath, .hdrReceived, .hdrObsolete,
    .bimiMTAHeaders, .tlsOutbound
  ]
}
