/// A commune of the demo territory.
///
/// None exists: names, codes and numbers are made up.
struct Commune: Sendable {
  /// The slug, also that of its organisation.
  var id: String
  var name: String
  /// An INSEE code of the Indre-et-Loire's series that no commune has.
  var codeInsee: String
  var postalCode: String
  var population: Int
  var siret: String
  /// The corners of its land, south-west first, counter-clockwise.
  var corners: [Place]
  /// The ring of its limits; neighbours share theirs point for point.
  var ring: [Place]

  /// Its name after « commune » or « mairie »: « d’Arpent-sur-Vive », « de La Grélière ».
  var of: String { "AEÉIOU".contains(name.prefix(1)) ? "d’" + name : "de " + name }

  /// The middle of its land, where its centre is.
  var center: Place { corners[0].toward(corners[2], 0.5) }

  /// A place of its land, mostly near its centre.
  func place(_ random: inout SplitMix64) -> Place {
    let across = min(0.85, max(0.15, random.bell(mean: 0.5, deviation: 0.13)))
    let up = min(0.85, max(0.15, random.bell(mean: 0.5, deviation: 0.13)))
    return corners[0].toward(corners[1], across).toward(corners[3].toward(corners[2], across), up)
  }
}

extension Commune {
  private static let names: [(id: String, name: String, population: Int)] = [
    ("arpent-sur-vive", "Arpent-sur-Vive", 14_320), ("brindelle", "Brindelle", 4_870),
    ("chaumussac", "Chaumussac", 2_140), ("ecoussy-les-pres", "Écoussy-les-Prés", 1_960),
    ("fontmarelle", "Fontmarelle", 3_310), ("la-greliere", "La Grélière", 720),
    ("orvanne-le-vieux", "Orvanne-le-Vieux", 1_150), ("saint-amadre", "Saint-Amadre", 560),
  ]

  /// The eight communes, the seat first, on a land divided by limits that a seed draws.
  static func all(seed: UInt64) -> [Commune] {
    let land = Land(seed: seed, columns: 4, rows: 2)
    return names.enumerated().map { index, commune in
      let cell = land.cell(column: index % 4, row: index / 4)
      return Commune(
        id: commune.id,
        name: commune.name,
        codeInsee: "379\(Decimals.padded(index + 11, 2))",
        postalCode: index == 0 || index == 4 ? "37990" : "37991",
        population: commune.population,
        siret: Identifiers.siret(siren: Identifiers.siren(number: 100 + index), establishment: 1),
        corners: cell.corners,
        ring: cell.ring
      )
    }
  }
}

/// A rectangle of land divided in cells whose limits wander, and are the same for both neighbours.
private struct Land {
  private let seed: UInt64
  private static let origin = Place(longitude: 0.52, latitude: 47.02)
  private static let width = 0.085
  private static let height = 0.066

  init(seed: UInt64, columns: Int, rows: Int) { self.seed = seed }

  func cell(column: Int, row: Int) -> (corners: [Place], ring: [Place]) {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { corner(column + $0.0, row + $0.1) }
    let south = side((column, row), (column + 1, row))
    let east = side((column + 1, row), (column + 1, row + 1))
    let north = side((column, row + 1), (column + 1, row + 1))
    let west = side((column, row), (column, row + 1))
    let ring = south + east.dropFirst() + north.reversed().dropFirst() + west.reversed().dropFirst()
    return (corners, ring)
  }

  private func corner(_ column: Int, _ row: Int) -> Place {
    var random = SplitMix64(seed: seed, "corner \(column) \(row)")
    return Place(
      longitude: Land.origin.longitude + (Double(column) + random.double(-0.18..<0.18)) * Land.width,
      latitude: Land.origin.latitude + (Double(row) + random.double(-0.18..<0.18)) * Land.height
    )
  }

  /// The limit between two corners, as sixteen steps that stray from the straight line.
  private func side(_ from: (Int, Int), _ to: (Int, Int)) -> [Place] {
    var random = SplitMix64(seed: seed, "side \(from.0) \(from.1) \(to.0) \(to.1)")
    let (start, end) = (corner(from.0, from.1), corner(to.0, to.1))
    var places = [start]
    for step in 1..<16 {
      let stray = 0.0035 * random.double(-1..<1)
      let straight = start.toward(end, Double(step) / 16)
      places.append(
        Place(longitude: straight.longitude + stray * 0.8, latitude: straight.latitude + stray * 0.6)
      )
    }
    return places + [end]
  }
}
