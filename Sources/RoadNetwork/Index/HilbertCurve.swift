/// How far along a Hilbert curve of order 16 a cell lies; near cells get near numbers.
///
/// Source: "Hilbert curve", the iteration `xy2d` of H. S. Warren, "Hacker's Delight", 2nd ed., ch. 16.
func hilbertDistance(column: UInt32, row: UInt32) -> UInt32 {
  var column = column
  var row = row
  var distance: UInt32 = 0
  var side: UInt32 = 1 << 15
  while side > 0 {
    let isEast: UInt32 = column & side != 0 ? 1 : 0
    let isNorth: UInt32 = row & side != 0 ? 1 : 0
    distance &+= side &* side &* ((3 &* isEast) ^ isNorth)
    if isNorth == 0 {
      if isEast == 1 {
        column = 0xFFFF &- (column & 0xFFFF)
        row = 0xFFFF &- (row & 0xFFFF)
      }
      swap(&column, &row)
    }
    side >>= 1
  }
  return distance
}
