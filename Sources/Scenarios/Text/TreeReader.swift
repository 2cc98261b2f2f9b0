import Domain
import Yams

/// Reads the bytes of a scenario file as YAML, within limits that no honest file reaches.
///
/// Aliases are refused before parsing, since a few lines of them stand for gigabytes.
struct TreeReader {
  static let largestFile = 262_144
  static let deepestNesting = 24

  let file: String

  func read(_ bytes: [UInt8]) throws(ScenarioError) -> Tree {
    guard bytes.count <= Self.largestFile else {
      throw refusal(
        nil,
        Phrase(
          id: "berkas \(bytes.count) bita terlalu besar; paling banyak \(Self.largestFile)",
          en: "a file of \(bytes.count) bytes is too large; \(Self.largestFile) at most"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal(
        line(of: firstBadByte(in: bytes), in: bytes),
        Phrase(id: "bukan UTF-8; simpan berkas sebagai UTF-8", en: "not UTF-8; save it as UTF-8"))
    }
    if let control = bytes.firstIndex(where: { ($0 < 32 && !(9...13).contains($0)) || $0 == 127 }) {
      throw refusal(
        line(of: control, in: bytes),
        Phrase(
          id: "ada tanda yang tidak tercetak (bita \(bytes[control])); hapus",
          en: "a character that cannot be printed (byte \(bytes[control])); remove it"))
    }
    if let alias = firstAlias(in: bytes) {
      throw refusal(
        line(of: alias, in: bytes),
        Phrase(
          id: "jangkar dan alias YAML (& dan *) tidak dipakai di sini; tulis nilainya",
          en: "anchors and aliases of YAML (& and *) are not used here; write the value"))
    }
    return try parse(text)
  }

  private func parse(_ text: String) throws(ScenarioError) -> Tree {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw refusal(error)
    }
    guard let root else { return Tree(line: 1, content: .map([])) }
    return try tree(root, depth: 0)
  }

  private func tree(_ node: Node, depth: Int) throws(ScenarioError) -> Tree {
    let line = node.mark?.line
    guard depth < Self.deepestNesting else {
      throw refusal(
        line,
        Phrase(
          id: "bersarang lebih dari \(Self.deepestNesting) tingkat",
          en: "nested more than \(Self.deepestNesting) levels deep"))
    }
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return Tree(line: line, content: isEmpty ? .empty : .text(scalar.string))
    case .sequence(let items):
      var trees: [Tree] = []
      for item in items { trees.append(try tree(item, depth: depth + 1)) }
      return Tree(line: line, content: .list(trees))
    case .mapping(let pairs):
      return Tree(line: line, content: .map(try entries(pairs, depth: depth)))
    case .alias:
      throw refusal(line, Phrase(id: "alias YAML tidak dipakai", en: "no aliases of YAML here"))
    }
  }

  private func entries(
    _ pairs: Node.Mapping, depth: Int
  ) throws(ScenarioError) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    for (key, value) in pairs {
      guard let name = key.scalar?.string, !name.isEmpty else {
        throw refusal(
          key.mark?.line, Phrase(id: "kunci harus berupa kata", en: "a key must be a word"))
      }
      let line = key.mark?.line
      entries.append(Tree.Entry(name: name, line: line, tree: try tree(value, depth: depth + 1)))
    }
    return entries
  }

  private func refusal(_ line: Int?, value: String? = nil, _ what: Phrase) -> ScenarioError {
    ScenarioError(problems: [
      ScenarioProblem(Origin(file: file, line: line), value: value, what)
    ])
  }

  private func refusal(_ error: any Error) -> ScenarioError {
    switch error {
    case YamlError.duplicatedKeysInMapping(let names, let context):
      refusal(
        context.mark.line, value: names.joined(separator: ", "),
        Phrase(
          id: "kunci ini ada dua kali dalam bagian yang sama; hapus salah satu",
          en: "this key stands twice in the same section; remove one"))
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      refusal(mark.line, Phrase(id: "YAML rusak: \(problem)", en: "broken YAML: \(problem)"))
    case YamlError.reader(let problem, _, _, _):
      refusal(nil, Phrase(id: "tidak terbaca: \(problem)", en: "unreadable: \(problem)"))
    default:
      refusal(nil, Phrase(id: "YAML rusak: \(error)", en: "broken YAML: \(error)"))
    }
  }

  /// The first `*name` or `&name` that YAML could take for an alias or an anchor, whether or not it
  /// stands in quotes.
  private func firstAlias(in bytes: [UInt8]) -> Int? {
    let marks = [UInt8(ascii: "*"), UInt8(ascii: "&")]
    return bytes.indices.first { index in
      marks.contains(bytes[index]) && (index == 0 || !isWord(bytes[index - 1]))
        && index + 1 < bytes.count && isWord(bytes[index + 1])
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  private func firstBadByte(in bytes: [UInt8]) -> Int {
    var good = 0
    var bad = bytes.count
    while bad - good > 1 {
      let middle = (good + bad) / 2
      // A cut through a character leaves at most three bytes of it behind.
      let isGood = (0...3).contains {
        middle - $0 >= 0 && String(validating: bytes[..<(middle - $0)], as: UTF8.self) != nil
      }
      if isGood { good = middle } else { bad = middle }
    }
    return good
  }

  private func line(of index: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
  }
}
