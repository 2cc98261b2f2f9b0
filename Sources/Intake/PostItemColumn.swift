/// The columns of a list that says under which number the post carries which card.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `card_id` | `nomor_kartu` | **required** |
/// | `item` | `nomor_kiriman`, `resi` | the post's number (UPU S10); **required** |
public enum PostItemColumn: Int, TableColumn {
  case cardID, item

  public var aliases: [String] {
    switch self {
    case .cardID: ["card", "kartu", "nomor_kartu"]
    case .item: ["post_item", "nomor_kiriman", "kiriman", "resi"]
    }
  }
}
