/// Flat memory of one number per node, the building block of everything the search changes.
///
/// Stored small, read as `Int`, so that sums cannot overflow. Indices are checked in debug
/// builds only; every index the search uses comes from a validated ``Problem``.
@safe
struct Column<Stored: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
  let count: Int
  private let cells: UnsafeMutablePointer<Stored>

  init(repeating value: Int, count: Int) {
    self.count = count
    unsafe cells = .allocate(capacity: max(1, count))
    unsafe cells.initialize(repeating: Stored(value), count: count)
  }

  init(_ values: [Int]) {
    self.init(repeating: 0, count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }

  deinit { unsafe cells.deallocate() }

  subscript(index: Int) -> Int {
    @inline(__always) get {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      return Int(unsafe cells[index])
    }
    @inline(__always) set {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      assert(Stored(exactly: newValue) != nil, "\(newValue) does not fit")
      unsafe cells[index] = Stored(truncatingIfNeeded: newValue)
    }
  }

  /// Sets every cell to `value`.
  mutating func fill(_ value: Int) {
    unsafe cells.update(repeating: Stored(truncatingIfNeeded: value), count: count)
  }
}
