import ArgumentParser

struct CourierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "courier",
    abstract: say(
      "Untuk petugas: buka rute, serahkan, gagal, kembalikan; semuanya tanpa sinyal.",
      "For couriers: open a run, deliver, fail, return; all of it without any signal."),
    discussion: say(
      """
      Satu kali:    enrol, lalu kantor mendaftarkan perangkat
      Setiap pagi:  unlock, open, scan
      Di jalan:     work (layar penuh), atau next, deliver, fail
      Sore hari:    return, bundle, lalu open berkas jawaban kantor
      """,
      """
      Once:           enrol, then the office enrols the device
      Every morning:  unlock, open, scan
      On the way:     work (full screen), or next, deliver, fail
      At the end:     return, bundle, then open the office's answer
      """),
    subcommands: [
      CourierEnrol.self, CourierUnlock.self, CourierLock.self, CourierPIN.self, CourierOpen.self,
      CourierScan.self, CourierWork.self, CourierRuns.self, CourierStops.self, CourierNext.self,
      CourierDeliver.self, CourierFail.self, CourierAgain.self, CourierHold.self,
      CourierWithdraw.self, CourierFee.self, CourierReturn.self, CourierEnter.self,
      CourierStatus.self, CourierBundleCommand.self, CourierList.self,
    ])
}
