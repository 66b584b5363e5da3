import Messages
import Register

extension RegisterKind {
  /// The datasets known but not held.
  public static let knownDataset = RegisterKind(
    KnownDataset.self,
    slug: "donnees-connues",
    family: .inventory,
    label: Bilingual(fr: "Donnée connue", en: "Known dataset"),
    plural: Bilingual(fr: "Données connues", en: "Known datasets"),
    summary: Bilingual(
      fr:
        "Les données qui existent et que le catalogue n’a pas encore : chez vous, un délégataire, un partenaire.",
      en: "Data that exists and the catalogue does not have yet: here, at a delegate’s, at a partner’s."
    ),
    sections: [what, holder, care],
    listed: ["domain", "holder", "personalData"],
    rights: RegisterRights(read: .read, write: .produce, decide: .review),
    rules: InventoryRules.known
  )

  private static let what = RegisterSection(
    "objet",
    fr: "Ce que c’est",
    en: "What it is",
    fields: [
      RecordField("domain", .reference(kind: "domain"), fr: "Domaine", en: "Domain", required: true),
      RecordField("family", .text, fr: "Famille de données", en: "Family of data"),
      RecordField("content", .markdown, fr: "Contenu", en: "Content", required: true),
      RecordField(
        "isEssential",
        .boolean,
        fr: "Est-elle à ouvrir en priorité ?",
        en: "Is it to be opened first?"
      ),
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Devenue le jeu de données",
        en: "Became the dataset"
      ),
    ]
  )

  private static let holder = RegisterSection(
    "detenteur",
    fr: "Qui la détient",
    en: "Who has it",
    fields: [
      RecordField(
        "holder",
        .choice([
          .init("service", fr: "Un de nos services", en: "One of our services"),
          .init("application", fr: "Un logiciel métier", en: "An application"),
          .init("delegate", fr: "Un délégataire ou un prestataire", en: "A delegate or a contractor"),
          .init("partner", fr: "Un partenaire", en: "A partner"),
        ]),
        fr: "Détenteur",
        en: "Holder",
        required: true
      ),
      RecordField(
        "application",
        .reference(kind: Application.kind),
        fr: "Logiciel",
        en: "Application",
        required: true,
        when: .isOneOf("holder", ["application"])
      ),
      RecordField(
        "holderName",
        .text,
        fr: "Nom du détenteur",
        en: "Name of the holder",
        required: true,
        when: .isOneOf("holder", ["service", "delegate", "partner"])
      ),
      RecordField(
        "contract",
        .reference(kind: "contract"),
        fr: "Contrat",
        en: "Contract",
        when: .isOneOf("holder", ["delegate"])
      ),
      RecordField(
        "isOurs",
        .boolean,
        fr: "La collectivité en est-elle propriétaire ?",
        en: "Does the authority own it?",
        source: "CCP, art. L3131-2",
        required: true,
        when: .isOneOf("holder", ["delegate", "partner"])
      ),
      RecordField(
        "isUsedByHolder",
        .boolean,
        fr: "Le détenteur s’en sert-il pour son propre compte ?",
        en: "Does the holder use it for itself?",
        required: true,
        when: .isOneOf("holder", ["delegate", "partner"])
      ),
      RecordField(
        "isUseAllowed",
        .boolean,
        fr: "Une clause le lui permet-elle ?",
        en: "Does a clause allow it?",
        required: true,
        when: .isTrue("isUsedByHolder")
      ),
      RecordField(
        "isThoughtInaccessible",
        .boolean,
        fr: "Passe-t-elle pour inaccessible ?",
        en: "Is it thought to be out of reach?"
      ),
      RecordField(
        "triedOn",
        .date,
        fr: "Jour où l’on a essayé de l’obtenir",
        en: "Day someone tried to have it",
        required: true,
        when: .isTrue("isThoughtInaccessible"),
        why: Bilingual(
          fr: "Bien des données tenues pour inaccessibles ne le sont pas : il suffit d’essayer.",
          en: "Much data thought out of reach is not: it takes a trial."
        )
      ),
      RecordField(
        "isAccessible",
        .boolean,
        fr: "L’a-t-on obtenue ?",
        en: "Was it had?",
        required: true,
        when: .isPresent("triedOn")
      ),
    ]
  )

  private static let care = RegisterSection(
    "precautions",
    fr: "Précautions",
    en: "Care",
    fields: [
      RecordField(
        "personalData",
        .choice([
          .init("none", fr: "Aucune", en: "None"),
          .init("possible", fr: "Peut-être", en: "Perhaps"),
          .init("present", fr: "Oui", en: "Yes"),
          .init("sensitive", fr: "Oui, sensibles", en: "Yes, sensitive"),
        ]),
        fr: "Données personnelles",
        en: "Personal data",
        source: "RGPD, art. 4 et 9",
        required: true
      ),
      RecordField(
        "activity",
        .reference(kind: "processing-activity"),
        fr: "Traitement qui la couvre",
        en: "Processing activity that covers it",
        source: "RGPD, art. 30",
        required: true,
        when: .isOneOf("personalData", ["present", "sensitive"])
      ),
    ]
  )
}
