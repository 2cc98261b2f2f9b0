/// A value that somebody decides: one path of a scenario and what it is set to.
public struct Setting: Hashable, Sendable {
  /// A path such as `printing.sites.kantor.printers`, or the short name of a ``Lever``.
  public var path: String
  /// As written; the unit may be left out.
  public var value: String

  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}
