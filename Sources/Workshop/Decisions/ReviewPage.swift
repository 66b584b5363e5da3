import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Tabular
import Web

/// The page on which a deposit is decided.
struct ReviewPage {
  let model: ReviewModel
  let desk: Desk
  let person: String
  let forms: ReviewForms
  var deposit: Deposit { model.deposit }

  func page(_ context: PageContext) -> Page {
    let title = deposit.title(in: desk.snapshot)
    return Page(
      title: title,
      breadcrumbs: [
        Page.Crumb(context.say("À décider", "To decide"), context.link(.decisions)), Page.Crumb(title),
      ],
      workshop: .decisions
    ) {
      h1 { title }
      [forms.decision, forms.publication, forms.comment].compactMap { $0?.summary }
      state(context)
      reading(context)
      section {
        h2 { context.say("Ce qui est déposé", "What is deposited") }
        sheet(context)
        holds(context)
        p {
          a(.href(context.link(.recordHistory(RecordKey(Deposit.self, deposit.id))))) {
            context.say("Historique du dépôt", "History of the deposit")
          }
        }
      }
      description(context)
      diagnosis(context)
      recipe(context)
      changes(context)
      rules(context)
      decisions(context)
      ReviewActions(page: self).view(context)
      CommentThread(
        comments: model.comments,
        desk: desk,
        person: person,
        action: .depositComments(deposit.id),
        fields: forms.comment
      ).view(context)
    }
  }

  private func state(_ context: PageContext) -> HTML {
    let (tone, text): (Tone, Bilingual) =
      switch deposit.state {
      case .draft: (.neutral, Bilingual(fr: "en préparation", en: "being prepared"))
      case .submitted: (.fair, Bilingual(fr: "soumis", en: "submitted"))
      case .returned: (.poor, Bilingual(fr: "renvoyé", en: "sent back"))
      case .approved: (.good, Bilingual(fr: "approuvé", en: "approved"))
      case .published: (.good, Bilingual(fr: "publié", en: "published"))
      case .abandoned: (.neutral, Bilingual(fr: "abandonné", en: "given up"))
      }
    return p(.class("facts-line")) {
      badge(context.say(text), tone)
      if let planned = deposit.plannedFor {
        span {
          context.say("publication prévue le ", "publication planned on ")
          day(planned.text, context)
        }
      }
    }
  }

  @HTMLBuilder private func reading(_ context: PageContext) -> HTML {
    if let failure = model.failure {
      notice(.poor, title: context.say(failure.message)) {
        if let remedy = failure.remedy { p { context.say(remedy) } }
      }
    } else if model.isReading {
      notice(.fair, title: context.say("Le fichier est en cours de lecture", "The file is being read")) {
        p { a(.href(context.here(Query()))) { context.say("Actualiser la page", "Reload the page") } }
      }
    }
  }

  private func sheet(_ context: PageContext) -> HTML {
    facts([
      (context.say("Organisation", "Organisation"), .text(desk.organizationName(deposit.organization))),
      (context.say("Déposé par", "Deposited by"), .text(desk.calling(deposit.depositor, context))),
      (context.say("Modifié le", "Changed on"), moment(deposit.updatedAt.text, context)),
      (context.say("Jeu de données", "Dataset"), target(context)),
      (
        context.say("Fichier", "File"),
        .text(deposit.file.map { "\($0.name), \(context.language.bytes($0.bytes))" } ?? "")
      ),
    ])
  }

  private func target(_ context: PageContext) -> HTML {
    guard let slug = deposit.dataset else { return .text(context.say("nouveau", "new")) }
    return a(.href(context.link(.datasetRules(slug)))) { desk.datasetTitle(slug) }
  }

  @HTMLBuilder private func holds(_ context: PageContext) -> HTML {
    if !deposit.holdReasons.isEmpty {
      notice(.fair, title: context.say("Retenu, car venu tout seul", "Held, as it came by itself")) {
        ul { for reason in deposit.holdReasons { li { context.say(reason.fr, reason.en) } } }
      }
    }
  }

  @HTMLBuilder private func description(_ context: PageContext) -> HTML {
    let lines = DescriptionLines(deposit: deposit, desk: desk).lines(context)
    if !lines.isEmpty {
      section {
        h2 {
          deposit.dataset == nil
            ? context.say("Description", "Description")
            : context.say("Description : ce qui change", "Description: what changes")
        }
        facts(lines)
      }
    }
  }

