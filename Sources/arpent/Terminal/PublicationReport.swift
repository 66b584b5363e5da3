import Acts
import Catalogue
import Messages
import Register
import Tabular

/// What became of a publication, for a terminal or as JSON.
struct PublicationReport: Encodable {
  let outcome: Publication.Outcome
  let dataset: String
  let title: String
  let version: Int
  let rows: Int
  let columns: Int
  let digest: String
  let findings: Int
  let rules: [RuleLine]

  struct RuleLine: Encodable {
    let id: String
    let verdict: String
    let article: String
    let evidence: String
  }

  init(_ publication: Publication) {
    outcome = publication.outcome
    dataset = publication.dataset.id
    title = publication.dataset.title
    version = publication.version.number
    rows = publication.version.rows
    columns = publication.version.columns.count
    digest = publication.version.original.digest
    findings = publication.inspection.findingCount
    rules = publication.assessments.map { assessment in
      RuleLine(
        id: assessment.rule,
        verdict: assessment.verdict.rawValue,
        article: assessment.article,
        evidence: assessment.evidence.fr
      )
    }
  }

  func text(_ language: Language) -> String {
    let done =
      switch outcome {
      case .created: Bilingual(fr: "Jeu de données publié", en: "Dataset published")
      case .updated: Bilingual(fr: "Nouvelle version publiée", en: "New version published")
      case .unchanged:
        Bilingual(fr: "Fichier identique à la version actuelle", en: "Same file as the current version")
      }
    let size = Bilingual(fr: "\(rows) lignes × \(columns) colonnes", en: "\(rows) rows × \(columns) columns")
    var lines = ["\(done[language]) : \(title) (\(dataset), v\(version)), \(size[language])."]
    if findings > 0 {
      lines.append(
        Bilingual(
          fr: "\(findings) constats : arpent inspect en donne le détail.",
          en: "\(findings) findings: arpent inspect lists them."
        )[language]
      )
    }
    lines += rules.filter { $0.verdict != Verdict.compliant.rawValue }.map {
      "· \($0.id) : \($0.verdict) — \($0.evidence)"
    }
    return lines.joined(separator: "\n")
  }
}
