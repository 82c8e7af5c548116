public import AuditModel

extension Catalogue {
  /// For each check of settings why `--diff` may leave its findings as they are: what only the owner knows, or what no line
  /// of the file says.
  public static let repairLimits: [CheckID: String] = [
    "APP-MAIL-DISABLED": "mail may be off on purpose; who runs the application switches it on",
    "APP-SYNTAX":
      "only the owner knows what was meant; signs that begin a comment are put between quotes where that helps",
    "APP-PLACEHOLDER":
      "the value is yours to fill in; --write-example shows those that a provider has for all customers",
    "APP-HOST": "the settings do not tell which server is meant",
    "APP-FROM-DOMAIN": "name the address with --from, unless the setting is computed or stands elsewhere",
    "APP-SENDER": "name the address with --from: it has to be one that the login may use",
    "APP-USER-FROM": "no other setting of the application decides it, or it needs an address: name it with --from",
    "APP-ENVELOPE": "name the address with --from, unless the application has no setting for it",
    "APP-REPLY-TO": "only the owner knows whose mailbox is meant; name one with --from",
    "APP-RELAY-TLS":
      "the application has no setting that does it in this file, or it needs what the file does not tell: the name in the "
      + "certificate, or a file of authorities",
    "APP-TLS-PORT": "port and mode follow the server, and it is not known what that one serves; mailaudit probe tells",
    "APP-PORT25-EGRESS": "the server is of no provider that is known, and nobody logs in: ask which port it serves",
    "APP-AUTH": "user name and password are yours to fill in",
    "APP-SECRETS":
      "a password with such signs is replaced by its provider, not in the file; what shows the dialogue may be computed",
    "APP-PROVIDER": "the value comes from the account at the provider; mailaudit providers tells where to find it",
    "APP-RELAY": "a login is needed: user name and password are yours to fill in",
    "APP-LOCAL-MAIL": "the mail server of the machine has settings of its own; mailaudit host looks at them",
    "APP-HELO": "name the machine with --helo, unless the application has no setting for the name",
    "APP-MESSAGE-ID": "name the machine with --helo, unless the name follows the address of the site",
    "APP-MTA-POSTFIX":
      "it takes more than main.cf, such as a table of passwords with the same name, or your own networks and names",
    "APP-QUEUE": "another node may work through the queue",
    "APP-KEYS": "other settings stand in the same line, or the setting is one of several files",
    "APP-NOTIFY-VOLUME": "how many messages the provider permits a day is a matter of the contract",
    "APP-LIST-HEADERS": "the code of the application makes the field",
    "AUTH-PROVIDER-OAUTH": "a password does not do any more: the application needs OAuth 2.0, or another server",
    "APP-CONFIRMED": "the setting is computed, or stands under a condition"
  ]
}
