import Domain
import TestSupport
import Testing

@testable import Custody

@Suite struct ExchangeCourierBundleTests {
  private let samples: ExchangeSamples
  private let key: BoxKey

  init() throws {
    samples = try ExchangeSamples()
    key = samples.keys.box
  }

  @Test(arguments: [0, 1, 256, 257, 600])
  func everythingComesBackFromTheFile(count: Int) throws {
    let entries = try samples.entries(count)
    let reading = CourierBundle.read(try samples.bundleFile(entries), with: key)
    #expect(reading.bundles.flatMap(\.entries) == entries)
    #expect(reading.bundles.count == max(1, (count + 255) / 256))
    #expect(reading.unreadable.isEmpty)
    #expect(reading.others.isEmpty)
    for bundle in reading.bundles {
      #expect(bundle.isSigned)
      #expect(bundle.registration == samples.device.registration(for: samples.courier))
      #expect(bundle.workspaceID == samples.keys.workspaceID)
      #expect(bundle.sent == ExchangeSamples.clock(500))
      #expect(try bundle.checkpoint == samples.checkpoint(3))
    }
  }

  @Test func aFileIsSmallerThanItsEvents() throws {
    let entries = try samples.entries(256)
    let plain = entries.reduce(0) { $0 + $1.signed.bytes.count }
    #expect(try samples.bundleFile(entries).count < plain / 2)
  }

  @Test func nobodyButTheOfficeReadsIt() throws {
    let file = try samples.bundleFile(samples.entries(4))
    let text = String(decoding: file, as: UTF8.self)
    for word in ["pagar biru", "KTP-1871", "SP-017", samples.device.device.description] {
      #expect(!text.contains(word))
    }
    let stranger = CourierBundle.read(file, with: samples.device.box)
    #expect(stranger.bundles.isEmpty)
    #expect(stranger.others.count == 1)
  }

  @Test func aCarrierTakesAlongWhatItCannotRead() throws {
    let other = try ExchangeSamples(seed: 2)
    let carried = Segment.segments(of: try samples.bundleFile(samples.entries(2))).whole
      .map(\.segment)
    let file = try CourierBundle.fileBytes(
      workspaceID: samples.keys.workspaceID, entries: [], sent: ExchangeSamples.clock(1),
      checkpoint: nil, from: other.device, of: other.courier, to: samples.office.boxKey,
      carrying: carried)
    let reading = CourierBundle.read(file, with: key)
    #expect(reading.bundles.map(\.device) == [other.device.device, samples.device.device])
    #expect(reading.bundles.map(\.entries.count) == [0, 2])
  }

  @Test func aChangedByteIsNeverRead() throws {
    let file = try samples.bundleFile(samples.entries(2))
    for place in file.indices {
      let reading = CourierBundle.read(file.flipped(at: place), with: key)
      #expect(reading.bundles.isEmpty && reading.others.isEmpty, "byte \(place)")
      #expect(reading.unreadable.map(\.range) == [0..<file.count], "byte \(place)")
    }
  }

  @Test func damageInOnePartLeavesTheOthers() throws {
    let parts = [try samples.bundleFile(samples.entries(2)), try samples.bundleFile([])]
    for place in [9, 40, parts[0].count - 1] {
      let reading = CourierBundle.read(parts[0].flipped(at: place) + parts[1], with: key)
      #expect(reading.bundles.map(\.entries.count) == [0], "byte \(place)")
      #expect(reading.unreadable.map(\.range) == [0..<parts[0].count], "byte \(place)")
    }
  }

  @Test func aCutFileGivesWhatIsWhole() throws {
    let file = try samples.bundleFile(samples.entries(2))
    for count in file.indices {
      let reading = CourierBundle.read(Array(file.prefix(count)), with: key)
      #expect(reading.bundles.isEmpty, "cut at \(count)")
      #expect(reading.unreadable.isEmpty == (count == 0))
    }
  }

