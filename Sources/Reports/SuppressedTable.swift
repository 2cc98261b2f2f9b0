/// Counts of people by two properties, of which small ones are hidden so well that nobody can
/// compute them from the rest.
///
/// A cell of 1 to 4 people says `<5`. Others are withheld along with it until, by all that the table
/// still shows, each hidden number could be another as well. Totals are cells like the others. Zeros
/// are shown: they are about nobody.
///
/// Invariant: for every hidden cell there is another table, with the same shown numbers and with 1
/// to 4 wherever it says `<5`, that has another number there.
///
/// Source: L. H. Cox, "Network Models for Complementary Cell Suppression", Journal of the American
/// Statistical Association 90 (1995): a cell is safe if the table can be changed along a cycle
/// through it.
public struct SuppressedTable: Hashable, Sendable {
  public enum Cell: Hashable, Sendable {
    case shown(Int)
    /// From 1 to 4.
    case small
    /// Any number: it is hidden so that others stay hidden.
    case withheld
  }

  /// Counts below this one are small.
  public static let threshold = 5

  /// Row by row; the last column holds the total of each row.
  public let rows: [[Cell]]
  /// The total of each column, and last of all that of the table.
  public let totals: [Cell]

  /// Hides what must be hidden.
  ///
  /// - Parameter counts: Rows of the same length; a missing or negative count is taken for zero.
  /// - Complexity: O(h × n³) for h hidden cells and n rows and columns together.
  public init(counts: [[Int]]) {
    let width = counts.map(\.count).max() ?? 0
    var cells = counts.map { row in
      let row = row.map { max(0, $0) } + Array(repeating: 0, count: width - row.count)
      return row + [row.reduce(0, +)]
    }
    cells.append((0...width).map { column in cells.reduce(0) { $0 + $1[column] } })
    var search = SuppressionSearch(counts: cells)
    search.hideAll()
    rows = Array(search.cells.dropLast())
    totals = search.cells.last ?? []
  }
}
