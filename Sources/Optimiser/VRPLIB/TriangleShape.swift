/// Which cells of a table an `EDGE_WEIGHT_SECTION` lists, row by row.
///
/// A symmetric table is given by one of its triangles; a triangle by columns is the other one by
/// rows.
enum TriangleShape {
  case full, below, belowWithDiagonal, above, aboveWithDiagonal

  static let names = [
    "FULL_MATRIX", "LOWER_ROW", "LOWER_DIAG_ROW", "UPPER_ROW", "UPPER_DIAG_ROW", "LOWER_COL",
    "LOWER_DIAG_COL", "UPPER_COL", "UPPER_DIAG_COL",
  ]

  /// - Parameter format: A value of `EDGE_WEIGHT_FORMAT`.
  init?(_ format: String) {
    switch format {
    case "FULL_MATRIX": self = .full
    case "LOWER_ROW", "UPPER_COL": self = .below
    case "LOWER_DIAG_ROW", "UPPER_DIAG_COL": self = .belowWithDiagonal
    case "UPPER_ROW", "LOWER_COL": self = .above
    case "UPPER_DIAG_ROW", "LOWER_DIAG_COL": self = .aboveWithDiagonal
    default: return nil
    }
  }

  func columns(of row: Int, count: Int) -> Range<Int> {
    switch self {
    case .full: 0..<count
    case .below: 0..<row
    case .belowWithDiagonal: 0..<(row + 1)
    case .above: (row + 1)..<count
    case .aboveWithDiagonal: row..<count
    }
  }

  /// - Precondition: `count` is below 2³¹.
  func cellCount(_ count: Int) -> Int {
    switch self {
    case .full: count * count
    case .below, .above: count * (count - 1) / 2
    case .belowWithDiagonal, .aboveWithDiagonal: count * (count + 1) / 2
    }
  }
}
