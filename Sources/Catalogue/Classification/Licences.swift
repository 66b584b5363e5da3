internal import Messages

extension Licence {
  /// The licences known, those on the list of CRPA article D323-2-1 first, data before software.
  public static let all: [Licence] = listedForData + listedForSoftware + others

  private static let attribution = Bilingual(
    fr: "Réutilisation libre, même commerciale, en citant la source et la date de mise à jour.",
    en: "Free re-use, even commercial, quoting the source and the date of last update."
  )
  private static let shareAlike = Bilingual(
    fr: "Réutilisation libre en citant la source\u{202F}; une base dérivée se partage aux mêmes conditions.",
    en: "Free re-use quoting the source; a derived database is shared under the same terms."
  )
  private static let permissive = Bilingual(
    fr: "Code réutilisable librement, en conservant la mention des auteurs et le texte de la licence.",
    en: "Code free to re-use, keeping the authors’ notice and the text of the licence."
  )
  private static let reciprocal = Bilingual(
    fr: "Code réutilisable librement\u{202F}; les versions modifiées et diffusées gardent la même licence.",
    en: "Code free to re-use; modified versions that are distributed keep the same licence."
  )
  private static let publicDomain = Bilingual(
    fr: "Aucune condition de réutilisation.",
    en: "No condition on re-use."
  )
  private static let unknown = Bilingual(
    fr: "Les conditions de réutilisation ne sont pas dites\u{A0}: il faut les demander au producteur.",
    en: "The terms of re-use are not stated: ask the producer."
  )

  private static let listedForData = [
    data(
      "lov2",
      "Licence Ouverte 2.0",
      "Open Licence 2.0",
      spdx: "etalab-2.0",
      url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
      terms: attribution
    ),
    data(
      "odc-odbl",
      "Open Database License (ODbL)",
      "Open Database License (ODbL)",
      spdx: "ODbL-1.0",
      url: "https://opendatacommons.org/licenses/odbl/summary/",
      terms: shareAlike
    ),
  ]

  private static let listedForSoftware = [
    software("bsd-2-clause", "BSD à 2 clauses", "BSD 2-Clause", spdx: "BSD-2-Clause", terms: permissive),
    software("bsd-3-clause", "BSD à 3 clauses", "BSD 3-Clause", spdx: "BSD-3-Clause", terms: permissive),
    software("apache-2.0", "Apache 2.0", "Apache 2.0", spdx: "Apache-2.0", terms: permissive),
    software("cecill-b", "CeCILL-B", "CeCILL-B", spdx: "CECILL-B", terms: permissive),
    software("mit", "MIT", "MIT", spdx: "MIT", terms: permissive),
    software(
      "mpl-2.0",
      "Mozilla Public License 2.0",
      "Mozilla Public License 2.0",
      spdx: "MPL-2.0",
      terms: reciprocal
    ),
    software(
      "gpl-3.0",
      "GNU General Public License 3.0",
      "GNU General Public License 3.0",
      spdx: "GPL-3.0-or-later",
      terms: reciprocal
    ),
    software(
      "lgpl-3.0",
      "GNU Lesser General Public License 3.0",
      "GNU Lesser General Public License 3.0",
      spdx: "LGPL-3.0-or-later",
      terms: reciprocal
    ),
    software(
      "agpl-3.0",
      "GNU Affero General Public License 3.0",
      "GNU Affero General Public License 3.0",
      spdx: "AGPL-3.0-or-later",
      terms: reciprocal
    ),
    software("cecill-2.1", "CeCILL 2.1", "CeCILL 2.1", spdx: "CECILL-2.1", terms: reciprocal),
    software(
      "eupl-1.2",
      "Licence publique de l’Union européenne 1.2",
      "European Union Public Licence 1.2",
      spdx: "EUPL-1.2",
      terms: reciprocal
    ),
    software(
      "epl-2.0",
      "Eclipse Public License 2.0",
      "Eclipse Public License 2.0",
      spdx: "EPL-2.0",
      terms: reciprocal
    ),
  ]

  private static let others = [
    data(
      "cc-by",
      "Creative Commons Attribution 4.0",
      "Creative Commons Attribution 4.0",
      spdx: "CC-BY-4.0",
      url: "https://creativecommons.org/licenses/by/4.0/",
      standing: .needsHomologation,
      terms: attribution
    ),
    data(
      "cc-by-sa",
      "Creative Commons Attribution – Partage dans les mêmes conditions 4.0",
      "Creative Commons Attribution-ShareAlike 4.0",
      spdx: "CC-BY-SA-4.0",
      url: "https://creativecommons.org/licenses/by-sa/4.0/",
      standing: .needsHomologation,
      terms: shareAlike
    ),
    data(
      "cc-zero",
      "Creative Commons Zéro",
      "Creative Commons Zero",
      spdx: "CC0-1.0",
      url: "https://creativecommons.org/publicdomain/zero/1.0/",
      standing: .needsHomologation,
      terms: publicDomain
    ),
    data(
      "odc-by",
      "Open Data Commons Attribution",
      "Open Data Commons Attribution",
      spdx: "ODC-By-1.0",
      url: "https://opendatacommons.org/licenses/by/1-0/",
      standing: .needsHomologation,
      terms: attribution
    ),
    data(
      "odc-pddl",
      "Open Data Commons – Domaine public",
      "Open Data Commons Public Domain Dedication",
      spdx: "PDDL-1.0",
      url: "https://opendatacommons.org/licenses/pddl/1-0/",
      standing: .needsHomologation,
      terms: publicDomain
    ),
    data(
      "other-at",
      "Autre, avec attribution",
      "Other, with attribution",
      standing: .needsHomologation,
      terms: attribution
    ),
    data(
      "other-open",
      "Autre licence ouverte",
      "Other open licence",
      standing: .needsHomologation,
      terms: unknown
    ),
    data("other-pd", "Domaine public", "Public domain", standing: .needsHomologation, terms: publicDomain),
    data(
      "notspecified",
      "Licence non précisée",
      "Licence not specified",
      standing: .unspecified,
      terms: unknown
    ),
  ]

  private static func data(
    _ id: String,
    _ fr: String,
    _ en: String,
    spdx: String? = nil,
    url: String? = nil,
    standing: Standing = .listed,
    terms: Bilingual
  ) -> Licence {
    Licence(
      id: id,
      label: Bilingual(fr: fr, en: en),
      url: url,
      spdx: spdx,
      subject: .data,
      standing: standing,
      terms: terms
    )
  }

  private static func software(
    _ id: String,
    _ fr: String,
    _ en: String,
    spdx: String,
    terms: Bilingual
  ) -> Licence {
    Licence(
      id: id,
      label: Bilingual(fr: fr, en: en),
      url: "https://spdx.org/licenses/\(spdx).html",
      spdx: spdx,
      subject: .software,
      standing: .listed,
      terms: terms
    )
  }
}
