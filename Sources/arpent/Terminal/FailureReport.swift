import ArgumentParser
import Foundation
import Messages

/// How a failure is told at the command line: sentences on standard error, or JSON on standard output, and an exit
/// code that says its family.
struct FailureReport {
  let failure: Failure
  let language: Language

  /// The exit code of a failure's family (2 is what `inspect` promises for a file that cannot be read).
  var exitCode: ExitCode {
    switch failure.kind {
    case .invalid, .tooLarge: ExitCode(2)
    case .forbidden, .unauthenticated: ExitCode(3)
    case .missing: ExitCode(4)
    case .conflict: ExitCode(5)
    case .tooMany, .exhausted, .unavailable: ExitCode(6)
    }
  }

  /// The sentences for people.
  var text: String {
    var lines = ["arpent: " + place + failure.message[language]]
    if let remedy = failure.remedy { lines.append("        " + remedy[language]) }
    lines.append("        (\(failure.code))")
    return lines.joined(separator: "\n")
  }

  /// The same for machines.
  var body: Body {
    Body(
      error: Body.Details(
        code: failure.code,
        message: failure.message.fr,
        messageEnglish: failure.message.en,
        remedy: failure.remedy?.fr,
        remedyEnglish: failure.remedy?.en,
        pointer: failure.pointer,
        location: failure.location
      )
    )
  }

  private var place: String {
    guard let location = failure.location else { return "" }
    let parts = [location.file, location.line.map(String.init), location.column.map(String.init)].compactMap {
      $0
    }
    return parts.isEmpty ? "" : parts.joined(separator: ":") + ": "
  }

  struct Body: Encodable {
    let error: Details

    struct Details: Encodable {
      let code: String
      let message: String
      let messageEnglish: String
      let remedy: String?
      let remedyEnglish: String?
      let pointer: String?
      let location: Failure.Location?
    }
  }
}
