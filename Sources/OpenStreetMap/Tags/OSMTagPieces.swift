/// One tag as pieces of an ``OSMText``.
struct OSMTagPieces: Sendable {
  let key: OSMTextPiece
  let value: OSMTextPiece
}