  @Test func aBundleHoldsItsDevicesEventsInOneChain() throws {
    let entries = try samples.entries(300)
    let name = samples.device.device.description
    let other = try ExchangeSamples(seed: 2)
    func bundle(_ entries: [CourierBundle.Entry], of samples: ExchangeSamples) throws(BundleError) {
      _ = try CourierBundle(
        workspaceID: "w", registration: samples.device.registration(for: samples.courier),
        entries: entries, sent: ExchangeSamples.clock(0))
    }
    #expect(throws: BundleError.tooManyEvents(257, limit: 256)) {
      try bundle(Array(entries.prefix(257)), of: samples)
    }
    #expect(throws: BundleError.brokenChain(.gap(device: name, expected: 2, found: 3))) {
      try bundle([entries[0], entries[2]], of: samples)
    }
    #expect(throws: BundleError.brokenChain(.gap(device: name, expected: 2, found: 1))) {
      try bundle([entries[0], entries[0]], of: samples)
    }
    #expect(
      throws: BundleError.brokenChain(
        .wrongDevice(expected: other.device.device.description, found: name))
    ) { try bundle([entries[0]], of: other) }
    let forged = CourierBundle.Entry(
      signed: SignedEvent(
        event: entries[1].event, previous: entries[1].signed.hash,
        signature: entries[1].signed.signature), recorded: ExchangeSamples.clock(1))
    #expect(throws: BundleError.brokenChain(.fork(device: name, sequence: 2))) {
      try bundle([entries[0], forged], of: samples)
    }
  }

  @Test func aBundleThatTheDeviceDidNotSignSaysSo() throws {
    let entries = try samples.entries(1)
    let bundle = try #require(
      CourierBundle.read(try samples.bundleFile(entries), with: key).bundles.first)
    let stranger = try ExchangeSamples(seed: 2).device.signing
    #expect(throws: BundleError.wrongSignature) {
      try bundle.segment(signedWith: stranger, to: samples.office.boxKey)
    }
    let content = try bundle.segment(
      signedWith: samples.device.signing, to: samples.office.boxKey
    ).content(with: key)
    let lines = try SignedLines(content).lines
    let forged = try Segment(
      .courierEvents, content: SignedLines.bytes(of: lines, signedWith: stranger),
      to: samples.office.boxKey)
    let reading = CourierBundle.read(forged.bytes, with: key)
    #expect(reading.bundles.map(\.isSigned) == [false])
    #expect(reading.bundles.map(\.entries) == [entries])
  }

  /// What whoever knows the office's public key can send to it.
  @Test(arguments: UInt64(0)..<100)
  func noContentMakesTheReaderTrap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let segment = try #require(
      Segment.segments(of: try samples.bundleFile(samples.entries(3))).whole.first
    ).segment
    let content = try segment.content(with: key).mutated(using: &random)
    let hostile = try Segment(.courierEvents, content: content, to: samples.office.boxKey)
    let reading = CourierBundle.read(hostile.bytes, with: key)
    #expect(reading.bundles.count + reading.unreadable.count == 1)
    #expect(reading.bundles.allSatisfy { !$0.isSigned || $0.entries.count == 3 })
  }

  @Test func theMonotonicClockBoundsWhenAnEventWasRecorded() throws {
    let event = try samples.entries(1)[0].signed
    func bound(
      _ recorded: ClockReading, sent: ClockReading, received: Instant = ExchangeSamples.time(100)
    ) throws -> Instant {
      let entry = CourierBundle.Entry(signed: event, recorded: recorded)
      let bundle = try CourierBundle(
        workspaceID: "w", registration: samples.device.registration(for: samples.courier),
        entries: [entry], sent: sent)
      return bundle.latestRecording(of: entry, receivedAt: received)
    }
    let (time, clock) = (ExchangeSamples.time, ExchangeSamples.clock)
    #expect(try bound(clock(10), sent: clock(40)) == time(70))
    let wrongWall = ClockReading(wall: time(-9999), boot: "b0071d", uptime: clock(10).uptime)
    #expect(try bound(wrongWall, sent: clock(40)) == time(70))
    #expect(try bound(ClockReading(wall: time(10)), sent: clock(40)) == time(100))
    let restarted = ClockReading(wall: time(40), boot: "other", uptime: 1)
    #expect(try bound(clock(10), sent: restarted) == time(100))
    #expect(try bound(clock(50), sent: clock(40)) == time(100))
    let extreme = Instant(milliseconds: .min)
    #expect(try bound(clock(10), sent: clock(40), received: extreme) == extreme)
  }
}
