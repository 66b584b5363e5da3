import Markup
import Messages
public import Web

/// The public journal: every act, and how to check that none was rewritten.
public enum JournalPage {
  /// Makes the page.
  public static func page(_ model: JournalModel, _ context: PageContext) -> Page {
    let title = context.say("Journal", "Journal")
    return Page(
      title: title,
      summary: context.say(
        "Tout ce qui a été fait sur ce site, et la preuve que rien n’a été réécrit.",
        "All that was done on this site, and the proof that nothing was rewritten."
      ),
      breadcrumbs: [Page.Crumb(title)],
      section: .journal,
      scripts: [.copy]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Chaque publication, chaque changement d’une description entre ici, dans l’ordre, et n’en "
            + "sort plus.",
          "Every publication and every change of a description enters here, in order, and never leaves."
        )
      }
      head(model.head, context)
      JournalTable(lines: model.lines).view(context)
      Pagination(offset: model.offset, limit: JournalModel.pageSize, total: model.head.size).view(context) {
        context.here(context.query.setting("page", $0 == 1 ? nil : "\($0)"))
      }
      explanation(model.head, context)
    }
  }

  private static func head(_ head: JournalHead, _ context: PageContext) -> HTML {
    section(.class("journal-head"), .ariaLabelledBy("tete")) {
      h2(.id("tete")) { context.say("La tête du journal", "The journal’s head") }
      facts([
        (context.say("Actes inscrits", "Entries"), .text(context.language.number(head.size))),
        (context.say("Dernier acte", "Last entry"), head.size == 0 ? .empty : moment(head.time, context)),
        (context.say("Racine de l’arbre", "Root of the tree"), code(.class("digest")) { head.root }),
      ])
    }
  }

  private static func explanation(_ head: JournalHead, _ context: PageContext) -> HTML {
    let between = Query(["from": "\(max(1, head.size / 2))", "to": "\(head.size)"])
    return section(.class("prose"), .ariaLabelledBy("preuve")) {
      h2(.id("preuve")) { context.say("La preuve, et comment la vérifier", "The proof, and how to check it") }
      ol {
        li {
          context.say(
            "Chaque acte porte l’empreinte (SHA-256) de l’acte précédent : changer un acte ancien "
              + "change tous les suivants.",
            "Each entry holds the digest (SHA-256) of the one before: changing an old entry changes "
              + "all that follow."
          )
        }
        li {
          context.say(
            "Toutes les empreintes forment un arbre de Merkle (RFC 9162). Sa racine, ci-dessus, "
              + "résume le journal entier en 64 caractères.",
            "All digests form a Merkle tree (RFC 9162). Its root, above, sums up the whole journal "
              + "in 64 characters."
          )
        }
        li {
          context.say(
            "Notez cette racine aujourd’hui. Plus tard, demandez la preuve que le journal d’alors "
              + "est le début de celui du jour.",
            "Note this root today. Later, ask for the proof that the journal of then is the "
              + "beginning of that of the day."
          )
        }
        li {
          context.say(
            "Un contenu peut être effacé pour un motif légal (RGPD, art. 17). L’acte reste, avec son "
              + "empreinte : la chaîne se vérifie toujours.",
            "A content may be erased on lawful grounds (GDPR, art. 17). The entry stays, with its "
              + "digest: the chain still verifies."
          )
        }
      }
      codeSample(
        "curl '\(context.absolute(Endpoint.journalHead.link()))'",
        language: "shell",
        label: context.say("La tête, pour un programme", "The head, for a program")
      )
      codeSample(
        "curl '\(context.absolute(Endpoint.journalConsistency.link(between)))'",
        language: "shell",
        label: context.say(
          "Preuve que rien n’a été réécrit entre deux têtes",
          "Proof that nothing was rewritten between two heads"
        )
      )
    }
  }
}

/// The record an entry changed, linked where the public may see it.
struct JournalSubject {
  let line: JournalLine

  func view(_ context: PageContext) -> HTML {
    guard let subject = line.subject else {
      return span(.class("none")) { context.say("non public", "not public") }
    }
    guard let route = line.route else { return .text(subject) }
    return a(.href(context.link(route))) { subject }
  }
}

/// Entries of the journal in a table.
struct JournalTable {
  let lines: [JournalLine]

  func view(_ context: PageContext) -> HTML {
    guard !lines.isEmpty else {
      return emptyState(context.say("Aucun acte n’est encore inscrit.", "No entry yet."))
    }
    return DataTable(
      id: "actes",
      caption: context.say("Actes, le dernier d’abord", "Entries, the latest first"),
      columns: [
        DataTable.Column(context.say("N°", "No."), isNumeric: true),
        DataTable.Column(context.say("Quand", "When")),
        DataTable.Column(context.say("Acte", "Act")), DataTable.Column(context.say("Sur quoi", "On what")),
        DataTable.Column(context.say("Pourquoi", "Why")),
        DataTable.Column(context.say("Empreinte", "Digest")),
      ],
      rows: lines.map { row($0, context) },
      hasRowHeaders: true
    ).view()
  }

  private func row(_ line: JournalLine, _ context: PageContext) -> [HTML] {
    [
      a(.href(context.link(.journalEntry(line.position)))) { context.language.number(line.position) },
      moment(line.time, context), .text(context.say(line.act)),
      fragment {
        span(.class("fine")) { context.say(line.kind) + " " }
        JournalSubject(line: line).view(context)
      },
      line.isErased
        ? badge(context.say("contenu effacé", "content erased"), .fair) : .text(line.reason ?? ""),
      code(.title(line.leaf)) { line.leaf.prefix(10) + "…" },
    ]
  }
}
