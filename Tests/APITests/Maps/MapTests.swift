import Testing

@testable import API

@Suite("Geometries in cells") struct PlaceTests {
  @Test(
    "Well-formed geometries are measured",
    arguments: [
      (#"{"type":"Point","coordinates":[4.5,45.5]}"#, [4.5, 45.5, 4.5, 45.5]),
      (
        #" { "type" : "Point" , "coordinates" : [ 4.5 , 45.5 , 120 ] , "bbox":[1,2],"crs":{"a":[true,null,"\"é"]} } "#,
        [4.5, 45.5, 4.5, 45.5]
      ),
      (#"{"coordinates":[[0,1],[2,-3]],"type":"LineString"}"#, [0, -3, 2, 1]),
      (
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
        [0, 0, 6, 6]
      ),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1e0,2]},{"type":"Point","coordinates":[-3,4]}]}"#,
        [-3, 2, 1, 4]
      ),
    ] as [(String, [Double])]
  )
  func measured(text: String, box: [Double]) {
    let place = Place(geoJSON: text)
    #expect(place?.box == GeographicBox(west: box[0], south: box[1], east: box[2], north: box[3]))
    #expect(place.map { String(decoding: $0.geometry, as: UTF8.self) } == text)
  }

  @Test(
    "Anything else is no place",
    arguments: [
      "", "{}", "[]", "null", #"{"type":"Point"}"#, #"{"type":"Point","coordinates":[]}"#,
      #"{"type":"Point","coordinates":[1]}"#,
      #"{"type":"Point","coordinates":["1",2]}"#, #"{"type":"Point","coordinates":[[1,2]]}"#,
      #"{"type":"Polygon","coordinates":[[1,2]]}"#,
      #"{"type":"Point","coordinates":[1,2]}}"#, #"{"type":"Point","coordinates":[1,2]},"x":{"#,
      #"{"type":"Point","coordinates":[01,2]}"#,
      #"{"type":"Point","coordinates":[1,2.]}"#, #"{"type":"Point","coordinates":[850000,6500000]}"#,
      #"{"type":"Circle","coordinates":[1,2]}"#,
      #"{"type":"Point","coordinates":[1,NaN]}"#, #"{"type":"Point","coordinates":[1,2],"a":"\x"}"#,
      #"{"type":"Point","coordinates":[1e999,2]}"#,
      #"{"type":"LineString","coordinates":[[1,2],[[3,4]]]}"#,
      "{\"type\":\"Point\",\"coordinates\":[1,2],\"a\":\"\n\"}",
    ]
  )
  func refused(text: String) {
    #expect(Place(geoJSON: text) == nil)
  }

  @Test(
    "Points are read as cells write them",
    arguments: [
      ("48.85, 2.35", false, 2.35, 48.85), ("48.85;2.35", false, 2.35, 48.85),
      ("[2.35, 48.85]", true, 2.35, 48.85),
      ("POINT (2.35 48.85)", false, 2.35, 48.85),
      (#"{"type":"Point","coordinates":[2.35,48.85]}"#, false, 2.35, 48.85),
      ("(48.85 2.35)", false, 2.35, 48.85),
    ]
  )
  func points(text: String, isLongitudeFirst: Bool, longitude: Double, latitude: Double) {
    let box = Place(point: text, isLongitudeFirst: isLongitudeFirst)?.box
    #expect(box == GeographicBox(west: longitude, south: latitude, east: longitude, north: latitude))
  }

  @Test(
    "Cells that are no point are no place",
    arguments: ["", "48.85", "a,b", "1,2,3", "95,2", "POINT EMPTY"]
  )
  func notPoints(text: String) {
    #expect(Place(point: text, isLongitudeFirst: false) == nil)
  }
}

@Suite("Rows on a map", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct FeatureTests {
  @Test("Shapes are features; what is no geometry is left out")
  func shapes() async throws {
    let valley = try await Valley.shared()
    let map = try await valley.json("/datasets/lieux/geojson")
    #expect(map["type"] == .string("FeatureCollection") && map["truncated"] == .boolean(false))
    #expect(map["features"].array.compactMap { $0["properties"]["nom"].string } == ["Mairie", "Parc"])
    #expect(map["features"][0]["geometry"]["coordinates"] == .array([.number(4.5), .number(45.5)]))
    #expect(map["features"][0]["id"] == .number(2) && map["features"][0]["properties"]["geometry"] == .null)
    let near = try await valley.json("/datasets/lieux/geojson?bbox=4.05,44,4.3,45.05")
    #expect(near["features"].array.compactMap { $0["properties"]["nom"].string } == ["Parc"])
  }

  @Test("Columns of latitudes and longitudes make points, within a rectangle and a limit")
  func pairs() async throws {
    let valley = try await Valley.shared()
    let all = try await valley.json("/datasets/arbres/geojson?columns=%C3%A2ge")
    #expect(all["features"].array.count == 40)
    #expect(all["features"][3]["properties"].object.keys.sorted() == ["âge"])
    let some = try await valley.json("/datasets/arbres/geojson?bbox=4.095,45,4.2,45.2")
    #expect(some["features"].array.count == 11)
    let few = try await valley.json("/datasets/arbres/geojson?limit=5")
    #expect(few["features"].array.count == 5 && few["truncated"] == .boolean(true))
    let filtered = try await valley.json("/datasets/arbres/geojson?hauteur__greater=10")
    #expect(filtered["features"].array.count == Valley.trees.rows.count { (Double($0[1]) ?? 0) >= 10 })
  }

  @Test("Points are read in the order their column was found to have, and coordinates known by their formats")
  func notations() async throws {
    let territory = try await TestTerritory()
    try await territory.add(Valley.dataset("points", "Points"), Valley.points)
    try await territory.add(Valley.dataset("formats", "Formats"), Valley.formatted)
    let points = try await territory.json("/datasets/points/geojson")
    #expect(points["features"].array.count == 2)
    let one: JSON = .array([.number(4.5), .number(45.25)])
    #expect(points["features"][0]["geometry"]["coordinates"] == one)
    let formats = try await territory.json("/datasets/formats/geojson")
    #expect(formats["features"][0]["geometry"]["coordinates"] == one)
  }

  @Test("A table that is nowhere is refused")
  func nowhere() async throws {
    let valley = try await Valley.shared()
    #expect(
      try await valley.refusal("/datasets/nombreux/geojson").problem["code"]
        == .string("api.map.no-coordinates")
    )
  }
}
