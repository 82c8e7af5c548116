import MailMessage

extension IdentifierMaker {
  /// The programs whose Message-IDs no other program makes. The first one that fits counts.
  static let all: [IdentifierMaker] = applications + libraries + servers

  private static let applications: [IdentifierMaker] = [
    IdentifierMaker(
      "MediaWiki", ["{w}.{x13-14}.{d8}@*", "{w}.{x13-14}@*"], sign: Sign(field: "X-Mailer", text: "mediawiki"),
      setting: "MediaWiki: set $wgSMTP['IDHost'] to the public name of the wiki, without port and scheme, or correct "
        + "$wgServer.", reveals: "the name of the wiki's database"),
    IdentifierMaker(
      "DokuWiki", ["*@*"], sign: Sign(field: "X-Dokuwiki-Server", text: ""),
      setting: "DokuWiki: set baseurl to the public URL of the wiki; without it the host of the request is taken."),
    IdentifierMaker(
      "GitLab", ["*@*"], sign: Sign(field: "X-GitLab-Project", text: ""),
      setting: "GitLab: set external_url to the public URL, and run gitlab-ctl reconfigure.",
      reveals: "the number of an issue, merge request or note"),
    IdentifierMaker(
      "GitLab", ["reply-{x32}@*"],
      setting: "GitLab: set external_url to the public URL, and run gitlab-ctl reconfigure."),
    IdentifierMaker(
      "Redmine", ["redmine.{w}.{d14}*@*"],
      setting: "Redmine: set the emission address (mail_from) to an address of the public domain.",
      reveals: "the kind and number of a Redmine object"),
    IdentifierMaker(
      "Gitea or Forgejo", ["*@*"], sign: Sign(field: "X-Gitea-Repository", text: ""),
      setting: "Gitea, Forgejo: set DOMAIN and ROOT_URL in the section [server] of app.ini.",
      reveals: "the name of a repository and the number of an issue"),
    IdentifierMaker(
      "Discourse", ["topic/{d}*@*", "discourse/post/{d}*@*"],
      setting: "Discourse: set DISCOURSE_HOSTNAME to the public name of the forum.",
      reveals: "the number of a topic or a post"),
    IdentifierMaker(
      "Moodle", ["{x64}*@*"], sign: Sign(field: "X-Mailer", text: "moodle"),
      setting: "Moodle: set $CFG->wwwroot to the public URL.", reveals: "the path of the installation"),
    IdentifierMaker(
      "WordPress", ["{N38-43}@*"], sign: Sign(field: "From", text: "wordpress@"),
      setting: "WordPress: set Hostname of PHPMailer in the action phpmailer_init, or correct SERVER_NAME of the web "
        + "server.")
  ]

  private static let libraries: [IdentifierMaker] = [
    IdentifierMaker(
      "PHPMailer", ["{N32-43}@*"], sign: Sign(field: "X-Mailer", text: "phpmailer"),
      setting: "PHPMailer: set Hostname to a public name; without it SERVER_NAME or the name of the machine is taken."),
    IdentifierMaker(
      "the mail gem of Ruby (Rails, Mastodon)", ["{x10-24}_{x6-40}@{w}.mail"],
      setting: "Rails: set the Message-ID of each message at the public domain; the mail gem takes the name of the "
        + "machine and appends .mail.", reveals: "the name of the machine and the number of the process"),
    IdentifierMaker(
      "SwiftMailer", ["{w}@swift.generated"],
      setting: "SwiftMailer: set the domain of the IdGenerator, or move to Symfony Mailer."),
    IdentifierMaker(
      "Python (email.utils.make_msgid, as Django calls it)", ["{d12-18}.{d1-8}.{d15-20}@*"],
      setting: "Django: give the machine a public name, or the parameter domain of make_msgid; a container takes "
        + "--hostname.", reveals: "the number of the process"),
    IdentifierMaker(
      "JavaMail", ["{d}.{d}.{d13}.JavaMail.{w}@*"],
      setting: "JavaMail: set mail.from to an address of the public domain.",
      reveals: "the account that the program runs as")
  ]

  private static let servers: [IdentifierMaker] = [
    IdentifierMaker(
      "sendmail", ["20{d10}.{N8}{d6-7}@*"],
      setting: "sendmail: give the machine its full name in the hosts file, or set confDOMAIN_NAME, and restart.",
      reveals: "the number of the queue file", countsOnHost: true),
    IdentifierMaker(
      "Postfix", ["20{d12}.{X7-16}@*", "20{d12}.4{N13-16}@*"],
      setting: "Postfix: set myhostname to the public name of the server.", countsOnHost: true),
    IdentifierMaker(
      "Exim", ["E{N6}-{N6}-{N2}@*", "E{N6}-{N11}-{N4}@*"],
      setting: "Exim: set primary_hostname to the public name of the server.", countsOnHost: true),
    IdentifierMaker(
      "nullmailer", ["{d10}.{d1-6}.{d1-7}.nullmailer@*"],
      setting: "nullmailer: write the public name into /etc/nullmailer/idhost.",
      reveals: "the number of the process", countsOnHost: true),
    IdentifierMaker(
      "qmail", ["{d14}.{d1-7}.qmail@*"],
      setting: "qmail: write the public name into control/idhost.", reveals: "the number of the process",
      countsOnHost: true)
  ]
}
