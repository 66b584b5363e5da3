/// The columns of a JSON table: the paths of keys that lead to values, in the order they were first met.
struct ColumnTree {
  private struct Node {
    var key: [UInt8]
    var parent: Int
    var children: [Int] = []
    var byKey: [[UInt8]: Int] = [:]
    var column: Int?
    /// Where in `children` the next key is expected: records mostly have the same keys in the same order.
    var guess = 0
  }

  /// The node that holds the keys of a record.
  static let root = 0
  private var nodes = [Node(key: [], parent: -1)]
  /// The node of each column.
  private(set) var columns: [Int] = []
  private var byPath: [String: Int] = [:]

  /// Starts a record: the first keys are expected first.
  mutating func rewind() {
    for index in nodes.indices where nodes[index].guess != 0 { nodes[index].guess = 0 }
  }

  /// The node of a key under `parent`, made if it is new.
  mutating func child(of parent: Int, key: [UInt8]) -> Int {
    let guess = nodes[parent].guess
    if guess < nodes[parent].children.count {
      let expected = nodes[parent].children[guess]
      if nodes[expected].key == key {
        nodes[parent].guess = guess + 1
        return expected
      }
    }
    if let known = nodes[parent].byKey[key] {
      nodes[parent].guess = (nodes[parent].children.firstIndex(of: known) ?? 0) + 1
      return known
    }
    let node = nodes.count
    nodes.append(Node(key: key, parent: parent))
    nodes[parent].children.append(node)
    nodes[parent].byKey[key] = node
    nodes[parent].guess = nodes[parent].children.count
    return node
  }

  /// The column of a node, made if it has none yet: keys written `a.b` and the key `b` within `a` are the
  /// same.
  mutating func column(of node: Int) -> Int {
    if let column = nodes[node].column { return column }
    let path = path(of: node)
    let column = byPath[path] ?? columns.count
    if column == columns.count { columns.append(node) }
    byPath[path] = column
    nodes[node].column = column
    return column
  }

  /// Makes a column of its own, under no key of the records.
  mutating func addColumn(named name: String) -> Int {
    nodes.append(Node(key: Array(name.utf8), parent: Self.root, column: columns.count))
    columns.append(nodes.count - 1)
    return columns.count - 1
  }

  /// The name of a column: its path of keys, joined with dots.
  func name(of column: Int) -> String { path(of: columns[column]) }

  private func path(of start: Int) -> String {
    var keys: [String] = []
    var node = start
    while node != Self.root {
      keys.insert(String(decoding: nodes[node].key, as: UTF8.self), at: 0)
      node = nodes[node].parent
    }
    return keys.joined(separator: ".")
  }
}
