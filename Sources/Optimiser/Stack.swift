/// A list in flat memory that grows at its end: what a step of the search notes down.
///
/// Unlike an array it is never shared, so that appending and emptying need no look at who else
/// holds it.
@safe
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private var cells: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: How many elements there is room for at first, at least one.
  init(capacity: Int = 64) {
    self.capacity = max(1, capacity)
    unsafe cells = .allocate(capacity: self.capacity)
  }

  init(_ elements: some Collection<Element>) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }

  deinit { unsafe cells.deallocate() }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      return unsafe cells[index]
    }
    @inline(__always) set {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      unsafe cells[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (cells + count).initialize(to: element)
    count += 1
  }

  /// Empties it, and keeps the memory.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Turns the elements in `range` around.
  mutating func reverse(_ range: Range<Int>) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      (self[low], self[high]) = (self[high], self[low])
      low += 1
      high -= 1
    }
  }

  /// Brings the elements into a random order, each as likely as any other.
  ///
  /// Source: Fisher, Yates, in the form of Durstenfeld, "Algorithm 235", 1964.
  mutating func shuffle(using random: inout SplitMix64) {
    var index = count
    while index > 1 {
      let other = random.below(index)
      index -= 1
      (self[index], self[other]) = (self[other], self[index])
    }
  }

  /// Sorts the elements, ascending.
  mutating func sort() where Element: Comparable {
    // Insertion sort, which is fastest for a dozen; more are rare.
    guard count <= 50 else {
      var all = unsafe UnsafeMutableBufferPointer(start: cells, count: count)
      return unsafe all.sort()
    }
    for index in 0..<count {
      let element = self[index]
      var hole = index
      while hole > 0, self[hole - 1] > element {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = element
    }
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: cells, count: count)
    unsafe cells.deallocate()
    unsafe cells = larger
    capacity *= 2
  }
}
