/// The table of every key, as `scenarios/README.md` shows it.
public enum SchemaPage {
  /// Markdown: a table for the file, one for each section, one for the levers.
  public static var text: String {
    var lines: [String] = []
    lines += table(of: Schema.keys, title: "The file", before: fileRows)
    for key in Schema.keys { append(key, path: key.name, to: &lines) }
    lines += levers()
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ key: SchemaKey, path: String, to lines: inout [String]) {
    guard let keys = key.kind.keys else { return }
    var path = path
    if case .named = key.kind { path += ".NAME" }
    let isRepeated = path.hasSuffix(".hours") || (path.hasPrefix("channels.NAME."))
    guard !isRepeated else { return }
    lines += table(of: keys, title: "`\(path)`")
    for below in keys { append(below, path: "\(path).\(below.name)", to: &lines) }
  }

  /// The keys of ``Schema/fileKeys``, which say how the file is read.
  private static let fileRows = [
    "| `extends` | name of a file | The file over which this one is laid | none |",
    "| `sources` | names, each with a text | Long sources by a short name | none |",
    "| `variants` | names, each with paths and values | What may be decided otherwise; "
      + "`title` and `extends` are keys of a variant too | none |",
  ]

  private static func table(
    of keys: [SchemaKey], title: String, before rows: [String] = []
  ) -> [String] {
    [
      "#### \(title)", "", "| key | what is written | meaning | default |",
      "| --- | --- | --- | --- |",
    ]
      + keys.map { key in
        "| `\(key.name)` | \(key.kind.form) | \(key.meaning) | \(key.fallback ?? "**required**") |"
      } + [""]
  }

  private static func levers() -> [String] {
    ["#### Levers", "", "| short name | path | natural step |", "| --- | --- | --- |"]
      + Lever.all.map { lever in
        "| `\(lever.name)` | `\(lever.path)` | \(Unit(lever.unit).text(plain(lever.step))) |"
      }
  }
}
