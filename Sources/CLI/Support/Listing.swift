import Foundation
import Reports

/// One listing in both of its forms: a table for people, JSON for programs.
struct Listing {
  let table: TextTable
  let items: [JSONText]
  /// What to say instead of an empty table.
  let emptyNote: String

  func print(_ options: ListingOptions) {
    if options.json {
      Swift.print(JSONText.array(items).text(indented: true))
    } else if table.rows.isEmpty {
      Swift.print(emptyNote)
    } else {
      Swift.print(table.text(width: Terminal.width, colour: Terminal.usesColour), terminator: "")
    }
  }
}
