import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage
import Testing

/// What someone can do who may write every byte of the database and has no key, and who sees it.
@Suite struct AttackTests {
  @Test func nothingIsFoundInADayThatNobodyTouched() throws {
    let day = try AttackedDay.played.get()
    #expect(try day.store.verify(against: [day.published]).findings == [])
    #expect(try day.store.reviews().map(\.place) == [10, 11])
    #expect(try day.store.entryCount() == 12)
  }

  @Test(arguments: Attack.all)
  func theAdministratorIsFoundOut(_ attack: Attack) throws {
    let day = try AttackedDay.played.get()
    let folder = try TestFolder()
    let office = try day.copyOfOffice(in: folder)
    try attack.change(Administrator(of: office), day)

    let found = try Workspace.open(at: office).store.verify().findings.map(\.code)
    for finding in attack.findings { #expect(found.contains(finding), "\(found)") }
  }

  /// The page that tells of the attacks and the attacks themselves are the same.
  @Test func everyAttackStandsInTheListOfThreats() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/THREATS.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    for attack in Attack.all {
      let words = attack.findings.map { "`\($0)`" }.joined(separator: ", ")
      #expect(text.contains("| \(attack.title) | \(words) |"), "\(attack.title)")
    }
    for title in RollbackTests.titles { #expect(text.contains("| \(title) |"), "\(title)") }
  }
}
