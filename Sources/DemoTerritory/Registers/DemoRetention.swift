internal import CivilTime
import Governance
import Messages

/// How long the demo territory keeps what it holds.
enum DemoRetention {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    RegisterKind.retentionRule.templates.prefix(3).enumerated().map { number, model in
      demo.sheet(
        RetentionRule.self,
        "k-\(number + 1)",
        model.title.fr,
        template: model.id,
        daysAgo: 240,
        status: .draft
      ) { _ in }
    }
  }
}
