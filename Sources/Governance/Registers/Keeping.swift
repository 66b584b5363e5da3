public import Messages
public import Register

/// How a record of a register is kept: since when, by whom, until when it is to be read again.
public struct Keeping: Codable, Sendable, Equatable {
  /// Where a record is in its life.
  public enum Status: String, Codable, Sendable, CaseIterable {
    /// Being written.
    case draft
    /// Holds.
    case current
    /// Holds no more; kept for the record.
    case ended

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .draft: Bilingual(fr: "brouillon", en: "draft")
      case .current: Bilingual(fr: "en vigueur", en: "in force")
      case .ended: Bilingual(fr: "terminé", en: "ended")
      }
    }
  }

  /// Where it is in its life.
  public var status: Status
  /// When it was opened.
  public var createdAt: Moment
  /// When it last changed.
  public var updatedAt: Moment
  /// The id of the person who answers for it.
  public var responsible: String?
  /// The day it is to be read again, ISO 8601.
  public var reviewOn: String?
  /// Whether the public register shows it once it is in force.
  public var isPublic: Bool
  /// The model it was begun from.
  public var template: String?

  /// Notes how a record is kept.
  public init(
    status: Status = .draft,
    createdAt: Moment,
    updatedAt: Moment? = nil,
    responsible: String? = nil,
    reviewOn: String? = nil,
    isPublic: Bool = false,
    template: String? = nil
  ) {
    self.status = status
    self.createdAt = createdAt
    self.updatedAt = updatedAt ?? createdAt
    self.responsible = responsible
    self.reviewOn = reviewOn
    self.isPublic = isPublic
    self.template = template
  }
}
