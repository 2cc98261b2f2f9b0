import ArgumentParser
import Domain
import Reports
import Storage

struct CourierList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar petugas di kantor.", "Lists the couriers the office knows."),
    discussion: say("Contoh:\n  hantar courier list", "Example:\n  hantar courier list"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let couriers = try store.couriers()
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Petugas", "Courier")), TextTable.Column(say("Nama", "Name")),
          TextTable.Column(say("Instansi", "Organisation")), TextTable.Column("Kecamatan"),
          TextTable.Column(say("Jam kerja", "Shift")),
          TextTable.Column(say("Kendaraan", "Vehicle")), .number("km/h"),
          .number(say("Kartu", "Cards")), .number(say("Alamat", "Stops")),
        ],
        rows: couriers.map { courier in
          [
            courier.id.description, courier.name, courier.organisation,
            courier.kecamatan.isEmpty
              ? say("semua", "all")
              : courier.kecamatan.map(gazetteer.name).joined(separator: ", "),
            "\(courier.shift.start)-\(courier.shift.end)",
            ([courier.vehicle.phrase.text(in: language)]
              + courier.skills.sorted().map { $0.phrase.text(in: language) })
              .joined(separator: " + "),
            String(courier.speedKilometresPerHour), String(courier.capacityCards),
            String(courier.maximumStops),
          ]
        }),
      items: couriers.map { courier in
        [
          "courier": .describing(courier.id), "name": .string(courier.name),
          "organisation": .string(courier.organisation),
          "kecamatan": .array(courier.kecamatan.map(JSONText.describing)),
          "shiftStart": .describing(courier.shift.start),
          "shiftEnd": .describing(courier.shift.end),
          "vehicle": .string(courier.vehicle.rawValue),
          "speed": .integer(courier.speedKilometresPerHour),
          "capacityCards": .integer(courier.capacityCards),
          "maximumStops": .integer(courier.maximumStops),
          "skills": .array(courier.skills.sorted().map { .string($0.rawValue) }),
        ]
      },
      emptyNote: say(
        "Belum ada petugas; impor dengan `hantar import couriers`.",
        "There are no couriers yet; import them with `hantar import couriers`.")
    ).print(listing)
  }
}
