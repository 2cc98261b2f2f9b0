public import Domain

/// A card and the number under which the post carries it.
public struct PostItemRow: Hashable, Sendable {
  /// The line of the file on which the row starts, from 1.
  public let row: Int
  public let card: CardID
  public let item: PostItem

  public init(row: Int, card: CardID, item: PostItem) {
    self.row = row
    self.card = card
    self.item = item
  }
}

/// Reads the list that comes back from the post's counter (columns: ``PostItemColumn``).
public enum PostItemImport {
  /// What became of each row of `file`, in order; no card and no number stands on it twice.
  ///
  /// - Throws: ``DelimitedError`` for what makes the file unreadable.
  public static func readings(of file: [UInt8]) throws(DelimitedError) -> [Reading<PostItemRow>] {
    var rows = TableReader<PostItemColumn>()
    rows.feed(file[...])
    rows.finish()
    var cardRows: [CardID: Int] = [:]
    var itemRows: [PostItem: Int] = [:]
    var readings: [Reading<PostItemRow>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        let posted = try postItemRow(row)
        if let first = cardRows[posted.card] {
          throw row.rejection(.cardID, .duplicate(firstRow: first))
        }
        if let first = itemRows[posted.item] {
          throw row.rejection(.item, .duplicate(firstRow: first))
        }
        cardRows[posted.card] = row.line
        itemRows[posted.item] = row.line
        readings.append(.accepted(posted, []))
      } catch {
        readings.append(.rejected(error))
      }
    }
    try rows.checkHeader()
    return readings
  }

  private static func postItemRow(
    _ row: TableRow<PostItemColumn>
  ) throws(Rejection) -> PostItemRow {
    if let defect = row.defect { throw defect }
    guard let card = CardID(try row.required(.cardID)) else {
      throw row.rejection(.cardID, .cardID)
    }
    guard let item = PostItem(try row.required(.item)) else {
      throw row.rejection(.item, .postItem)
    }
    return PostItemRow(row: row.line, card: card, item: item)
  }
}
