public import Messages
public import Register

/// A study in the JSON of CNIL's PIA, whatever its shape, with all that it holds.
///
/// The application writes `{"pia": {…}, "answers": […], …}`; the server behind it writes the study's own members
/// and the lists beside them, in one object. Unknown members are kept in both.
public struct PIADocument: Sendable, Equatable {
  /// Where the study's own members are.
  public enum Shape: Sendable, Equatable, CaseIterable {
    /// In a member `pia` (the application's export).
    case application
    /// Beside the lists (the server's export).
    case server
  }

  /// The shape it was read in, and is written in.
  public var shape: Shape
  /// The study's own members.
  public var study: [String: JSONValue]
  /// Answers to the questions.
  public var answers: [JSONValue]
  /// Measures.
  public var measures: [JSONValue]
  /// Evaluations.
  public var evaluations: [JSONValue]
  /// The other members of the document; `comments` among them.
  public var rest: [String: JSONValue]

  private static let lists = ["answers", "measures", "evaluations"]

  /// An empty study.
  public init(shape: Shape = .application) {
    self.shape = shape
    study = [:]
    answers = []
    measures = []
    evaluations = []
    rest = ["comments": .array([])]
  }

  /// Reads a study.
  ///
  /// The server also writes lists of studies: one that holds a single study is that study.
  ///
  /// - Throws: `Failure` `pia.unreadable` when it is no JSON, `pia.shape` when it is no study of PIA,
  ///   `pia.several` when it is a list of several.
  public init(parsing bytes: [UInt8]) throws {
    var value: JSONValue
    do { value = try JSONValue(parsing: bytes) } catch { throw PIAFailure.unreadable }
    if case .array(let studies) = value, let first = studies.first {
      let holdsStudies = studies.allSatisfy { if case .object = $0 { true } else { false } }
      guard holdsStudies else { throw PIAFailure.shape }
      guard studies.count == 1 else { throw PIAFailure.several(studies.count) }
      value = first
    }
    guard case .object(var members) = value else { throw PIAFailure.shape }
    func take(_ key: String) -> [JSONValue] {
      guard case .array(let values)? = members.removeValue(forKey: key) else { return [] }
      return values
    }
    guard case .array? = members["answers"] else { throw PIAFailure.shape }
    answers = take("answers")
    measures = take("measures")
    evaluations = take("evaluations")
    if case .object(let own)? = members["pia"] {
      shape = .application
      study = own
      members["pia"] = nil
      rest = members
    } else if case .string? = members["name"] {
      shape = .server
      rest = members["comments"].map { ["comments": $0] } ?? [:]
      members["comments"] = nil
      study = members
    } else {
      throw PIAFailure.shape
    }
  }

  /// The document in its shape.
  public var value: JSONValue {
    var members = rest
    members["answers"] = .array(answers)
    members["measures"] = .array(measures)
    members["evaluations"] = .array(evaluations)
    switch shape {
    case .application: members["pia"] = .object(study)
    case .server: members.merge(study) { list, _ in list }
    }
    return .object(members)
  }

  /// The document as JSON text.
  public var json: String { value.json }
}

/// Refusals about PIA files.
public enum PIAFailure {
  /// No JSON.
  public static let unreadable = Failure(
    "pia.unreadable",
    .invalid,
    fr: "Ce fichier n’est pas du JSON lisible.",
    en: "This file is not readable JSON.",
    remedy: Bilingual(
      fr: "Exportez l’étude depuis PIA (menu « Exporter », format JSON) et recommencez.",
      en: "Export the study from PIA (“Export”, JSON) and try again."
    )
  )

  /// No study.
  public static let shape = Failure(
    "pia.shape",
    .invalid,
    fr: "Ce fichier n’est pas une étude de l’outil PIA de la CNIL.",
    en: "This file is not a study of CNIL’s PIA tool.",
    remedy: Bilingual(
      fr: "Choisissez le fichier .json de l’étude, et non celui d’un modèle ou d’une base de connaissances.",
      en: "Choose the .json file of the study, not that of a template or a knowledge base."
    )
  )

  /// A list of several studies.
  public static func several(_ count: Int) -> Failure {
    Failure(
      "pia.several",
      .invalid,
      fr:
        "Ce fichier contient \(Language.french.digits(count))\u{A0}études\u{A0}: il s’en reprend une à la fois.",
      en: "This file holds \(Language.english.digits(count)) studies: they are taken in one at a time.",
      remedy: Bilingual(
        fr: "Exportez de PIA l’étude voulue, seule, et recommencez.",
        en: "Export the study you want from PIA, alone, and try again."
      )
    )
  }
}
