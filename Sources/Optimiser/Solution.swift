/// An answer to a problem: who serves what in which order, and what is left out.
///
/// The solver gives routes by ascending vehicle, none of them empty, and `unserved` ascending.
public struct Solution: Equatable, Sendable {
  public var routes: [Route]
  public var unserved: [Int]

  public init(routes: [Route], unserved: [Int]) {
    self.routes = routes
    self.unserved = unserved
  }
}
