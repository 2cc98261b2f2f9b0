/// Numbers in one piece of memory that nobody changes: an array's own, or a part of a mapped file.
///
/// Reading costs what a pointer costs. Indices are checked in debug builds only, so whoever takes
/// numbers from a file checks them once before they are used as indices.
@safe
public struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  public let count: Int
  @usableFromInline let base: UnsafePointer<Element>
  /// Keeps the memory alive.
  private let owner: AnyObject

  /// Copies `elements` into memory of its own.
  public init(_ elements: some Collection<Element>) {
    let memory = OwnedMemory<Element>(elements)
    count = memory.count
    unsafe base = memory.base
    owner = memory
  }

  /// Looks at memory that `owner` keeps alive and nobody changes.
  ///
  /// - Precondition: `elements` is aligned for its type.
  public init(viewing elements: UnsafeBufferPointer<Element>, of owner: AnyObject) {
    guard let start = elements.baseAddress, elements.count > 0 else {
      self = FlatArray([])
      return
    }
    self = unsafe FlatArray(count: elements.count, base: start, owner: owner)
  }

  private init(count: Int, base: UnsafePointer<Element>, owner: AnyObject) {
    self.count = count
    unsafe self.base = unsafe base
    self.owner = owner
  }

  @inlinable public var indices: Range<Int> { 0..<count }
  @inlinable public var isEmpty: Bool { count == 0 }

  /// - Precondition: `index` is in `indices`, checked in debug builds.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always) get {
      assert((0..<count).contains(index), "index \(index) is not in 0..<\(count)")
      return unsafe base[index]
    }
  }

  /// Calls `body` with the memory itself.
  public func withUnsafeElements<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeBufferPointer(start: base, count: count))
  }
}

/// The memory of a ``FlatArray`` that was copied from a collection.
@safe
private final class OwnedMemory<Element: BitwiseCopyable> {
  let count: Int
  let base: UnsafePointer<Element>

  init(_ elements: some Collection<Element>) {
    count = elements.count
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    var index = 0
    for element in elements {
      unsafe (memory + index).initialize(to: element)
      index += 1
    }
    unsafe base = UnsafePointer(memory)
  }

  deinit { unsafe base.deallocate() }
}
