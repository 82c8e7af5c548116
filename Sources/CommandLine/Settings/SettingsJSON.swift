import ApplicationSettings
import AuditModel
import Reporting
import Syntax

/// Settings for programs.
enum SettingsJSON {
  /// What was read, what will be sent, and what every check said.
  static func of(_ settings: SubmissionSettings, files: [SettingsFile], _ outcomes: [CheckOutcome]) -> JSON {
    [
      "schema": "mailaudit-settings-1",
      "application": .string(settings.application.name),
      "files": JSON(files.map(\.name)),
      "prediction": of(settings.prediction),
      "checks": .array(outcomes.map(OutcomeJSON.of)),
      "settings": .array(settings.entries.map(of)),
      "faults": .array(settings.faults.map(of)),
      "remarks": .array(settings.remarks.map(of)),
      "guide": settings.application.guide.map(of) ?? .null,
      "database": settings.application.database.map(of) ?? .null
    ]
  }

  private static func of(_ database: SettingsDatabase) -> JSON {
    [
      "settings": .string(database.settings), "place": .string(database.place), "command": .string(database.command)
    ]
  }

  private static func of(_ guide: ApplicationGuide) -> JSON {
    ["change": .string(guide.change), "trial": .string(guide.trial), "logs": .string(guide.logs)]
  }

  private static func of(_ identity: PredictedIdentity) -> JSON {
    [
      "transport": of(identity.transport),
      "server": identity.server.map(of) ?? .null,
      "security": identity.security.map(of) ?? .null,
      "verification": identity.verification.map(of) ?? .null,
      "login": identity.login.map(of) ?? .null,
      "greetingName": of(identity.greetingName),
      "envelopeSender": of(identity.envelopeSender),
      "from": of(identity.from),
      "replyTo": of(identity.replyTo),
      "messageIDHost": of(identity.messageIDHost)
    ]
  }

  private static func of(_ prediction: Prediction) -> JSON {
    [
      "value": JSON(prediction.value), "reason": .string(prediction.reason),
      "place": prediction.place.map(of) ?? .null
    ]
  }

  private static func of(_ entry: SettingEntry) -> JSON {
    [
      "name": .string(entry.name), "text": .string(entry.text), "isComputed": .boolean(entry.isComputed),
      "place": of(entry.place)
    ]
  }

  private static func of(_ remark: SettingRemark) -> JSON {
    ["message": .string(remark.message), "place": of(remark.place)]
  }

  private static func of(_ place: SettingPlace) -> JSON {
    ["file": .string(place.file), "line": .number(place.position.line), "column": .number(place.position.column)]
  }
}
