public import Markup

/// Small drawings without axes, beside the figures they belong to.
public enum Sparkline {
  /// The shape of a distribution, from equal-width counts.
  ///
  /// Its figures are said in words beside it.
  public static func histogram(_ counts: [Int]) -> HTML {
    let most = Double(counts.max() ?? 0)
    guard most > 0 else { return .empty }
    let count = Double(counts.count)
    return svg(
      .class("spark"),
      .ariaHidden(),
      Attribute("viewBox", "0 0 \(counts.count * 4) 24"),
      Attribute("preserveAspectRatio", "none"),
      Attribute("width", "\(Int(count) * 6)"),
      Attribute("height", "24")
    ) {
      for (index, value) in counts.enumerated() where value > 0 {
        let height = max(Double(value) / most * 24, 1)
        tag(
          "rect",
          Attribute("x", "\(index * 4)"),
          Attribute("width", "3.4"),
          Attribute("y", svgNumber(24 - height)),
          Attribute("height", svgNumber(height))
        )
      }
    }
  }

  /// A share from 0 to 1 as a filled line, said in words beside it.
  public static func share(_ share: Double) -> HTML {
    svg(.class("share"), .ariaHidden(), Attribute("width", "100%"), Attribute("height", "6")) {
      tag("rect", .class("rest"), Attribute("width", "100%"), Attribute("height", "6"))
      tag("rect", Attribute("width", svgNumber(min(max(share, 0), 1) * 100) + "%"), Attribute("height", "6"))
    }
  }
}
