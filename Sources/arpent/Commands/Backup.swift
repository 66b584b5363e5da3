import Accounts
import Acts
import ArgumentParser
import Foundation
import Governance
import Messages

/// `arpent backup`: a copy of everything as it is at one moment.
struct Backup: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy everything into a folder, as it is at one moment, while others read and write."
  )

  @Argument(help: "The folder of the backup; a later backup into it copies only what is new.") var folder:
    String
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let platform = try await data.open()
    let accounts = try data.openAccounts()
    let manifest = try await platform.backup(
      to: URL(filePath: folder).absoluteURL,
      companions: [{ try await accounts.backup(to: $0) }]
    )
    if json { return try Console.print(json: manifest) }
    Console.print(
      Bilingual(
        fr: "Sauvegarde faite dans \(folder) : \(manifest.entries) entrées, \(manifest.files) fichiers.",
        en: "Backup made in \(folder): \(manifest.entries) entries, \(manifest.files) files."
      )[Console.language]
    )
  }
}

/// `arpent restore`: a backup in place of the data.
struct Restore: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in place of the data, once it is verified whole.",
    discussion:
      "What was there is set aside beside it, never removed. Refused while a server holds the folder."
  )

  @Argument(help: "The folder of the backup.") var folder: String
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let restoration = try await Platform.restore(
      from: URL(filePath: folder).absoluteURL,
      configuration: data.configuration(role: .server)
    )
    if json { return try Console.print(json: restoration.report) }
    Console.print(VerificationText.text(restoration.report, Console.language))
    for elimination in restoration.toRepeat {
      Console.note(
        Bilingual(
          fr:
            "À exécuter de nouveau : l’élimination « \(elimination.title) » (\(elimination.id)), postérieure à la "
            + "sauvegarde.",
          en:
            "To be executed again: the elimination “\(elimination.title)” (\(elimination.id)), later than the backup."
        )[Console.language]
      )
    }
    if let previous = restoration.previous {
      Console.print(
        Bilingual(
          fr: "Les données d’avant sont dans \(previous.path).",
          en: "The data that was there is in \(previous.path)."
        )[Console.language]
      )
    }
  }
}
