import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: say(
      "Menggabungkan berkas petugas ke buku besar; dua kali pun tidak apa-apa.",
      "Merges couriers' bundles into the ledger; twice does no harm."),
    discussion: say(
      """
      Contoh:
        hantar sync SP-017.bundle
        hantar sync paket/*.bundle --ack jawaban
      Untuk setiap perangkat ditulis berkas jawaban (.ack), untuk dibawa pulang petugasnya:
      barulah perangkat tahu mana yang sudah sampai.
      """,
      """
      Examples:
        hantar sync SP-017.bundle
        hantar sync bundles/*.bundle --ack answers
      For every device an answer (.ack) is written, to be taken back to it: only then does the
      device know what has arrived.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp(say("Berkas petugas.", "Couriers' bundles.")),
    completion: .file(extensions: ["bundle"]))
  var files: [String]

  @Option(
    name: .customLong("ack"),
    help: ArgumentHelp(
      say(
        "Folder berkas jawaban (bawaan: outputs/answers di ruang kerja).",
        "Folder for the answers (default: outputs/answers in the workspace).")),
    completion: .directory)
  var answers: String?

  /// So many are in memory together.
  private static let filesAtOnce = 256

  func run() throws {
    let workspace = try Workspace.open(at: options.path)
    let store = workspace.store
    let now = try currentInstant()
    let progress = ProgressLine()
    var tally = SyncTally()
    for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
      progress.show(say("menggabungkan", "merging") + " \(start)/\(files.count)")
      let some = files[start...].prefix(Self.filesAtOnce)
      let contents = some.map { file in Result { try Files.read(file) } }
      var merged = store.merge(files: contents.compactMap { try? $0.get() }, now: now)[...]
      for (file, content) in zip(some, contents) {
        let outcome = content.flatMap { _ in merged.removeFirst() }
        switch outcome {
        case .success(let outcome): tally.add(outcome, from: file)
        case .failure(let error):
          guard let failure = Failure(explaining: error) else { throw error }
          tally.add(failure, from: file)
        }
      }
    }
    progress.finish()
    let folder = answers ?? workspace.outputs + "/answers"
    for device in tally.devices.sorted() {
      try Files.write(
        try store.acknowledgement(for: device, now: now), to: "\(folder)/\(device).ack",
        isPersonal: true)
    }
    tally.print(answersIn: folder, asJSON: listing.json)
    try tally.conclude()
  }
}

/// What became of all the files of one sync.
private struct SyncTally {
  private var fileCount = 0
  private var accepted = 0
  private var known = 0
  private var flagged = 0
  private var waiting: [DeviceID: DeviceSync] = [:]
  private var refused: [(file: String, event: RefusedEvent)] = []
  private var unreadable: [(file: String, segment: UnreadableSegment)] = []
  private var forOthers = 0
  private var failures: [Failure] = []
  /// Devices of this office that brought something.
  private(set) var devices: Set<DeviceID> = []

  mutating func add(_ outcome: SyncOutcome, from file: String) {
    fileCount += 1
    accepted += outcome.accepted
    known += outcome.alreadyKnown
    refused += outcome.refused.map { (file, $0) }
    unreadable += outcome.unreadable.map { (file, $0) }
    forOthers += outcome.forOthers.count
    for device in outcome.devices {
      flagged += device.flagged
      waiting[device.device] = device.waiting > 0 ? device : nil
      let isUnknown = device.refused.contains { $0.code == "UNKNOWN_DEVICE" }
      if !isUnknown { devices.insert(device.device) }
    }
  }

  mutating func add(_ failure: Failure, from file: String) {
    failures.append(
      Failure(
        failure.kind, id: "\(file): \(failure.phrase.indonesian)",
        en: "\(file): \(failure.phrase.english)"))
  }

  func print(answersIn folder: String, asJSON: Bool) {
    guard !asJSON else { return Swift.print(json.text(indented: true)) }
    Swift.print(
      say(
        "\(say(fileCount)) berkas: \(say(accepted)) catatan baru, \(say(known)) sudah dikenal, "
          + "\(say(refused.count)) ditolak, \(say(flagged)) ditandai",
        "\(counted(fileCount, "bundle")): \(counted(accepted, "new event")), \(say(known)) known "
          + "before, \(say(refused.count)) refused, \(say(flagged)) flagged"))
    for device in waiting.values.sorted(by: { $0.device < $1.device }) {
      Swift.print(
        say(
          "\(device.device) (petugas \(device.courier)): \(say(device.waiting)) catatan menunggu "
            + "nomor \(device.waitingFor ?? 0); minta berkas yang lebih dulu",
          "\(device.device) (courier \(device.courier)): \(counted(device.waiting, "event")) waiting "
            + "for number \(device.waitingFor ?? 0); ask for the earlier file"))
    }
    if forOthers > 0 {
      Swift.print(
        say(
          "\(say(forOthers)) bagian untuk penerima lain; teruskan berkasnya",
          "\(counted(forOthers, "part")) for someone else; pass the file on"))
    }
    if !devices.isEmpty {
      Swift.print(
        say(
          "Jawaban untuk \(say(devices.count)) perangkat di \(folder)",
          "Answers for \(counted(devices.count, "device")) in \(folder)"))
    }
  }

  /// Names everything that was not merged, and ends with the exit code of the first trouble.
  func conclude() throws {
    for (file, event) in refused {
      Terminal.printError("\(file): \(event.event.id): " + event.phrase.text(in: language))
    }
    for (file, segment) in unreadable {
      Terminal.printError(
        "\(file): " + say("mulai bita", "from byte") + " \(segment.offset): "
          + segment.phrase.text(in: language))
    }
    for failure in failures.dropFirst() {
      Terminal.printError("hantar: " + failure.phrase.text(in: language))
    }
    if let first = failures.first { throw first }
    if let first = unreadable.first {
      throw Failure(
        .badInput,
        id:
          "\(first.file) tidak terbaca seluruhnya; yang terbaca sudah masuk, minta berkasnya lagi",
        en: "not all of \(first.file) could be read; what could went in, ask for the file again")
    }
    guard refused.isEmpty else {
      throw Failure(
        .refused,
        id: "\(refused.count) catatan ditolak dan menunggu keputusan; lihat `hantar review list`",
        en: "\(counted(refused.count, "event")) refused, up for a decision; see "
          + "`hantar review list`")
    }
  }

  private var json: JSONText {
    [
      "bundles": .integer(fileCount), "accepted": .integer(accepted),
      "alreadyKnown": .integer(known), "flagged": .integer(flagged),
      "waiting": .integer(waiting.values.reduce(0) { $0 + $1.waiting }),
      "refused": .array(
        refused.map {
          [
            "file": .string($0.file), "event": .describing($0.event.event.id),
            "code": .string($0.event.code), "number": .integer($0.event.place),
          ]
        }),
      "unreadable": .array(
        unreadable.map {
          ["file": .string($0.file), "offset": .integer($0.segment.offset)]
        }),
      "devices": .array(devices.sorted().map { .describing($0) }),
    ]
  }
}
