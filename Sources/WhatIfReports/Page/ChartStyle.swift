internal import Reports

/// How the curves of scenarios are told apart: colour, dash and marker, none of them alone.
///
/// Dark tones of a palette that stays apart for colour-blind readers, each at least 4.5 to 1 on
/// white. Source: M. Okabe and K. Ito, "Color Universal Design", 2008.
enum ChartStyle {
  static let colours = ["#0065a3", "#b84500", "#00734f", "#8f3a7a", "#4d4d4d", "#7a5c00"]
  /// On and off in pixels; empty for a solid line.
  static let dashes: [[Int]] = [[], [8, 4], [2, 4], [10, 4, 2, 4], [5, 3], [14, 5]]
  static let markers = ["circle", "rect", "triangle", "rectRot", "crossRot", "star"]
  static let count = 6

  static let sheet: HTMLText =
    .each(0..<count, separator: "\n") { index in
      let dash = dashes[index].map(String.init).joined(separator: " ")
      return ".k\(index) { --c: \(colours[index]); --dash: \(dash.isEmpty ? "none" : dash); }"
    }

  /// The marker around a place, as the path of a still drawing.
  static func marker(_ style: Int, x: Double, y: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { SVG.point(x + dx, y + dy) }
    switch markers[style % count] {
    case "rect": return "M\(at(-3.5, -3.5))h7v7h-7z"
    case "triangle": return "M\(at(0, -4.5))L\(at(4.5, 3.5))L\(at(-4.5, 3.5))z"
    case "rectRot": return "M\(at(0, -4.8))L\(at(4.8, 0))L\(at(0, 4.8))L\(at(-4.8, 0))z"
    case "crossRot": return "M\(at(-4, -4))L\(at(4, 4))M\(at(4, -4))L\(at(-4, 4))"
    case "star": return "M\(at(0, -4.5))v9M\(at(-4.5, 0))h9M\(at(-3, -3))l6 6M\(at(3, -3))l-6 6"
    default: return "M\(at(-3.8, 0))a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0 -7.6 0z"
    }
  }
}
