/// The attributes of one element, which can be walked over once.
@safe
struct XMLAttributes {
  private var next: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ start: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    unsafe next = start
  }

  mutating func take() -> (name: XMLString, value: XMLString)? {
    guard let name = unsafe next[0], let value = unsafe next[1] else { return nil }
    unsafe next += 2
    return unsafe (XMLString(name), XMLString(value))
  }
}
