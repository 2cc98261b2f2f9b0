import Custody
import Domain
import Geometry
import Testing

@testable import CLI

/// The courier's screen without a terminal: keys in, screen and requests out.
@Suite struct CourierScreenTests {
  private let street: Street

  init() throws { street = try Street() }

  // MARK: - Keys

  @Test(
    arguments: [
      ([0x1B, 0x5B, 0x41], [TerminalKey.up]), ([0x1B, 0x4F, 0x44], [.left]),
      ([0x0D], [.enter]), ([0x7F], [.backspace]), ([0x03], [.interrupt]), ([0x1A], [.suspend]),
      ([0x31, 0x0D], [.character("1"), .enter]), ([0xC3, 0xA9], [.character("é")]),
      ([0x1B, 0x5B, 0x33, 0x7E, 0x31], [.character("1")]), ([0xFF, 0x31], [.character("1")]),
      ([0x1B, 0x71], [.escape, .character("q")]), ([0x01], []),
    ] as [([UInt8], [TerminalKey])])
  func bytesOfATerminalAreKeysHoweverTheyAreCut(bytes: [UInt8], keys: [TerminalKey]) {
    var whole = TerminalKeyDecoder()
    #expect(whole.feed(bytes) == keys)
    var cut = TerminalKeyDecoder()
    #expect(bytes.flatMap { cut.feed([$0]) } == keys)
  }

