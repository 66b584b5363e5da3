import Acts
import ArgumentParser
import Foundation
import Messages
import Register

/// `arpent verify`: is everything as it was written?.
struct Verify: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the journal's chain and tree, and every file against its digest.",
    discussion: "Exit code 0 when everything holds, 1 when something does not."
  )

  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let platform = try await data.open()
    let progress = ProgressLine("")
    let report = try await platform.verify { step in
      switch step {
      case .entries(let count): progress.show(rows: count)
      case .files(let count, of: _): progress.show(rows: count)
      }
    }
    progress.end()
    if json {
      try Console.print(json: report)
    } else {
      Console.print(VerificationText.text(report, Console.language))
    }
    if !report.isSound { throw ExitCode(1) }
  }
}

/// A verification as a person reads it.
enum VerificationText {
  static func text(_ report: VerificationReport, _ language: Language) -> String {
    let size = report.bytes.formatted(.byteCount(style: .file))
    let counted = Bilingual(
      fr:
        "\(report.entries) entrées de journal, dont \(report.erased) effacées ; \(report.files) fichiers (\(size)).",
      en:
        "\(report.entries) journal entries, \(report.erased) of them erased; \(report.files) files (\(size))."
    )
    let verdict =
      report.isSound
      ? Bilingual(fr: "Tout est conforme.", en: "Everything holds.")
      : Bilingual(fr: "\(report.problems.count) anomalies :", en: "\(report.problems.count) problems:")
    let problems = report.problems.map { problem in
      let place = [problem.position.map { "n° \($0)" }, problem.object].compactMap { $0 }.joined(
        separator: " "
      )
      return "✗ \(place.isEmpty ? "" : place + " : ")\(problem.message[language]) (\(problem.code))"
    }
    return ([counted[language], "root \(report.root)", verdict[language]] + problems).joined(separator: "\n")
  }
}
