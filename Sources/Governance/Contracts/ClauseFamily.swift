public import Messages

/// The nine families of clauses about data that a contract of an authority should have.
public enum ClauseFamily: String, Codable, Sendable, CaseIterable {
  case control = "K1"
  case access = "K2"
  case hosting = "K3"
  case personalData = "K4"
  case security = "K5"
  case openData = "K6"
  case algorithms = "K7"
  case innovation = "K8"
  case environment = "K9"

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .control: Bilingual(fr: "Maîtrise et propriété des données", en: "Control and ownership of the data")
    case .access:
      Bilingual(fr: "Accès aux données d’intérêt général", en: "Access to data of general interest")
    case .hosting: Bilingual(fr: "Hébergement des données", en: "Hosting of the data")
    case .personalData:
      Bilingual(fr: "Données personnelles des habitants", en: "Personal data of inhabitants")
    case .security:
      Bilingual(fr: "Sécurité des systèmes d’information", en: "Security of information systems")
    case .openData: Bilingual(fr: "Publication en données ouvertes", en: "Publication as open data")
    case .algorithms: Bilingual(fr: "Transparence des algorithmes", en: "Transparency of algorithms")
    case .innovation: Bilingual(fr: "Expérimentations et innovations", en: "Trials and innovations")
    case .environment: Bilingual(fr: "Empreinte environnementale du numérique", en: "Environmental footprint")
    }
  }

  /// Why a contract should have it.
  public var why: Bilingual {
    switch self {
    case .control:
      Bilingual(
        fr: "Sans elle, les données du service appartiennent de fait à qui l’exploite.",
        en: "Without it, the data of the service belongs in fact to whoever runs it."
      )
    case .access:
      Bilingual(
        fr: "Elle dit quelles données arrivent, sous quelle forme et à quelle date.",
        en: "It says which data comes, in which form and when."
      )
    case .hosting:
      Bilingual(
        fr: "Le pays et le droit de l’hébergeur décident de qui peut lire les données.",
        en: "The country and the law of the host decide who can read the data."
      )
    case .personalData:
      Bilingual(
        fr: "Le RGPD l’exige dès qu’un tiers traite des données pour votre compte.",
        en: "The GDPR demands it whenever a third party processes data on your behalf."
      )
    case .security:
      Bilingual(
        fr: "Un incident chez le titulaire est aussi le vôtre\u{A0}: il doit vous le dire.",
        en: "An incident at the holder’s is yours too: it must tell you."
      )
    case .openData:
      Bilingual(
        fr: "Elle permet de publier sans renégocier.",
        en: "It lets you publish without negotiating again."
      )
    case .algorithms:
      Bilingual(
        fr: "Vous devez pouvoir expliquer une décision, même si le logiciel est celui d’un autre.",
        en: "You must be able to explain a decision, even if the software is someone else’s."
      )
    case .innovation:
      Bilingual(
        fr: "Un essai a un début, une fin, un bilan\u{A0}; ses données ne servent pas à autre chose.",
        en: "A trial has a start, an end and a review; its data serves nothing else."
      )
    case .environment:
      Bilingual(
        fr: "Collecter, garder et calculer moins coûte moins, à tous.",
        en: "To collect, keep and compute less costs less, for everyone."
      )
    }
  }

  /// A clause to start from, written to be pasted into a contract and adapted.
  public var model: String {
    switch self {
    case .control:
      """
      Les données collectées ou produites à l’occasion de l’exécution du présent contrat sont celles de la \
      collectivité. Le titulaire n’acquiert sur elles aucun droit autre que celui de s’en servir pour exécuter le \
      contrat. Il ne les cède, ne les vend et ne les réutilise pour son compte qu’avec l’accord écrit de la \
      collectivité. Celle-ci, ou le tiers qu’elle désigne, peut à tout moment les extraire, les exploiter et les \
      communiquer. Au terme du contrat, quelle qu’en soit la cause, le titulaire remet sans frais, dans les trente \
      jours, l’ensemble des données et leur documentation, dans un format ouvert, puis atteste la destruction de ses \
      copies.
      """
    case .access:
      """
      Le titulaire fournit à la collectivité, sous forme électronique, dans un standard ouvert, aisément \
      réutilisable et exploitable par un système de traitement automatisé, les données et les bases de données \
      collectées ou produites à l’occasion de l’exploitation du service et indispensables à son exécution. L’annexe \
      « Livraisons de données » fixe pour chacune les colonnes, la périodicité, le canal de remise, les seuils de \
      qualité et les pénalités. Une livraison refusée pour défaut est réputée non remise tant qu’elle n’est pas \
      corrigée.
      """
    case .hosting:
      """
      Les données, leurs sauvegardes et les accès d’assistance sont situés dans l’Union européenne. Le titulaire \
      déclare l’identité de l’hébergeur, le pays de son siège et les lois étrangères à l’Union auxquelles il est \
      soumis, et prévient la collectivité trois mois avant tout changement. Les données d’une sensibilité particulière \
      sont hébergées par une offre qualifiée SecNumCloud ou équivalente. Un essai complet de restitution est mené \
      chaque année ; son compte rendu est remis à la collectivité.
      """
    case .personalData:
      """
      Le titulaire traite les données personnelles pour le compte de la collectivité et sur ses seules instructions \
      documentées. L’annexe « Traitements » décrit l’objet, la durée, la nature, la finalité, les données et les \
      personnes concernées. Le titulaire engage ses agents à la confidentialité, met en œuvre les mesures de sécurité \
      de l’annexe, ne recourt à un autre sous-traitant qu’avec l’accord écrit préalable de la collectivité, l’aide à \
      répondre aux personnes et à mener ses analyses d’impact, supprime ou rend les données au terme, et se prête aux \
      audits (RGPD, article 28).
      """
    case .security:
      """
      Le titulaire applique la politique de sécurité annexée et tient à jour la liste de ses mesures. Il signale à la \
      collectivité tout incident touchant ses données dans les vingt-quatre heures suivant sa découverte, avec ce \
      qu’il en sait, puis complète. Il corrige les vulnérabilités critiques sous sept jours. Les téléservices qu’il \
      fournit sont homologués avant leur mise en service (RGS) ; il remet les pièces du dossier.
      """
    case .openData:
      """
      La collectivité peut publier les données remises, dans le respect du secret des affaires et de la vie privée, \
      sous la licence de son choix parmi celles que la réglementation homologue. Le titulaire signale, à la \
      signature et de façon motivée, les données qu’il estime couvertes par un secret ; à défaut, elles sont réputées \
      publiables. Il remet avec chaque jeu la description de ses colonnes et la date de sa mise à jour.
      """
    case .algorithms:
      """
      Lorsqu’un logiciel fourni par le titulaire participe à une décision individuelle, le titulaire remet les règles \
      du traitement, ses données et leurs sources, ses paramètres et leur pondération, sous une forme intelligible, et \
      prévient la collectivité avant toute modification. Il permet de reproduire une décision passée avec la version \
      des règles alors en vigueur. Aucun secret ne peut être opposé à la collectivité pour l’empêcher d’expliquer une \
      décision (CRPA, articles L. 311-3-1 et R. 311-3-1-2).
      """
    case .innovation:
      """
      Toute expérimentation portant sur des données fait l’objet d’un avenant ou d’une lettre qui fixe sa finalité, \
      son périmètre, sa durée, les données utilisées et les critères de sa réussite. Les données réunies pour elle ne \
      servent à rien d’autre et sont supprimées à son terme, sauf décision contraire écrite. Un bilan est rendu public \
      dans les trois mois.
      """
    case .environment:
      """
      Le titulaire ne collecte que les données utiles au service, limite leur durée de conservation active et la \
      fréquence de leurs échanges à ce qui est nécessaire. Il remet chaque année une estimation de l’empreinte \
      environnementale des services numériques du contrat, avec sa méthode, et les mesures prises pour la réduire. Les \
      services en ligne respectent le référentiel général d’écoconception de services numériques.
      """
    }
  }
}
