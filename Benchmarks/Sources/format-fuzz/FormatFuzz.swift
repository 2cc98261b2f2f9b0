import Foundation
import Optimiser
import Vroom

/// Feeds changed files to the readers of VRPLIB, of VROOM's JSON and of OpenStreetMap for a number
/// of seconds.
///
/// Usage: `format-fuzz SECONDS SEED FILE ...`. Whatever problem is read must be solved without
/// breaking a rule, whatever map is read must come back when it is written; what is refused must say
/// why. The file under way is kept in `fuzz-last.txt`, so that a trap leaves behind what set it off.
@main
struct FormatFuzz {
  struct Mistake: Error {
    let sentence: String
  }

  var random: SplitMix64
  var counts = (read: 0, refused: 0, answers: 0)
  private let seeds: [(name: String, bytes: [UInt8])]
  let lastText = URL(filePath: "fuzz-last.txt")

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let seconds = arguments.first.flatMap(Double.init),
      let seed = arguments.dropFirst().first.flatMap({ UInt64($0) }), arguments.count > 2
    else {
      FileHandle.standardError.write(Data("usage: format-fuzz SECONDS SEED FILE ...\n".utf8))
      exit(64)
    }
    do {
      var fuzz = try FormatFuzz(seed: seed, files: Array(arguments.dropFirst(2)))
      try fuzz.run(seconds: seconds)
    } catch {
      FileHandle.standardError.write(Data("\(error); see fuzz-last.txt\n".utf8))
      exit(1)
    }
  }

  private init(seed: UInt64, files: [String]) throws {
    random = SplitMix64(seed: seed)
    seeds = try files.map { ($0, [UInt8](try Data(contentsOf: URL(filePath: $0)))) }
  }

  private mutating func run(seconds: Double) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let seed = seeds[Int.random(in: seeds.indices, using: &random)]
      if seed.name.contains(".osm") {
        try readMap(seed.name, seed.bytes)
        continue
      }
      let text = mutated(seed.bytes)
      try Data(text).write(to: lastText)
      if text.contains(UInt8(ascii: "{")) {
        try readVroom(text)
      } else {
        try readVRPLIB(text)
      }
    }
    try FileManager.default.removeItem(at: lastText)
    print(
      "\(counts.read) read, \(counts.refused) refused, \(counts.answers) answers; nothing found")
  }

  private mutating func readVRPLIB(_ text: [UInt8]) throws {
    let instance: VRPLIBInstance
    do {
      instance = try VRPLIBInstance(parsing: text)
    } catch {
      return try refuse("\(error)")
    }
    counts.read += 1
    let solution = try solve(instance.problem)
    let objective = try instance.problem.objective(of: solution)
    let written = Array(instance.text(of: solution, cost: objective.cost).utf8)
    let readAgain = try instance.answer(parsing: written).solution
    guard readAgain.routes.map(\.jobs) == solution.routes.map(\.jobs) else {
      throw Mistake(sentence: "a solution is read otherwise than it was written")
    }
    do {
      let answer = try instance.answer(parsing: mutated(written)).solution
      let larger = try instance.allowing(routes: answer.routes.count)
      _ = Checker.violations(of: answer, in: larger.problem)
      _ = larger.distance(of: answer)
      counts.answers += 1
    } catch {
      try refuse("\(error)")
    }
  }

  private mutating func readVroom(_ text: [UInt8]) throws {
    let instance: VroomInstance
    do {
      instance = try VroomInstance(parsing: text)
    } catch {
      return try refuse("\(error)")
    }
    counts.read += 1
    let plan = try instance.plan(of: try solve(instance.problem))
    let times = VroomComputingTimes(loading: 0, solving: 0)
    let written = Array(instance.json(of: plan, times: times).text.utf8)
    let check = try VroomCheck(of: written, in: instance)
    guard check.findings.isEmpty else {
      throw Mistake(sentence: "a plan breaks a rule of its file: \(check.findings)")
    }
    do {
      _ = try VroomCheck(of: mutated(written), in: instance)
      _ = try instance.warmStart(parsing: mutated(written))
      counts.answers += 1
    } catch {
      try refuse("\(error)")
    }
  }

  /// Searches for a moment, in problems small enough for that.
  private mutating func solve(_ problem: Problem) throws -> Solution {
    let steps = problem.jobs.count <= 50 ? 5 : 0
    let solution = Solver(problem).solve(
      SearchParameters(iterations: steps, seed: random.next()))
    if let violation = Checker.violations(of: solution, in: problem).first {
      throw Mistake(sentence: "the search breaks a rule: \(violation)")
    }
    return solution
  }

  mutating func refuse(_ sentence: String) throws {
    counts.refused += 1
    guard sentence.count > 10 else { throw Mistake(sentence: "a refusal without words") }
  }
}

/// Changes to texts.
extension FormatFuzz {
  private static let numbers = [
    "0", "-1", "1", "0.5", "1e9", "1e308", "-0", "536870912", "1073741824", "2147483647",
    "4294967295", "9007199254740992", "9223372036854775807", "99999999999999999999", "NaN", "inf",
  ].map { Array($0.utf8) }
  private static let marks = Array("\0\t\n\r -+.:,[]{}\"\\eE019".utf8) + [0x80, 0xC3, 0xEF, 0xFF]

  mutating func mutated(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let index = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: index)
    case 2: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: index)
    case 3: bytes.replaceSubrange(piece(of: bytes, at: index), with: [])
    case 4: bytes.insert(contentsOf: bytes[piece(of: bytes, at: index)], at: index)
    default:
      // Where a number begins, another one says more than a broken byte.
      guard let start = bytes[index...].firstIndex(where: Self.isDigit) else { return }
      let end = bytes[start...].firstIndex { !Self.isDigit($0) } ?? bytes.endIndex
      let number = Self.numbers.randomElement(using: &random) ?? []
      bytes.replaceSubrange(start..<end, with: number)
    }
  }

  mutating func piece(of bytes: [UInt8], at index: Int) -> Range<Int> {
    index..<min(bytes.endIndex, index + Int.random(in: 1...80, using: &random))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
