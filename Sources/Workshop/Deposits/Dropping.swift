import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Web

/// Takes in the files people drop.
struct Dropping: Sendable {
  let room: DepositRoom

  /// The most files at once, and the largest.
  static func limits(_ room: DepositRoom, _ plumbing: Plumbing) -> FormLimits {
    .files(
      upTo: 50,
      of: plumbing.configuration.largestUpload,
      in: room.platform.configuration.dataFolder.appending(path: "incoming")
    )
  }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let model = model(context.query["jeu"], signedIn)
    if context.query["jeu"] != nil, model.dataset == nil { throw Problem.unknownAddress }
    let organization = context.query["organisation"] ?? room.desk.usualOrganization(.produce, signedIn)
    return model.page(context, FormFields(context, ["organisation": [organization]]))
  }

  private func model(_ slug: String?, _ signedIn: SignedIn) -> DropPage {
    let organizations = room.organizations(.produce, signedIn.person)
    let dataset = slug.flatMap { room.snapshot.record(Dataset.self, $0) }
    return DropPage(
      organizations: organizations,
      datasets: room.desk.datasets(.produce, signedIn.person),
      dataset: dataset.flatMap { dataset in
        organizations.contains { $0.id == dataset.organization } ? dataset : nil
      },
      missing: MissingRight(right: .produce, desk: room.desk, signedIn: signedIn)
    )
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let files = form.files.filter { $0.field == DropPage.file }
    let slug = room.desk.dataset(named: form.text("jeu"), .produce, signedIn.person)
    if let error = refusal(files, slug, context) { return again(form, [error], context, signedIn) }
    let dataset = room.snapshot.record(Dataset.self, slug)
    guard dataset != nil || slug.isEmpty else {
      return again(form, [FieldError(Self.unknown, context)], context, signedIn)
    }
    let organization = dataset?.organization ?? form.text("organisation")
    var opened: [Deposit] = []
    do {
      for file in files {
        opened.append(try await open(file.url, named: file.fileName, organization, dataset, signedIn))
      }
    } catch let failure as Failure where failure.kind == .invalid {
      return again(form, [FieldError(failure, context, field: DropPage.file)], context, signedIn)
    }
    guard opened.count > 1 else {
      return .redirect(opened.first.map { .deposit($0.id) } ?? .workshopHome)
    }
    let notice = FlashNotice(
      fr: "\(opened.count) dépôts sont ouverts : reprenez-les un par un.",
      en: "\(opened.count) deposits are open: take them one by one."
    )
    return .redirect(.workshopHome, notice: notice)
  }

  private func refusal(_ files: [FormData.File], _ slug: String, _ context: PageContext) -> FieldError? {
    if files.isEmpty {
      return FieldError(DropPage.file, context.say("Choisissez un fichier.", "Choose a file."))
    }
    if files.count > 1, !slug.isEmpty {
      return FieldError(
        DropPage.file,
        context.say(
          "Une mise à jour se fait avec un seul fichier.",
          "An update is made with one file."
        )
      )
    }
    if let empty = files.first(where: { $0.size == 0 }) {
      return FieldError(
        DropPage.file,
        context.say("« \(empty.fileName) » est vide.", "“\(empty.fileName)” is empty.")
      )
    }
    return nil
  }

  static let unknown = Failure(
    "deposit.dataset.unknown",
    .invalid,
    fr: "Aucun jeu de ce titre, ou plusieurs.",
    en: "No dataset of this title, or several.",
    remedy: Bilingual(fr: "Choisissez-le dans la liste.", en: "Choose it in the list."),
    pointer: "jeu"
  )

  private func again(
    _ form: FormData,
    _ errors: [FieldError],
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> ActionAnswer {
    let slug = form.text("jeu")
    let page = model(slug.isEmpty ? nil : slug, signedIn)
      .page(context, FormFields(context, sent: form, errors: errors))
    return .page(page, errors: errors)
  }

  /// Opens a deposit, and begins to read its file before its page asks for it.
  func open(
    _ file: URL,
    named name: String,
    _ organization: String,
    _ dataset: Dataset?,
    _ signedIn: SignedIn
  ) async throws -> Deposit {
    var deposit = Deposit(
      id: Secret.id("d"),
      organization: organization,
      dataset: dataset?.id,
      depositor: signedIn.person,
      createdAt: room.platform.now
    )
    if dataset == nil {
      deposit.description = Prefilling(
        snapshot: room.snapshot,
        organization: organization,
        person: signedIn.person
      ).changes(fileName: name)
    }
    let opened = try await room.platform.openDeposit(
      deposit,
      file: file,
      named: name,
      as: .person(signedIn.person)
    )
    _ = await room.inspect(opened, patience: .zero)
    return opened
  }
}
