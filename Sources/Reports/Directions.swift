public import Domain
import Geometry
public import RoadNetwork

/// What to do on the way, turn by turn, in words.
public enum Directions {
  /// One line per instruction: `12. belok kiri ke Jalan Melati, 350 m`.
  public static func lines(of instructions: [RoadInstruction], in language: Language) -> [String] {
    instructions.map { line(of: $0, in: language) }
  }

  /// What to do, on which street, and how far it goes from there.
  static func line(of instruction: RoadInstruction, in language: Language) -> String {
    let words = instruction.manoeuvre.phrase(to: instruction.street.withLongNumbersMasked)
      .text(in: language)
    guard instruction.metres.value >= 1 else { return words }
    return "\(words), \(language.distance(instruction.metres))"
  }
}

extension Manoeuvre {
  /// The manoeuvre in words; `street` is empty where it has no name.
  fileprivate func phrase(to street: String) -> Phrase {
    let onto = Phrase(
      id: street.isEmpty ? "" : " ke \(street)", en: street.isEmpty ? "" : " onto \(street)")
    let along = Phrase(
      id: street.isEmpty ? "" : " di \(street)", en: street.isEmpty ? "" : " along \(street)")
    return switch self {
    case .depart:
      Phrase(id: "Berangkat\(along.indonesian)", en: "Set off\(along.english)")
    case .straightOn:
      Phrase(id: "Lurus\(onto.indonesian)", en: "Continue\(onto.english)")
    case .slightLeft:
      Phrase(id: "Serong kiri\(onto.indonesian)", en: "Bear left\(onto.english)")
    case .left: Phrase(id: "Belok kiri\(onto.indonesian)", en: "Turn left\(onto.english)")
    case .sharpLeft:
      Phrase(id: "Belok tajam ke kiri\(onto.indonesian)", en: "Turn sharp left\(onto.english)")
    case .slightRight:
      Phrase(id: "Serong kanan\(onto.indonesian)", en: "Bear right\(onto.english)")
    case .right: Phrase(id: "Belok kanan\(onto.indonesian)", en: "Turn right\(onto.english)")
    case .sharpRight:
      Phrase(id: "Belok tajam ke kanan\(onto.indonesian)", en: "Turn sharp right\(onto.english)")
    case .uTurn: Phrase(id: "Putar balik\(along.indonesian)", en: "Turn round\(along.english)")
    case .roundabout(let exit?):
      Phrase(
        id: "Di bundaran ambil jalan keluar ke-\(exit)\(onto.indonesian)",
        en: "At the roundabout take exit \(exit)\(onto.english)")
    case .roundabout(nil):
      Phrase(id: "Masuk bundaran\(onto.indonesian)", en: "Enter the roundabout\(onto.english)")
    case .boardFerry:
      Phrase(
        id: "Naik penyeberangan\(street.isEmpty ? "" : " \(street)")",
        en: "Board the ferry\(street.isEmpty ? "" : " \(street)")")
    case .leaveFerry:
      Phrase(id: "Turun dari penyeberangan\(onto.indonesian)", en: "Leave the ferry\(onto.english)")
    case .arrive(nil): Phrase(id: "Sampai\(along.indonesian)", en: "Arrive\(along.english)")
    case .arrive(.left?):
      Phrase(
        id: "Sampai\(along.indonesian), pintu di sebelah kiri",
        en: "Arrive\(along.english), the door is on the left")
    case .arrive(.right?):
      Phrase(
        id: "Sampai\(along.indonesian), pintu di sebelah kanan",
        en: "Arrive\(along.english), the door is on the right")
    }
  }
}
