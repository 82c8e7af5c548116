// Written by script/update-providers; do not edit.
extension ProviderDirectory {
  static let table1: [Provider] = [
    Provider(
      "gmail", "Gmail (personal account or Workspace user)", spf: ["_spf.google.com"],
      mx: [
        "aspmx*.l.google.com", "aspmx*.googlemail.com", ".aspmx*.l.google.com", ".aspmx*.googlemail.com",
        "alt?.aspmx.l.google.com", ".alt?.aspmx.l.google.com", "gmail-smtp-in.l.google.com", "smtp.google.com"
      ],
      dkim: ["google"]),
    Provider("google-smtp-relay", "Google Workspace SMTP relay", spf: ["_spf.google.com"], dkim: ["google"]),
    Provider(
      "mailgun", "Mailgun (Sinch)", spf: ["mailgun.org"], mx: ["mx?.mailgun.org", "mx?.eu.mailgun.org"],
      dkim: ["krs", "k1", "smtp", "mailo", "pic", "mx", "pdk1", "pdk2"]),
    Provider(
      "aws-ses", "Amazon Simple Email Service", spf: ["amazonses.com"],
      mx: ["inbound-smtp.*.amazonaws.com", "feedback-smtp.*.amazonses.com"], targets: [".dkim.amazonses.com"]),
    Provider(
      "mandrill", "Mandrill (Mailchimp Transactional)", spf: ["spf.mandrillapp.com"],
      dkim: ["mte1", "mte2", "mandrill"], targets: ["dkim1.mandrillapp.com", "dkim2.mandrillapp.com"]),
    Provider("smtp-com", "SMTP.com", spf: ["_spf.smtp.com"]),
    Provider("sparkpost", "SparkPost (Bird)", spf: ["sparkpostmail.com"]),
    Provider(
      "gandi", "Gandi Mail", spf: ["_mailcust.gandi.net"], mx: ["spool.mail.gandi.net", "fb.mail.gandi.net"],
      dkim: ["gm1", "gm2", "gm3"], targets: ["gm1.gandimail.net", "gm2.gandimail.net", "gm3.gandimail.net"]),
    Provider(
      "zoho-mail", "Zoho Mail", spf: ["zohomail.com", "zoho.com"],
      mx: [
        "mx.zoho.com", "mx.zoho.eu", "mx.zoho.in", "mx.zoho.jp", "mx.zoho.com.au", "mx.zoho.com.cn",
        "mx.zohomail.com", "mx.zohomail.eu", "mx.zohomail.in", "mx.zohomail.jp", "mx.zohomail.com.au",
        "mx.zohomail.com.cn", "mx2.zoho.com", "mx2.zoho.eu", "mx2.zoho.in", "mx2.zoho.jp", "mx2.zoho.com.au",
        "mx2.zoho.com.cn", "mx2.zohomail.com", "mx2.zohomail.eu", "mx2.zohomail.in", "mx2.zohomail.jp",
        "mx2.zohomail.com.au", "mx2.zohomail.com.cn", "mx3.zoho.com", "mx3.zoho.eu", "mx3.zoho.in", "mx3.zoho.jp",
        "mx3.zoho.com.au", "mx3.zoho.com.cn", "mx3.zohomail.com", "mx3.zohomail.eu", "mx3.zohomail.in",
        "mx3.zohomail.jp", "mx3.zohomail.com.au", "mx3.zohomail.com.cn", "smtpin*.zoho.com", "smtpin*.zoho.eu",
        "smtpin*.zoho.in", "smtpin*.zoho.jp", "smtpin*.zoho.com.au", "smtpin*.zoho.com.cn", "smtpin*.zohomail.com",
        "smtpin*.zohomail.eu", "smtpin*.zohomail.in", "smtpin*.zohomail.jp", "smtpin*.zohomail.com.au",
        "smtpin*.zohomail.com.cn"
      ], dkim: ["zmail", "zoho"]),
    Provider(
      "ovh", "OVHcloud e-mail hosting", spf: ["mx.ovh.com"],
      mx: ["mx*.mail.ovh.net", "mx*.mail.ovh.ca", "redirect.ovh.net"], targets: [".dkim.mail.ovh.net"]),
    Provider("outlook-com", "Outlook.com / Hotmail", mx: ["*.olc.protection.outlook.com"]),
    Provider(
      "microsoft365", "Microsoft 365 / Exchange Online", spf: ["spf.protection.outlook.com"],
      mx: [".mail.protection.outlook.com", ".mx.microsoft"], dkim: ["selector1", "selector2"],
      targets: [".onmicrosoft.com", ".dkim.mail.microsoft"]),
    Provider(
      "microsoft365-relay", "Microsoft 365 direct send / connector relay",
      spf: ["spf.protection.outlook.com"]),
    Provider("amen-securemail", "Amen.fr / Securemail.pro (team.blue)", spf: ["spf.webapps.net"]),
    Provider("1and1", "1&1 (legacy IONOS names)", spf: ["_spf.perfora.net", "_spf.kundenserver.de"]),
    Provider("yahoo", "Yahoo Mail", mx: ["mta?.am0.yahoodns.net", ".yahoodns.net"]),
    Provider(
      "qq-exmail", "Tencent Exmail (QQ enterprise mail)", spf: ["spf.mail.qq.com"],
      mx: [
        "mxbiz?.qq.com", "mxbiz?.hwqq.com", "mxbiz?.hw.qq.com", "hwmxbiz?.qq.com", "hwmxbiz?.hwqq.com",
        "hwmxbiz?.hw.qq.com"
      ]),
    Provider(
      "netease-ym", "NetEase free enterprise mail", spf: ["spf.163.com"],
      mx: [
        "mx.ym.163.com", "mx*.mxmail.netease.com", "mx*.mxmail.163.com", "mx*.ym.netease.com", "mx*.ym.163.com",
        "hzmx*.mxmail.netease.com", "hzmx*.mxmail.163.com", "hzmx*.ym.netease.com", "hzmx*.ym.163.com",
        "qiye163mx*.mxmail.netease.com", "qiye163mx*.mxmail.163.com", "qiye163mx*.ym.netease.com",
        "qiye163mx*.ym.163.com"
      ]),
    Provider("netease-163", "NetEase 163 mail", spf: ["spf.163.com"], mx: ["163mx*.mxmail.netease.com"]),
    Provider(
      "sendgrid", "Twilio SendGrid", spf: ["sendgrid.net"], dkim: ["s1", "s2", "m1", "smtpapi"],
      targets: [".sendgrid.net"]),
    Provider(
      "brevo", "Brevo (formerly Sendinblue)", spf: ["spf.brevo.com", "spf.sendinblue.com"],
      dkim: ["brevo1", "brevo2", "mail"], targets: [".dkim.brevo.com"]),
    Provider("smtp2go", "SMTP2GO", spf: ["smtp2go.net"], targets: ["dkim.smtp2go.net"]),
    Provider(
      "yandex", "Yandex Mail / Yandex 360", spf: ["_spf.yandex.net"], mx: ["mx.yandex.net", "mx.yandex.ru"],
      dkim: ["mail"]),
    Provider(
      "strato", "STRATO", mx: ["smtpin.rzone.de"], dkim: ["strato-dkim-0002", "strato-dkim-0003"],
      targets: ["strato-dkim-0002._domainkey.smtp.rzone.de"]),
    Provider("rackspace", "Rackspace Email", spf: ["emailsrvr.com"], mx: ["mx?.emailsrvr.com"]),
    Provider(
      "domainfactory", "DomainFactory", spf: ["ispgateway.de"],
      mx: ["mx0.ispgateway.de", "mxlb.ispgateway.de", ".ispgateway.de"]),
    Provider("infomaniak", "Infomaniak", spf: ["spf.infomaniak.ch"], mx: ["mta-gw.infomaniak.ch"]),
    Provider(
      "godaddy", "GoDaddy Workspace / Professional Email", spf: ["secureserver.net"],
      mx: ["smtp.secureserver.net", "mailstore1.secureserver.net"], dkim: ["secureserver1", "secureserver2"],
      targets: [".onsecureserver.net"]),
    Provider(
      "opensrs", "OpenSRS / Tucows Hosted Email", spf: ["_spf.hostedemail.com"],
      mx: [".cust.?.hostedemail.com", ".hostedemail.com"]),
    Provider("aruba", "Aruba (aruba.it)", spf: ["_spf.aruba.it"], mx: ["mx.aruba.it", ".aruba.it"], dkim: ["a1"]),
    Provider(
      "alibaba-directmail-intl", "Alibaba Cloud Direct Mail (international)", spf: ["spf1.dm.aliyun.com"],
      mx: ["mx01.dm.aliyun.com", "mxdm-*.aliyun.com"]),
    Provider(
      "aliyun-directmail", "Aliyun Direct Mail (阿里云邮件推送)", spf: ["spf1.dm.aliyun.com"],
      mx: ["mx01.dm.aliyun.com"]),
    Provider(
      "aliyun-enterprise", "Aliyun Enterprise Mail (阿里企业邮箱)",
      spf: ["spf.qiye.aliyun.com", "spf.mxhichina.com"],
      mx: ["mx*.qiye.aliyun.com", "mx*.mxhichina.com", "mx*.sg.aliyun.com"]),
    Provider(
      "mxhichina", "Alibaba mail for domains (mxhichina)", spf: ["spf.mxhichina.com"],
      mx: ["mx?.mxhichina.com"]),
    Provider(
      "fastmail", "Fastmail", spf: ["spf.messagingengine.com"], mx: ["in?-smtp.messagingengine.com"],
      dkim: ["fm1", "fm2", "fm3", "mesmtp"], targets: [".dkim.fmhosted.com"]),
    Provider("gmx", "GMX", mx: ["mx0?.gmx.net", "mx0?.gmx.com"]),
    Provider("hetzner", "Hetzner web hosting", spf: ["spf.your-server.de"]),
    Provider("jangosmtp", "JangoSMTP", spf: ["jangosmtp.net"], dkim: ["jango"]),
    Provider("mailjet", "Mailjet (Sinch)", spf: ["spf.mailjet.com"], dkim: ["mailjet"]),
    Provider("all-inkl", "ALL-INKL.COM", spf: ["spf.kasserver.com"], mx: [".kasserver.com"]),
    Provider("postmark", "Postmark", spf: ["spf.mtasv.net"], mx: ["inbound.postmarkapp.com"], dkim: ["pm"]),
    Provider(
      "campaign-monitor", "Campaign Monitor transactional (createsend)", spf: ["_spf.createsend.com"],
      dkim: ["cm"]),
    Provider(
      "mailbox-org", "mailbox.org", spf: ["mailbox.org"], mx: ["mxext?.mailbox.org"],
      dkim: ["MBO0001", "MBO0002", "MBO0003", "MBO0004"], targets: ["mbo0001._domainkey.mailbox.org"]),
    Provider(
      "mittwald", "Mittwald", spf: ["agenturserver.de"],
      mx: [".agenturserver.de", ".agenturserver.co", ".agenturserver.it"]),
    Provider("united-domains", "united-domains AG", spf: ["_spf.udag.de"], mx: [".udag.de"]),
    Provider(
      "ionos", "IONOS", spf: ["_spf-eu.ionos.com", "_spf-us.ionos.com"],
      mx: [
        "mx0?.ionos.de", "mx0?.ionos.com", "mx0?.ionos.co.uk", "mx0?.ionos.fr", "mx0?.ionos.es",
        "mx0?.ionos.it", "mx0?.kundenserver.de", "mx0?.kundenserver.com", "mx0?.kundenserver.co.uk",
        "mx0?.kundenserver.fr", "mx0?.kundenserver.es", "mx0?.kundenserver.it", "mx0?.1and1.de", "mx0?.1and1.com",
        "mx0?.1and1.co.uk", "mx0?.1and1.fr", "mx0?.1and1.es", "mx0?.1and1.it"
      ],
      dkim: ["s1-ionos", "s2-ionos", "s42582890"], targets: ["s1.dkim.ionos.com", "s2.dkim.ionos.com"]),
    Provider(
      "aws-workmail", "Amazon WorkMail", spf: ["amazonses.com"], mx: ["inbound-smtp.*.amazonaws.com"],
      targets: [".dkim.amazonses.com"]),
    Provider("uberspace6", "Uberspace (U6)", spf: ["spf.uberspace.de"], dkim: ["uberspace"]),
    Provider("tipimail", "Tipimail (Sarbacane)", spf: ["spf.tipimail.com"]),
    Provider(
      "netcup", "netcup web hosting", spf: ["_spf.webhosting.systems", "_spf.netcup.net"],
      mx: [".netcup.net"], dkim: ["key1", "key2"], targets: ["key1._domainkey.webhosting.systems"]),
    Provider("nifcloud-ess", "NIFCLOUD ESS", targets: [".dkim.ess.nifcloud.com"]),
    Provider(
      "feishu", "Feishu Mail / Lark Mail", spf: ["_netblocks.m.feishu.cn"],
      mx: ["mx?.feishu.cn", "mx?.larksuite.com"]),
    Provider("hostpoint", "Hostpoint", mx: ["mx?.mail.hostpoint.ch"]),
    Provider("scaleway-tem", "Scaleway Transactional Email", spf: ["_spf.tem.scaleway.com"]),
    Provider(
      "proton", "Proton Mail (SMTP submission token)", spf: ["_spf.protonmail.ch"],
      mx: ["mail.protonmail.ch", "mailsec.protonmail.ch"], dkim: ["protonmail", "protonmail2", "protonmail3"],
      targets: [".domains.proton.ch"]),
    Provider("hostmonster", "HostMonster (Newfold shared hosting)", spf: ["websitewelcome.com"]),
    Provider("qq", "QQ Mail", spf: ["spf.mail.qq.com"], mx: ["mx?.qq.com"]),
    Provider("netease-126", "NetEase 126 mail", mx: ["126mx*.mxmail.netease.com"]),
    Provider("netease-yeah", "NetEase yeah.net", mx: ["yeahmx*.mxmail.netease.com"]),
    Provider(
      "netease-qiye", "NetEase enterprise mail (qiye.163.com)", spf: ["spf.163.com"],
      mx: ["mx.qiye.163.com", "hzmx.qiye.163.com", "qiye163mx*.mxmail.netease.com"]),
    Provider(
      "icloud", "iCloud Mail", spf: ["icloud.com"], mx: ["mx0?.mail.icloud.com"], dkim: ["sig1"],
      targets: [".at.icloudmailadmin.com"]),
    Provider("aol", "AOL Mail", mx: ["mx-aol.mail.gm0.yahoodns.net"]),
    Provider("web-de", "WEB.DE", mx: ["mx-ha0?.web.de"]),
    Provider("t-online", "Telekom / t-online", mx: ["mx0?.t-online.de"]),
    Provider(
      "mail-ru", "Mail.ru / VK WorkSpace", spf: ["_spf.mail.ru"], mx: ["mxs.mail.ru", "emx.mail.ru"],
      dkim: ["mailru"]),
    Provider("seznam", "Seznam", spf: ["spf.seznam.cz"], mx: [".seznam.cz"]),
    Provider("orange-fr", "Orange / Wanadoo", mx: ["smtp-in.orange.fr"]),
    Provider("laposte", "La Poste", mx: ["smtpz4.laposte.net"]),
    Provider("naver", "Naver", mx: ["mx?.naver.com"]),
    Provider("yahoo-jp", "Yahoo! Mail Japan", mx: ["mx?.mail.yahoo.co.jp"]),
    Provider(
      "runbox", "Runbox", spf: ["spf.runbox.com"], mx: ["mx.runbox.com"], dkim: ["selector1", "selector2"],
      targets: [".domainkey.runbox.com"]),
    Provider(
      "migadu", "Migadu", spf: ["spf.migadu.com"], mx: ["aspmx?.migadu.com"], dkim: ["key1", "key2", "key3"],
      targets: ["._domainkey.migadu.com"]),
    Provider(
      "purelymail", "Purelymail", spf: ["_spf.purelymail.com"], mx: ["mailserver.purelymail.com"],
      dkim: ["purelymail1", "purelymail2", "purelymail3"],
      targets: ["key1.dkimroot.purelymail.com", "key2.dkimroot.purelymail.com", "key3.dkimroot.purelymail.com"]),
    Provider(
      "tuta", "Tuta (Tutanota)", spf: ["spf.tutanota.de"], mx: ["mail.tutanota.de"], dkim: ["s1", "s2"],
      targets: ["s1.domainkey.tutanota.de", "s2.domainkey.tutanota.de"]),
    Provider("pobox", "Pobox", spf: ["pobox.com"]),
    Provider("mxroute", "MXroute", spf: ["mxroute.com"], mx: [".mxrouting.net"], dkim: ["x"]),
    Provider("titan", "Titan Mail", spf: ["spf.titan.email"], mx: ["mx?.titan.email"], dkim: ["titan1"]),
    Provider(
      "hostinger", "Hostinger Email", spf: ["_spf.mail.hostinger.com"], mx: ["mx?.hostinger.com"],
      dkim: ["hostingermail-a", "hostingermail-b", "hostingermail-c"],
      targets: ["hostingermail-a.dkim.mail.hostinger.com"]),
    Provider(
      "namecheap", "Namecheap Private Email", spf: ["spf.privateemail.com"], mx: ["mx?.privateemail.com"],
      dkim: ["default", "privateemail"]),
    Provider(
      "dreamhost", "DreamHost", spf: ["netblocks.dreamhost.com", "relay.mailchannels.net"],
      mx: ["mx?.dreamhost.com", "mx?.mailchannels.net"], dkim: ["dreamhost"]),
    Provider(
      "siteground", "SiteGround", spf: ["_spf.mailspamprotection.com"], mx: [".mailspamprotection.com"],
      dkim: ["default"]),
    Provider("bluehost", "Bluehost", spf: ["websitewelcome.com"]),
    Provider("one-com", "one.com", spf: ["_custspf.one.com"], mx: ["mx*.pub.mailpod*.one.com", "mx*.one.com"]),
    Provider("loopia", "Loopia", spf: ["spf.loopia.se"], mx: ["mailcluster.loopia.se"]),
    Provider("xserver", "Xserver", spf: ["spf.sender.xserver.jp"]),
    Provider("resend", "Resend", spf: ["amazonses.com"], dkim: ["resend"]),
    Provider(
      "mailersend", "MailerSend", spf: ["_spf.mailersend.net"], dkim: ["mlsend2"],
      targets: ["mlsend2._domainkey.mailersend.net"]),
    Provider(
      "mailerlite", "MailerLite (marketing)", spf: ["_spf.mlsend.com"], dkim: ["litesrv", "ml"],
      targets: ["litesrv._domainkey.mlsend.com"]),
    Provider("elastic-email", "Elastic Email", spf: ["_spf.elasticemail.com"], dkim: ["api"]),
    Provider("sendpulse", "SendPulse", spf: ["mxsmtp.sendpulse.com"], dkim: ["sign"]),
    Provider("turbosmtp", "turboSMTP", spf: ["spf.turbo-smtp.com"], dkim: ["turbo-smtp"]),
    Provider(
      "mailtrap", "Mailtrap (Email Sending)", dkim: ["rwmt1", "rwmt2"],
      targets: ["rwmt1.dkim.smtp.mailtrap.live", "rwmt2.dkim.smtp.mailtrap.live"]),
    Provider(
      "socketlabs", "SocketLabs", spf: ["email-od.com"], dkim: ["dkim"],
      targets: ["dkim._domainkey.email-od.com"]),
    Provider("zeptomail", "Zoho ZeptoMail", spf: ["zcsend.net", "transmail.net"]),
    Provider("oci-email", "Oracle Cloud Email Delivery", spf: ["rp.oracleemaildelivery.com"]),
    Provider(
      "azure-acs", "Azure Communication Services Email", spf: ["spf.protection.outlook.com"],
      dkim: ["selector1-azurecomm-prod-net", "selector2-azurecomm-prod-net"]),
    Provider("mailchannels", "MailChannels", spf: ["relay.mailchannels.net"]),
    Provider(
      "sendcloud", "SendCloud (Aurora)", spf: ["spf.sendcloud.org"], mx: ["mx2.sendcloud.org"],
      dkim: ["mail", "e1", "e2"]),
    Provider(
      "tencent-ses", "Tencent Cloud SES", spf: ["qcloudmail.com"], mx: ["mxbiz.qcloudmail.com"],
      dkim: ["qcloud"]),
    Provider("forward-email", "Forward Email", spf: ["spf.forwardemail.net"], mx: ["mx?.forwardemail.net"]),
    Provider(
      "improvmx", "ImprovMX", spf: ["spf.improvmx.com"], mx: ["mx?.improvmx.com"],
      dkim: ["dkimprovmx1", "dkimprovmx2"], targets: ["dkimprovmx1.improvmx.com", "dkimprovmx2.improvmx.com"]),
    Provider(
      "mailchimp", "Mailchimp (marketing)", spf: ["servers.mcsv.net"], dkim: ["k1", "k2", "k3"],
      targets: ["dkim2.mcsv.net", "dkim3.mcsv.net"]),
    Provider(
      "zendesk", "Zendesk", spf: ["mail.zendesk.com"], dkim: ["zendesk1", "zendesk2"],
      targets: ["zendesk1._domainkey.zendesk.com", "zendesk2._domainkey.zendesk.com"]),
    Provider("salesforce", "Salesforce", spf: ["_spf.salesforce.com"]),
    Provider(
      "aweber", "AWeber", dkim: ["aweber_key_a", "aweber_key_b", "aweber_key_c"],
      targets: ["aweber_key_a.send.aweber.com", "aweber_key_b.send.aweber.com", "aweber_key_c.send.aweber.com"]),
    Provider(
      "mimecast", "Mimecast", spf: ["*._netblocks.mimecast.com"],
      mx: ["*-smtp-inbound-?.mimecast.com", "*-smtp-inbound-?.mimecast.co.za"]),
    Provider("proofpoint-essentials", "Proofpoint Essentials", spf: ["ppe-hosted.com"], mx: [".ppe-hosted.com"]),
    Provider("proofpoint-pod", "Proofpoint on demand", mx: [".pphosted.com", ".gslb.pphosted.com"]),
    Provider(
      "barracuda", "Barracuda Email Gateway Defense",
      spf: ["spf.ess.barracudanetworks.com", "spf.ess.*.barracudanetworks.com"],
      mx: [".ess.barracudanetworks.com", ".ess.*.barracudanetworks.com"]),
    Provider("sophos", "Sophos Central Email", spf: ["_spf.prod.hydra.sophos.com"], mx: [".prod.hydra.sophos.com"]),
    Provider("intermedia", "Intermedia", spf: ["spf.intermedia.net"], mx: [".serverdata.net"]),
    Provider("appriver", "AppRiver (OpenText)", spf: ["*.spf.smtp25.com"], mx: [".arsmtp.com"]),
    Provider(
      "cloudflare-routing", "Cloudflare Email Routing", spf: ["_spf.mx.cloudflare.net"],
      mx: ["route?.mx.cloudflare.net"])
  ]
}
