/// The order in which `keys` rise; equal keys keep their places. O(n) for keys of few digits.
///
/// Sorts by eleven bits at a time from the least, and leaves out digits that are all alike, as the
/// upper ones of node identifiers are.
func risingOrder(of keys: [UInt64]) -> [Int32] {
  var order = (0..<Int32(keys.count)).map(\.self)
  guard let first = keys.first else { return order }
  let varying = keys.reduce(0) { $0 | ($1 ^ first) }
  var sorted = keys
  var spareKeys = keys
  var spareOrder = order
  for shift in stride(from: UInt64(0), to: 64, by: 11) where (varying >> shift) & 0x7FF != 0 {
    scatter(sorted, order, by: shift, into: &spareKeys, &spareOrder)
    swap(&sorted, &spareKeys)
    swap(&order, &spareOrder)
  }
  return order
}

/// One pass: moves keys and their places behind those with a smaller digit.
private func scatter(
  _ keys: [UInt64], _ order: [Int32], by shift: UInt64, into movedKeys: inout [UInt64],
  _ movedOrder: inout [Int32]
) {
  var places = [Int](repeating: 0, count: 2049)
  for key in keys { places[Int((key >> shift) & 0x7FF) + 1] += 1 }
  for digit in 1..<places.count { places[digit] += places[digit - 1] }
  for index in keys.indices {
    let digit = Int((keys[index] >> shift) & 0x7FF)
    movedKeys[places[digit]] = keys[index]
    movedOrder[places[digit]] = order[index]
    places[digit] += 1
  }
}
