import AuditModel
import MailAuthentication
import Survey

/// Pictures of what a survey saw.
enum Exhibits {
  static func of(_ survey: DomainSurvey) -> [Exhibit] {
    let spf = survey.spf.tree.root.publication.record == nil ? nil : Exhibit.tree(SPFPicture.tree(survey.spf.tree))
    let hosts = survey.mx.hosts.isEmpty ? nil : Exhibit.matrix(HostMatrix(survey).exhibit)
    return [spf, hosts].compactMap(\.self)
  }
}
