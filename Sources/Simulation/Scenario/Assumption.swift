public import Domain

/// A value of a scenario as it was written, with where it comes from.
public struct Assumption: Hashable, Sendable {
  public enum Basis: Hashable, Sendable {
    /// Reported or measured; the text names the source.
    case source(String)
    /// Assumed; the text says why.
    case assumed(String)
    /// What is asked: a lever set by an override or on the command line.
    case decided(String)
  }

  /// The place in the file, such as `printing.rate`.
  public var path: String
  /// As written, such as `100 cards/day`.
  public var value: String
  public var basis: Basis

  public init(path: String, value: String, basis: Basis) {
    self.path = path
    self.value = value
    self.basis = basis
  }
}

/// Something known to have happened, that the base case must reproduce.
public struct Fact: Hashable, Sendable {
  /// What is compared, by its name in ``Answer``.
  public var answer: Answer
  /// The value reported lies between these, both inclusive, in the answer's own unit.
  public var range: ClosedRange<Double>
  public var title: Phrase
  public var source: String

  public init(answer: Answer, range: ClosedRange<Double>, title: Phrase, source: String) {
    self.answer = answer
    self.range = range
    self.title = title
    self.source = source
  }
}
