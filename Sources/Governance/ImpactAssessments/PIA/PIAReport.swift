public import Messages
import Register

/// What a file of PIA gives to a study, and what has no field here: that stays in the file and goes back with it.
public struct PIAReport: Sendable, Equatable {
  /// Something of the file, and how much of it there is.
  public struct Line: Sendable, Equatable {
    /// What it is.
    public let label: Bilingual
    /// How many.
    public let count: Int
    /// Of how many that the method asks for; `nil` where it sets no number.
    public let total: Int?

    init(_ fr: String, _ en: String, _ count: Int, of total: Int? = nil) {
      (label, self.count, self.total) = (Bilingual(fr: fr, en: en), count, total)
    }
  }

  /// The name of the study.
  public let title: String
  /// The shape of the file.
  public let shape: PIADocument.Shape
  /// What becomes fields.
  public let taken: [Line]
  /// What has no field.
  public let unplaced: [Line]

  /// Tells what a document holds.
  public init(_ document: PIADocument) {
    var study = ImpactAssessment(
      id: "",
      organization: "",
      title: "",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    study.fill(from: document)
    title = study.title
    shape = document.shape
    taken = Self.taken(study)
    unplaced = Self.unplaced(document)
  }

  private static func taken(_ study: ImpactAssessment) -> [Line] {
    let answered = PIAMapping.questions.count { study[keyPath: $0.field] != nil }
    let people = [study.author, study.evaluator, study.validator].count { $0 != nil }
    let opinions = [study.officerOpinion, study.peopleOpinion].count { $0 != nil }
    return [
      Line("Questions répondues", "Questions answered", answered, of: PIAMapping.questions.count),
      Line("Risques décrits", "Risks described", study.events.count, of: PIAMapping.events.count),
      Line("Mesures", "Measures", study.measures.count),
      Line("Évaluations", "Evaluations", study.evaluations.count),
      Line("Rédaction, évaluation, validation", "Author, evaluator, validator", people, of: 3),
      Line("Avis (délégué, personnes)", "Opinions (officer, people)", opinions, of: 2),
      Line("Validation", "Validation", study.validation == nil ? 0 : 1, of: 1),
    ]
  }

  private static func unplaced(_ document: PIADocument) -> [Line] {
    var lines: [Line] = []
    func add(_ fr: String, _ en: String, _ count: Int) {
      if count > 0 { lines.append(Line(fr, en, count)) }
    }
    add("Commentaires", "Comments", document.rest["comments"]?.items.count ?? 0)
    add("Pièces jointes", "Attachments", document.rest["attachments"]?.items.count ?? 0)
    let known = Set(questions)
    let foreign = document.answers.count { answer in
      !(answer["reference_to"]?.whole.map(known.contains) ?? false)
    }
    add("Réponses à des questions hors du modèle", "Answers to questions outside the model", foreign)
    let texts =
      document.answers.compactMap { $0["data"]?["text"]?.said }
      + document.measures.compactMap { $0["content"]?.said }
    let rich = texts.count { text in ["<img", "<a ", "<table"].contains { text.contains($0) } }
    add("Textes avec image, lien ou tableau", "Texts with an image, a link or a table", rich)
    let others = ["comments", "attachments"]
    let members = document.rest.filter { !others.contains($0.key) && !$0.value.isBlank }.map(\.key)
    let own = document.study.filter { !placed.contains($0.key) && !$0.value.isBlank }.map(\.key)
    for name in (members + own).sorted().prefix(mostNames) {
      add("Rubrique « \(name.prefix(60)) »", "Member “\(name.prefix(60))”", 1)
    }
    add("Autres rubriques", "Other members", members.count + own.count - mostNames)
    return lines
  }

  /// How many members without a field are named.
  private static let mostNames = 12

  private static let questions: [Int] =
    PIAMapping.questions.map(\.number)
    + PIAMapping.events.flatMap { Array($0.kind.firstQuestion..<$0.kind.firstQuestion + 6) }

  /// The members of a study that are read, or that only matter to PIA’s own store.
  private static let placed: Set<String> = Set(
    PIAMapping.members.flatMap(\.names) + PIAMapping.opinions.map(\.name) + [
      "name", "status", "concerned_people_searched_opinion", "id", "dbVersion", "tableName", "serverUrl",
      "objectStore", "numberOfQuestions", "created_at", "updated_at", "is_example", "progress", "pia_id",
    ]
  )
}
