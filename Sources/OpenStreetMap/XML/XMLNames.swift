/// The different elements that a text has had so far, told apart by their names and those of their
/// attributes.
///
/// The XML library keeps every name for good, so a text made of ever new ones would fill memory.
struct XMLNames {
  private var hashes: Set<Int> = []

  mutating func take(
    _ element: XMLString, _ attributes: XMLAttributes
  ) throws(OSMFault) {
    // Seeded anew in each run, so that nobody can make names that look alike to it.
    var hasher = Hasher()
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(element.bytes))
    var attributes = attributes
    var count = 0
    while let (name, _) = attributes.take() {
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(name.bytes))
      count += 1
    }
    try OSMLimits.xmlAttributes.check(count)
    hashes.insert(hasher.finalize())
    try OSMLimits.xmlElements.check(hashes.count)
  }
}
