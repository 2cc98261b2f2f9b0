import Custody
import Domain
import Geometry
import Intake
import Planning
import Storage

extension Failure {
  /// The failure behind an error of any module; nothing if the error is of no kind known here.
  init?(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StorageError: self.init(error.failureKind, error.phrase)
    case let refusal as StoreRefusal: self.init(refusal.failureKind, refusal.phrase)
    case let refusal as PocketRefusal: self.init(.refused, refusal.phrase)
    case let error as VaultError: self.init(.refused, error.phrase)
    case let refusal as CustodyRefusal: self.init(.refused, refusal.phrase)
    case let error as BundleError: self.init(.badInput, error.phrase)
    case let error as PlanningError: self.init(.refused, error.phrase)
    case let error as GeometryError:
      self.init(.badInput, id: "batas wilayah tidak bisa dipakai: \(error)", en: "\(error)")
    case let error as any Described: self.init(.badInput, error.phrase)
    default: return nil
    }
  }

  /// The same trouble with the name of the file it is in.
  static func inFile(_ path: String, _ error: some Described) -> Failure {
    inFile(path, error.phrase)
  }

  static func inFile(_ path: String, _ phrase: Phrase) -> Failure {
    Failure(.badInput, id: "\(path): \(phrase.indonesian)", en: "\(path): \(phrase.english)")
  }
}

extension StorageError {
  fileprivate var failureKind: Failure.Kind {
    switch self {
    case .folderNotEmpty, .alreadyExists: .cannotWrite
    case .notAWorkspace, .notAPocket, .missingKey: .noInput
    case .newerSchema, .damaged, .badKey: .badInput
    case .keyReadableByOthers, .anchor, .logIsCut, .logDiffers, .journalDiffers, .olderThanDevice,
      .differsFromDevice, .oldKeys:
      .refused
    case .locked, .diskFull, .file, .database: .inputOutput
    }
  }
}

extension StoreRefusal {
  fileprivate var failureKind: Failure.Kind {
    switch self {
    case .unknownRegion, .unknownCard, .unknownCourier, .unknownPlan, .unknownRun,
      .unknownHandover, .unknownDevice, .unknownDocument, .noResident:
      .noInput
    default: .refused
    }
  }
}
