import Foundation

/// Checks a document against the rules of EPCIS 2.0 and CBV 2.0, from tables of its own: it shares
/// nothing with the writer.
///
/// Source: EPCIS-JSON-Schema.json of GS1 (2023), and CBV 2.0 for the words, which that schema does
/// not enforce by itself.
enum EPCISValidator {
  private static let steps = Set(
    """
    accepting arriving assembling collecting commissioning consigning creating_class_instance \
    cycle_counting decommissioning departing destroying disassembling dispensing encoding \
    entering_exiting holding inspecting installing killing loading other packing picking receiving \
    removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting \
    shipping staging_outbound stock_taking stocking storing transporting unloading unpacking \
    void_shipping
    """.split(separator: " ").map(String.init))

  private static let dispositions = Set(
    """
    active available completeness_verified completeness_inferred conformant container_closed \
    container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit \
    inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement \
    no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved \
    retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown
    """.split(separator: " ").map(String.init))

  private static let members: [String: Set<String>] = [
    "ObjectEvent": [
      "type", "eventID", "eventTime", "recordTime", "eventTimeZoneOffset", "errorDeclaration",
      "epcList", "action", "bizStep", "disposition", "readPoint", "bizLocation",
      "bizTransactionList", "sourceList", "destinationList",
    ],
    "AggregationEvent": [
      "type", "eventID", "eventTime", "recordTime", "eventTimeZoneOffset", "errorDeclaration",
      "parentID", "childEPCs", "action", "bizStep", "disposition", "readPoint", "bizLocation",
      "bizTransactionList", "sourceList", "destinationList",
    ],
  ]

  /// What is wrong, a line each; none for a valid document.
  static func faults(in text: String) throws -> [String] {
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let document = parsed as? [String: Any] else { return ["no object"] }
    var faults: [String] = []
    if document["type"] as? String != "EPCISDocument" { faults.append("type") }
    if document["schemaVersion"] as? String != "2.0" { faults.append("schemaVersion") }
    if !isTime(document["creationDate"]) { faults.append("creationDate") }
    let context = document["@context"] as? [Any]
    if context?.first as? String != "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
    {
      faults.append("@context")
    }
    let prefixes = Set((context?.last as? [String: String] ?? [:]).keys)
    guard let body = document["epcisBody"] as? [String: Any],
      let events = body["eventList"] as? [[String: Any]]
    else { return faults + ["epcisBody"] }
    for (index, event) in events.enumerated() {
      faults += eventFaults(event, prefixes: prefixes).map { "event \(index): \($0)" }
    }
    return faults
  }

  private static func eventFaults(_ event: [String: Any], prefixes: Set<String>) -> [String] {
    guard let type = event["type"] as? String, let known = members[type] else { return ["type"] }
    var faults: [String] = []
    func check(_ isRight: Bool, _ fault: String) {
      if !isRight { faults.append(fault) }
    }
    for key in event.keys where !known.contains(key) {
      let parts = key.split(separator: ":")
      check(parts.count == 2 && prefixes.contains(String(parts[0])), "member \(key)")
    }
    check(isTime(event["eventTime"]), "eventTime")
    check(isTime(event["recordTime"]), "recordTime")
    let offset = event["eventTimeZoneOffset"] as? String ?? ""
    check(
      offset.wholeMatch(of: #/([+]|[-])((0[0-9]|1[0-3]):([0-5][0-9])|14:00)/#) != nil,
      "eventTimeZoneOffset")
    let id = event["eventID"] as? String ?? ""
    check(id.wholeMatch(of: #/ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0/#) != nil, "eventID")
    check(["ADD", "OBSERVE", "DELETE"].contains(event["action"] as? String), "action")
    check(steps.contains(event["bizStep"] as? String ?? ""), "bizStep")
    check(dispositions.contains(event["disposition"] as? String ?? ""), "disposition")
    faults += subjectFaults(event, type: type) + partyFaults(event)
    for place in ["readPoint", "bizLocation"] {
      guard let value = event[place] else { continue }
      let members = value as? [String: String] ?? [:]
      check(members.count == 1 && isURI(members["id"]), place)
    }
    if let declaration = event["errorDeclaration"] as? [String: Any] {
      check(isTime(declaration["declarationTime"]), "declarationTime")
      check(
        ["did_not_occur", "incorrect_data"].contains(declaration["reason"] as? String), "reason")
      let ids = declaration["correctiveEventIDs"] as? [String] ?? []
      check(!ids.isEmpty && ids.allSatisfy(isURI), "correctiveEventIDs")
    }
    return faults
  }

  private static func subjectFaults(_ event: [String: Any], type: String) -> [String] {
    let names = (event[type == "ObjectEvent" ? "epcList" : "childEPCs"] as? [String]) ?? []
    var faults = names.isEmpty || !names.allSatisfy(isURI) ? ["things"] : []
    if Set(names).count != names.count { faults.append("things twice") }
    if type == "AggregationEvent", !isURI(event["parentID"]) { faults.append("parentID") }
    return faults
  }

  private static func partyFaults(_ event: [String: Any]) -> [String] {
    let parties: Set<String> = ["owning_party", "possessing_party", "location"]
    let papers: Set<String> = [
      "bol", "cert", "desadv", "inv", "pedigree", "po", "poc", "prodorder", "recadv", "rma",
      "testprd", "testres", "upevt",
    ]
    let lists = [
      ("bizTransactionList", "bizTransaction", papers), ("sourceList", "source", parties),
      ("destinationList", "destination", parties),
    ]
    return lists.flatMap { list, name, types -> [String] in
      guard let value = event[list] else { return [] }
      guard let entries = value as? [[String: String]], !entries.isEmpty else { return [list] }
      return entries.contains { entry in
        Set(entry.keys) != ["type", name] || !types.contains(entry["type"] ?? "")
          || !isURI(entry[name])
      } ? [list] : []
    }
  }

  private static func isURI(_ value: Any?) -> Bool {
    guard let text = value as? String else { return false }
    return text.wholeMatch(of: #/[a-z][a-z0-9+.-]*:[A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=%]+/#) != nil
  }

  private static func isTime(_ value: Any?) -> Bool {
    let text = value as? String ?? ""
    return text.wholeMatch(
      of:
        #/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}(Z|[+-][0-9]{2}:[0-9]{2})/#
    ) != nil
  }
}
