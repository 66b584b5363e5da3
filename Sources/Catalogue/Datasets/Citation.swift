internal import CivilTime
public import Messages

/// How to quote a dataset: its source and the date of its last update, as the law asks (CRPA article L322-1).
public enum Citation {
  /// The text to paste: publisher, title, date of last update, licence, address.
  ///
  /// - Parameters:
  ///   - version: the number of the version quoted, when one is meant.
  ///   - address: the whole address of the dataset's page.
  public static func text(
    dataset: Dataset,
    organizationName: String,
    version: Int? = nil,
    address: String
  ) -> Bilingual {
    let licence =
      Licence.with(id: dataset.licence)?.label ?? Bilingual(fr: dataset.licence, en: dataset.licence)
    let day =
      CivilDate(dataset.updatedAt)?.text ?? Bilingual(fr: dataset.updatedAt, en: dataset.updatedAt)
    let versionFrench = version.map { ", version\u{A0}\($0)" } ?? ""
    let versionEnglish = version.map { ", version \($0)" } ?? ""
    return Bilingual(
      fr:
        "\(organizationName), «\u{A0}\(dataset.title)\u{A0}»\(versionFrench), "
        + "données mises à jour le \(day.fr), "
        + "\(licence.fr), \(address)",
      en:
        "\(organizationName), “\(dataset.title)”\(versionEnglish), data updated on \(day.en), \(licence.en), "
        + address
    )
  }
}
