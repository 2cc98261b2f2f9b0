internal import Custody
internal import Domain
internal import Geometry

/// A resident's own data as a page: who they are, their cards, who looked, and their rights.
struct SubjectMarkup {
  let export: SubjectExport
  let language: Language

  var page: String {
    ListPage(
      title: say(id: "Data pribadi Anda", en: "Your personal data"), office: export.office,
      lines: [
        say(
          id: "Dibuat \(export.madeAt.minuteText(in: export.zone)) \(export.zone.rawValue)",
          en: "Made \(export.madeAt.minuteText(in: export.zone)) \(export.zone.rawValue)"),
        say(
          id: "Hanya untuk pemilik data ini. Simpan baik-baik; memuat NIK lengkap.",
          en: "Only for the person this data is about. Keep it safe; it shows the whole NIK."),
      ],
      sections: [.table(heading: nil, person)] + export.cards.flatMap(card) + [accesses],
      notes: (ResidentRights.all + [FeeGuard.residentNotice]).map(say),
      notesHeading: say(ResidentRights.title)
    ).text(in: language)
  }

  private var person: TextTable {
    let resident = export.resident
    let rows: [(Phrase, String?)] = [
      (Phrase(id: "NIK", en: "NIK"), resident.nik.digits),
      (Phrase(id: "Nama", en: "Name"), resident.name),
      (Phrase(id: "Tanggal lahir", en: "Date of birth"), resident.birthDate.text(in: language)),
      (Phrase(id: "Jenis kelamin", en: "Sex"), resident.sex.rawValue),
      (Phrase(id: "Nomor KK", en: "Family card number"), resident.familyCard?.digits),
      (
        Phrase(id: "Alamat", en: "Address"), "\(resident.address.line), \(export.village)"
      ),
      (Phrase(id: "Patokan", en: "Landmark"), resident.address.landmark),
      (Phrase(id: "Telepon", en: "Telephone"), resident.phone),
    ]
    return TextTable(
      columns: [.init(say(id: "Data", en: "Data")), .init(say(id: "Isi", en: "Value"))],
      rows: rows.map { [say($0.0), $0.1 ?? "–"] })
  }

  private func card(_ record: SubjectExport.CardRecord) -> [ListPage.Section] {
    let card = record.card
    let facts = [
      card.request.phrase, card.channel.phrase, record.custody.status.phrase,
    ].map(say).joined(separator: " · ")
    let dates = say(
      id: "diminta \(card.requestedOn), dicetak \(card.printedOn)",
      en: "requested \(card.requestedOn), printed \(card.printedOn)")
    let place = say(
      id: "Titik alamat: \(text(of: card.location.coordinate))",
      en: "Place of the address: \(text(of: card.location.coordinate))")
    var sections: [ListPage.Section] = [
      .table(heading: "\(card.id): \(facts)", story(of: record)),
      .text("\(dates). \(place)."),
    ]
    if !record.details.isEmpty {
      sections.append(
        .table(
          heading: say(id: "Rincian serah terima", en: "Details of handovers"),
          details(of: record)))
    }
    return sections
  }

  private func story(of record: SubjectExport.CardRecord) -> TextTable {
    TextTable(
      columns: [
        .identifier(say(id: "Waktu", en: "When")), .init(say(id: "Peristiwa", en: "What happened")),
      ],
      rows: record.story.map { [$0.time.minuteText(in: export.zone), say($0.phrase)] })
  }

  private func details(of record: SubjectExport.CardRecord) -> TextTable {
    TextTable(
      columns: [
        .identifier(say(id: "Waktu", en: "When")), .init(say(id: "Penerima", en: "Receiver")),
        .init(say(id: "Catatan", en: "Note")),
        .identifier(say(id: "Titik petugas", en: "Position")),
      ],
      rows: record.details.map { detail in
        [
          detail.time.minuteText(in: export.zone), detail.receiverName ?? "–", detail.note ?? "–",
          detail.position.map { text(of: $0.coordinate) } ?? "–",
        ]
      })
  }

  private var accesses: ListPage.Section {
    .table(
      heading: say(
        id: "Siapa melihat data Anda: \(language.figure(export.accesses.count))",
        en: "Who looked at your data: \(language.figure(export.accesses.count))"),
      TextTable(
        columns: [
          .identifier(say(id: "Waktu", en: "When")), .init(say(id: "Oleh", en: "By")),
          .init(say(id: "Keperluan", en: "Purpose")),
        ],
        rows: export.accesses.map {
          [$0.time.minuteText(in: export.zone), $0.by, $0.purpose]
        }))
  }

  /// `-5.3815910, 105.2586210`.
  private func text(of coordinate: Coordinate) -> String {
    [coordinate.latitudeE7, coordinate.longitudeE7].map {
      JSONText.decimal(Int($0), places: 7).text()
    }
    .joined(separator: ", ")
  }

  private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func say(id: String, en: String) -> String { say(Phrase(id: id, en: en)) }
}
