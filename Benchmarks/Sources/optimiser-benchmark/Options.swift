import BenchmarkSupport
import Optimiser

/// What the command line asks for.
struct Options {
  static let usage = """
    usage: optimiser-benchmark SECONDS SEEDS [options] [name=value ...] FILE.vrp ...
      --first-seed N    seeds from N on (default 1)
      --threads N       threads the search may use (default 1)
      --wall            SECONDS are wall seconds (default: CPU seconds of the process)
      --solution FILE   write the last plan, in VRPLIB's format
      --trace FILE      write seconds and cost of every better plan, as CSV
    """

  /// Why a command line is not understood.
  enum Mistake: Error, CustomStringConvertible {
    case missing(String)
    case unknown(String)
    case notPositive(String, String)

    var description: String {
      switch self {
      case .missing(let name): "\(name) is missing"
      case .unknown(let text): "\(text) is not an option or a number of the search"
      case .notPositive(let name, let text): "\(name) must be a number above 0, not \(text)"
      }
    }
  }

  let seconds: Double
  let seeds: ClosedRange<UInt64>
  private(set) var threads = 1
  private(set) var clock = Stopwatch.Clock.cpu
  private(set) var solutionFile: String?
  private(set) var traceFile: String?
  private(set) var files: [String] = []
  private var settings: [(name: String, value: Double)] = []

  init(_ arguments: ArraySlice<String>) throws(Mistake) {
    var rest = arguments
    seconds = try Self.number("SECONDS", rest.popFirst())
    let count = try Self.number("SEEDS", rest.popFirst())
    var firstSeed = 1.0
    while let argument = rest.popFirst() {
      switch argument {
      case "--first-seed": firstSeed = try Self.number(argument, rest.popFirst())
      case "--threads": threads = Int(try Self.number(argument, rest.popFirst()))
      case "--wall": clock = .wall
      case "--solution": solutionFile = try Self.value(of: argument, rest.popFirst())
      case "--trace": traceFile = try Self.value(of: argument, rest.popFirst())
      case _ where argument.hasPrefix("--"): throw .unknown(argument)
      case _ where argument.contains("="): settings.append(try Self.setting(argument))
      default: files.append(argument)
      }
    }
    seeds = UInt64(firstSeed)...UInt64(firstSeed + max(1, count) - 1)
  }

  /// The numbers of the search for `problem`, changed as the command line says.
  func tuning(for problem: Problem) throws(Mistake) -> Tuning {
    var tuning = Tuning(for: problem)
    for (name, value) in settings {
      switch name {
      case "neighbourCount": tuning.neighbourCount = Int(value)
      case "averageRemoved": tuning.averageRemoved = value
      case "longestString": tuning.longestString = Int(value)
      case "blinkChance": tuning.blinkChance = value
      case "firstTemperature": tuning.firstTemperature = value
      case "lastTemperatureShare": tuning.lastTemperatureShare = value
      case "annealingStepsPerJob": tuning.annealingStepsPerJob = value
      default: throw .unknown(name)
      }
    }
    return tuning
  }

  private static func value(of name: String, _ text: String?) throws(Mistake) -> String {
    guard let text else { throw .missing(name) }
    return text
  }

  private static func number(_ name: String, _ text: String?) throws(Mistake) -> Double {
    let text = try value(of: name, text)
    guard let number = Double(text), number > 0, number < 1e9 else {
      throw .notPositive(name, text)
    }
    return number
  }

  private static func setting(_ text: String) throws(Mistake) -> (name: String, value: Double) {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let value = Double(parts[1]), value.magnitude < 1e9 else {
      throw .unknown(text)
    }
    return (String(parts[0]), value)
  }
}
