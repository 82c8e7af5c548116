import MailMessage
import Testing

@Suite struct HTMLScanTests {
  @Test(
    arguments: [
      ("<p>a &amp; b<br>c", "a & b\nc"), ("a<!-- x > y -->b", "ab"), ("a < b", "a < b"), ("<b>a</b>\n  b", "a b"),
      ("<style>p{}</style>a<script>x<p></script>b", "ab"), ("<title>t</title>a", "a"),
      ("a<div hidden>b</div>c", "a\nc"),
      ("&#252;&#xFC;&uuml;&unknown;", "üüü&unknown;"), ("<a title='x>y'>a</a>", "a"),
      ("a<![if !mso]>b<![endif]>", "ab"),
      ("<script>never closed", ""), ("<!-- never closed", ""), ("<p title=\"never closed", ""), ("a</", "a</"),
      ("a<", "a<")
    ])
  func visibleText(html: String, text: String) { #expect(HTMLScan(Array(html.utf8)).visibleText == text) }

  @Test(
    arguments: [
      ("<p style='display:none'>x", .display), ("<p style='visibility: hidden'>x", .visibility),
      ("<p style='FONT-SIZE:0px'>x", .fontSize), ("<p style='opacity:0'>x", .opacity), ("<p hidden>x", .attribute),
      ("<p style='color:#fff;background-color:white'>x", .color), ("<td bgcolor=#ffffff><font color=white>x", .color),
      ("<p style='max-height:0;overflow:hidden'>x", .size), ("<p style='position:absolute;left:-9999px'>x", .offScreen),
      ("<p style='text-indent:-9999px'>x", .offScreen), ("<p style='display:none'><b>x", .display),
      ("<p style='font-size:0'><b style='font-size:12px'>x", nil), ("<p style='color:white'>x", nil),
      ("<p style='color:white;background:url(x) white'>x", nil), ("<p style='display:none'></p>x", nil),
      ("<p style='display:none'><p>x", nil), ("<p style='opacity:0.5'>x", nil), ("<p style='font-size:0.8em'>x", nil),
      ("<td style='background:#fff' bgcolor=red><span class=c style='color:#fff'>x", nil),
      ("<p style='display:none'> ", nil), ("<p style='display:none'>\u{304A}", .display),
      ("<td bgcolor=white background=x style='color:white'>x", nil),
      ("<p style='background-color:#fff;background-image:url(x);color:#fff'>x", nil),
      ("<p style='background-color:#fff;background-image:none;color:#fff'>x", .color),
      ("<p style='background:url(x);background-color:#fff;color:#fff'>x", nil)
    ] as [(String, HiddenText.Reason?)])
  func hidden(html: String, reason: HiddenText.Reason?) {
    let scan = HTMLScan(Array(html.utf8))
    #expect(scan.hidden.first?.reason == reason)
    #expect(scan.hiddenCharacters == (reason == nil ? 0 : 1))
  }

  @Test func links() {
    let html =
      "<base href=' http://b/ '><a href='https://x/?a=1&amp;b=2'>Go <b>on</b></a>\n<a href=y><img src=z alt=Logo></a><a>no</a>"
    let scan = HTMLScan(Array(html.utf8))
    #expect(scan.links.map(\.target) == ["https://x/?a=1&b=2", "y"])
    #expect(scan.links.map(\.text) == ["Go on", "Logo"])
    #expect(scan.linkCount == 2 && scan.base == "http://b/")
  }

  @Test func images() {
    let html = "<img src='https://t/x.gif' width=1 height='1'><img src=cid:a alt='' style='width:20px'><img src=//h/y>"
    let images = HTMLScan(Array(html.utf8)).images
    #expect(images.map(\.isRemote) == [true, false, true])
    #expect(images.map(\.isPixel) == [true, false, false])
    #expect(images.map(\.alternative) == [nil, "", nil])
    #expect(images[1].width == 20 && images[1].height == nil)
  }

  @Test(
    arguments: [
      ("<script src=x></script>", .script, "x"), ("<p onclick='x()'>", .handler, "onclick"),
      ("<form action=/x>", .form, "/x"),
      ("<input type=PASSWORD name=p>", .passwordField, "p"), ("<iframe src=x></iframe>", .frame, "x"),
      ("<embed src=x>", .object, "x"),
      ("<link rel='StyleSheet' href=x>", .externalStyle, "x"),
      ("<style>@import url(x); p{}</style>", .externalStyle, "url(x)"),
      ("<meta http-equiv=refresh content='0;url=x'>", .refresh, "0;url=x")
    ] as [(String, HTMLFeature.Kind, String)])
  func features(html: String, kind: HTMLFeature.Kind, value: String) {
    let features = HTMLScan(Array(html.utf8)).features
    #expect(features.map(\.kind) == [kind] && features.map(\.value) == [value] && features.first?.offset == 0)
  }

  @Test func charsetsOfOneOctetAreDecoded() {
    #expect(HTMLScan([0xFC, 0x80], charset: .windows1252).visibleText == "ü€")
    #expect(HTMLScan(Array("<meta charset=UTF-8>".utf8)).declaredCharset == "utf-8")
  }

  @Test(arguments: [
    "<", "<a ", "<a b=\"", "<!--", "</a", "&#", "<p>", "<script>", "<div style='display:none'>", "</p></div>"
  ])
  func hostileTextTakesLinearTime(piece: String) {
    let html = Array(String(repeating: piece, count: MIMELimits.textOctets / piece.utf8.count).utf8)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = HTMLScan(html) } < .seconds(20))
  }

  @Test(
    arguments: [
      ("see http://a.example/x, or www.b.example.", ["http://a.example/x", "www.b.example"]),
      ("(https://a/b_(c))", ["https://a/b_(c)"]), ("<mailto:a@b>", ["mailto:a@b"]), ("xhttp://a http://", []),
      ("HTTPS://A/\nwww.", ["HTTPS://A/"])
    ])
  func plainLinks(text: String, targets: [String]) {
    #expect(PlainLink.find(in: Array(text.utf8)).map(\.target) == targets)
  }
}
