import ShortestPaths

extension FlatArray {
  /// Copies an array in one go; the general initialiser copies one element at a time.
  init(copying elements: [Element]) {
    let memory = ArrayMemory(elements)
    self = unsafe FlatArray(viewing: memory.elements, of: memory)
  }
}

/// The memory of a ``FlatArray`` that was copied from an array.
@safe
private final class ArrayMemory<Element: BitwiseCopyable> {
  let elements: UnsafeBufferPointer<Element>

  init(_ array: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = unsafe memory.initialize(from: array)
    unsafe elements = UnsafeBufferPointer(memory)
  }

  deinit { unsafe elements.deallocate() }
}
