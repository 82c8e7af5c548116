// Written by script/update-providers; do not edit.
//
// swift-format-ignore-file

extension SubmissionDirectory {
  /// The day on which the facts were put together.
  public static let date = "2026-11-26"

  /// What is known of each provider, a line a fact; SubmissionFactsReader tells the fields.
  static let shipped = #"""
S|GitLab documentation, SMTP settings
S|
S|MediaWiki manual, talk page of $wgSMTP
S|DokuWiki, plugin smtp
S|github.com/thunderbird/autoconfig ispdb/googlemail.com.xml
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Google.json
S|MediaWiki manual, $wgSMTP
S|github.com/rspamd/rspamd rules/mid.lua
S|github.com/nodemailer/nodemailer lib/well-known/services.json
S|github.com/Domain-Connect/Templates apexsales.ai.mailgun.json
S|github.com/Domain-Connect/Templates agentsmail.io.sending-domain.json
S|DNS zone files published in public repositories
S|github.com/Domain-Connect/Templates bird.com.sparkpost-email.json
S|github.com/thunderbird/autoconfig ispdb/gandi.net.xml
S|github.com/thunderbird/autoconfig ispdb/zoho.com.xml
S|github.com/thunderbird/autoconfig ispdb/zoho.eu.xml
S|github.com/thunderbird/autoconfig ispdb/zoho.in.xml
S|github.com/thunderbird/autoconfig ispdb/zoho.com.au.xml
S|github.com/thunderbird/autoconfig ispdb/zoho.jp.xml
S|github.com/thunderbird/autoconfig ispdb/zohocloud.ca.xml
S|github.com/thunderbird/autoconfig ispdb/hotmail.com.xml
S|github.com/thunderbird/autoconfig ispdb/office365.com.xml
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Microsoft365.json
S|github.com/thunderbird/autoconfig ispdb/1und1.de.xml
S|github.com/thunderbird/autoconfig ispdb/yahoo.com.xml
S|github.com/Domain-Connect/Templates getisi.ai.sendgrid-email.json
S|github.com/Domain-Connect/Templates gallerydeals.com.custom-domain.json
S|github.com/Domain-Connect/Templates vantapanel.com.hosting.json
S|github.com/christianlouis/dmarq backend/app/services/sender_intelligence.py
S|github.com/Domain-Connect/Templates mailbluster.com.sender-verification-smtp2go.json
S|github.com/thunderbird/autoconfig ispdb/yandex.ru.xml
S|github.com/thunderbird/autoconfig ispdb/strato.de.xml
S|github.com/Domain-Connect/Templates godaddy.com.professional_mail.json
S|github.com/Domain-Connect/Templates godaddy.com.aab.json
S|github.com/thunderbird/autoconfig ispdb/messagingengine.com.xml
S|github.com/thunderbird/autoconfig ispdb/gmx.com.xml
S|github.com/thunderbird/autoconfig ispdb/gmx.net.xml
S|github.com/thunderbird/autoconfig ispdb/hetzner.de.xml
S|github.com/Domain-Connect/Templates mailjet.com.domain-auth.json
S|github.com/Domain-Connect/Templates mailbluster.com.sender-verification-postmark.json
S|github.com/Domain-Connect/Templates nanimail.com.email.json
S|easyDNS outbound mail page
S|github.com/mail-in-a-box/mailinabox setup/mail-postfix.sh
S|github.com/thunderbird/autoconfig ispdb/fastwebnet.it.xml
S|github.com/thunderbird/autoconfig ispdb/att.net.xml
S|github.com/Domain-Connect/Templates bluehost.com.email.json
S|github.com/thunderbird/autoconfig ispdb/qq.com.xml
S|github.com/thunderbird/autoconfig ispdb/126.com.xml
S|github.com/thunderbird/autoconfig ispdb/yeah.net.xml
S|github.com/thunderbird/autoconfig ispdb/me.com.xml
S|github.com/thunderbird/autoconfig ispdb/aol.com.xml
S|github.com/thunderbird/autoconfig ispdb/web.de.xml
S|github.com/thunderbird/autoconfig ispdb/t-online.de.xml
S|github.com/thunderbird/autoconfig ispdb/posteo.de.xml
S|github.com/thunderbird/autoconfig ispdb/mail.com.xml
S|github.com/thunderbird/autoconfig ispdb/mail.ru.xml
S|github.com/thunderbird/autoconfig ispdb/rambler.ru.xml
S|github.com/thunderbird/autoconfig ispdb/seznam.cz.xml
S|github.com/thunderbird/autoconfig ispdb/onet.pl.xml
S|github.com/thunderbird/autoconfig ispdb/wp.pl.xml
S|github.com/thunderbird/autoconfig ispdb/o2.pl.xml
S|github.com/thunderbird/autoconfig ispdb/libero.it.xml
S|github.com/thunderbird/autoconfig ispdb/tiscali.it.xml
S|github.com/thunderbird/autoconfig ispdb/orange.fr.xml
S|github.com/sisimai/rb-sisimai lib/sisimai/rhost/franceptt.rb
S|github.com/thunderbird/autoconfig ispdb/free.fr.xml
S|github.com/thunderbird/autoconfig ispdb/sfr.fr.xml
S|github.com/thunderbird/autoconfig ispdb/laposte.net.xml
S|github.com/thunderbird/autoconfig ispdb/naver.com.xml
S|github.com/thunderbird/autoconfig ispdb/daum.net.xml
S|github.com/thunderbird/autoconfig ispdb/yahoo.co.jp.xml
S|github.com/thunderbird/autoconfig ispdb/ybb.ne.jp.xml
S|github.com/thunderbird/autoconfig ispdb/biglobe.ne.jp.xml
S|github.com/thunderbird/autoconfig ispdb/ocn.ne.jp.xml
S|github.com/thunderbird/autoconfig ispdb/comcast.net.xml
S|github.com/thunderbird/autoconfig ispdb/charter.net.xml
S|github.com/thunderbird/autoconfig ispdb/rr.com.xml
S|github.com/sisimai/rb-sisimai lib/sisimai/rhost/spectrum.rb
S|github.com/thunderbird/autoconfig ispdb/btinternet.com.xml
S|github.com/thunderbird/autoconfig ispdb/virginmedia.com.xml
S|github.com/thunderbird/autoconfig ispdb/bigpond.com.xml
S|github.com/thunderbird/autoconfig ispdb/bluewin.ch.xml
S|github.com/thunderbird/autoconfig ispdb/vodafonemail.de.xml
S|github.com/thunderbird/autoconfig ispdb/uol.com.br.xml
S|github.com/thunderbird/autoconfig ispdb/bol.com.br.xml
S|github.com/thunderbird/autoconfig ispdb/pobox.com.xml
S|github.com/Domain-Connect/Templates titan.email.titan-mail-hosting.json
S|github.com/thunderbird/autoconfig ispdb/one.com.xml
S|github.com/Domain-Connect/Templates aiprospectscout.com.mail.json
S|github.com/Domain-Connect/Templates utajir.com.email.json
S|github.com/Domain-Connect/Templates mail.pohjoistech.fi.email.json
S|github.com/Domain-Connect/Templates aurorasendcloud.com.email-auth.json
S|github.com/Domain-Connect/Templates forwardemail.net.email.json
S|github.com/Domain-Connect/Templates improvmx.com.email.json
S|github.com/Domain-Connect/Templates goentri.com.fourthwall.json
S|github.com/Domain-Connect/Templates goentri.com.fourthwall-subdomains.json
S|github.com/Domain-Connect/Templates aweber.com.email-web.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Mimecast.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Proofpoint.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/BarracudaESS.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Sophos.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/Intermedia.json
S|github.com/johnduprey/DNSHealth DNSHealth/MailProviders/AppRiver.json
P|localhost-mta|Local MTA on the same machine|local
A|SMTP on localhost
A|SMTP without SSL
A|sendmail on the same server
H|localhost|localhost||current|submission|
O|25|none|e0
H|127.0.0.1|127.0.0.1||current|submission|
O|25|none|r1
H|localhost|localhost||current|submission|
O|587|starttls|e2
M||Usually none: the MTA trusts loopback clients.|e0
U|none||||e0
K|none||e0
E|any|The hop to the local MTA does not matter; what matters is the name the MTA itself uses in EHLO towards the world and the name in Received lines.|e0
R|none-on-the-hop|header-from mail-from|The local MTA accepts anything; the recipient then judges SPF against the public IP of this host.|e0
I|ip4:<this host>,a,mx||from-domain|Publish the public address of the host itself.|r1
Q|only-enable-flag|GitLab with smtp_enable=true alone talks to localhost:25 without a login, as localhost.localdomain.|e0
Q|cert-name-mismatch|When the MTA offers STARTTLS with a certificate for its public name, a client that connects to "localhost" fails the name check; connect by the certificate name instead of switching verification off.|e2
Q|unqualified-host|A host whose own name has no dot makes sendmail sleep before every message and puts a dotless name into Message-ID and the envelope sender.|e3
Q|no-sendmail-binary|Without a sendmail-compatible binary PHP mail() fails before any SMTP dialogue ("Could not instantiate mail function.").|e3
P|sendmail-local|Sendmail used through the command line (PHP mail())|local
A|PHP mail()
A|sendmail
A|Postfix sendmail wrapper
E|fqdn|The machine name must be fully qualified on the 127.0.0.1 line of the hosts file, first name on the line.|e3
R|unix-user-at-hostname|mail-from|Without -f the envelope sender is the web server account at the host name, e.g. www-data@ubuntu.|e3
B|www-data@<hostname> unless -f is given||e3
Q|starttls-not-wired|The Debian/Ubuntu package prepares a certificate but does not include starttls.m4 into sendmail.mc; inbound STARTTLS stays off until it is included and sendmailconfig has run.|e3
Q|sasl-missing|Without the suggested sasl2-bin package no AUTH towards a smarthost is possible until update_auth is run.|e3
Q|install-hang|Package set-up generates DH/DSA parameters and may look hung for minutes; interrupting it leaves a half-configured package.|e2
P|gmail|Gmail (personal account or Workspace user)|mailbox
A|Google Mail
A|googlemail
A|Google Apps
A|Google Workspace
D|gmail.com googlemail.com
H|smtp.gmail.com|smtp.gmail.com||current|submission|
O|587|starttls|e0
O|465|implicit|e2
O|25|starttls|r1
H|smtp.googlemail.com|smtp.googlemail.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login xoauth2 oauthbearer||d4
U|full-address||my.email@gmail.com||e0
K|app-password|Two-step verification must be on before an app password (16 letters, spaces are ignored) can be made; the normal password and the former "less secure apps" switch no longer work.|e0
E|any-valid|On smtp-relay.gmail.com a name without a dot may be answered with 421 or 501: use a real host name.|e2
R|rewritten-unless-alias|header-from|A From that is neither the account nor a confirmed "Send mail as" alias is silently replaced by the account address; $wgPasswordSender must be the alias.|e2
L|500|messages|day|single address||e2
L|500|recipients|day|consumer account||r1
L|2000|messages|day|Workspace user||r1
G|smtp.gmail.com esmtp * - gsmtp|r1
G|mx.google.com esmtp * - gsmtp|r1
I|_spf.google.com||from-domain|Only for custom domains; gmail.com itself is already covered.|d5
C|google|Default Workspace selector; before it is generated mail is signed with a *.gappssmtp.com domain, which does not align. 20230601 signs gmail.com.|d5
B|account address; same domain as the account||r1
Q|first-login-challenge|The first login from a new server can be blocked until the owner confirms it; symptom 534-5.7.14 or a bare authentication failure.|e6
Q|adds-missing-mid|Gmail adds a Message-ID of the form <…SMTPIN_ADDED_MISSING@mx.google.com> or SMTPIN_ADDED_BROKEN when it is absent or malformed.|d7
Q|limits-hurt-teams|The limits are too low for the mail of a team: take a service for applications.|e0
P|google-smtp-relay|Google Workspace SMTP relay|relay
A|Google SMTP relay service
H|smtp-relay.gmail.com|smtp-relay.gmail.com||current|submission|
O|587|starttls|e0
O|465|implicit|d8
O|25|starttls|r1
M|plain login xoauth2|Authentication is optional when the client address is on the allow list in the admin console.|r1
U|full-address-or-none||username@yourdomain.com|No login is needed from an address on the allow list of the admin console.|e0
K|app-password-or-none||r1
E|own-domain|The EHLO name should be a domain of the Workspace account; EHLO localhost gets 421 4.7.0 "Try again later, closing connection. (EHLO)".|r1
R|registered-domain|mail-from header-from|Envelope sender (or EHLO name when the sender is empty) must belong to the customer unless the relay allows any address.|r1
F|550 5.7.0 Mail relay denied
L|10000|recipients|day|per user||r1
I|_spf.google.com||from-domain||d5
C|google||d5
P|mailgun|Mailgun (Sinch)|transactional
A|Mailgun EU
H|smtp.mailgun.org|smtp.mailgun.org|us|current|submission|
O|587|starttls|e0
O|25|starttls|e2
O|465|implicit|r1
O|2525|starttls|r1
H|smtp.eu.mailgun.org|smtp.eu.mailgun.org|eu|current|submission|
O|587|starttls|r1
O|465|implicit|r1
O|2525|starttls|r1
M|plain login||e0
U|smtp-credential-at-sending-domain||postmaster@mg.example.com|postmaster@<sending domain> is created by default.|e0
K|smtp-credential|Per-domain SMTP credential, not the account password or API key.|r1
E|any||r1
R|authorised-domain|header-from|Any address under the sending domain; sandbox domains may only mail authorised recipients.|r1
F|Domain … is not allowed to send
F|not authorised
I|mailgun.org||sending-subdomain||d9
C|krs,k1,smtp,mailo,pic,mx,pdk1,pdk2|Selector differs per domain age; read it from the panel.|d9
N|pdk1._domainkey.<sending domain>|CNAME|provider-generated
B|bounce+…@<sending domain>; aligned because the sending domain publishes the MX||d9
V|<sending domain>|MX|mxa.mailgun.org
V|<sending domain>|MX|mxb.mailgun.org
V|email.<sending domain>|CNAME|mailgun.org
Q|received-leaks-client|The Received field shows the host name and address of the client; only the HTTP API hides them.|e2
P|aws-ses|Amazon Simple Email Service|transactional
A|SES
A|Amazon SES
A|AWS SES
H|email-smtp.<region>.amazonaws.com|email-smtp.*-?.amazonaws.com email-smtp.*-?.amazonaws.com.cn email-smtp-fips.*-?.amazonaws.com email-smtp-fips.*-?.amazonaws.com.cn||current|submission|Region must be the one in which the identity is verified.
O|587|starttls|e0
O|465|implicit|e0
O|25|starttls|r1
O|2587|starttls|r1
O|2465|implicit|r1
M|plain login||e0
U|iam-derived-smtp-user||IAMmailerKey|20 characters, starts with AKIA; not an e-mail address.|e0
K|derived-smtp-password|44 characters, derived from the IAM secret per region; the raw secret access key does not work.|r1
E|any||r1
R|verified-identity|header-from mail-from sender return-path|From, Sender and Return-Path must all be a verified address or lie under a verified domain; so user-to-user mail needs Reply-To instead of From.|e2
F|554 Message rejected: Email address is not verified
L|200|messages|day|sandbox||e6
L|1|messages|second|sandbox||r1
I|amazonses.com||custom-mail-from-subdomain|Only effective on the custom MAIL FROM domain; without it the envelope domain is amazonses.com and SPF never aligns.|d10
C||Easy DKIM: three CNAME tokens; BYODKIM possible.|d10
N|<token1..3>._domainkey|CNAME|<token>.dkim.amazonses.com
B|<id>@<region>.amazonses.com by default; custom MAIL FROM needs an MX and an SPF record on a subdomain||d10
V|<mail-from subdomain>|MX|feedback-smtp.<region>.amazonses.com
Q|sandbox|New accounts may mail verified recipients only; all others get nothing.|e6
Q|ec2-port25|EC2 throttles port 25 for every instance: ask for removal or use 587.|e6
Q|egress-rules|Security groups and network ACLs must allow 587 or 465 outbound.|e0
Q|tls-scheme-465|In PHP tls:// with port 465 starts TLS at once, which is right for this port.|e6
Q|overwrites-mid-date|SES replaces Message-ID (…@<region>.amazonses.com or @email.amazonses.com) and Date.|r1
Q|user-reply-to|MediaWiki needs $wgUserEmailUseReplyTo=true and a verified $wgEmergencyContact.|e2
P|mandrill|Mandrill (Mailchimp Transactional)|transactional
A|Mailchimp Transactional
H|smtp.mandrillapp.com|smtp.mandrillapp.com||current|submission|
O|587|starttls|e0
O|465|implicit|r1
O|25|starttls|r1
O|2525|starttls|r1
M|plain login||e0
U|any-string||MandrillUsername|Any user name is accepted; the API key is what counts.|e0
K|api-key||e0
R|verified-domain|header-from|Unsigned or unverified sending domains are queued or rejected with reason "unsigned".|r1
I|spf.mandrillapp.com||from-domain|Kept for older accounts; current set-up relies on DKIM.|d11
C|mte1,mte2,mandrill||r1
N|mte1._domainkey|CNAME|dkim1.mandrillapp.com
N|mte2._domainkey|CNAME|dkim2.mandrillapp.com
B|bounce-md_…@mandrillapp.com unless a custom return-path CNAME exists||r1
V|<subdomain>|CNAME|mandrillapp.com
P|smtp-com|SMTP.com|transactional
A|SMTP dot com
H|send.smtp.com|send.smtp.com||current|submission|
O|25|starttls|e0
O|2525|starttls|e0
O|2082|starttls|e0
O|587|starttls|r1
O|465|implicit|r1
M|plain||e0
U|sender-login||your_sender_login|The login of a "sender" inside the account.|e0
K|sender-password||e0
R|own-domain|header-from reply-to|From and Reply-To must use the domain for which SPF and DKIM are set up.|e0
I|_spf.smtp.com||from-domain||d11
Q|alt-ports|If outgoing 25 is blocked use 2525 or 2082.|e0
P|sparkpost|SparkPost (Bird)|transactional
A|Bird Email
A|MessageBird
H|smtp.sparkpostmail.com|smtp.sparkpostmail.com|us|current|submission|
O|587|starttls|e0
O|2525|starttls|r1
H|smtp.eu.sparkpostmail.com|smtp.eu.sparkpostmail.com|eu|current|submission|
O|587|starttls|r1
O|2525|starttls|r1
M|login plain||e0
U|literal|SMTP_Injection|SMTP_Injection||e0
K|api-key|API key with the "Send via SMTP" permission.|e0
R|verified-domain|header-from||r1
F|550 5.7.1 Unconfigured Sending Domain
I|sparkpostmail.com||bounce-domain||d11
C|scph<MMYY>|Selector carries month and year, e.g. scph0121.|d12
B|sparkpostmail.com unless a custom bounce domain CNAME is set||d12
V|<bounce>|CNAME|sparkpostmail.com
Q|no-465|Implicit TLS on 465 is not offered.|r1
P|gandi|Gandi Mail|hosting
A|GandiMail
H|mail.gandi.net|mail.gandi.net||current|submission|
O|587|starttls|e0
O|465|implicit|d13
O|25|starttls|r1
M|plain login||e0
U|full-address||your.email@domain.com||e0
K|mailbox-password||r1
R|unknown|header-from mail-from||e0
I|_mailcust.gandi.net||from-domain||d11
C|gm1,gm2,gm3||d11
N|gm1._domainkey|CNAME|gm1.gandimail.net
N|gm2._domainkey|CNAME|gm2.gandimail.net
N|gm3._domainkey|CNAME|gm3.gandimail.net
P|zoho-mail|Zoho Mail|mailbox
A|Zoho Workplace
D|zoho.com zohomail.com zoho.eu zoho.in
H|smtp.zoho.com|smtp.zoho.com|us|current|submission|
O|587|starttls|e0
O|465|implicit|d14
H|smtppro.zoho.com|smtppro.zoho.com|us|current|submission|Paid organisation accounts.
O|465|implicit|r1
O|587|starttls|r1
H|smtp.zoho.eu|smtp.zoho.eu|eu|current|submission|
O|465|implicit|d15
O|587|starttls|d15
H|smtp.zoho.in|smtp.zoho.in|in|current|submission|
O|465|implicit|d16
O|587|starttls|d16
H|smtp.zoho.com.au|smtp.zoho.com.au|au|current|submission|
O|465|implicit|d17
O|587|starttls|d17
H|smtp.zoho.jp|smtp.zoho.jp|jp|current|submission|
O|465|implicit|d18
O|587|starttls|d18
H|smtp.zohocloud.ca|smtp.zohocloud.ca|ca|current|submission|
O|465|implicit|d19
O|587|starttls|d19
M|plain login||e0
U|full-address||gitlab@mydomain.com||e0
K|app-password-with-2fa|With two-factor sign-in an application-specific password is needed.|r1
E|any||r1
R|must-equal-login-or-alias|mail-from header-from||r1
F|553 Relaying disallowed as
F|553 5.7.1 Sender is not allowed to relay emails
L|50|messages|day|free plan, external||r1
I|zohomail.com,zoho.com||from-domain|The include differs per data centre (zoho.eu, zoho.in …); newer accounts use one.zoho.com.|d11
C|zmail,zoho|Selector is chosen in the admin console; zmail is the usual default.|d11
Q|dc-bound|Log in at the data centre of the account; the wrong one answers 535.|r1
P|siteage|SiteAge LLC (Zimbra)|hosting
A|Zimbra mail.siteage.net
H|mail.siteage.net|mail.siteage.net||current|submission|
O|465|implicit|e0
M|login||e0
U|full-address||gitlab@domain.com||e0
K|mailbox-password||e0
R|same-as-login-in-example|header-from mail-from|Zimbra can enforce From = login (zimbraMtaSmtpdSenderLoginMaps).|e0
P|ovh|OVHcloud e-mail hosting|hosting
A|OVH
A|MX Plan
A|Email Pro
A|Hosted Exchange
H|ssl0.ovh.net|ssl0.ovh.net|eu|current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtp.mail.ovh.net|smtp.mail.ovh.net|eu|current|submission|
O|465|implicit|r1
O|587|starttls|r1
H|smtp.mail.ovh.ca|smtp.mail.ovh.ca|ca|current|submission|
O|465|implicit|r1
O|587|starttls|r1
H|pro<N>.mail.ovh.net|pro*.mail.ovh.net pro*.mail.ovh.ca||current|submission|Email Pro
O|587|starttls|r1
H|ex<N>.mail.ovh.net|ex*.mail.ovh.net ex*.mail.ovh.ca||current|submission|Exchange
O|587|starttls|r1
M|login plain||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
I|mx.ovh.com||from-domain||d11
C|ovhmo<N>-selector1,ovhmo<N>-selector2,ovhex<N>-selector1,ovhex<N>-selector2||d11
N|ovhmo<N>-selector1._domainkey|CNAME|ovhmo<N>-selector1._domainkey.<id>.<cluster>.dkim.mail.ovh.net
P|outlook-com|Outlook.com / Hotmail|mailbox
A|Hotmail
A|Live
A|MSN
D|outlook.com hotmail.com live.com msn.com windowslive.com
H|smtp-mail.outlook.com|smtp-mail.outlook.com||current|submission|
O|587|starttls|e0
M|xoauth2|Password AUTH LOGIN/PLAIN was switched off for personal accounts in September 2024; only OAuth 2 remains.|d20
U|full-address||username@outlook.com||e0
K|oauth2-only|A login with the account password no longer works.|d20
R|must-equal-login-or-alias|mail-from header-from||r1
F|550 5.7.60 SMTP; Client does not have permissions to send as this sender
F|554 5.2.252 SendAsDenied
L|300|recipients|day|free account, varies with reputation||r1
I|||from-domain|Personal domains no longer hostable; nothing to publish.|r1
Q|no-465|No implicit TLS port.|r1
Q|basic-auth-gone|535 5.7.139 Authentication unsuccessful, basic authentication is disabled.|r1
P|microsoft365|Microsoft 365 / Exchange Online|mailbox
A|Office365
A|Office 365
A|Exchange Online
D|onmicrosoft.com
H|smtp.office365.com|smtp.office365.com||current|submission|
O|587|starttls|e0
O|25|starttls|r1
M|xoauth2 login|Basic SMTP AUTH is disabled per tenant or mailbox by default and is being retired (off by default for existing tenants at the end of December 2026, final removal announced for a later date).|d21
U|user-principal-name||username@yourdomain.com||e0
K|oauth2-or-mailbox-password|MFA/Security Defaults block password SMTP AUTH.|r1
E|fqdn||r1
R|must-equal-login-or-send-as|mail-from header-from|Another From than the login needs the right Send As.|e0
F|550 5.7.60
F|554 5.2.252 SendAsDenied; … not allowed to send as
L|10000|recipients|day|mailbox||r1
L|30|messages|minute|mailbox||r1
L|3|connections|concurrent|mailbox||r1
G|*.outlook.com microsoft esmtp mail service ready*|r1
G|*.outlook.office365.com microsoft esmtp mail service ready*|r1
G|*.prod.outlook.com microsoft esmtp mail service ready*|r1
G|*.prod.outlook.office365.com microsoft esmtp mail service ready*|r1
I|spf.protection.outlook.com||from-domain||d22
C|selector1,selector2|Before it is switched on, mail is signed with the onmicrosoft.com domain only.|d22
N|selector1._domainkey|CNAME|selector1-<domain-with-dashes>._domainkey.<tenant>.onmicrosoft.com (newer: …<x>-v1.dkim.mail.microsoft)
Q|hve|High Volume Email uses smtp-hve.office365.com:587 and is for internal recipients.|r1
Q|tls12|TLS 1.2 or newer is required.|r1
P|microsoft365-relay|Microsoft 365 direct send / connector relay|relay
A|Office365 Relay
A|MX endpoint
H|<domain-with-dashes>.mail.protection.outlook.com|*.mail.protection.outlook.com||current|submission|
O|25|starttls|e0
M||No login: the connector recognises the client by certificate or address.|r1
U|none||||r1
K|ip-or-certificate-connector||r1
R|accepted-domain|mail-from|Sender must be in an accepted domain; external recipients need a connector.|r1
F|550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain
F|550 5.7.64 TenantAttribution; Relay Access Denied
F|550 5.7.68 TenantInboundAttribution; Direct Send not allowed
I|spf.protection.outlook.com||from-domain|Plus the public address of the sending host for direct send.|d22
Q|port25-only|Only port 25: unusable where the network blocks it.|e0
P|online-net|Online.net (Scaleway Dedibox)|hosting
A|Dedibox
H|smtpauth.online.net|smtpauth.online.net||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
E|any||e0
P|prolateral-outmail|Prolateral outMail|relay
A|outMail
A|smtp-engine
H|mx<NNNNNN>.smtp-engine.com|mx*.smtp-engine.com||current|submission|
O|587|starttls|e0
O|25|starttls|e0
O|2525|starttls|e0
O|8025|starttls|e0
O|465|implicit|e0
M|login||e0
U|service-user||<outmail-username>||e0
K|service-password||e0
R|own-domain|header-from reply-to|Valid From and Reply-To in the own domain; SPF including outMail, DKIM switched on in the portal, DMARC considered.|e0
I|||from-domain|An include is needed; the portal shows its name.|e0
Q|465-switch|On port 465 TLS begins at once: switch STARTTLS off in the application.|e0
P|amen-securemail|Amen.fr / Securemail.pro (team.blue)|hosting
A|Securemail.pro
A|Register.it
A|Nominalia
H|smtp-fr.securemail.pro|smtp.securemail.pro smtp-*.securemail.pro||current|submission|
O|465|implicit|e0
M|plain||r1
U|full-address||username@domain.com||e0
K|mailbox-password||e0
I|spf.webapps.net||from-domain||r1
P|1and1|1&1 (legacy IONOS names)|hosting
A|1und1
A|1and1
D|online.de onlinehome.de
H|smtp.1and1.com|smtp.1and1.com|us|legacy|submission|
O|587|starttls|e0
H|smtp.1und1.de|smtp.1und1.de|de|legacy|submission|
O|587|starttls|d23
O|465|implicit|d23
M|login||e0
U|full-address||my.email@domain.com||e0
K|mailbox-password||e0
R|must-equal-login-or-alias|mail-from||r1
F|550 Requested action not taken: mailbox unavailable … Sender address is not allowed
I|_spf.perfora.net,_spf.kundenserver.de||from-domain|Older pair; current IONOS pages name _spf-us.ionos.com / _spf-eu.ionos.com.|d11
Q|renamed|The service is IONOS today; prefer smtp.ionos.com / smtp.ionos.de.|e0
P|yahoo|Yahoo Mail|mailbox
A|Yahoo!
A|ymail
A|rocketmail
D|yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.fr yahoo.de
H|smtp.mail.yahoo.com|smtp.mail.yahoo.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain xoauth2||d24
U|full-address||user@yahoo.com||e0
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||e0
F|553 From: address not verified
F|550 Request failed; Mailbox unavailable
F|554 5.7.9 Message not accepted for policy reasons
L|500|messages|day|account||r1
L|100|recipients|message|||r1
Q|dmarc-reject|yahoo.com publishes p=reject: never send as @yahoo.com through another server.|r1
P|qq-exmail|Tencent Exmail (QQ enterprise mail)|mailbox
A|腾讯企业邮箱
A|QQ exmail
A|exmail.qq.com
A|WeCom mail
H|smtp.exmail.qq.com|smtp.exmail.qq.com|cn|current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|hwsmtp.exmail.qq.com|hwsmtp.exmail.qq.com|overseas|current|submission|
O|465|implicit|r1
M|login||e0
U|full-address||xxxx@xx.com||e0
K|client-password-or-auth-code|With secure login on, a client-specific password must be generated.|r1
E|any||e0
R|must-equal-login|mail-from header-from||e0
F|501 mail from address must be same as authorization user
F|501 Mail from address must be same as authorization user
I|spf.mail.qq.com||from-domain||d11
P|netease-ym|NetEase free enterprise mail|mailbox
A|网易免费企业邮
A|ym.163.com
H|smtp.ym.163.com|smtp.ym.163.com||current|submission|
O|465|implicit|e0
O|994|implicit|r1
O|25|starttls|r1
M|login||e0
U|full-address||xxxx@xx.com||e0
K|mailbox-password-or-auth-code||e0
E|any||e0
R|must-equal-login|mail-from||e0
F|553 Mail from must equal authorized user
I|spf.163.com||from-domain||d11
P|netease-163|NetEase 163 mail|mailbox
A|163
A|网易邮箱
A|Coremail at NetEase
D|163.com
H|smtp.163.com|smtp.163.com||current|submission|
O|25|starttls|e3
O|465|implicit|e3
O|587|starttls|r1
O|994|implicit|r1
M|login plain||e3
U|full-address||xxx@163.com||e3
K|authorization-code|The 16 letters of the client authorization code, not the password of the account.|e3
E|any|Transcript shows an address literal with a private address being accepted.|e3
R|must-equal-login|mail-from header-from|Envelope sender must be the authenticated mailbox.|e3
F|553 Mail from must equal authorized user
G|163.com anti-spam gt for coremail system*|e3
I|spf.163.com||from-domain|For enterprise domains; 163.com itself is not yours to send for.|d11
Q|starttls-offered-not-used|The server offers STARTTLS and AUTH on plain port 25; the DokuWiki plugin with encryption "none" sends the credentials in base64 without TLS.|e3
Q|553-causes|553 means: no login, an incomplete or wrong sender, or a sender other than the mailbox.|e3
P|sendgrid|Twilio SendGrid|transactional
A|SendGrid
H|smtp.sendgrid.net|smtp.sendgrid.net||current|submission|
O|587|starttls|e0
O|465|implicit|r1
O|25|starttls|r1
O|2525|starttls|r1
H|smtp.eu.sendgrid.net|smtp.eu.sendgrid.net|eu|current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||e0
U|literal|apikey|apikey|Exactly the six letters apikey.|e0
K|api-key|Starts with "SG."; needs the Mail Send permission.|e0
R|verified-sender-identity|header-from|With Single Sender Verification From must be that sender; with domain authentication any address in the domain.|e0
F|550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.
L|100|messages|day|former free plan||r1
I|sendgrid.net||from-domain|Automatic security publishes it behind the em#### CNAME.|d25
C|s1,s2,m1,smtpapi||d26
N|s1._domainkey|CNAME|s1.domainkey.u<ID>.wl<NNN>.sendgrid.net
N|s2._domainkey|CNAME|s2.domainkey.u<ID>.wl<NNN>.sendgrid.net
N|em<NNNN>|CNAME|u<ID>.wl<NNN>.sendgrid.net
B|bounces+…@em<NNNN>.<domain> after domain authentication, otherwise sendgrid.net (not aligned)||d26
Q|password-auth-retired|Logins with user name and password were withdrawn.|e0
P|brevo|Brevo (formerly Sendinblue)|transactional
A|Sendinblue
H|smtp-relay.brevo.com|smtp-relay.brevo.com||current|submission|
O|587|starttls|d8
O|465|implicit|r1
O|2525|starttls|r1
H|smtp-relay.sendinblue.com|smtp-relay.sendinblue.com||legacy|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain||e0
U|login-from-panel||<username@example.com>|Shown on the SMTP keys page; newer accounts get NNNNNN@smtp-brevo.com.|e0
K|smtp-key|SMTP key, not the account password nor the v3 API key (xkeysib-); SMTP keys start with xsmtpsib-.|r1
R|verified-sender|header-from||r1
F|Sending has been rejected because the sender you used … is not valid
L|300|messages|day|free plan||r1
I|spf.brevo.com,spf.sendinblue.com||from-domain|Not needed for alignment: the envelope domain is Brevo’s unless a dedicated IP is used.|d27
C|brevo1,brevo2,mail||d11
N|brevo1._domainkey|CNAME|b1.<domain-with-dashes>.dkim.brevo.com
N|brevo2._domainkey|CNAME|b2.<domain-with-dashes>.dkim.brevo.com
B|bounces-…@…-mx.<region>.d.sender-sib.com; not aligned, so DMARC rests on DKIM||d28
P|smtp2go|SMTP2GO|transactional
H|mail.smtp2go.com|mail.smtp2go.com||current|submission|
O|465|implicit|e0
O|2525|starttls|d8
O|587|starttls|r1
O|8025|starttls|r1
O|80|starttls|r1
O|25|starttls|r1
O|8465|implicit|r1
O|443|implicit|r1
H|mail-eu.smtp2go.com|mail-eu.smtp2go.com|eu|current|submission|
O|2525|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|smtp-user||<username>|Create SMTP users in the panel.|e0
K|smtp-user-password||e0
E|any|The sender domain of the panel.|e0
R|verified-sender|header-from|Unverified senders are rejected.|r1
F|550 that sending domain or email address is not verified
L|1000|messages|month|free plan||r1
L|200|messages|day|free plan||r1
I|smtp2go.net||return-path-subdomain||d29
C|s<NNNNNN>||d29
N|s<NNNNNN>._domainkey|CNAME|dkim.smtp2go.net
B|em<NNNNNN>.<domain>||d29
V|em<NNNNNN>|CNAME|return.smtp2go.net
P|yandex|Yandex Mail / Yandex 360|mailbox
D|yandex.ru yandex.com ya.ru yandex.kz yandex.by
H|smtp.yandex.ru|smtp.yandex.ru||current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtp.yandex.com|smtp.yandex.com||current|submission|
O|465|implicit|d30
O|587|starttls|r1
M|login plain xoauth2||e0
U|login-or-full-address||login|Bare login only for @yandex addresses; custom domains need the full address.|r0
K|app-password||r1
E|own-domain||e0
R|must-equal-login|mail-from header-from|From must be the login or login@yandex.ru.|e0
F|553 5.7.1 Sender address rejected: not owned by auth user.
I|_spf.yandex.net||from-domain||d11
C|mail||d11
Q|imap-clients-switch|Mail client access must be enabled in settings, otherwise 535 5.7.8 "This user does not have access rights to this service".|r1
P|ud-media|UD Media|hosting
H|mail.ud<XX>.udmedia.de|mail.ud*.udmedia.de||current|submission|XX must be replaced; see the customer area.
O|587|starttls|e0
M|login||e0
U|login||login||e0
K|mailbox-password||e0
P|exchange-onprem|Microsoft Exchange Server (own)|self-hosted
A|Outlook Exchange Server
A|Exchange on-premises
H|<your exchange host>|||current|submission|
O|25|starttls|e0
O|587|starttls|e0
M|login ntlm gssapi|AUTH is offered only after STARTTLS on the client connector (587); port 25 anonymous relay needs a receive connector.|r1
U|address-or-domain-backslash-user||username@domain.com||e0
K|domain-password||r1
R|send-as-right|mail-from||r1
F|550 5.7.60 SMTP; Client does not have permissions to send as this sender
F|550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain
G|*microsoft esmtp mail service ready*|r1
Q|private-ca|With a certificate of an internal CA give GitLab smtp_ca_file; its trusted-certs do not count for SMTP.|e0
Q|internal-id|Delivery replies contain [InternalId=N] … Queued mail for delivery.|e3
P|strato|STRATO|hosting
D|rzone.de
H|smtp.strato.de|smtp.strato.de||current|submission|
O|465|implicit|e0
O|587|starttls|d31
H|smtp.strato.com|smtp.strato.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|login plain||e0
U|full-address||username@stratodomain.de||e0
K|mailbox-password||e0
R|must-equal-login-domain|mail-from||r1
F|550 5.7.1 Sender not allowed
I||smtp.rzone.de|from-domain||d11
C|strato-dkim-0002,strato-dkim-0003||d11
N|strato-dkim-0002._domainkey|CNAME|strato-dkim-0002._domainkey.smtp.rzone.de
P|rackspace|Rackspace Email|mailbox
A|emailsrvr
H|secure.emailsrvr.com|secure.emailsrvr.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtp.emailsrvr.com|smtp.emailsrvr.com||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
R|same-as-login-in-example|header-from mail-from||e0
L|10000|recipients|day|mailbox||r1
I|emailsrvr.com||from-domain||d11
P|domainfactory|DomainFactory|hosting
A|df.eu
A|ispgateway
H|sslout.df.eu|sslout.df.eu||current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtprelaypool.ispgateway.de|smtprelaypool.ispgateway.de||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|login plain||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
I|ispgateway.de||from-domain|Older set-up lists a:… of the relay pool.|r1
P|infomaniak|Infomaniak|hosting
D|ik.me ikmail.com etik.com
H|mail.infomaniak.com|mail.infomaniak.com||current|submission|
O|465|implicit|e0
O|587|starttls|d8
M|login plain||e0
U|full-address||username|The service wants the full address.|r0
K|device-password||r1
E|any||e0
I|spf.infomaniak.ch||from-domain||d11
C|<date>|Date-named selectors.|r1
P|godaddy|GoDaddy Workspace / Professional Email|hosting
A|secureserver.net
A|Wild West Domains
H|smtpout.secureserver.net|smtpout.secureserver.net|global|current|submission|
O|465|implicit|e0
O|80|none|e0
O|587|starttls|r1
O|3535|none|r1
O|25|none|r1
H|smtpout.europe.secureserver.net|smtpout.europe.secureserver.net|eu|current|submission|
O|465|implicit|e0
O|80|none|e0
H|smtpout.asia.secureserver.net|smtpout.asia.secureserver.net|asia|current|submission|
O|465|implicit|e0
O|80|none|e0
M|login plain||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
R|must-equal-login|mail-from||r1
F|550 User … is not allowed to send as
F|553 Sender is not allowed to relay
L|500|recipients|day|mailbox (older plans 250)||r1
I|secureserver.net||from-domain||d32
C|secureserver1,secureserver2||d33
N|secureserver1._domainkey|CNAME|s1.dkim.<suffix>.onsecureserver.net
N|secureserver2._domainkey|CNAME|s2.dkim.<suffix>.onsecureserver.net
Q|port-80-plaintext|Port 80 has no TLS: the password goes out unencrypted.|e0
Q|hosting-relay|From GoDaddy web hosting only the internal relay relay-hosting.secureserver.net:25 without AUTH is reachable.|r1
P|opensrs|OpenSRS / Tucows Hosted Email|hosting
A|hostedemail
A|Tucows
H|mail.hostedemail.com|mail.hostedemail.com mail.?.hostedemail.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain||e0
U|full-address||username@domain.com||e0
K|mailbox-password||e0
R|same-as-login-in-example|header-from mail-from||e0
I|_spf.hostedemail.com||from-domain||d11
P|aruba|Aruba (aruba.it)|hosting
H|smtps.aruba.it|smtps.aruba.it||current|submission|
O|465|implicit|e0
M|login||e0
U|full-address||user@yourdomain.com||e0
K|mailbox-password||e0
I|_spf.aruba.it||from-domain||d11
C|a1||d11
P|alibaba-directmail-intl|Alibaba Cloud Direct Mail (international)|transactional
A|Alibaba Cloud DirectMail
A|smtpdm-ap-southeast-1
H|smtpdm-ap-southeast-1.aliyun.com|smtpdm-*-?.aliyun.com smtpdm-*-?.aliyuncs.com|per region|current|submission|
O|80|none|e0
O|465|implicit|e0
O|25|none|r1
M|login plain||e0
U|sender-address||<username@example.com>|The sender address created in the console.|e0
K|smtp-password|SMTP password set per sender address.|e0
E|own-domain|The domain configured in Direct Mail.|e0
R|must-equal-login|mail-from header-from|From is the sender address itself.|e0
F|440 mail from account doesn't conform with authentication
F|501 MAIL FROM
I|spf1.dm.aliyun.com||from-domain|International regions use their own include; read it from the console.|d11
Q|port-80-plaintext|Port 80 has no TLS: the password goes out unencrypted.|e0
Q|ecs-port25|Alibaba ECS blocks outbound 25; 80 or 465 are the documented ways out.|r1
P|aliyun-directmail|Aliyun Direct Mail (阿里云邮件推送)|transactional
A|阿里云邮件推送
A|smtpdm
H|smtpdm.aliyun.com|smtpdm.aliyun.com|cn-hangzhou|current|submission|
O|80|none|e0
O|25|none|r1
O|465|implicit|r1
M|login plain||e0
U|sender-address||username@your domain||e0
K|smtp-password||e0
R|must-equal-login|mail-from header-from||e0
F|440 mail from account doesn't conform with authentication
I|spf1.dm.aliyun.com||from-domain||d11
P|aliyun-enterprise|Aliyun Enterprise Mail (阿里企业邮箱)|mailbox
A|阿里企业邮箱
A|qiye.aliyun
H|smtp.qiye.aliyun.com|smtp.qiye.aliyun.com||current|submission|
O|465|implicit|e0
O|25|starttls|r1
H|smtp.sg.aliyun.com|smtp.sg.aliyun.com|sg|current|submission|
O|465|implicit|r1
M|login||e0
U|full-address||username@your domain||e0
K|mailbox-password-or-client-code||r1
R|must-equal-login|mail-from||r1
F|553 Mail from must equal authorized user
F|526 Authentication failure
I|spf.qiye.aliyun.com,spf.mxhichina.com||from-domain||d11
P|mxhichina|Alibaba mail for domains (mxhichina)|mailbox
A|万网邮箱
A|HiChina
A|mxhichina.com
H|smtp.mxhichina.com|smtp.mxhichina.com||current|submission|
O|465|implicit|e0
O|25|starttls|r1
O|80|none|r1
M|login||e0
U|full-address||username@company.com||e0
K|mailbox-password||e0
E|any||e0
R|must-equal-login|mail-from||e0
F|553 Mail from must equal authorized user
I|spf.mxhichina.com||from-domain||d11
P|fastmail|Fastmail|mailbox
A|messagingengine
D|fastmail.com fastmail.fm
H|smtp.fastmail.com|smtp.fastmail.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtps-proxy.fastmail.com|smtps-proxy.fastmail.com||current|submission|Proxy for filtered networks.
O|443|implicit|r1
M|plain login xoauth2||d34
U|full-address||account@fastmail.com||e0
K|app-password|Always an app password, even without two-step login.|e0
R|owned-identity|header-from mail-from||r1
F|551 5.7.1 Not authorised to send from this header address
F|550 5.7.1 … not authorised to send
I|spf.messagingengine.com||from-domain||d11
C|fm1,fm2,fm3,mesmtp||d11
N|fm1._domainkey|CNAME|fm1.<domain>.dkim.fmhosted.com
N|fm2._domainkey|CNAME|fm2.<domain>.dkim.fmhosted.com
N|fm3._domainkey|CNAME|fm3.<domain>.dkim.fmhosted.com
P|dinahosting|Dinahosting|hosting
H|<domain-with-dashes>.correoseguro.dinaserver.com|*.correoseguro.dinaserver.com||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|login||e0
U|local-part-dash-domain||username-example-com|user-example-com: dots become dashes, no @.|e0
K|mailbox-password||e0
E|any||e0
P|gmx|GMX|mailbox
D|gmx.com gmx.net gmx.de gmx.at gmx.ch
H|mail.gmx.com|mail.gmx.com||current|submission|
O|465|implicit|e0
O|587|starttls|d35
H|mail.gmx.net|mail.gmx.net||current|submission|
O|465|implicit|d36
O|587|starttls|d36
M|login plain||e0
U|full-address||my-gitlab@gmx.com||e0
K|mailbox-password|External access (POP3/IMAP) must be enabled in settings; app password with 2FA.|r1
E|any||e0
R|must-equal-login-or-alias|mail-from header-from||e0
F|550 Requested action not taken: mailbox unavailable
F|Sender address is not allowed
P|hetzner|Hetzner web hosting|hosting
A|your-server.de
A|konsoleH
H|mail.your-server.de|mail.your-server.de||current|submission|
O|587|starttls|e0
O|465|implicit|d37
H|www<N>.your-server.de|www*.your-server.de dedi*.your-server.de||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|full-address||user@example.com||e0
K|mailbox-password||e0
E|any||e0
R|unknown|header-from mail-from||e0
I|spf.your-server.de||from-domain||r1
C|default<YYMM>||r1
Q|cloud-ports|On Hetzner Cloud outbound 25 and 465 are blocked for new accounts; use 587.|r1
P|snel|Snel.com smarthost|relay
H|smtprelay.snel.com|smtprelay.snel.com||current|submission|
O|587|starttls|e0
M||smtp_authentication=false: access by source address.|e0
U|none||||e0
K|source-ip||e0
Q|auth-false|In GitLab leave smtp_authentication out; older versions stumble over false.|e0
P|jangosmtp|JangoSMTP|transactional
H|express-relay.jangosmtp.net|express-relay.jangosmtp.net||current|submission|
O|587|starttls|e0
O|25|starttls|r1
O|2525|starttls|r1
H|relay.jangosmtp.net|relay.jangosmtp.net||current|submission|
O|587|starttls|r1
O|25|starttls|r1
M|plain||e0
U|service-user||your.username||e0
K|service-password||e0
I|jangosmtp.net||from-domain||r1
C|jango||r1
P|mailjet|Mailjet (Sinch)|transactional
H|in-v3.mailjet.com|in-v3.mailjet.com||current|submission|
O|587|starttls|e0
O|25|starttls|r1
O|465|implicit|r1
O|2525|starttls|r1
O|588|starttls|r1
O|80|starttls|r1
H|in.mailjet.com|in.mailjet.com||legacy|submission|
O|587|starttls|d8
M|plain login||e0
U|api-key||mailjet-api-key|Public API key, 32 hex digits.|e0
K|api-secret||e0
E|any||e0
R|verified-sender|header-from|The sender address or domain must be active in the account.|r1
F|550 … sender … not allowed
F|The following sender address … has not been validated
L|200|messages|day|free plan||r1
I|spf.mailjet.com||from-domain||d38
C|mailjet||d38
B|bnc3.mailjet.com unless a custom return-path CNAME exists||r1
V|bnc3|CNAME|bnc3.mailjet.com
P|mailcow|mailcow (self-hosted)|self-hosted
H|<your mailcow host>|||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|plain login||e0
U|full-address||yourmail@example.com||e0
K|mailbox-or-app-password||r1
E|any||e0
R|sender-acl|mail-from|Sender ACL per mailbox.|r1
F|553 5.7.1 Sender address rejected: not owned by user
C|dkim|Default selector.|r1
P|all-inkl|ALL-INKL.COM|hosting
A|kasserver
H|<userserver>.kasserver.com|w*.kasserver.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain||e0
U|account-name-or-address||<username>|Mailbox login such as m01234567, or the full address.|r0
K|mailbox-password||e0
I|spf.kasserver.com||from-domain||d11
C|kas<date>||d11
P|webgo|webgo|hosting
H|s<XX>.goserver.host|s*.goserver.host||current|submission|
O|587|starttls|e0
O|465|implicit|r1
H|server<XX>.webgo24.de|server*.webgo24.de||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|login||e0
U|mailbox-login||webXXXpX|web<customer>p<number>, not an address.|e0
K|mailbox-password||e0
E|any||e0
P|postmark|Postmark|transactional
A|ActiveCampaign Postmark
H|smtp.postmarkapp.com|smtp.postmarkapp.com||current|submission|Transactional stream.
O|587|starttls|e0
O|25|starttls|r1
O|2525|starttls|d8
H|smtp-broadcasts.postmarkapp.com|smtp-broadcasts.postmarkapp.com||current|submission|Broadcast stream.
O|587|starttls|r1
O|25|starttls|r1
O|2525|starttls|r1
M|plain cram-md5||r1
U|api-token||your_api_token|Server API token as both user and password, or a stream-bound access key/secret pair.|e0
K|api-token||e0
R|verified-sender-signature|header-from|From must be a confirmed sender signature or domain.|r1
F|ErrorCode 400
F|The From address you supplied … is not a Sender Signature on your account
I|spf.mtasv.net||return-path|No longer needed on the From domain.|d39
C|<YYYYMMDDhhmmss>pm,pm|Selector is a time stamp followed by pm.|d40
B|pm_bounces@pm.mtasv.net unless the CNAME exists||d40
V|pm-bounces|CNAME|pm.mtasv.net
Q|no-465|Port 465 is not offered.|r1
Q|stream-header|X-PM-Message-Stream chooses the stream; X-PM-KeepID: true keeps your own Message-ID, otherwise it is replaced.|r1
P|easydns|easyDNS outbound mail|relay
H|mailout.easydns.com|mailout.easydns.com||current|submission|
O|587|starttls|e0
O|465|implicit|d41
O|2025|starttls|d41
M|login||e0
U|domain-name||example.com|The domain itself is the user name; no @.|e0
K|service-password|Password set in the outbound mail panel.|e0
R|own-domain|header-from||e0
Q|must-be-enabled|Availability must be checked in the control panel first.|e0
P|campaign-monitor|Campaign Monitor transactional (createsend)|transactional
H|smtp.api.createsend.com|smtp.api.createsend.com||current|submission|
O|587|starttls|r1
O|465|implicit|e0
O|25|starttls|r1
O|2525|starttls|r1
M|login plain||e0
U|api-token||your_api_token|SMTP token as user name and as password.|e0
K|api-token||e0
R|verified-domain|header-from||r1
I|_spf.createsend.com||from-domain||d11
C|cm||d11
P|freehostia|Freehostia|hosting
H|mbox.freehostia.com|mbox.freehostia.com||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login||e0
U|full-address||username@example.com||e0
K|mailbox-password||e0
E|any||e0
P|mailbox-org|mailbox.org|mailbox
D|mailbox.org
H|smtp.mailbox.org|smtp.mailbox.org||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain||e0
U|full-address||username@example.com||e0
K|mailbox-or-app-password||r1
E|any||e0
R|owned-alias|mail-from header-from||r1
F|553 5.7.1 … Sender address rejected: not owned by user
I|mailbox.org||from-domain||d11
C|MBO0001,MBO0002,MBO0003,MBO0004||d11
N|MBO0001._domainkey|CNAME|MBO0001._domainkey.mailbox.org
P|mittwald|Mittwald|hosting
A|agenturserver
H|mail.agenturserver.de|mail.agenturserver.de||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|plain||e0
U|full-address||username@example.com||e0
K|mailbox-password||e0
R|same-as-login-in-example|header-from mail-from||e0
I|agenturserver.de||from-domain||d11
P|unitymedia|Unitymedia (now Vodafone)|isp
A|unitybox.de
D|unitybox.de
H|submit.unitybox.de|submit.unitybox.de||legacy|submission|
O|587|starttls|e0
M|login||e0
U|full-address||username@unitybox.de||e0
K|mailbox-password||e0
E|any||e0
R|unknown|header-from mail-from||e0
Q|brand-gone|The brand was absorbed by Vodafone; check that the host still answers.|r1
P|united-domains|united-domains AG|hosting
A|udag
H|smtp.udag.de|smtp.udag.de||current|submission|
O|465|implicit|e0
O|587|starttls|r1
M|login plain||e0
U|mailbox-login||example-com-0001|domain-with-dashes plus four digits, not an address.|e0
K|mailbox-password||e0
I|_spf.udag.de||from-domain||r1
P|ionos|IONOS|hosting
A|1&1 IONOS
A|IONOS by 1&1
H|smtp.ionos.de|smtp.ionos.de|de|current|submission|
O|587|starttls|e0
O|465|implicit|r1
H|smtp.ionos.com|smtp.ionos.com|us|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.ionos.co.uk|smtp.ionos.co.uk|uk|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.ionos.fr|smtp.ionos.fr|fr|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.ionos.es|smtp.ionos.es|es|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.ionos.it|smtp.ionos.it|it|current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|full-address||your-user@your-domain.de||e0
K|mailbox-password||e0
R|must-equal-login-or-alias|mail-from||e0
F|550 Requested action not taken: mailbox unavailable … Sender address is not allowed
I|_spf-eu.ionos.com,_spf-us.ionos.com||from-domain|Pick the region; older zones carry _spf.perfora.net and _spf.kundenserver.de.|d11
C|s1-ionos,s2-ionos,s42582890||d11
N|s1-ionos._domainkey|CNAME|s1.dkim.ionos.com
N|s2-ionos._domainkey|CNAME|s2.dkim.ionos.com
P|aws-workmail|Amazon WorkMail|mailbox
A|AWS Workmail
H|smtp.mail.<region>.awsapps.com|smtp.mail.*.awsapps.com||current|submission|
O|465|implicit|e0
M|login plain||e0
U|full-address||smtp user||r0
K|mailbox-password||r1
I|amazonses.com||from-domain||r1
C|||r1
N|<token>._domainkey|CNAME|<token>.dkim.amazonses.com
P|open-telekom-cloud|Open Telekom Cloud mail gateway|relay
A|OTC
A|T-Systems
H|login-cloud.mms.t-systems-service.com|login-cloud.mms.t-systems-service.com||current|submission|
O|25|starttls|e0
M|login||e0
U|service-user||username||e0
K|service-password||e0
E|own-domain|A name with a dot.|e0
Q|starttls-on-25|Authentication over port 25 depends on STARTTLS being honoured.|e0
P|uberspace6|Uberspace (U6)|hosting
A|Uberspace
H|<your-host>.uberspace.de|*.uberspace.de||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|login||e0
U|full-address||<your-user>@<your-domain>||e0
K|mailbox-password||e0
I|spf.uberspace.de||from-domain||r1
C|uberspace||r1
Q|dead-manual|U6 is end-of-life; U7/U8 keep the same host scheme.|r1
P|tipimail|Tipimail (Sarbacane)|transactional
H|smtp.tipimail.com|smtp.tipimail.com||current|submission|
O|587|starttls|e0
O|465|implicit|r1
O|2525|starttls|r1
M|login plain||e0
U|api-user||username||e0
K|api-key||r1
I|spf.tipimail.com||from-domain||d11
P|netcup|netcup web hosting|hosting
H|<your-host>.netcup.net|*.netcup.net||current|submission|
O|587|starttls|e0
O|465|implicit|r1
H|mx<XXXX>.netcup.net|mx*.netcup.net||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|full-address||username||r0
K|mailbox-password||e0
R|registrable-domain-only|header-from mail-from|An address of a subdomain is not enough.|e0
I|_spf.webhosting.systems,_spf.netcup.net||from-domain|Varies with platform age.|d11
C|key1,key2||d11
N|key1._domainkey|CNAME|key1._domainkey.webhosting.systems
P|mail-in-a-box|Mail-in-a-Box (self-hosted)|self-hosted
H|box.<domain>|||current|submission|box.<domain> is only the convention.
O|587|starttls|e0
O|465|implicit|r1
M|login plain||e0
U|full-address||username@example.com||e0
K|mailbox-password||e0
R|owned-address|mail-from|Postfix reject_authenticated_sender_login_mismatch: the login must be permitted for the sender (alias).|d42
F|553 5.7.1 … Sender address rejected: not owned by user
C|mail||r1
P|nifcloud-ess|NIFCLOUD ESS|transactional
A|ニフクラ ESS
A|FJcloud ESS
H|smtp.ess.nifcloud.com|smtp.ess.nifcloud.com||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|login||e0
U|smtp-user||SMTP user name|Dashboard shows it.|e0
K|smtp-user-password||e0
E|any||e0
R|verified-identity|header-from reply-to|From and Reply-To must be authenticated senders in ESS.|e0
C|||d11
N|<token>._domainkey|CNAME|<token>.dkim.ess.nifcloud.com
P|sina|Sina Mail|mailbox
A|新浪邮箱
D|sina.com sina.cn vip.sina.com
H|smtp.sina.com|smtp.sina.com||current|submission|
O|587|starttls|e0
O|25|starttls|r1
O|465|implicit|r1
H|smtp.sina.cn|smtp.sina.cn||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|login plain||e0
U|full-address||username@sina.com||e0
K|authorization-code|SMTP must first be switched on in webmail, which yields an authentication code.|e0
E|any||e0
R|must-equal-login|mail-from||e0
F|553 Envolope sender mismatch with login user..
Q|553-typo|Sina spells the 553 reply "Envolope".|r1
P|feishu|Feishu Mail / Lark Mail|mailbox
A|飞书邮箱
A|Lark
H|smtp.feishu.cn|smtp.feishu.cn|cn|current|submission|
O|465|implicit|e0
O|587|starttls|r1
H|smtp.larksuite.com|smtp.larksuite.com|global|current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|login plain||e0
U|full-address||your-user@your-domain||e0
K|dedicated-password|Third-party client access has to be allowed by the administrator, then a dedicated code is generated.|e0
R|must-equal-login-or-alias|mail-from||r1
L|450|messages|day|mailbox||r1
I|_netblocks.m.feishu.cn||from-domain||d11
P|hostpoint|Hostpoint|hosting
H|asmtp.mail.hostpoint.ch|asmtp.mail.hostpoint.ch||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|plain login||e0
U|full-address||username@example.com||e0
K|mailbox-password||e0
E|any||e0
R|same-as-login-in-example|header-from mail-from||e0
I||spf.mail.hostpoint.ch|from-domain||d11
P|fastweb|Fastweb|isp
D|fastwebnet.it
H|smtp.fastwebnet.it|smtp.fastwebnet.it||current|submission|
O|587|starttls|e0
M|login cram-md5||d43
U|full-address||your_fastweb_fastmail_username@fastwebnet.it||e0
K|mailbox-password||e0
E|any||e0
P|scaleway-tem|Scaleway Transactional Email|transactional
A|TEM
H|smtp.tem.scw.cloud|smtp.tem.scw.cloud||current|submission|
O|587|starttls|e0
O|465|implicit|r1
O|25|starttls|r1
O|2587|starttls|r1
O|2465|implicit|r1
M|plain login||e0
U|project-id||transactional_email_user_name|Project identifier (UUID).|e0
K|api-secret-key||e0
R|verified-domain|header-from mail-from||r1
I|_spf.tem.scaleway.com||from-domain||d11
C|<project-id>||r1
B|own domain with MX blackhole.tem.scaleway.com||r1
V|@|MX|blackhole.tem.scaleway.com
P|proton|Proton Mail (SMTP submission token)|mailbox
A|ProtonMail
D|proton.me protonmail.com pm.me protonmail.ch
H|smtp.protonmail.ch|smtp.protonmail.ch||current|submission|
O|587|starttls|e0
H|127.0.0.1|127.0.0.1||current|submission|Proton Mail Bridge, self-signed certificate.
O|1025|starttls|r1
M|plain login||e0
U|token-address||<the Proton email address for which you generated the SMTP token>||r0
K|smtp-token|Token bound to one address; only custom-domain addresses on business plans (later also selected plans).|e0
E|own-domain||e0
R|must-equal-login|mail-from header-from reply-to|From and Reply-To must be the token address.|e0
F|554 5.7.1 Sender not allowed
F|5.7.0 Invalid sender
I|_spf.protonmail.ch||from-domain||d11
C|protonmail,protonmail2,protonmail3||d11
N|protonmail._domainkey|CNAME|protonmail.domainkey.<hash>.domains.proton.ch
N|protonmail2._domainkey|CNAME|protonmail2.domainkey.<hash>.domains.proton.ch
N|protonmail3._domainkey|CNAME|protonmail3.domainkey.<hash>.domains.proton.ch
P|sendamatic|Sendamatic|transactional
H|in.smtp.sendamatic.net|in.smtp.sendamatic.net||current|submission|
O|587|starttls|e0
O|465|implicit|r1
M|login plain||e0
U|mail-credential-user||<mail credential user>||e0
K|mail-credential-password||e0
E|identity-domain|smtp_domain is the mail identity domain.|e0
R|mail-identity-domain|header-from reply-to|From and Reply-To must be in the mail identity domain.|e0
P|bellsouth|BellSouth (now AT&T Mail)|isp
A|AT&T
A|bellsouth.net
A|att.net
D|bellsouth.net att.net sbcglobal.net ameritech.net pacbell.net swbell.net prodigy.net
H|outbound.att.net|outbound.att.net||current|submission|
O|465|implicit|d44
M|plain xoauth2||d44
U|full-address||||d44
K|secure-mail-key|AT&T calls the app password a secure mail key.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|isp-relay-by-ip|Relaying without login works from addresses of this provider only.|e2
Q|isp-block|ISPs block outbound 25 from residential lines.|r1
P|hostmonster|HostMonster (Newfold shared hosting)|hosting
A|Bluehost family
H|mail.<your domain>|||current|submission|cPanel: own domain; certificate may be the box name box<N>.bluehost.com.
O|465|implicit|r1
O|587|starttls|r1
O|26|starttls|r1
M|login plain||r1
U|full-address||||r1
K|mailbox-password||r1
R|existing-local-mailbox|mail-from header-from|PHP mail() fails with an unknown error unless the sender is a mailbox of the account; fix $wgPasswordSender and $wgEmergencyContact first.|e2
F|Unknown error in PHP's mail() function
I|websitewelcome.com||from-domain|Bluehost template; HostMonster historically used bluehost.com.|d45
P|qq|QQ Mail|mailbox
A|QQ邮箱
A|foxmail
D|qq.com foxmail.com vip.qq.com
H|smtp.qq.com|smtp.qq.com||current|submission|
O|465|implicit|d46
O|587|starttls|r1
M|login plain xoauth2||r1
U|full-address||||d46
K|authorization-code|16-letter code generated after SMTP is switched on in settings; the account password gives 535 Login Fail.|r1
R|must-equal-login|mail-from header-from||r1
F|501 Mail from address must be same as authorization user.
F|550 The "From" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol.
I|spf.mail.qq.com||from-domain||d11
P|netease-126|NetEase 126 mail|mailbox
A|126
D|126.com
H|smtp.126.com|smtp.126.com||current|submission|
O|465|implicit|d47
O|25|starttls|r1
O|994|implicit|r1
M|login plain||r1
U|full-address||||d47
K|authorization-code||r1
R|must-equal-login|mail-from||r1
F|553 Mail from must equal authorized user
P|netease-yeah|NetEase yeah.net|mailbox
D|yeah.net
H|smtp.yeah.net|smtp.yeah.net||current|submission|
O|465|implicit|d48
O|25|starttls|r1
M|login plain||r1
U|full-address||||d48
K|authorization-code||r1
R|must-equal-login|mail-from||r1
F|553 Mail from must equal authorized user
P|netease-qiye|NetEase enterprise mail (qiye.163.com)|mailbox
A|网易企业邮箱
H|smtp.qiye.163.com|smtp.qiye.163.com||current|submission|
O|465|implicit|r1
O|994|implicit|r1
O|25|starttls|r1
H|smtphz.qiye.163.com|smtphz.qiye.163.com|hz|current|submission|
O|465|implicit|r1
O|994|implicit|r1
M|login plain||r1
U|full-address||||r1
K|client-password-or-auth-code||r1
R|must-equal-login|mail-from||r1
F|553 Mail from must equal authorized user
I|spf.163.com||from-domain||d11
P|aliyun-personal|Aliyun personal mail|mailbox
D|aliyun.com
H|smtp.aliyun.com|smtp.aliyun.com||current|submission|
O|465|implicit|d8
O|25|starttls|r1
M|login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|icloud|iCloud Mail|mailbox
A|Apple
A|me.com
A|mac.com
D|icloud.com me.com mac.com
H|smtp.mail.me.com|smtp.mail.me.com||current|submission|
O|587|starttls|d49
H|smtp.mail.icloud.com|smtp.mail.icloud.com||current|submission|
O|587|starttls|r1
M|plain login atoken||r1
U|full-address||||d49
K|app-password|App-specific password from the Apple account page.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
F|550 5.7.0 From address is not one of your addresses
L|1000|messages|day|account||r1
L|1000|recipients|day|account||r1
L|500|recipients|message|||r1
I|icloud.com||from-domain||d11
C|sig1||d11
N|sig1._domainkey|CNAME|sig1.dkim.<domain>.at.icloudmailadmin.com
Q|no-465|Implicit TLS is not offered.|r1
P|aol|AOL Mail|mailbox
D|aol.com aim.com netscape.net verizon.net
H|smtp.aol.com|smtp.aol.com||current|submission|
O|465|implicit|d50
O|587|starttls|d50
M|plain login xoauth2||d50
U|full-address||||d50
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|web-de|WEB.DE|mailbox
D|web.de
H|smtp.web.de|smtp.web.de||current|submission|
O|465|implicit|d51
O|587|starttls|d51
M|login plain||r1
U|local-part||||d51
K|mailbox-password|External client access must be enabled.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|t-online|Telekom / t-online|isp
D|t-online.de magenta.de
H|securesmtp.t-online.de|securesmtp.t-online.de||current|submission|
O|465|implicit|d52
O|587|starttls|d52
M|plain login||r1
U|full-address||||d52
K|mail-password|Separate e-mail password set in the customer centre.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|receiver-policy|As a receiver it refuses hosts whose name looks generic or has no imprint: 554 IP=… - A problem occurred (… tosa@rx.t-online.de).|r1
P|posteo|Posteo|mailbox
D|posteo.de posteo.net posteo.org
H|posteo.de|posteo.de||current|submission|
O|465|implicit|d53
O|587|starttls|d53
M|plain login||r1
U|full-address||||d53
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|no-own-domain|No custom domains.|r1
P|mail-com|mail.com|mailbox
D|mail.com email.com usa.com
H|smtp.mail.com|smtp.mail.com||current|submission|
O|465|implicit|d54
O|587|starttls|d54
M|login plain||r1
U|full-address||||d54
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|premium-only|SMTP access needs a premium plan in many countries.|r1
P|mail-ru|Mail.ru / VK WorkSpace|mailbox
D|mail.ru inbox.ru list.ru bk.ru
H|smtp.mail.ru|smtp.mail.ru||current|submission|
O|465|implicit|d55
O|587|starttls|d55
M|plain login xoauth2||r1
U|full-address||||d55
K|app-password|Password for external applications.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
F|550 not local sender over smtp
I|_spf.mail.ru||from-domain||r1
C|mailru||r1
P|rambler|Rambler|mailbox
D|rambler.ru lenta.ru
H|smtp.rambler.ru|smtp.rambler.ru||current|submission|
O|465|implicit|d56
M|plain login||r1
U|full-address||||d56
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|seznam|Seznam|mailbox
D|seznam.cz email.cz post.cz
H|smtp.seznam.cz|smtp.seznam.cz||current|submission|
O|465|implicit|d57
M|plain login||r1
U|full-address||||d57
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.seznam.cz||from-domain||r1
P|onet|Onet Poczta|mailbox
D|onet.pl op.pl vp.pl
H|smtp.poczta.onet.pl|smtp.poczta.onet.pl||current|submission|
O|465|implicit|d58
O|587|starttls|r1
M|plain login||r1
U|full-address||||d58
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|wp-pl|WP Poczta|mailbox
D|wp.pl
H|smtp.wp.pl|smtp.wp.pl||current|submission|
O|465|implicit|d59
M|plain login||r1
U|local-part||||d59
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|o2-pl|o2 Poczta|mailbox
D|o2.pl go2.pl tlen.pl
H|poczta.o2.pl|poczta.o2.pl||current|submission|
O|465|implicit|d60
O|587|starttls|d60
M|plain login||r1
U|local-part||||d60
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|libero|Libero Mail|mailbox
D|libero.it iol.it inwind.it
H|smtp.libero.it|smtp.libero.it||current|submission|
O|465|implicit|d61
M|plain login||r1
U|full-address||||d61
K|mailbox-or-app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|tiscali-it|Tiscali|isp
D|tiscali.it
H|smtp.tiscali.it|smtp.tiscali.it||current|submission|
O|465|implicit|d62
M|cram-md5 plain||d62
U|full-address||||d62
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|orange-fr|Orange / Wanadoo|isp
D|orange.fr wanadoo.fr
H|smtp.orange.fr|smtp.orange.fr||current|submission|
O|465|implicit|d63
M|login plain||r1
U|full-address||||d63
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|ofr-codes|As a receiver it answers with OFR_nnn / OFRnnn codes.|d64
P|free-fr|Free|isp
D|free.fr
H|smtp.free.fr|smtp.free.fr||current|submission|
O|465|implicit|d65
M|login plain||r1
U|local-part||||d65
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|smtp-auth-opt-in|Authenticated SMTP must be enabled in the subscriber area; port 25 outbound is blocked by the box.|r1
P|sfr|SFR|isp
D|sfr.fr neuf.fr club-internet.fr
H|smtp.sfr.fr|smtp.sfr.fr||current|submission|
O|465|implicit|d66
M|plain login||r1
U|full-address||||d66
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|laposte|La Poste|mailbox
D|laposte.net
H|smtp.laposte.net|smtp.laposte.net||current|submission|
O|465|implicit|d67
M|plain login||r1
U|local-part||||d67
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|naver|Naver|mailbox
D|naver.com
H|smtp.naver.com|smtp.naver.com||current|submission|
O|465|implicit|d68
O|587|starttls|d68
M|login plain||r1
U|full-address-or-id||||d68
K|app-password|POP3/SMTP use must be enabled.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|daum|Daum / Kakao Mail|mailbox
D|daum.net hanmail.net kakao.com
H|smtp.daum.net|smtp.daum.net||current|submission|
O|465|implicit|d69
H|smtp.kakao.com|smtp.kakao.com||current|submission|
O|465|implicit|r1
M|login plain||r1
U|id-or-full-address||||d69
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|yahoo-jp|Yahoo! Mail Japan|mailbox
D|yahoo.co.jp ybb.ne.jp
H|smtp.mail.yahoo.co.jp|smtp.mail.yahoo.co.jp||current|submission|
O|465|implicit|d70
H|ybbsmtp.mail.yahoo.co.jp|ybbsmtp.mail.yahoo.co.jp||current|submission|
O|465|implicit|d71
M|login plain||r1
U|local-part||||d70
K|mailbox-password|IMAP/SMTP access must be switched to allowed in settings.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|separate-from-yahoo|Operated independently of yahoo.com: other hosts, other rules.|r1
P|biglobe|BIGLOBE|isp
D|biglobe.ne.jp
H|mail.biglobe.ne.jp|mail.biglobe.ne.jp||current|submission|
O|465|implicit|d72
M|plain login||r1
U|full-address||||d72
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|ocn|OCN|isp
D|ocn.ne.jp
H|smtp.ocn.ne.jp|smtp.ocn.ne.jp||current|submission|
O|465|implicit|d73
M|plain login||r1
U|full-address||||d73
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|comcast|Comcast Xfinity|isp
D|comcast.net
H|smtp.comcast.net|smtp.comcast.net||current|submission|
O|465|implicit|d74
O|587|starttls|d74
M|plain login xoauth2||d74
U|full-address||||d74
K|mailbox-password|Third-party access must be enabled.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
L|1000|recipients|day|account||r1
P|spectrum|Charter Spectrum|isp
A|Charter
A|Time Warner Cable
D|charter.net spectrum.net rr.com twc.com
H|mobile.charter.net|mobile.charter.net||current|submission|Autoconfig lists implicit TLS on 587, an oddity worth a probe.
O|587|implicit|r75
H|mail.twc.com|mail.twc.com||current|submission|
O|587|starttls|d76
M|plain login||r1
U|full-address||||d75
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|aup-codes|As a receiver it answers AUP#… codes.|d77
P|bt|BT Mail|isp
D|btinternet.com btopenworld.com
H|mail.btinternet.com|mail.btinternet.com||current|submission|
O|465|implicit|d78
M|plain login||r1
U|full-address||||d78
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|virginmedia|Virgin Media|isp
D|virginmedia.com ntlworld.com blueyonder.co.uk
H|smtp.virginmedia.com|smtp.virginmedia.com||current|submission|
O|465|implicit|d79
M|plain login||r1
U|full-address||||d79
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|telstra|Telstra|isp
D|bigpond.com telstra.com
H|smtp.telstra.com|smtp.telstra.com||current|submission|
O|465|implicit|d80
M|plain login||r1
U|full-address||||d80
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|bluewin|Bluewin (Swisscom)|isp
D|bluewin.ch bluemail.ch
H|smtpauths.bluewin.ch|smtpauths.bluewin.ch||current|submission|
O|465|implicit|d81
M|plain login||r1
U|full-address||||d81
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|vodafone-de|Vodafone Germany|isp
A|Arcor
A|Kabel Deutschland
D|vodafonemail.de arcor.de kabelmail.de
H|smtp.vodafonemail.de|smtp.vodafonemail.de||current|submission|
O|465|implicit|d82
M|plain login||r1
U|full-address||||d82
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
Q|successor|Successor of Unitymedia.|r1
P|uol|UOL|mailbox
D|uol.com.br bol.com.br
H|smtps.uol.com.br|smtps.uol.com.br||current|submission|
O|587|starttls|d83
H|smtps.bol.com.br|smtps.bol.com.br||current|submission|
O|465|implicit|d84
O|587|starttls|d84
M|plain login||r1
U|local-part||||d83
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|runbox|Runbox|mailbox
D|runbox.com
H|smtp.runbox.com|smtp.runbox.com||current|submission|
O|465|implicit|d8
O|587|starttls|r1
H|mail.runbox.com|mail.runbox.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-or-app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.runbox.com||from-domain||d11
C|selector1,selector2||r1
N|selector1._domainkey|CNAME|selector1-<domain-with-dashes>.domainkey.runbox.com
P|migadu|Migadu|mailbox
H|smtp.migadu.com|smtp.migadu.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.migadu.com||from-domain||d11
C|key1,key2,key3||r1
N|key1._domainkey|CNAME|key1.<domain>._domainkey.migadu.com
P|kolabnow|Kolab Now|mailbox
D|kolabnow.com
H|smtp.kolabnow.com|smtp.kolabnow.com||current|submission|
O|465|implicit|d8
O|587|starttls|r1
M|login plain||d8
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|disroot|Disroot|mailbox
D|disroot.org
H|disroot.org|disroot.org||current|submission|
O|587|starttls|d8
O|465|implicit|r1
M|login plain||d8
U|local-part||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|purelymail|Purelymail|mailbox
H|smtp.purelymail.com|smtp.purelymail.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|_spf.purelymail.com||from-domain||d11
C|purelymail1,purelymail2,purelymail3||d11
N|purelymail1._domainkey|CNAME|key1.dkimroot.purelymail.com
N|purelymail2._domainkey|CNAME|key2.dkimroot.purelymail.com
N|purelymail3._domainkey|CNAME|key3.dkimroot.purelymail.com
P|tuta|Tuta (Tutanota)|mailbox
A|Tutanota
D|tuta.com tutanota.com tuta.io
M||No SMTP submission for customers; an often copied "smtp.tutanota.com" entry does not work.|r1
U|none||||r1
K|none||r1
I|spf.tutanota.de||from-domain||d11
C|s1,s2||d11
N|s1._domainkey|CNAME|s1.domainkey.tutanota.de
N|s2._domainkey|CNAME|s2.domainkey.tutanota.de
P|pobox|Pobox|mailbox
D|pobox.com
H|smtp.pobox.com|smtp.pobox.com||current|submission|
O|465|implicit|d85
O|587|starttls|d85
M|plain login||r1
U|full-address||||d85
K|app-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|pobox.com||from-domain||r1
P|mxroute|MXroute|hosting
H|<server>.mxrouting.net|*.mxrouting.net||current|submission|
O|465|implicit|r1
O|587|starttls|r1
O|2525|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
L|300|messages|hour|mailbox||r1
I|mxroute.com||from-domain||d11
C|x||r1
P|titan|Titan Mail|hosting
A|Flock Mail
H|smtp.titan.email|smtp.titan.email||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password|Third-party access must be enabled.|r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.titan.email||from-domain||d86
C|titan1||r1
P|hostinger|Hostinger Email|hosting
H|smtp.hostinger.com|smtp.hostinger.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
F|553 5.7.1 … Sender address rejected: not owned by user
I|_spf.mail.hostinger.com||from-domain||d11
C|hostingermail-a,hostingermail-b,hostingermail-c||r1
N|hostingermail-a._domainkey|CNAME|hostingermail-a.dkim.mail.hostinger.com
P|namecheap|Namecheap Private Email|hosting
A|privateemail
H|mail.privateemail.com|mail.privateemail.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.privateemail.com||from-domain||d11
C|default,privateemail||d11
P|dreamhost|DreamHost|hosting
H|smtp.dreamhost.com|smtp.dreamhost.com||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
L|100|recipients|hour|mailbox||r1
I|netblocks.dreamhost.com,relay.mailchannels.net||from-domain||d11
C|dreamhost||d11
P|siteground|SiteGround|hosting
H|<server>.siteground.<tld>|.siteground.biz .siteground.eu .siteground.us .siteground.asia .sgvps.net||current|submission|
O|465|implicit|r1
O|587|starttls|r1
O|2525|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|_spf.mailspamprotection.com||from-domain||r1
C|default||r1
P|bluehost|Bluehost|hosting
H|mail.<your domain>|||current|submission|
O|465|implicit|r1
O|587|starttls|r1
O|26|starttls|r1
H|box<N>.bluehost.com|box*.bluehost.com||current|submission|
O|465|implicit|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|websitewelcome.com||from-domain||d45
P|one-com|one.com|hosting
H|send.one.com|send.one.com||current|submission|
O|465|implicit|d87
O|587|starttls|r1
M|plain login||r1
U|full-address||||d87
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|_custspf.one.com||from-domain||r1
P|loopia|Loopia|hosting
H|mailcluster.loopia.se|mailcluster.loopia.se||current|submission|
O|465|implicit|d8
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.loopia.se||from-domain||r1
P|sakura|Sakura Internet rental server|hosting
A|さくらのレンタルサーバ
H|<name>.sakura.ne.jp|*.sakura.ne.jp||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login cram-md5||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|xserver|Xserver|hosting
A|エックスサーバー
H|sv<N>.xserver.jp|sv*.xserver.jp sv*.xserver.ne.jp sv*.wpx.jp sv*.wpx.ne.jp||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.sender.xserver.jp||from-domain||r1
P|lolipop|Lolipop (GMO Pepabo)|hosting
A|ロリポップ
H|smtp.lolipop.jp|smtp.lolipop.jp||current|submission|
O|465|implicit|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
P|resend|Resend|transactional
H|smtp.resend.com|smtp.resend.com||current|submission|
O|465|implicit|d8
O|587|starttls|r1
O|2465|implicit|r1
O|2587|starttls|r1
O|25|starttls|r1
M|plain login||r1
U|literal|resend|||r1
K|api-key|Starts with re_.|r1
R|verified-domain|header-from||r1
F|550 The … domain is not verified
L|100|messages|day|free plan||r1
I|amazonses.com||send-subdomain||d88
C|resend||d88
B|…@send.<domain>||d88
V|send|MX|feedback-smtp.<region>.amazonses.com
P|mailersend|MailerSend|transactional
H|smtp.mailersend.net|smtp.mailersend.net||current|submission|
O|587|starttls|d8
O|2525|starttls|r1
M|plain login||r1
U|smtp-user||MS_xxxxxx@<domain>||r1
K|smtp-user-password||r1
R|verified-domain|header-from||r1
F|450 MS42225 … domain must be verified
I|_spf.mailersend.net||from-domain||r1
C|mlsend2||r1
N|mlsend2._domainkey|CNAME|mlsend2._domainkey.mailersend.net
B|mta.<domain>||r1
V|mta|CNAME|mailersend.net
P|mailerlite|MailerLite (marketing)|transactional
I|_spf.mlsend.com||from-domain||d11
C|litesrv,ml||r1
N|litesrv._domainkey|CNAME|litesrv._domainkey.mlsend.com
P|elastic-email|Elastic Email|transactional
H|smtp.elasticemail.com|smtp.elasticemail.com||current|submission|
O|2525|starttls|r1
O|465|implicit|d8
O|587|starttls|r1
O|25|starttls|r1
O|443|implicit|r1
M|plain login||r1
U|account-address||||r1
K|smtp-password-or-api-key||r1
R|verified-domain|header-from||r1
I|_spf.elasticemail.com||from-domain||d11
C|api||r1
B|bounces under a tracking/bounce CNAME||r1
V|bounces|CNAME|bounces.elasticemail.net
P|sendpulse|SendPulse|transactional
H|smtp-pulse.com|smtp-pulse.com||current|submission|
O|465|implicit|d8
O|587|starttls|r1
O|2525|starttls|r1
M|plain login||r1
U|account-address||||r1
K|smtp-password||r1
R|verified-domain|header-from||r1
I|mxsmtp.sendpulse.com||from-domain||r1
C|sign||r1
P|turbosmtp|turboSMTP|transactional
H|pro.turbo-smtp.com|pro.turbo-smtp.com||current|submission|
O|465|implicit|d8
O|587|starttls|r1
O|2525|starttls|r1
O|25|starttls|r1
H|pro.eu.turbo-smtp.com|pro.eu.turbo-smtp.com|eu|current|submission|
O|465|implicit|d8
O|587|starttls|r1
O|2525|starttls|r1
M|plain login||r1
U|consumer-key-or-address||||r1
K|consumer-secret||r1
R|verified-domain|header-from||r1
I|spf.turbo-smtp.com||from-domain||r1
C|turbo-smtp||r1
P|mailtrap|Mailtrap (Email Sending)|transactional
H|live.smtp.mailtrap.io|live.smtp.mailtrap.io||current|submission|
O|587|starttls|d8
O|2525|starttls|r1
O|25|starttls|r1
H|bulk.smtp.mailtrap.io|bulk.smtp.mailtrap.io||current|submission|
O|587|starttls|r1
H|sandbox.smtp.mailtrap.io|sandbox.smtp.mailtrap.io||current|test-sink|
O|2525|starttls|r1
O|587|starttls|r1
O|465|implicit|r1
M|plain login cram-md5||r1
U|literal|api||Sandbox uses a per-inbox user.|r1
K|api-token||r1
R|verified-domain|header-from||r1
C|rwmt1,rwmt2||d89
N|rwmt1._domainkey|CNAME|rwmt1.dkim.smtp.mailtrap.live
N|rwmt2._domainkey|CNAME|rwmt2.dkim.smtp.mailtrap.live
Q|sandbox-never-delivers|sandbox.smtp.mailtrap.io keeps all mail and delivers none.|r1
P|loops|Loops|transactional
H|smtp.loops.so|smtp.loops.so||current|submission|
O|587|starttls|d8
M|plain login||r1
U|literal|loops|||r1
K|api-key||r1
R|verified-domain|header-from||r1
P|socketlabs|SocketLabs|transactional
H|smtp.socketlabs.com|smtp.socketlabs.com||current|submission|
O|25|starttls|r1
O|2525|starttls|r1
O|587|starttls|r1
O|465|implicit|r1
M|plain login cram-md5||r1
U|server-user||server<NNNN>||r1
K|smtp-password||r1
R|verified-domain|header-from||r1
I|email-od.com||from-domain||d11
C|dkim||d11
N|dkim._domainkey|CNAME|dkim._domainkey.email-od.com
P|zeptomail|Zoho ZeptoMail|transactional
A|TransMail
H|smtp.zeptomail.com|smtp.zeptomail.com|us|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.zeptomail.eu|smtp.zeptomail.eu|eu|current|submission|
O|587|starttls|r1
O|465|implicit|r1
H|smtp.zeptomail.in|smtp.zeptomail.in|in|current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|literal|emailapikey|||r1
K|send-mail-token||r1
R|verified-domain|header-from||r1
F|553 Relaying disallowed
I|zcsend.net,transmail.net||from-domain|zcsend.net is regional (eu.zcsend.net …) and belongs to Zoho Campaigns as well.|d11
B|bounce subdomain||r1
V|bounce-zem|CNAME|cluster89.zeptomail.com
P|oci-email|Oracle Cloud Email Delivery|transactional
A|OCI Email Delivery
H|smtp.email.<region>.oci.oraclecloud.com|smtp.email.*-?.oci.oraclecloud.com||current|submission|
O|587|starttls|r1
O|25|starttls|r1
M|plain||r1
U|ocid-smtp-credential||ocid1.user.oc1..…@ocid1.tenancy…|Very long; some forms truncate it.|r1
K|smtp-credential-password||r1
R|approved-sender|header-from mail-from||r1
F|535 Authentication required
F|471 Authorization failed: Envelope from address … not authorized
I|rp.oracleemaildelivery.com||from-domain|Regional variants ap./eu.rp.oracleemaildelivery.com.|d11
C|<chosen>-<region>-<date>||r1
B|…@<pop>.rp.oracleemaildelivery.com unless a custom return path exists||d11
P|azure-acs|Azure Communication Services Email|transactional
H|smtp.azurecomm.net|smtp.azurecomm.net||current|submission|
O|587|starttls|d11
M|login plain||r1
U|resource-appid-tenant||<resource>.<app id>.<tenant id>|Newer portals let you create a short SMTP user name.|r1
K|entra-client-secret||r1
R|registered-mailfrom|header-from mail-from|Sender user names must be registered (DoNotReply by default).|r1
I|spf.protection.outlook.com||from-domain||r1
C|selector1-azurecomm-prod-net,selector2-azurecomm-prod-net||r1
P|mailchannels|MailChannels|relay
H|smtp.mailchannels.net|smtp.mailchannels.net||current|submission|
O|587|starttls|r1
O|2525|starttls|r1
O|25|starttls|r1
M|plain login||r1
U|account-id||||r1
K|smtp-password||r1
R|verified-domain|header-from||r1
F|550 5.7.1 [CS] … Domain Lockdown
I|relay.mailchannels.net||from-domain||d90
Q|domain-lockdown|A TXT record _mailchannels.<domain> with v=mc1 must authorise the account.|r1
P|sendcloud|SendCloud (Aurora)|transactional
H|smtp.sendcloud.net|smtp.sendcloud.net||current|submission|
O|2525|starttls|d8
O|25|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|api-user||||r1
K|api-key||r1
R|verified-domain|header-from||r1
I|spf.sendcloud.org||from-domain||d91
C|mail,e1,e2||d91
P|tencent-ses|Tencent Cloud SES|transactional
H|smtp.qcloudmail.com|smtp.qcloudmail.com||current|submission|
O|465|implicit|r1
O|25|starttls|r1
M|login plain||r1
U|sender-address||||r1
K|smtp-password||r1
R|must-equal-login|mail-from header-from||r1
I|qcloudmail.com||from-domain||d11
C|qcloud||r1
P|forward-email|Forward Email|relay
H|smtp.forwardemail.net|smtp.forwardemail.net||current|submission|
O|465|implicit|d8
O|587|starttls|r1
O|2465|implicit|r1
O|2587|starttls|r1
M|plain login||r1
U|full-address||||r1
K|generated-alias-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.forwardemail.net||from-domain||d92
C|fe-<id>||d92
B|fe-bounces.<domain>||d92
V|fe-bounces|CNAME|forwardemail.net
P|improvmx|ImprovMX|relay
H|smtp.improvmx.com|smtp.improvmx.com||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|full-address||||r1
K|alias-password||r1
R|must-equal-login-or-alias|mail-from header-from||r1
I|spf.improvmx.com||from-domain||d93
C|dkimprovmx1,dkimprovmx2||d93
N|dkimprovmx1._domainkey|CNAME|dkimprovmx1.improvmx.com
N|dkimprovmx2._domainkey|CNAME|dkimprovmx2.improvmx.com
P|lettermint|Lettermint|transactional
H|smtp.lettermint.co|smtp.lettermint.co||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|literal|lettermint|||r1
K|api-token||r1
R|verified-domain|header-from||r1
B|lm-bounces.<domain>||d11
V|lm-bounces|CNAME|bounces.lmta.net
P|sendlayer|SendLayer|transactional
H|smtp.sendlayer.net|smtp.sendlayer.net||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|smtp-user||||r1
K|smtp-password||r1
R|verified-domain|header-from||r1
P|dynect|Dyn Email Delivery (retired)|transactional
H|smtp.dynect.net|smtp.dynect.net||dead|submission|
O|25|starttls|d8
Q|retired|Service was shut down; successor is Oracle Email Delivery.|r1
P|mailchimp|Mailchimp (marketing)|transactional
I|servers.mcsv.net||from-domain|No longer requested by the vendor.|d11
C|k1,k2,k3||r1
N|k2._domainkey|CNAME|dkim2.mcsv.net
N|k3._domainkey|CNAME|dkim3.mcsv.net
Q|alignment|Envelope domain stays mcsv.net; alignment only through DKIM.|r1
P|zendesk|Zendesk|transactional
I|mail.zendesk.com||from-domain||d94
C|zendesk1,zendesk2||d95
N|zendesk1._domainkey|CNAME|zendesk1._domainkey.zendesk.com
N|zendesk2._domainkey|CNAME|zendesk2._domainkey.zendesk.com
P|salesforce|Salesforce|transactional
I|_spf.salesforce.com||from-domain||d11
P|aweber|AWeber|transactional
C|aweber_key_a,aweber_key_b,aweber_key_c||d96
N|aweber_key_a._domainkey|CNAME|aweber_key_a.send.aweber.com
N|aweber_key_b._domainkey|CNAME|aweber_key_b.send.aweber.com
N|aweber_key_c._domainkey|CNAME|aweber_key_c.send.aweber.com
P|mimecast|Mimecast|gateway
H|<region>-smtp-outbound-1.mimecast.com|*-smtp-outbound-?.mimecast.com||current|submission|
O|25|starttls|r1
O|587|starttls|r1
M|login||r1
I|<region>._netblocks.mimecast.com||from-domain||d97
P|proofpoint-essentials|Proofpoint Essentials|gateway
H|outbound-<region>.ppe-hosted.com|outbound-*.ppe-hosted.com||current|submission|
O|25|starttls|r1
I|ppe-hosted.com||from-domain|Often with the prefix a: or spf-<region>.|d98
P|proofpoint-pod|Proofpoint on demand|gateway
I|||from-domain|Uses include:<customer>.spf.has.pphosted.com with macros.|r1
P|barracuda|Barracuda Email Gateway Defense|gateway
I|spf.ess<.country>.barracudanetworks.com||from-domain||d99
P|sophos|Sophos Central Email|gateway
I|_spf.prod.hydra.sophos.com||from-domain||d100
P|intermedia|Intermedia|gateway
I|spf.intermedia.net||from-domain||d101
P|appriver|AppRiver (OpenText)|gateway
I|<domain-with-dashes>.spf.smtp25.com||from-domain||d102
P|cloudflare-routing|Cloudflare Email Routing|gateway
I|_spf.mx.cloudflare.net||from-domain|Inbound forwarding: the include authorises forwarding only. Do not add Cloudflare relay addresses for your own sending.|d28
P|zimbra|Zimbra (self-hosted)|self-hosted
H|<your zimbra host>|||current|submission|
O|587|starttls|r1
O|465|implicit|r1
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
R|optional-login-match|mail-from||r1
F|553 5.7.1 Sender address rejected: not owned by user
P|stalwart|Stalwart Mail Server|self-hosted
H|<your host>|||current|submission|
O|465|implicit|r1
O|587|starttls|r1
M|plain login oauthbearer||r1
U|login-or-address||||r1
K|mailbox-password||r1
R|must-equal-login-or-alias|mail-from||r1
F|501 5.5.4 You are not allowed to send from this address
P|mailpit|Mailpit (test sink)|test-sink
A|MailHog
A|smtp4dev
H|localhost|localhost||current|submission|
O|1025|none|r1
M|plain login|Accepts anything.|r1
Q|never-delivers|For development: keeps all mail and delivers none.|r1
P|maildev|MailDev (test sink)|test-sink
H|localhost|localhost||current|submission|
O|1025|none|d8
Q|never-delivers|For development: keeps all mail and delivers none.|r1
P|ethereal|Ethereal (test sink)|test-sink
H|smtp.ethereal.email|smtp.ethereal.email||current|submission|
O|587|starttls|d8
M|plain login||r1
U|full-address||||r1
K|mailbox-password||r1
Q|never-delivers|For development: keeps all mail and delivers none.|r1
"""#
}
