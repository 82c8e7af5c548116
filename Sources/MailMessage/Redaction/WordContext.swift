/// Where a word stands: what of it may stay.
enum WordContext: Sendable, Hashable {
  /// Text for people: nothing stays but the replacements of names.
  case text
  /// A structured field: its keywords and short numbers stay.
  case structured
  /// A field of MIME.
  case mime
  /// What a mail server answered.
  case answer
  /// The name and version of a program.
  case program
  /// A field of Message-IDs.
  case identifiers
  /// The name of a tag in HTML.
  case tagName
  /// The name of an attribute in HTML.
  case attributeName
  /// The value of an attribute that tells how things look.
  case look
  /// Style sheets.
  case style
  /// A comment in HTML, which may be a condition.
  case comment

  /// Whether `word`, in lower case, may stay.
  func keeps(_ word: String) -> Bool {
    switch self {
    case .text, .identifiers, .style: false
    case .structured: RedactionVocabulary.header.contains(word)
    case .mime: RedactionVocabulary.mime.contains(word)
    case .answer: RedactionVocabulary.answers.contains(word) || RedactionVocabulary.header.contains(word)
    case .program: word.utf8.allSatisfy { $0.isLetter } && word.utf8.count <= 24
    case .tagName: HTMLVocabulary.tags.contains(word)
    case .attributeName: HTMLVocabulary.attributes.contains(word)
    case .look: HTMLVocabulary.looks.contains(word)
    case .comment: HTMLVocabulary.conditions.contains(word)
    }
  }

  /// The digits of a number that stays.
  var digits: Int {
    switch self {
    case .text, .identifiers, .tagName, .attributeName, .style: 0
    // Names of files have numbers of customers, comments those of anything; versions and parts have short ones.
    case .mime, .comment: 2
    case .structured, .answer, .program, .look: RedactionLimits.digits
    }
  }
}

/// The words of HTML that stay.
enum HTMLVocabulary {
  /// Elements, with those of Microsoft Office behind their colons.
  static let tags = words(
    """
    a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas
    caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption
    figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend
    li link main map mark marquee menu meta nav noframes noscript object ol optgroup option p param picture pre q s samp
    script section select small source span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr o p v w rect roundrect fill textbox shape imagedata
    shapetype officedocumentsettings allowpng pixelsperinch xml anchorlock lock !doctype doctype public
    """)

  /// Attributes.
  static let attributes = words(
    """
    href src style class id width height align valign bgcolor color size face border cellpadding cellspacing colspan
    rowspan alt title name type rel target lang dir charset content http-equiv xmlns role media background action method
    value srcset cite data usemap shape coords nowrap hspace vspace link vlink alink text tabindex scope summary start
    hidden onclick onload xml aria-hidden aria-label html public
    """)

  /// Values that tell how things look.
  static let looks = words(
    """
    left right center centre top middle bottom baseline justify auto none solid dotted _blank _self _top _parent
    stylesheet nofollow noopener noreferrer ltr rtl presentation img button text css html charset utf utf-8 utf8 iso-8859
    iso windows screen content-type viewport width device initial scale maximum all print x-apple-disable
    white black red green blue gray grey yellow orange silver navy maroon purple px em pt
    """)

  /// Conditions of Microsoft Office.
  static let conditions = words("if endif mso ie gte lte gt lt vml excel word outlook !mso !if else")

  private static func words(_ text: StaticString) -> Set<String> {
    Set(text.description.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
