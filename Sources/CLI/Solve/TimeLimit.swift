import ArgumentParser

/// A time as it is typed: `30` or `30s`, `5m`, `1.5h`.
struct TimeLimit: ExpressibleByArgument {
  let seconds: Double

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600]
    let unit = argument.last.flatMap { units[$0] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    let isPlain = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, let number = Double(digits), number > 0, number <= 1_000_000 else { return nil }
    seconds = number * (unit ?? 1)
  }
}
