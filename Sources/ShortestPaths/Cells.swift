/// Flat memory that grows and is changed in place, the building block of everything a search
/// writes.
///
/// Reading and writing cost what a pointer costs: indices are checked in debug builds only, and
/// every index a search uses comes from a validated graph.
@safe
struct Cells<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count: Int
  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  /// Creates no cells yet, with room for some.
  init(capacity: Int = 16) {
    count = 0
    self.capacity = max(1, capacity)
    unsafe base = .allocate(capacity: self.capacity)
  }

  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { unsafe base.deallocate() }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      return unsafe base[index]
    }
    @inline(__always) nonmutating set {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { makeRoom(for: 1) }
    unsafe base[count] = element
    count &+= 1
  }

  /// Adds `extra` cells of `value`.
  mutating func append(repeating value: Element, count extra: Int) {
    if count + extra > capacity { makeRoom(for: extra) }
    unsafe (base + count).initialize(repeating: value, count: extra)
    count += extra
  }

  /// - Precondition: There is a cell.
  @inline(__always)
  mutating func removeLast() -> Element {
    assert(count > 0, "there is no cell to remove")
    count &-= 1
    return unsafe base[count]
  }

  /// Forgets all cells and keeps their memory.
  mutating func removeAll() { count = 0 }

  /// Sets every cell to `value`.
  func fill(_ value: Element) { unsafe base.update(repeating: value, count: count) }

  private mutating func makeRoom(for extra: Int) {
    capacity = max(2 * capacity, count + extra)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }
}

extension Cells where Element: Comparable {
  /// Sorts the cells in rising order.
  func sort() {
    var cells = unsafe UnsafeMutableBufferPointer(start: base, count: count)
    unsafe cells.sort()
  }
}
