import OpenSSLKit
import SASL
import Testing

@Suite struct SelectionTests {
  static let password = SASLCredentials(user: "user", password: Secret("pencil"))
  static let token = SASLCredentials(user: "user", token: Secret("abc.def"))
  static let bound = SASLChannel(.verified, bindings: [TLSChannelBinding(.exporter, data: Secret("x"))])

  private static let all = [
    "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "XOAUTH2",
    "OAUTHBEARER", "GSSAPI"
  ]

  @Test(arguments: [
    (all, SASLMechanism.scramSHA256Plus), (["LOGIN", "PLAIN"], .plain), (["LOGIN"], .login),
    (["PLAIN", "CRAM-MD5"], .cramMD5), (["SCRAM-SHA-1", "SCRAM-SHA-256", "PLAIN"], .scramSHA256),
    (["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "PLAIN"], .scramSHA1Plus), (["plain", "Login"], .plain), (["XOAUTH2"], nil),
    (["GSSAPI", "NTLM"], nil), ([], nil)
  ])
  func theStrongestIsChosen(offered: [String], chosen: SASLMechanism?) {
    let selection = SASLChoice(offered: offered).selection(for: Self.password, over: Self.bound)
    #expect(selection.chosen == chosen)
    // Every other has its reason.
    #expect(selection.passedOver.count == offered.count - (chosen == nil ? 0 : 1))
    #expect(selection.passedOver.allSatisfy { !$0.reason.description.isEmpty })
  }

  @Test func aTokenGoesByTheMechanismsOfTokens() {
    let selection = SASLChoice(offered: Self.all).selection(for: Self.token, over: Self.bound)
    #expect(selection.chosen == .oauthBearer)
    #expect(selection.reason("XOAUTH2") == .weaker(than: .oauthBearer))
    #expect(selection.reason("PLAIN") == .needsPassword)
    #expect(selection.reason("GSSAPI") == .unknownHere)
  }

  @Test(arguments: SASLChannel.Security.allCases, SASLMechanism.allCases)
  func nothingLeavesOverABadConnectionUnlessAllowed(security: SASLChannel.Security, mechanism: SASLMechanism) {
    let channel = SASLChannel(security, bindings: Self.bound.bindings)
    let credentials = mechanism.takesToken ? Self.token : Self.password
    let careful = SASLChoice(offered: [mechanism.rawValue]).selection(for: credentials, over: channel)
    #expect(careful.chosen == (security == .verified ? mechanism : nil))
    if security != .verified { #expect(careful.reason(mechanism.rawValue) == .exposed(mechanism.exposure, security)) }
    let allowed = SASLChoice(offered: [mechanism.rawValue], allowsInsecure: true)
    #expect(allowed.selection(for: credentials, over: channel).chosen == mechanism)
  }

  @Test func whatTheUserWantsIsUsedOrNothing() {
    let login = SASLChoice(offered: Self.all, wanted: .login).selection(for: Self.password, over: Self.bound)
    #expect(login.chosen == .login)
    #expect(login.reason("PLAIN") == .notWanted)
    let missing = SASLChoice(offered: ["LOGIN"], wanted: .plain).selection(for: Self.password, over: Self.bound)
    #expect(missing.chosen == nil)
    #expect(missing.reason("PLAIN") == .notOffered)
  }

  @Test func reasonsAreNamed() {
    let clear = SASLChannel(.verified)
    #expect(
      SASLChoice(offered: ["SCRAM-SHA-1-PLUS"]).selection(for: Self.password, over: clear).reason("SCRAM-SHA-1-PLUS")
        == .noChannelBinding)
    #expect(
      SASLChoice(offered: ["CRAM-MD5"], hashes: [.sha1, .sha256]).selection(for: Self.password, over: clear)
        .reason("CRAM-MD5") == .noHash(.md5))
    let odd = SASLCredentials(user: "user", password: Secret("pen\u{2168}cil"))
    let selection = SASLChoice(offered: ["SCRAM-SHA-256", "PLAIN"]).selection(for: odd, over: clear)
    #expect(selection.chosen == .plain)
    #expect(selection.reason("SCRAM-SHA-256") == .unusable(.unusable(.password, .needsTables)))
  }

  @Test func aFloodOfOffersIsBounded() {
    let names = (0..<10_000).map { "X-\($0)" }
    #expect(SASLChoice(offered: names).selection(for: Self.password, over: Self.bound).passedOver.count == 64)
  }

  @Test(arguments: [
    (SASLMechanism.plain, SASLCredentials(user: "a\0b", password: Secret("x")), SASLFailure.forbiddenOctet(.user)),
    (.plain, SASLCredentials(user: "a", password: Secret("x\0y")), .forbiddenOctet(.password)),
    (.plain, SASLCredentials(user: "a", password: Secret("x"), actingAs: "\0"), .forbiddenOctet(.authorization)),
    (.plain, SASLCredentials(user: "", password: Secret("x")), .unusable(.user, .empty)),
    (.login, SASLCredentials(user: "a", password: Secret("")), .unusable(.password, .empty)),
    (.scramSHA1, SASLCredentials(user: "", password: Secret("x")), .unusable(.user, .empty)),
    (.scramSHA1, SASLCredentials(user: "a", password: Secret("x\ty")), .unusable(.password, .controlCharacter)),
    (.scramSHA1Plus, SASLCredentials(user: "a", password: Secret("x")), .noChannelBinding),
    (.xoauth2, SASLCredentials(user: "a\u{1}auth=x", token: Secret("x")), .forbiddenOctet(.user)),
    (.xoauth2, SASLCredentials(user: "a", token: Secret("x\u{1}y")), .forbiddenOctet(.token)),
    (.oauthBearer, SASLCredentials(user: "a", token: Secret("x\n")), .forbiddenOctet(.token)),
    (.oauthBearer, SASLCredentials(user: "a", password: Secret("x")), .wrongKindOfSecret),
    (.plain, SASLCredentials(user: "a", token: Secret("x")), .wrongKindOfSecret)
  ])
  func unusableCredentialsHaveAReason(mechanism: SASLMechanism, credentials: SASLCredentials, failure: SASLFailure) {
    #expect(throws: failure) {
      try SASLExchange(mechanism, credentials, over: SASLChannel(.verified), offered: [])
    }
    #expect(!failure.description.isEmpty)
  }
}

extension SASLSelection {
  fileprivate func reason(_ name: String) -> Reason? { passedOver.first { $0.name == name }?.reason }
}
