import Custody
import Domain
import Foundation
import Geometry
import Testing

/// An office with nothing but its keys: it sends runs to a device and reads what comes back.
struct StandInOffice {
  private static let workspace = "11111111-2222-4333-8444-555555555555"

  private let signing: SigningKey
  let box: BoxKey
  private let regency: RegionCode
  private let desa: RegionCode
  private let date: CalendarDate
  private let arrives: TimeOfDay
  private let nik: NIK
  private let document: HandoverDocumentNumber

  init() throws {
    var random = SystemRandomNumberGenerator()
    signing = try SigningKey(using: &random)
    box = try BoxKey(using: &random)
    regency = try #require(RegionCode("18.71"))
    desa = try #require(RegionCode("18.71.01.1003"))
    date = try #require(CalendarDate(year: 2017, month: 7, day: 27))
    arrives = try #require(TimeOfDay("08:02"))
    nik = try NIK("187101" + "170890" + "0001")
    document = try #require(HandoverDocumentNumber(regency: regency, date: date, serial: 1))
  }

  func card(_ serial: Int) -> CardID { CardID(regency: regency, year: 2017, serial: serial) }

  /// The file of a run with so many cards, two to a door, for a device that asked to be enrolled.
  ///
  /// - Parameter oldCards: The serial numbers of cards that come in exchange for old ones.
  func runFile(
    cards count: Int, number: Int = 1, oldCards: Set<Int> = [],
    issued: String = "2017-07-27T07:30:00+07:00", for request: DeviceRequest
  ) throws -> [UInt8] {
    let first = (number - 1) * 1000 + 1
    let serials = Array(first..<(first + count))
    let stops = stride(from: 0, to: count, by: 2).map { start in
      RunBundle.Stop(
        number: start / 2 + 1, addressLine: "Jl. Nangka No. \(start / 2 + 1), Surabaya, Kedaton",
        landmark: nil, desa: desa, arrives: arrives, place: nil,
        cards: serials[start..<min(count, start + 2)].map { serial in
          RunBundle.Card(
            id: card(serial), residentName: "Resident \(serial)", nik: nik,
            request: oldCards.contains(serial) ? .dataChange : .first)
        })
    }
    let issued = try moment(issued)
    return try RunBundle(
      note: try note(at: issued), run: RunID(plan: PlanID(date: date, version: 1), number: number),
      date: date, zone: .western, courier: request.courier, device: request.device, issued: issued,
      document: document, stops: stops
    ).fileBytes(signedWith: signing, to: request.registration.boxKey)
  }

  /// The answer to what a device has sent.
  func answer(
    to events: [SignedEvent], refusals: [Acknowledgement.Refusal] = [],
    at time: String = "2017-07-27T18:00:00+07:00", for request: DeviceRequest
  ) throws -> [UInt8] {
    var chain = DeviceChain(
      workspaceID: Self.workspace, device: request.device.description,
      publicKey: request.registration.signingKey)
    for event in events { try chain.append(event) }
    return try Acknowledgement(
      note: try note(at: try moment(time)), device: request.device, head: chain.head,
      refusals: refusals, isRevoked: false
    ).fileBytes(signedWith: signing, to: request.registration.boxKey)
  }

  /// What is in a file that a courier brought, in order.
  func events(in file: [UInt8]) throws -> [SignedEvent] {
    let reading = CourierBundle.read(file, with: box)
    try #require(reading.unreadable.isEmpty)
    return reading.bundles.flatMap(\.events)
  }

  private func note(at time: Instant) throws -> OfficeNote {
    OfficeNote(
      office: OfficeIdentity(
        workspaceID: Self.workspace, signingKey: signing.publicKey, boxKey: box.publicKey,
        name: "Disdukcapil"),
      checkpoint: try Checkpoint(
        workspaceID: Self.workspace, size: 0, root: MerkleTree.emptyRoot, time: time,
        signedWith: signing), proofs: [])
  }

  private func moment(_ text: String) throws -> Instant {
    let date = try Date(text, strategy: .iso8601)
    return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
  }
}
