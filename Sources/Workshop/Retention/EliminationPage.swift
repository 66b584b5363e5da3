import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// An elimination: what it covers, what is decided, the visa, the execution and its proof.
struct EliminationPage {
  let elimination: Elimination
  let desk: Desk
  let person: String

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    let title = elimination.title
    let shown = fields ?? FormFields(context)
    return Page(
      title: "\(title) · \(context.say("Élimination", "Elimination"))",
      breadcrumbs: [
        Page.Crumb(context.say("Conservation", "Retention"), context.link(.retention)), Page.Crumb(title),
      ],
      workshop: .registers
    ) {
      h1 { context.say("Élimination : \(title)", "Elimination: \(title)") }
      ul(.class("facts-line")) {
        li { badge(context.say(stateLabel), stateTone) }
        li { desk.organizationName(elimination.organization) }
        if elimination.isOpen {
          li { context.say("étape suivante : ", "next step: ") + context.say(elimination.nextStep) }
        }
        li {
          a(.href(context.link(.sheet(.elimination, elimination.id)))) {
            context.say("Fiche du registre", "Record of the register")
          }
        }
        li {
          a(.href(context.link(.recordHistory(RecordKey(Elimination.self, elimination.id))))) {
            context.say("Historique", "History")
          }
        }
      }
      fields?.summary ?? .empty
      if elimination.isToRepeat == true { repeated(context) }
      covered(context)
      section(.ariaLabelledBy("regles")) {
        h2(.id("regles")) { context.say("Ce que disent les règles", "What the rules say") }
        verdictList(assessments.sorted { $0.weight < $1.weight }.map { $0.line(context) })
      }
      if elimination.isOpen { steps(context, shown) }
      if elimination.state == .executed { proof(context) }
    }
  }

  private var assessments: [Assessment] {
    RegisterKind.elimination.assess(elimination.id, in: desk.snapshot, at: desk.platform.now)
  }

  private var stateLabel: Bilingual {
    switch elimination.state {
    case .proposed?: Bilingual(fr: "proposée", en: "proposed")
    case .approved?: Bilingual(fr: "approuvée", en: "approved")
    case .refused?: Bilingual(fr: "refusée", en: "refused")
    case .executed?: Bilingual(fr: "exécutée", en: "executed")
    case nil: Bilingual(fr: "non proposée", en: "not proposed")
    }
  }

  private var stateTone: Tone {
    switch elimination.state {
    case .proposed?, nil: .fair
    case .approved?: elimination.isToRepeat == true ? .poor : .fair
    case .refused?: .neutral
    case .executed?: .good
    }
  }

  private func repeated(_ context: PageContext) -> HTML {
    notice(.poor, title: context.say("À exécuter de nouveau", "To be executed again")) {
      p {
        context.say(
          "Une sauvegarde antérieure à cette élimination a été rétablie : ce qui était éliminé est revenu.",
          "A backup older than this elimination was restored: what was eliminated is back."
        )
      }
    }
  }

  /// How much it covers, in words.
  static func amount(_ elimination: Elimination, _ context: PageContext) -> String {
    switch elimination.extent {
    case .rows?:
      context.language.count(elimination.rows ?? 0, fr: ("ligne", "lignes"), en: ("row", "rows"))
    case .versions?:
      context.language.count(
        elimination.versions.count,
        fr: ("version", "versions"),
        en: ("version", "versions")
      )
    case .series?, nil: context.say("dossiers décrits", "files described")
    }
  }

  // MARK: What it covers

  private func covered(_ context: PageContext) -> HTML {
    let rule = elimination.rule.flatMap { desk.snapshot.record(RetentionRule.self, $0) }
    let code: (String?) -> HTML = { text in text.map { value in tag("code") { value } } ?? .empty }
    return section(.ariaLabelledBy("couvre")) {
      h2(.id("couvre")) { context.say("Ce qu’elle couvre", "What it covers") }
      facts([
        (
          context.say("Règle", "Rule"),
          rule.map { rule in
            a(.href(context.link(.sheet(.retentionRule, rule.id)))) { rule.title }
          } ?? .empty
        ),
        (context.say("Fondement", "Ground"), .text(rule?.ground ?? "")),
        (context.say("Jeu de données", "Dataset"), .text(elimination.dataset.map(desk.datasetTitle) ?? "")),
        (context.say("Quantité", "Amount"), .text(Self.amount(elimination, context))),
        (
          context.say("Départ au plus tard le", "Starting at the latest on"),
          date(elimination.cutoff, context)
        ),
        (context.say("Le plus ancien", "Oldest"), date(elimination.oldest, context)),
        (context.say("Le plus récent", "Newest"), date(elimination.newest, context)),
        (context.say("Description", "Description"), .text(elimination.description ?? "")),
        (
          context.say("Sort final", "Final fate"), .text(elimination.fate.map { context.say($0.label) } ?? "")
        ),
        (context.say("Empreinte de la sélection", "Digest of the selection"), code(elimination.selection)),
      ])
      if elimination.extent == .rows, elimination.isOpen { consequences(context) }
      if elimination.isOpen, elimination.dataset != nil, may(.protect) {
        p {
          a(.class("button second"), .href(context.link(.eliminationPackage(elimination.id)))) {
            context.say(
              "Télécharger le paquet d’archive (ZIP, SEDA 2.1)",
              "Download the archive package (ZIP, SEDA 2.1)"
            )
          }
        }
      }
    }
  }

  private func consequences(_ context: PageContext) -> HTML {
    let slug = elimination.dataset ?? ""
    let versions = desk.platform.state.versions(of: slug).count
    let drafts = desk.snapshot.records(Deposit.self).count { $0.dataset == slug && !$0.state.isOver }
    let earlier = Bilingual.count(
      versions,
      fr: ("version antérieure", "versions antérieures"),
      en: ("earlier version", "earlier versions")
    )
    let losing = Bilingual.count(
      drafts,
      fr: ("dépôt en cours perdra son fichier", "dépôts en cours perdront leur fichier"),
      en: ("deposit under way will lose its file", "deposits under way will lose their file")
    )
    return p(.class("fine")) {
      context.say(
        "L’exécution publie une version sans ces lignes, et efface ce qui peut encore les contenir : "
          + "\(earlier.fr). ",
        "The execution publishes a version without these rows, and erases what may still hold them: "
          + "\(earlier.en). "
      )
      if drafts > 0 {
        context.say("\(losing.fr). ", "\(losing.en). ")
      }
    }
  }

  private func date(_ iso: String?, _ context: PageContext) -> HTML { iso.map { day($0, context) } ?? .empty }

  private func may(_ right: Permission.Right) -> Bool {
    let place = elimination.dataset.flatMap { desk.platform.state.dataset($0)?.organization }
    return [elimination.organization, place].compactMap(\.self).allSatisfy {
      desk.holds(Permission(right, on: $0), person)
    }
  }

  // MARK: Steps

  @HTMLBuilder private func steps(_ context: PageContext, _ shown: FormFields) -> HTML {
    if may(.protect) {
      decision(context, shown)
      if elimination.needsVisa != false { visa(context, shown) }
      if elimination.needsTransfer { transfer(context, shown) }
    }
    if elimination.state == .approved, may(.erase) { execution(context, shown) }
  }

  private func step(
    _ name: String,
    _ title: String,
    _ context: PageContext,
    @HTMLBuilder content: () -> HTML
  ) -> HTML {
    section(.class("sheet-part"), .ariaLabelledBy(name + "-titre")) {
      h2(.id(name + "-titre")) { title }
      actionForm(.elimination(elimination.id), context) { content() }
    }
  }

  private func decision(_ context: PageContext, _ shown: FormFields) -> HTML {
    let isOwn = elimination.proposedBy == Register.Actor.person(person).id
    return step("decision", context.say("Décider", "Decide"), context) {
      if elimination.state == .proposed, isOwn {
        p(.class("fine")) {
          context.say(
            "Vous l’avez proposée : une autre personne l’approuve.",
            "You proposed it: someone else approves it."
          )
        }
      }
      shown.area(
        "reason",
        context.say("Motif", "Reason"),
        help: context.say("Nécessaire pour refuser.", "Needed to refuse."),
        rows: 3
      )
      buttons {
        if elimination.state == .proposed, !isOwn {
          submit(context.say("Approuver", "Approve"), name: "step", value: "approve")
        }
        submit(context.say("Refuser", "Refuse"), .second, name: "step", value: "refuse")
      }
    }
  }

  private func visa(_ context: PageContext, _ shown: FormFields) -> HTML {
    step("visa", context.say("Visa d’élimination", "Visa of elimination"), context) {
      if let number = elimination.visaNumber {
        p { context.say("Noté : n° \(number).", "Noted: no. \(number).") }
      }
      shown.text("number", context.say("Numéro", "Number"), isRequired: true, longest: 200)
      shown.text("date", context.say("Date", "Date"), type: "date", isRequired: true)
      shown.text(
        "authority",
        context.say("Autorité", "Authority"),
        help: context.say(
          "Le directeur des archives départementales (C. patr., art. R212-14).",
          "The director of the departmental archives (C. patr., art. R212-14)."
        ),
        isRequired: true,
        longest: 200
      )
      buttons { submit(context.say("Noter le visa", "Note the visa"), .second, name: "step", value: "visa") }
    }
  }

  private func transfer(_ context: PageContext, _ shown: FormFields) -> HTML {
    step("versement", context.say("Versement", "Transfer"), context) {
      if let slip = elimination.slip { p { context.say("Noté : \(slip).", "Noted: \(slip).") } }
      shown.text(
        "slip",
        context.say("Bordereau de versement", "Transfer slip"),
        isRequired: true,
        longest: 200
      )
      shown.text("transferDate", context.say("Versé le", "Transferred on"), type: "date", isRequired: true)
      buttons {
        submit(
          context.say("Noter le versement", "Note the transfer"),
          .second,
          name: "step",
          value: "transfer"
        )
      }
    }
  }

  private func execution(_ context: PageContext, _ shown: FormFields) -> HTML {
    step("execution", context.say("Exécuter", "Execute"), context) {
      if elimination.extent == .series || elimination.dataset == nil {
        shown.text(
          "proof",
          context.say("Preuve", "Proof"),
          help: context.say(
            "Certificat de destruction, procès-verbal.",
            "Certificate of destruction, minutes."
          ),
          isRequired: true,
          longest: 2000
        )
      }
      shown.box(
        "confirm",
        context.say(
          "J’ai compris que ces contenus ne reviennent pas.",
          "I understand that these contents do not come back."
        )
      )
      buttons {
        submit(
          context.say("Éliminer pour toujours", "Eliminate for good"),
          .danger,
          name: "step",
          value: "execute"
        )
      }
    }
  }

  // MARK: Proof

  private func proof(_ context: PageContext) -> HTML {
    let list: ([String]) -> HTML = { values in
      values.isEmpty ? .empty : .text(values.joined(separator: ", "))
    }
    let number: (Int?) -> HTML = { value in value.map { .text(context.language.number($0)) } ?? .empty }
    let visa = elimination.visaNumber.map {
      "\($0), \(elimination.visaDate ?? ""), \(elimination.visaAuthority ?? "")"
    }
    return section(.ariaLabelledBy("preuve")) {
      h2(.id("preuve")) { context.say("Preuve", "Proof") }
      facts([
        (
          context.say("Exécutée le", "Executed on"),
          elimination.executedAt.map { moment($0.text, context) } ?? .empty
        ),
        (
          context.say("Par", "By"),
          .text(elimination.executedBy.map { desk.calling($0, context) } ?? "")
        ),
        (context.say("Visa", "Visa"), .text(visa ?? "")),
        (context.say("Bordereau de versement", "Transfer slip"), .text(elimination.slip ?? "")),
        (context.say("Versions effacées", "Versions erased"), list(elimination.erasedVersions)),
        (context.say("Version qui reste", "Version that stays"), .text(elimination.newVersion ?? "")),
        (context.say("Lignes gardées", "Rows kept"), number(elimination.rowsKept)),
        (
          context.say("Entrées du journal effacées", "Journal entries erased"),
          number(elimination.entriesErased)
        ),
        (context.say("Dépôts vidés", "Deposits cleared"), number(elimination.depositsCleared)),
        (
          context.say("Empreintes des fichiers effacés", "Digests of the files erased"),
          elimination.erasedFiles.isEmpty
            ? .empty : ul { for digest in elimination.erasedFiles { li { tag("code") { digest } } } }
        ),
        (context.say("Preuve", "Proof"), .text(elimination.proof ?? "")),
      ])
    }
  }
}