  @Test func anEscapeThatNothingFollowsIsTheKey() {
    var decoder = TerminalKeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.settle() == [.escape])
  }

  @Test(arguments: Language.allCases)
  func noTwoCommandsShareAKey(language: Language) {
    let entries = WorkKeyMap.outcomes + WorkKeyMap.movements
    let signs = entries.map(\.sign)
    #expect(Set(signs).count == signs.count)
    let letters = entries.compactMap { $0.letter(in: language) }.filter { $0 != "q" }
    #expect(Set(letters).count == letters.count)
    #expect(letters.allSatisfy { $0.isLowercase })
    #expect(Set(entries.map(\.command)).count == entries.count)
  }

  // MARK: - Handing over

  struct Handover: CustomTestStringConvertible {
    let keys: String
    let outcome: DoorOutcome
    let testDescription: String
  }

  @Test(arguments: [
    Handover(
      keys: "11", outcome: .delivered(to: .own, proof: .signature),
      testDescription: "to the resident, signed"),
    Handover(
      keys: "t\r", outcome: .delivered(to: .own, proof: .signature),
      testDescription: "the same by its letter and Enter"),
    Handover(
      keys: "2Siti\r1",
      outcome: .delivered(to: .family, proof: .signature, receiverName: "Siti"),
      testDescription: "to the family"),
    Handover(
      keys: "3\r", outcome: .delivered(to: .own, proof: .thumb), testDescription: "thumb print"),
    Handover(
      keys: "4123456\r1", outcome: .delivered(to: .own, proof: .pin, pin: "123456"),
      testDescription: "the resident's PIN"),
    Handover(keys: "01", outcome: .failed(.notHome), testDescription: "nobody at home"),
    Handover(keys: "71", outcome: .failed(.moved), testDescription: "moved"),
    Handover(keys: "81", outcome: .failed(.addressNotFound), testDescription: "no such address"),
    Handover(keys: "9f1", outcome: .failed(.deceased), testDescription: "another reason"),
  ])
  func anOutcomeIsRecordedInAtMostThreeActions(_ handover: Handover) {
    var state = street.state()
    let requests = state.press(text: handover.keys)
    #expect(requests == [.record(handover.outcome, cards: [street.single])])
  }

  @Test func lettersFollowTheLanguageAndDigitsDoNot() {
    var indonesian = street.state(.indonesian)
    var english = street.state(.english)
    #expect(indonesian.press(text: "t1") == english.press(text: "r1"))
    #expect(indonesian.press(text: "01") == english.press(text: "01"))
  }

  @Test func nothingIsRecordedWhenTheCourierGoesBack() {
    for back in ["0", "\u{1B}", "\u{7F}"] {
      var state = street.state()
      #expect(state.press(text: "1" + back).isEmpty)
      #expect(state.mode == .door)
    }
  }

  @Test func theOldCardIsConfirmedByAKeyOfItsOwn() {
    var state = street.state(at: 1)
    #expect(state.press(text: "A1").isEmpty)
    #expect(state.press(text: "1\r").isEmpty, "not by the key that was just pressed")
    #expect(
      state.press(text: "5") == [
        .record(
          .delivered(to: .own, proof: .signature), cards: [street.family[0]],
          exchanging: [street.family[0]])
      ])
  }

  @Test func withoutTheOldCardTheCardStaysInTheBag() {
    var state = street.state(at: 1)
    #expect(state.press(text: "A16").isEmpty)
    #expect(
      state.press(text: "1") == [.record(.failed(.oldCardMissing), cards: [street.family[0]])])
  }

  @Test func everyPersonOfAHouseholdHasAnOutcomeOfTheirOwn() {
    var state = street.state(at: 1)
    #expect(
      state.press(text: "B01") == [.record(.failed(.notHome), cards: [street.family[1]])])
  }

  @Test func theWholeHouseholdIsServedAtOnce() {
    var state = street.state(at: 1)
    let requests = state.press(text: "*2\r5")
    #expect(
      requests == [
        .record(
          .delivered(to: .family, proof: .signature), cards: street.family,
          exchanging: [street.family[0]])
      ])
  }

  @Test func aScannedCardIsChosenWhereverItIsAndTheScanIsProof() {
    var state = street.state()
    #expect(state.press(text: "\(street.family[1])\r").isEmpty)
    #expect(state.door.number == 2)
    #expect(
      state.press(text: "11") == [
        .record(
          .delivered(to: .own, proof: .signature), cards: [street.family[1]],
          scanned: [street.family[1]])
      ])
  }

  /// The digits of a scanned number must not be taken for keys that record.
  @Test func aScanRecordsNothingWhereverTheScreenIs() {
    for before in ["", "1", "9", "?", "01", "*1", "9c"] {
      var state = street.state()
      _ = state.press(text: before)
      if state.mode == .door { continue }
      #expect(state.press(text: "\(street.family[1])\r").isEmpty, "\(before)")
      #expect(state.chosenCards.map(\.id) == [street.family[1]], "\(before)")
      #expect(state.mode == .door)
    }
    var state = street.state()
    state.scan("HANTAR1 1111111111111111 12 " + String(repeating: "1", count: 64))
    #expect(state.mode == .door)
    #expect(state.notice?.isTrouble == true)
  }

  @Test(arguments: [
    ("KTP-1871-17-00000001-7\r", true), ("HANTAR1 11 22 33\r", true), ("$25000\r", false),
    ("1111111111111", false), ("2Siti\r", false), ("\u{1B}[A\u{1B}[B\r", false),
  ])
  func onlyAScannerTypesALongLineAtOnce(text: String, isScan: Bool) {
    var decoder = TerminalKeyDecoder()
    #expect((TerminalKey.scannedLine(decoder.feed(Array(text.utf8))) != nil) == isScan)
  }

  @Test func aScannedCardOfAnotherRunIsNotRecorded() {
    var state = street.state()
    #expect(state.press(text: "\(street.stranger)\r").isEmpty)
    #expect(state.notice?.isTrouble == true)
    #expect(state.notice?.text.contains(street.stranger.description) == true)
  }

  @Test func moneyIsReportedWithTheCardsOfTheDoor() {
    var state = street.state()
    #expect(
      state.press(text: "$10.000\r") == [.reportFee(rupiah: 10_000, cards: [street.single])])
  }

  @Test func aPINThatIsNotSixDigitsIsAskedForAgain() {
    var state = street.state()
    #expect(state.press(text: "412345\r1").isEmpty)
    #expect(state.notice?.text.contains("6 angka") == true || state.mode != .door)
  }

  @Test func afterARecordTheScreenGoesOnToTheNextOpenCard() {
    var state = street.state()
    _ = state.press(text: "11")
    state.recorded("#1", doors: street.doors(delivered: [street.single]))
    #expect(state.door.number == 2)
    #expect(state.chosenCards.map(\.id) == [street.family[0]])
    state.recorded("#2", doors: street.doors(delivered: [street.single, street.family[0]]))
    #expect(state.chosenCards.map(\.id) == [street.family[1]])
    state.recorded(
      "#3", doors: street.doors(delivered: [street.single] + street.family + street.crowd))
    #expect(state.isFinished)
  }

  @Test func aCardThatWasHandedOverIsNotRecordedAgain() {
    var state = WorkState(
      doors: street.doors(delivered: [street.single]), language: .english)
    #expect(state.press(text: "<11").isEmpty)
    #expect(state.notice?.isTrouble == true)
  }

  @Test func searchFindsNumbersNamesStreetsAndCards() {
    for (text, number) in [("2", 2), ("crowd 5", 3), ("jl. mawar", 2), ("00000020", 3)] {
      var state = street.state()
      #expect(state.press(text: "/\(text)\r").isEmpty)
      #expect(state.door.number == number, "\(text)")
    }
    var state = street.state()
    _ = state.press(text: "/nowhere\r")
    #expect(state.notice?.isTrouble == true)
  }

  @Test func theTerminalsOwnKeysAreHeardEverywhere() {
    for before in ["", "1", "2", "9", "?", "/x"] {
      var state = street.state()
      _ = state.press(text: before)
      #expect(state.press(.interrupt) == .leave)
      #expect(state.press(.suspend) == .suspend)
      #expect(state.press(.redraw) == .redraw)
    }
  }

  // MARK: - The screen

  @Test func aStopFitsASmallTerminal() {
    #expect(
      screen(street.state(.english, at: 1)) == """
         R-20170727-1-001  Thursday, 27 July 2017                       3 unsent  08:02
        Stop 2 of 3  planned 08:10   0 delivered, 0 failed, 15 to go
        --------------------------------------------------------------------------------
        Jl. Mawar No. 12, RT 003/RW 002, Surabaya, Kedaton

        > A [ ] Cemeti Jais Firgantoro       187101******0001  KTP-1871-17-00000002-5
                data change  ! take the old card in exchange
          B [ ] Ani                          187101******0001  KTP-1871-17-00000003-0
                first card






        --------------------------------------------------------------------------------

        1 r  resident, signature                6 h  hold at village
        2 f  family, signature                  7 m  moved
        3 t  resident, thumb print              8 d  address not found
        4 p  resident, PIN                      9 o  failed, other reason
        5 a  try a failed card again            0 x  nobody at home

        A-H card  * all  > next  < back  / search  $ money asked  ? help  q quit
        """)
  }

  @Test func theLastLookSaysWhatWillBeRecordedAndHowToChangeIt() {
    var state = street.state(.indonesian, at: 1)
    _ = state.press(text: "2Siti\r")
    #expect(
      lastRows(8, of: state) == """
        Akan dicatat: diterima keluarga serumah (Siti), bukti tanda tangan
          Cemeti Jais Firgantoro (KTP-1871-17-00000002-5)

        Yang sudah dicatat tidak bisa dihapus; masih bisa diubah sekarang.
        5  KTP lama sudah di tangan saya: catat
        6  KTP lama tidak diserahkan: gagal
        0  Esc    kembali, ubah

        """)
  }

  @Test func theChosenCardOfACrowdedDoorIsAlwaysInSight() {
    for index in street.crowd.indices {
      var state = street.state(at: 2)
      for _ in 0..<index { _ = state.press(.down) }
      #expect(screen(state).contains(street.crowd[index].description))
    }
  }

  @Test(arguments: Language.allCases)
  func nothingIsCutOffAtEightyColumns(language: Language) {
    for keys in ["", "1", "2", "4", "6", "9", "?", "$", "/", "K", "*1"] {
      for door in 0..<3 {
        var state = street.state(language, at: door)
        _ = state.press(text: keys)
        #expect(!screen(state).contains("…"), "\(keys): \(screen(state))")
      }
    }
  }

  @Test func thePINOfTheResidentIsNotShown() {
    var state = street.state()
    _ = state.press(text: "4123456")
    #expect(screen(state).contains("> ******"))
    #expect(!screen(state).contains("123456"))
  }

  @Test func aDistantPlaceASlowClockAndASmallScreenAreSaid() throws {
    var surroundings = street.surroundings
    surroundings.position = EventDetail.Position(
      coordinate: try Coordinate(latitude: -5.38, longitude: 105.26))
    surroundings.officeTime = Instant(
      milliseconds: surroundings.now.milliseconds + 4_000_000)
    let state = street.state(.english)
    let text = WorkScreen(state: state, surroundings: surroundings)
      .frame(columns: 80, rows: 24).lines.joined(separator: "\n")
    #expect(text.contains("! 1422 m from here: right address?"))
    #expect(text.contains("! The device's clock is at least 67 minutes slow; set it"))
    let small = WorkScreen(state: state, surroundings: surroundings).frame(columns: 60, rows: 20)
    #expect(small.lines.first == "The screen of 60x20")
  }

  @Test func aNameCannotCommandTheTerminal() {
    var frame = ScreenFrame(columns: 20, rows: 1)
    frame.write("a\u{1B}[2Jb\u{202E}c\u{7}", row: 0)
    #expect(frame.lines == ["a?[2Jb?c?"])
  }

  /// A terminal that does what it is told shows each frame, whatever was there before.
  @Test(arguments: UInt64(0)..<20)
  func whatIsPaintedIsWhatTheTerminalShows(seed: UInt64) {
    var random = Keys(seed: seed)
    var state = street.state()
    var painter = ScreenPainter()
    var terminal = PlainTerminal(columns: 80, rows: 24)
    for _ in 0..<60 {
      if case .record? = state.press(random.next()) { state.refused("x") }
      let frame = WorkScreen(state: state, surroundings: street.surroundings).frame(
        columns: 80, rows: 24)
      terminal.take(painter.paint(frame))
      #expect(terminal.lines == frame.lines)
    }
  }

  @Test func onlyWhatChangedIsDrawn() {
    var state = street.state()
    var painter = ScreenPainter()
    func paint() -> Int {
      painter.paint(
        WorkScreen(state: state, surroundings: street.surroundings).frame(columns: 80, rows: 24)
      ).utf8.count
    }
    #expect(paint() < 1800)
    #expect(paint() == 0)
    _ = state.press(.right)
    #expect(paint() < 700)
    _ = state.press(.tab)
    #expect(paint() < 300)
  }

  private func screen(_ state: WorkState) -> String {
    WorkScreen(state: state, surroundings: street.surroundings).frame(columns: 80, rows: 24).lines
      .joined(separator: "\n")
  }

  private func lastRows(_ count: Int, of state: WorkState) -> String {
    screen(state).split(separator: "\n", omittingEmptySubsequences: false).suffix(count)
      .joined(separator: "\n")
  }

  /// Whatever is typed, the screen stays within the run and never asks for what it may not do.
  @Test(arguments: UInt64(0)..<50)
  func anyKeysLeaveTheScreenSound(seed: UInt64) {
    var random = Keys(seed: seed)
    var state = street.state()
    for _ in 0..<400 {
      guard let request = state.press(random.next()) else { continue }
      if case .record(_, let cards, let scanned, let exchanging) = request {
        #expect(!cards.isEmpty)
        #expect(scanned.isSubset(of: cards) && exchanging.isSubset(of: cards))
        state.recorded("", doors: street.doors(delivered: []))
      } else {
        state.refused("")
      }
      let frame = WorkScreen(state: state, surroundings: street.surroundings).frame(
        columns: 80, rows: 24)
      #expect(frame.rows == 24)
    }
  }
}

extension WorkState {
  /// Presses the keys that type `text`; returns what they ask for.
  fileprivate mutating func press(text: String) -> [WorkRequest] {
    var decoder = TerminalKeyDecoder()
    let keys = decoder.feed(Array(text.utf8)) + decoder.settle()
    return keys.compactMap { press($0) }
  }
}

/// Keys at random.
private struct Keys {
  private var state: UInt64
  private let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDK*<>/$?. ")

  init(seed: UInt64) { state = seed &* 6_364_136_223_846_793_005 &+ 1 }

  mutating func next() -> TerminalKey {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let number = Int(state >> 33)
    let others: [TerminalKey] = [.enter, .enter, .escape, .backspace, .tab, .up, .down, .left]
    return number % 4 == 0
      ? others[number / 4 % others.count] : .character(letters[number / 4 % letters.count])
  }
}
