/// The words of style sheets that stay: parts of properties, values and selectors, between hyphens.
enum StyleVocabulary {
  /// Whether a word, in lower case, may stay.
  static func keeps(_ word: String) -> Bool { words.contains(word) || HTMLVocabulary.tags.contains(word) }

  private static let words: Set<String> = Set(
    """
    absolute accent adjust after align all alternate and animation appearance area arial aspect at auto avant back
    background backdrop baseline before bevel bidi bicubic block blur bold bolder border both bottom box break button
    calc calibri cambria caption capitalize cell cells center century character charset child clamp clear clip code
    collapse color colour column columns comic consolas content contain contrast counter courier cover cursive cursor
    dark dashed decoration default device direction display dotted double duration ease ellipsis embed empty end even
    fade family fantasy feature feedback fill filter first fit fixed flex float flow focus font forced format
    from garamond gap georgia gothic gradient grid group grow gutter hanging has height helvetica hidden hide high hover
    hyphens image impact import important in increment indent index inherit initial inline inner inset inside inter
    interpolation invert ios isolate italic item items justify keep keyframes kerning landscape lang last layout left
    length letter light lighter line linear link list lower lowercase lucida margin mask max medium media menlo metrics
    middle min mix mode monaco mono monospace moz ms mso narrow neue new none normal not nowrap nth null object odd of off
    offset old oblique only opacity open opentype optimize or order orient orientation orphans osx out outer outline
    outset outside over overflow overlay padding page pc perspective pixel pointer portrait position pre prefers print
    progid properties quality radial radius ratio read rect regular relative rendering repeat reset resize resolution rgb
    rgba reverse ridge right roboto role rotate row rows rule rtl ltr sans scale scheme screen scroll segoe self separate
    sepia serif shadow shape shrink side size sizing slow smooth smoothing solid space spacing span spread src square
    stack start static stretch style sub super supports symbol system tab table tahoma target text thick thin times
    to top touch tracking transform transition translate transparent trebuchet type ui underline unicode unset
    upper uppercase url user valign variant verdana vertical viewport visibility visible visited wrap weight webfont
    webkit white widows width will windows word wrapper writing x y z zero zoom
    black white red green blue gray grey yellow orange silver navy maroon purple teal aqua lime olive fuchsia pink brown
    px em rem pt vh vw deg ms s cm mm ex ch active class exact external ie o rspace lspace alt
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
