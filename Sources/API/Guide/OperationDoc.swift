import HTTPTypes
public import Messages
import Web

/// An operation of the interface as the guide shows it.
public struct OperationDoc: Sendable, Identifiable {
  /// A parameter.
  public struct Parameter: Sendable {
    /// The name.
    public let name: String
    /// Whether it stands in the path.
    public let isInPath: Bool
    /// Whether a request must have it.
    public let isRequired: Bool
    /// What it does.
    public let summary: Bilingual
    /// How it is written, such as a whole number from 1 to 1,000.
    public let form: Bilingual
  }

  /// The stable name.
  public let id: String
  /// The group it belongs to.
  public let subject: Bilingual
  /// The method of the request.
  public let method: String
  /// The path with its variables.
  public let path: String
  /// What it does, in a few words.
  public let title: Bilingual
  /// What to know before using it.
  public let summary: Bilingual
  /// The parameters.
  public let parameters: [Parameter]
  /// The media type of its answer.
  public let mediaType: String
  /// The address of an example that runs as it is, without scheme and host.
  public let example: String

  /// Every operation, with examples on a table; on a made-up one, where nothing runs, when nothing is published.
  public static func all(example: ExampleTable?) -> [OperationDoc] {
    Operation.all.map { OperationDoc($0, example ?? .imaginary) }
  }

  private init(_ operation: Operation, _ table: ExampleTable) {
    id = operation.id
    subject = operation.subject.label
    method = operation.method.rawValue
    path = Endpoint.root + operation.path
    title = operation.title
    summary = operation.summary
    parameters = operation.parameters.map { parameter in
      Parameter(
        name: parameter.name,
        isInPath: parameter.place == .path,
        isRequired: parameter.isRequired,
        summary: parameter.summary,
        form: parameter.kind.form
      )
    }
    mediaType = operation.answer.mediaTypes.first ?? MediaType.json
    example = operation.exampleAddress(table)
  }
}

extension Operation {
  /// An example's address, without scheme and host.
  func exampleAddress(_ table: ExampleTable) -> String {
    let parts = path.split(separator: "/").map { part -> String in
      switch part {
      case "{slug}": PercentEncoding.encode(subject == .organizations ? table.organization : table.slug)
      case "{version}": "1"
      case "{register}": PercentEncoding.encode(table.register)
      case "{record}": PercentEncoding.encode(table.record)
      default: String(part).replacing("{format}", with: "csv")
      }
    }
    let query = example(table).map { item in
      let name = PercentEncoding.encode(item.name)
      return item.value.isEmpty ? name : name + "=" + PercentEncoding.encode(item.value, keeping: ",:*()")
    }
    return Endpoint.root + "/" + parts.joined(separator: "/")
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}

extension Operation.Answer {
  /// The media types, the usual one first.
  var mediaTypes: [String] {
    switch self {
    case .json, .created: ["application/json"]
    case .nothing: []
    case .geoJSON: [MediaType.geoJSON]
    case .file(let types): types
    case .openAPI: [MediaType.openAPI]
    }
  }
}

extension Parameter.Kind {
  /// How it is written, for people.
  var form: Bilingual {
    switch self {
    case .text(let longest):
      Bilingual(fr: "texte, \(longest) caractères au plus", en: "text, at most \(longest) characters")
    case .integer(let range, let standard): Parameter.Kind.form(range, standard)
    case .choice(let choices, let standard):
      Bilingual(
        fr: choices.joined(separator: ", ") + (standard.map { " ; \($0) sans lui" } ?? ""),
        en: choices.joined(separator: ", ") + (standard.map { "; \($0) without it" } ?? "")
      )
    case .flag: Bilingual(fr: "true ou false", en: "true or false")
    case .list(let list):
      list.choices.map {
        Bilingual(fr: "liste : \($0.joined(separator: ", "))", en: "list: \($0.joined(separator: ", "))")
      }
        ?? Bilingual(fr: "liste séparée par des virgules", en: "list separated by commas")
    case .box: Bilingual(fr: "quatre nombres", en: "four numbers")
    case .columnFilters: Bilingual(fr: "colonne__comparaison=valeur", en: "column__comparison=value")
    }
  }

  private static func form(_ range: ClosedRange<Int>, _ standard: Int?) -> Bilingual {
    let isBounded = range.upperBound < Int(Int32.max)
    let low = range.lowerBound
    return Bilingual(
      fr: (isBounded ? "nombre entier de \(low) à \(range.upperBound)" : "nombre entier à partir de \(low)")
        + (standard.map { " ; \($0) sans lui" } ?? ""),
      en: (isBounded ? "whole number from \(low) to \(range.upperBound)" : "whole number from \(low) up")
        + (standard.map { "; \($0) without it" } ?? "")
    )
  }
}
