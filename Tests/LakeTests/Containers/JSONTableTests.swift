import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite("JSON tables") struct JSONTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, options: ReadingOptions = ReadingOptions()) throws -> ReadTable {
    try ReadTable(try folder.write(text, as: UUID().uuidString), options: options)
  }

  private func code(_ text: String) throws -> String? {
    try refusalCode(try folder.write(text, as: UUID().uuidString))
  }

  @Test("Objects are flattened with dots, arrays stay JSON, values read as written")
  func flattening() throws {
    let table = try read(
      """
      [ {"id": "01", "a": {"b": 1.50, "c": {"d": true}}, "tags": [1, "é\\n", {"x": null}], "n": null},
        {"id": "02", "z": 12345678901234567890, "a": {"c": {"d": false}, "b": -1e3}, "a.b2": "\\ud83d\\ude00 \\u00e9"} ]
      """
    )
    #expect(table.names == ["id", "a.b", "a.c.d", "tags", "n", "z", "a.b2"])
    #expect(table.rows[0] == ["01", "1.50", "true", #"[1,"é\n",{"x":null}]"#, "", "", ""])
    #expect(table.rows[1] == ["02", "-1e3", "false", "", "", "12345678901234567890", "😀 é"])
    #expect(table.rowNumbers == [1, 2])
    #expect(table.container == "json")
  }

  @Test(
    "The table is found within its envelope",
    arguments: [
      #"{"data":[{"a":1},{"a":2}]}"#, #"{"total":2,"results":[{"a":1},{"a":2}],"links":[]}"#,
      #"{"marches":{"marche":[{"a":1},{"a":2}]}}"#, #"{"crs":{"x":1},"x":[1,2],"y":{"z":[{"a":1},{"a":2}]}}"#,
      "\u{FEFF}[{\"a\":1},\n{\"a\":2}]\n", "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n\n{\"a\":2}",
      "\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n",
    ]
  )
  func envelopes(text: String) throws {
    let table = try read(text)
    #expect(table.names == ["a"])
    #expect(table.rows == [["1"], ["2"]])
  }

  @Test("Of several arrays the longest is read, and the choice is told")
  func severalArrays() throws {
    let text = #"{"petits":[{"a":1}],"grands":[{"b":1},{"b":2}]}"#
    let table = try read(text)
    #expect(table.names == ["b"])
    #expect(table.sheets == ["petits", "grands"])
    #expect(table.codes == ["container.sheet-chosen"])
    var options = ReadingOptions()
    options.sheet = "petits"
    #expect(try read(text, options: options).names == ["a"])
  }

  @Test("An element that is no object is told and leaves its row empty")
  func strangers() throws {
    let table = try read(#"[{"a":1},null,[2],{"a":3}]"#)
    #expect(table.rows == [["1"], [""], [""], ["3"]])
    #expect(table.findings.map(\.row) == [2, 3])
  }

  @Test("A feature gives its id, its properties and its geometry as text")
  func features() throws {
    let table = try read(
      """
      {"type":"FeatureCollection","features":[
        {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[-2.5, 47.25]},"properties":{"nom":"A","x":{"y":1}}},
        {"type":"Feature","id":8,"bbox":[1,2,3,4],"properties":null,"geometry":null}]}
      """
    )
    #expect(table.container == "geojson")
    #expect(
      table.names == ["nom", "x.y", "id", "geometry"] || table.names == ["id", "nom", "x.y", "geometry"]
    )
    #expect(table.cell(0, "id") == "7")
    #expect(table.cell(0, "geometry") == #"{"type":"Point","coordinates":[-2.5,47.25]}"#)
    #expect(table.cell(1, "geometry") == "")
    #expect(table.findings.isEmpty)
  }

  @Test("A feature alone, features in lines and geometries among the properties read too")
  func featureForms() throws {
    let feature = #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}"#
    #expect(try read(feature).rows.count == 1)
    #expect(try read(feature + "\n" + feature).rows.count == 2)
    let table = try read(
      #"[{"n":1,"lieu":{"type":"Point","coordinates":[1,2]},"pt":{"coordinates":[3,4],"type":"Point"}}]"#
    )
    #expect(table.names == ["n", "lieu", "pt"])
    #expect(table.rows[0][1] == #"{"type":"Point","coordinates":[1,2]}"#)
  }

  @Test(
    "Features in another system are put in WGS 84, be it declared or told by the coordinates",
    arguments: [
      (#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"#, "geometry.reprojected"),
      (#""crs":{"type":"name","properties":{"name":"EPSG:2154"}},"#, "geometry.reprojected"),
      ("", "geometry.crs-assumed"),
    ]
  )
  func otherSystems(crs: String, code: String) throws {
    let table = try read(
      #"{"type":"FeatureCollection",\#(crs)"features":[{"type":"Feature","properties":{},"geometry":"#
        + #"{"type":"Point","coordinates":[652709.4,6862305.2]}}]}"#
    )
    #expect(table.codes == [code])
    let geometry = try #require(table.cell(0, "geometry"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(geometry.utf8)) as? [String: Any])
    let position = try #require(object["coordinates"] as? [Double])
    // Paris, Notre-Dame: about 2.355 E, 48.860 N.
    #expect(abs(position[0] - 2.355) < 0.02)
    #expect(abs(position[1] - 48.86) < 0.02)
  }

  @Test(
    "A declared system that is an address or a file is never fetched",
    arguments: ["http://127.0.0.1:1/epsg", "/etc/passwd", "/vsicurl/http://127.0.0.1:1/x"]
  )
  func hostileSystems(name: String) throws {
    let table = try read(
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(name)"}},"features":["#
        + #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#
    )
    #expect(table.cell(0, "geometry") == #"{"type":"Point","coordinates":[1,2]}"#)
  }

  @Test("An empty layer is read and said to be empty")
  func emptyLayer() throws {
    let table = try read(#"{"type":"FeatureCollection","features":[]}"#)
    #expect(table.names == ["geometry"])
    #expect(table.rows.isEmpty)
    #expect(table.codes == ["table.no-rows"])
  }

  @Test(
    "Faulty JSON is refused with its own reason",
    arguments: [
      ("[]", "container.json.empty"), (#"{"a":1}"#, "container.json.no-table"),
      ("[1,2]", "container.json.no-table"),
      (#"{"data":[]}"#, "container.json.empty"), (#"[{"a":1}"#, "container.json.truncated"),
      (#"[{"a":1},]"#, "container.json.syntax"), (#"[{"a":01}]"#, "container.json.syntax"),
      (#"[{"a":tru}]"#, "container.json.syntax"), (#"[{"a":"b"#, "container.json.truncated"),
      (#"[{"a":1}] x"#, "container.json.syntax"), (#"[{"a" 1}]"#, "container.json.syntax"),
      ("[{\"a\":\"x\ny\"}]", "container.json.syntax"), (#"[{"a":"\x"}]"#, "container.json.syntax"),
      (
        #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Po"#,
        "container.json.truncated"
      ),
      (#"{"a":"# + String(repeating: "[", count: 100_000), "container.json.too-deep"),
      (String(repeating: #"[{"a":"#, count: 100_000), "container.json.too-deep"),
    ]
  )
  func faults(text: String, code: String) throws { #expect(try self.code(text) == code) }

  @Test("A fault is told with its line and column")
  func faultLocation() throws {
    let path = try folder.write("[\n {\"a\": 1},\n {\"a\": oui}\n]", as: "a")
    let failure = #expect(throws: Failure.self) { try TableOpening.open(path: path) }
    #expect(failure?.location?.line == 3)
    #expect((8...11).contains(failure?.location?.column ?? 0))
  }

  @Test("JSON in another encoding than UTF-8 is refused, not garbled")
  func encoding() throws {
    let path = try folder.write(Array(#"[{"a":"caf"#.utf8) + [0xE9] + Array(#""}]"#.utf8), as: "a")
    #expect(try refusalCode(path) == "container.json.encoding")
  }

  @Test("Records whose keys all differ are refused once the limit of columns is passed")
  func irregular() throws {
    let text = "[" + (0..<300).map { "{\"k\($0)\":1}" }.joined(separator: ",") + "]"
    let path = try folder.write(text, as: "a")
    var options = ReadingOptions()
    options.limits.columns = 200
    #expect(try refusalCode(path, options: options) == "container.json.irregular")
    #expect(try read(text).names.count == 300)
  }

  @Test("A value reads the same however the bytes come")
  func valuesInPieces() throws {
    let text = #"  {"é\"\\":[1,-2.5e+3,true,null,"\u00e9\ud83d\ude00x",{}],"b":{"c":[[],""]}} "#
    let expected = #"{"é\"\\":[1,-2.5e+3,true,null,"é😀x",{}],"b":{"c":[[],""]}}"#
    for size in 1...20 {
      var bytes: [UInt8] = []
      let scanner = JSONScanner(Trickle(Array(text.utf8), size: size), window: 64)
      try scanner.appendValue(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(size)")
      #expect(try scanner.peek() == nil)
      let skipper = JSONScanner(Trickle(Array(text.utf8), size: size), window: 64)
      try skipper.skipValue()
      #expect(try skipper.peek() == nil)
    }
  }

  @Test("Only UTF-8 passes for UTF-8")
  func utf8() {
    let cases: [([UInt8], Bool)] = [
      (Array("aé€😀".utf8), true), ([0xC0, 0x80], false), ([0xED, 0xA0, 0x80], false),
      ([0xF4, 0x90, 0x80, 0x80], false),
      ([0xE0, 0x80, 0x80], false), ([0x80], false), ([0xE2, 0x82], false), ([0xF0, 0x9F, 0x98, 0x80], true),
    ]
    for (bytes, isValid) in cases {
      for cut in 0...bytes.count {
        var check = UTF8Check()
        let first = bytes[..<cut].withUnsafeBufferPointer { check.accept($0) }
        let second = first && bytes[cut...].withUnsafeBufferPointer { check.accept($0) }
        #expect((second && check.isComplete) == isValid, "\(bytes) cut at \(cut)")
      }
    }
  }

  @Test(
    "A geometry has a known type and coordinates of its depth",
    arguments: [
      (#"{"type":"Point","coordinates":[1,2]}"#, true), (#"{"type":"Point","coordinates":["a","b"]}"#, false),
      (#"{"type":"Point","coordinates":[1]}"#, false), (#"{"type":"Point","coordinates":[[1,2]]}"#, false),
      (#"{"coordinates":[[1,2],[3,4,5]],"type":"LineString"}"#, true),
      (#"{"type":"Polygon","coordinates":[]}"#, true),
      (#"{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4],[5,6],[1,2]]]]}"#, true),
      (#"{"type":"Cercle","coordinates":[1,2]}"#, false), (#"{"type":"Point"}"#, false), ("[1,2]", false),
      (#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#, true),
      (#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":"x"}]}"#, false),
      (#"{"type":"Point","coordinates":[1,2],"x":{"y":[1,"}"]}}"#, true),
    ]
  )
  func geometries(text: String, isGeometry: Bool) {
    #expect(GeometryText.isGeometry(Array(text.utf8)[...]) == isGeometry)
  }
}
