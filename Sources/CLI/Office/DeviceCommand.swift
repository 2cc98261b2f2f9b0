import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct DeviceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device",
    abstract: say(
      "Perangkat petugas: mendaftarkan, melihat, mencabut yang hilang.",
      "Couriers' devices: enrol, list, revoke a lost one."),
    subcommands: [DeviceEnrol.self, DeviceList.self, DeviceRevoke.self])
}

struct DeviceEnrol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrol",
    abstract: say(
      "Mendaftarkan perangkat dari berkas permintaannya.",
      "Enrols devices from their request files."),
    discussion: say(
      """
      Contoh:
        hantar device enrol SP-017.device --code 3f9a-12cd --by "Rina Wati"
      Cocokkan kode dengan yang tampil di layar petugas. Tanpa --code, kode setiap berkas
      ditanyakan; --unchecked mendaftarkan semuanya tanpa mencocokkan.
      """,
      """
      Example:
        hantar device enrol SP-017.device --code 3f9a-12cd --by "Rina Wati"
      Compare the code with the one on the courier's screen. Without --code the code of each file
      is asked for; --unchecked enrols all of them without comparing.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(
    help: ArgumentHelp(say("Berkas permintaan.", "Request files.")),
    completion: .file(extensions: ["device"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "Kode di layar petugas, untuk satu berkas.",
        "The code on the courier's screen, for one file."),
      valueName: "3f9a-12cd"))
  var code: String?

  @Flag(
    help: ArgumentHelp(
      say("Jangan cocokkan kode.", "Do not compare codes.")))
  var unchecked = false

  func validate() throws {
    guard code == nil || files.count == 1 else {
      throw ValidationError(
        say("--code hanya untuk satu berkas.", "--code is for one file only."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let name = try officer.name()
    let now = try currentInstant()
    let couriers = try store.couriersByID()
    for file in files {
      let request = try request(in: file)
      try compare(request.device, with: file)
      let device = try store.enrol(request, by: name, now: now)
      let courier = [device.courier.description, couriers[device.courier]?.name].compactMap(\.self)
        .joined(separator: " ")
      print(
        say(
          "\(device.id) (kode \(device.id.code)) terdaftar untuk \(courier)",
          "\(device.id) (code \(device.id.code)) enrolled for \(courier)"))
    }
  }

  private func request(in file: String) throws -> DeviceRequest {
    do { return try DeviceRequest(fileBytes: try Files.read(file)) } catch let error as BundleError
    {
      throw Failure.inFile(file, error)
    }
  }

  /// - Throws: ``Failure`` if the code that the courier read out is another one.
  private func compare(_ device: DeviceID, with file: String) throws {
    guard !unchecked else { return }
    var typed = code
    if typed == nil {
      if Terminal.errorIsTerminal {
        Terminal.printError(
          say("\(file): kode di layar petugas?", "\(file): the code on the courier's screen?"))
      }
      typed = readLine()
    }
    let digits = (typed ?? "").lowercased().filter { $0.isHexDigit }
    guard digits == device.code.filter({ $0.isHexDigit }) else {
      throw Failure(
        .refused,
        id: "\(file): kodenya tidak sama dengan kode perangkat dalam berkas; berkas ini mungkin "
          + "dari perangkat lain, jangan didaftarkan",
        en: "\(file): the code is not that of the device in the file; the file may come from "
          + "another device, do not enrol it")
    }
  }
}

struct DeviceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Semua perangkat dan sinkronisasi terakhirnya.", "All devices and their last sync."),
    discussion: say("Contoh:\n  hantar device list", "Example:\n  hantar device list"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let store = try options.openStore()
    let devices = try store.devices()
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Perangkat", "Device")), .identifier(say("Kode", "Code")),
          .identifier(say("Petugas", "Courier")), .identifier(say("Terdaftar", "Enrolled")),
          .number(say("Catatan", "Events")), .identifier(say("Sinkron terakhir", "Last sync")),
          TextTable.Column(say("Keadaan", "State")),
        ],
        rows: devices.map { device in
          [
            device.id.description, device.id.code, device.courier.description,
            device.enrolledAt.text(in: store.zone), say(device.lastSequence),
            device.lastSeenAt?.text(in: store.zone) ?? "-", Self.state(of: device),
          ]
        }),
      items: devices.map { device in
        [
          "device": .describing(device.id), "courier": .describing(device.courier),
          "enrolledAt": .string(device.enrolledAt.text(in: store.zone)),
          "events": .integer(device.lastSequence),
          "waiting": .integer(device.waiting),
          "lastSync": .optional(device.lastSeenAt) { .string($0.text(in: store.zone)) },
          "revokedAt": .optional(device.revokedAt) { .string($0.text(in: store.zone)) },
        ]
      },
      emptyNote: say("Belum ada perangkat.", "There are no devices.")
    ).print(listing)
  }

  private static func state(of device: Device) -> String {
    device.isActive ? say("aktif", "active") : say("dicabut", "revoked")
  }
}

struct DeviceRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: say(
      "Mencabut perangkat yang hilang; kartu di tangan petugasnya didaftar.",
      "Revokes a lost device; the cards its courier has are listed."),
    discussion: say(
      "Contoh:\n  hantar device revoke D-3f9a12cd44e0b1a7 --reason \"HP hilang\" --by \"Rina Wati\"",
      "Example:\n  hantar device revoke D-3f9a12cd44e0b1a7 --reason \"phone lost\" --by \"Rina Wati\""
    ))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Perangkat.", "The device."), valueName: "D-…"))
  var device: DeviceID

  @Option(help: ArgumentHelp(say("Alasannya.", "Why.")))
  var reason: String

  @Option(
    help: ArgumentHelp(
      say("Tulis juga daftar siap cetak.", "Also write the list as a page to print.")),
    completion: .file())
  var html: String?

  func run() throws {
    let store = try options.openStore()
    let name = try officer.name()
    let now = try currentInstant()
    let revoked = try store.revoke(device, by: name, reason: reason, now: now)
    let list = try self.list(revoked, by: name, in: store, now: now)
    if let html { try Files.write(list.html(in: language), to: html) }
    if listing.json {
      print(json(revoked).text(indented: true))
      return
    }
    print(
      say(
        "\(device) dicabut; catatan yang datang sesudah ini ditolak dan menunggu diperiksa",
        "\(device) revoked; events that arrive from now on are refused and wait for review"))
    print(
      list.text(in: language, width: Terminal.width, colour: Terminal.usesColour), terminator: "")
  }

  private func list(
    _ revoked: RevokedDevice, by name: String, in store: Store, now: Instant
  ) throws -> LostDeviceList {
    let gazetteer = try store.gazetteer()
    let couriers = try store.couriersByID()
    let access = try Access(by: name, for: .service, note: reason, at: now)
    let residents = try store.cards(revoked.cards.filter { !$0.isOld }, access)
    let villages = Dictionary(
      uniqueKeysWithValues: residents.map { ($0.id, $0.resident.address.desa) })
    return LostDeviceList(
      office: store.officeName(gazetteer), device: device, courier: revoked.device.courier,
      courierName: couriers[revoked.device.courier]?.name ?? "", revokedAt: now, revokedBy: name,
      reason: reason, lastSequence: revoked.lastEvent?.event.id.sequence, zone: store.zone,
      cards: try revoked.cards.map { card in
        let custody = try store.custody(of: card)
        return LostDeviceList.Held(
          card: card, status: custody.status, run: try store.plannedRun(of: card.new),
          village: villages[card.new].map(gazetteer.fullName) ?? "-", since: custody.since)
      })
  }

  private func json(_ revoked: RevokedDevice) -> JSONText {
    [
      "device": .describing(device), "courier": .describing(revoked.device.courier),
      "lastSequence": .optional(revoked.lastEvent) { .integer($0.event.id.sequence) },
      "refusedWaiting": .integer(revoked.refusedWaiting),
      "cards": .array(revoked.cards.map { .describing($0) }),
    ]
  }
}