  @HTMLBuilder private func diagnosis(_ context: PageContext) -> HTML {
    if let inspection = model.inspection {
      section {
        h2 { context.say("Diagnostic", "Diagnosis") }
        keyFigures(
          [
            (context.language.number(inspection.rows), context.say("lignes", "rows")),
            (context.language.number(inspection.columns.count), context.say("colonnes", "columns")),
            (context.language.number(inspection.findingCount), context.say("remarques", "findings")),
            (
              context.language.number(inspection.columns.count { $0.personal != nil }),
              context.say("colonnes d’aspect personnel", "columns that look personal")
            ),
          ],
          label: context.say("Diagnostic", "Diagnosis")
        )
        if !inspection.findings.isEmpty {
          ul {
            for finding in inspection.findings.prefix(10) {
              li { context.say(finding.message, finding.messageEnglish) }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func recipe(_ context: PageContext) -> HTML {
    if !deposit.recipe.isEmpty {
      section {
        h2 { context.say("Recette", "Recipe") }
        ol { for step in deposit.recipe.steps { li { context.say(step.sentence) } } }
      }
    }
  }

  @HTMLBuilder private func changes(_ context: PageContext) -> HTML {
    if let comparison = model.comparison {
      section {
        h2 { context.say("Ce qui change de la version publiée", "What changes of the published version") }
        ul {
          let sentences = comparison.sentences
          if sentences.isEmpty { li { context.say("Rien ne change.", "Nothing changes.") } }
          for sentence in sentences { li { context.say(sentence) } }
        }
      }
    }
  }

  @HTMLBuilder private func rules(_ context: PageContext) -> HTML {
    if let rules = model.rules {
      section(.id("regles")) {
        h2 { context.say("Règles", "Rules") }
        p(.class("fine")) {
          context.say("Jugées comme si vous publiiez maintenant.", "Judged as if you published now.")
        }
        TwoPersonsNotice(rules: rules, deposit: deposit, person: person, desk: desk).view(context)
        verdictList(rules.sorted { $0.weight < $1.weight }.map { $0.line(context) })
        if let slug = deposit.dataset, rules.contains(where: \.blocks) {
          p {
            a(.href(context.link(.datasetRules(slug)))) {
              context.say("Déroger à une règle pour ce jeu", "Waive a rule for this dataset")
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func decisions(_ context: PageContext) -> HTML {
    if !deposit.decisions.isEmpty {
      section {
        h2 { context.say("Décisions déjà prises", "Decisions taken already") }
        ul {
          for decision in deposit.decisions {
            li {
              badge(
                decision.isApproval
                  ? context.say("approuvé", "approved") : context.say("renvoyé", "sent back"),
                decision.isApproval ? .good : .poor
              )
              " " + desk.calling(decision.by, context) + ", " + quality(decision.right, context) + ", "
              moment(decision.at.text, context)
              if !decision.comment.isEmpty { p { decision.comment } }
            }
          }
        }
      }
    }
  }

  private func quality(_ right: Permission.Right, _ context: PageContext) -> String {
    switch right {
    case .protect: context.say("pour la protection des données", "for data protection")
    case .publish: context.say("pour la publication", "for publication")
    default: context.say("pour la relecture", "for the review")
    }
  }
}

extension Assessment {
  /// What blocks first, what is met last.
  var weight: Int {
    switch verdict {
    case .nonCompliant: mode == .blocking ? 0 : 1
    case .unknown: 2
    case .waived: 3
    case .compliant: 4
    case .notApplicable: 5
    }
  }

  /// The verdict with its evidence, its remedy and its article.
  func line(_ context: PageContext) -> VerdictLine {
    var sentences = [context.say(evidence)]
    if let waiver {
      let day = context.language.date(waiver.lastDay)
      sentences.append(
        context.say("Dérogation jusqu’au \(day) : \(waiver.reason)", "Waived until \(day): \(waiver.reason)")
      )
    }
    if let remedy { sentences.append(context.say(remedy)) }
    sentences.append("(\(article))")
    let tone: Tone =
      switch verdict {
      case .compliant: .good
      case .nonCompliant: .poor
      case .unknown, .waived: .fair
      case .notApplicable: .neutral
      }
    return VerdictLine(
      tone,
      verdict: context.say(verdict.label),
      title: context.say(title),
      reason: sentences.joined(separator: " ")
    )
  }
}
