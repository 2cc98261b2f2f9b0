import Domain
import Simulation

/// A checked section as the builder reads it: values by key, nil where there is none.
struct Section {
  let branch: Branch
  let path: [String]

  func origin(_ name: String) -> Origin {
    switch branch[name] {
    case .leaf(let leaf): leaf.origin
    case .branch(let branch): branch.origin
    case nil: branch.origin
    }
  }

  func written(_ name: String) -> String? { branch.leaf(name)?.written }

  func number(_ name: String) -> Double? {
    guard case .number(let number) = branch.leaf(name)?.value else { return nil }
    return number
  }

  func whole(_ name: String) -> Int? { number(name).map { Int($0.rounded()) } }

  func spread(_ name: String) -> Spread? {
    guard case .spread(let spread) = branch.leaf(name)?.value else { return nil }
    return spread
  }

  func flag(_ name: String) -> Bool? {
    guard case .flag(let flag) = branch.leaf(name)?.value else { return nil }
    return flag
  }

  func date(_ name: String) -> CalendarDate? {
    guard case .date(let date) = branch.leaf(name)?.value else { return nil }
    return date
  }

  func dates(_ name: String) -> [CalendarDate]? {
    guard case .dates(let dates) = branch.leaf(name)?.value else { return nil }
    return dates
  }

  func weekdays(_ name: String) -> [Weekday]? {
    guard case .weekdays(let days) = branch.leaf(name)?.value else { return nil }
    return days
  }

  func time(_ name: String) -> TimeOfDay? {
    guard case .time(let time) = branch.leaf(name)?.value else { return nil }
    return time
  }

  func text(_ name: String) -> String? {
    guard case .text(let text) = branch.leaf(name)?.value else { return nil }
    return text
  }

  func phrase(_ name: String) -> Phrase? {
    guard case .phrase(let phrase) = branch.leaf(name)?.value else { return nil }
    return phrase
  }

  func names(_ name: String) -> [String]? {
    guard case .names(let names) = branch.leaf(name)?.value else { return nil }
    return names
  }

  func section(_ name: String) -> Section? {
    branch.branch(name).map { Section(branch: $0, path: path + [name]) }
  }

  /// The sections under the names of `name`, in the order of the file.
  func named(_ name: String) -> [(name: String, section: Section)] {
    guard let section = section(name) else { return [] }
    return section.branch.entries.compactMap { entry in
      section.section(entry.name).map { (entry.name, $0) }
    }
  }

  /// The numbers under the names of `name`, in the order of the file.
  func amounts(_ name: String) -> [(name: String, number: Double)] {
    guard let section = section(name) else { return [] }
    return section.branch.entries.compactMap { entry in
      section.number(entry.name).map { (entry.name, $0) }
    }
  }

  /// This section with its values put over those of `defaults`.
  func over(_ defaults: Section?) -> Section {
    guard let defaults else { return self }
    return Section(branch: defaults.branch.overlaid(by: branch), path: path)
  }
}
