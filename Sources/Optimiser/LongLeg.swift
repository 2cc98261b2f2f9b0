/// A leg that few legs of the present plan are longer than, found from samples.
///
/// Insertion stops looking at near places once none that lies between ordinary legs can win.
struct LongLeg {
  /// How many nodes a sample looks at.
  static let sampleSize = 64
  /// Of the legs, the share that is no longer.
  private static let ordinaryShare = 0.8

  /// Longer than any leg, and small enough to be added to.
  private static let unknown = Int.max / 4

  /// Its length in seconds, smoothed over the samples; before the first, longer than any.
  private(set) var seconds = Self.unknown
  private var sample: [Int] = []

  /// Adds a leg of so many seconds to the sample.
  mutating func note(_ seconds: Int) { sample.append(seconds) }

  /// Takes account of the sample and begins the next.
  mutating func endSample() {
    guard !sample.isEmpty else { return }
    sample.sort()
    let latest = sample[Int(Double(sample.count) * Self.ordinaryShare)]
    seconds = seconds == Self.unknown ? latest : (7 * seconds + latest + 7) / 8
    sample.removeAll(keepingCapacity: true)
  }
}
