import DNS
import Providers
import Testing

/// Names that networks give by themselves, and names that people give.
@Suite struct GenericReverseNameTests {
  @Test(arguments: [
    ("25-2-0-192.pool.isp.example", "192.0.2.25"), ("192-0-2-25.isp.example", "192.0.2.25"),
    ("host-192.0.2.25.isp.example.net", "192.0.2.25"), ("192000002025.isp.example", "192.0.2.25"),
    ("c0000219.isp.example.net", "192.0.2.25"), ("190200c0.isp.example.net", "192.0.2.25"),
    ("vm25-113-0.hosting.example.net", "203.0.113.25"), ("dhcp-7.campus.example", "192.0.2.25"),
    ("p5dd1a2b3.dip0.t-ipconnect.de", "93.209.162.179"), ("adsl-1.mail.isp.example", "192.0.2.25"),
    ("ec2-192-0-2-25.compute-1.amazonaws.com", "192.0.2.25"),
    ("ec2-192-0-2-25.eu-central-1.compute.amazonaws.com", "192.0.2.25"),
    ("25.2.0.192.bc.googleusercontent.com", "192.0.2.25"), ("li7-25.members.linode.com", "192.0.2.25"),
    ("192.0.2.25.vultrusercontent.com", "192.0.2.25"), ("static.25.2.0.192.clients.your-server.de", "192.0.2.25"),
    ("vmi123456.contaboserver.net", "192.0.2.25"), ("ns3001.ip-192-0-2.eu", "192.0.2.25"),
    ("h2345678.stratoserver.net", "192.0.2.25"), ("customer.isp.example.net", "192.0.2.25"),
    ("unassigned.isp.example.net", "192.0.2.25"),
    ("20010db8000000000000000000000025.v6.isp.example", "2001:db8::25"),
    ("2001-db8-0-7-0-0-0-25.isp.example.net", "2001:db8:0:7::25")
  ])
  func generic(name: DomainName, address: String) throws {
    let address = try #require(IPAddress(address))
    #expect(GenericReverseName.sign(of: name, for: address) != nil, "\(name)")
  }

  @Test(arguments: [
    ("mail.example.com", "192.0.2.25"), ("mx1.example.com", "192.0.2.1"), ("web1-2.example.org", "5.9.1.2"),
    ("vm25-113.hosting.example.net", "203.0.113.25"),
    ("a48-102.smtp-out.amazonses.com", "54.240.48.102"), ("mta-192-0-2-25.example.com", "192.0.2.25"),
    ("o192025.outbound-mail.sendgrid.net", "192.0.2.25"), ("m42-25.mailgun.net", "198.61.42.25"),
    ("mail-ed1-f41.google.com", "209.85.208.41"), ("smtp-pool-7.example.net", "192.0.2.25"),
    ("dynamo.example.com", "192.0.2.25"), ("server.cable.example", "192.0.2.25"), ("host7.example.com", "192.0.2.7"),
    ("poolside.example.com", "192.0.2.25"), ("www.example.com", "192.0.2.25"), ("example.com", "192.0.2.25"),
    ("mail.compute.example", "192.0.2.25"), ("mout.kundenserver.de", "212.227.17.13"),
    ("s2.example.com", "2001:db8::2"), ("a.b.c.d.example.com", "2001:db8::25"), ("0.0.0.0.example.com", "2001:db8::25"),
    (".", "192.0.2.25"), ("localhost", "127.0.0.1"), ("99999999999999999999.example.com", "192.0.2.25")
  ])
  func chosen(name: DomainName, address: String) throws {
    let address = try #require(IPAddress(address))
    let sign = GenericReverseName.sign(of: name, for: address)
    #expect(sign == nil, "\(name): \(sign?.description ?? "")")
  }

  @Test(arguments: [
    ("o1.ptr.sendgrid.net", "Twilio SendGrid"), ("a48-102.smtp-out.amazonses.com", "Amazon Simple Email Service"),
    ("mail-ed1-f41.google.com", "Gmail (personal account or Workspace user)")
  ])
  func operators(host: DomainName, provider: String) {
    #expect(ProviderDirectory.operators(ofHost: host).first?.name == provider)
  }

  @Test func nobodyKnownRunsOtherHosts() {
    #expect(ProviderDirectory.operators(ofHost: "mail.example.org").isEmpty)
    #expect(ProviderDirectory.operators(ofHost: .root).isEmpty)
  }
}
