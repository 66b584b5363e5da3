import Catalogue
import Governance
import Lake
import Register

extension Platform {
  /// Removes the files that no version refers to.
  ///
  /// Does nothing while something is being published.
  @discardableResult
  public func collectGarbage() async throws -> Int {
    try await sweeping.run {
      try self.lake.collectGarbage {
        StagedFile.removeAll(in: self.configuration.dataFolder)
        return try Blocking.wait { try await self.digestsInUse() }
      }
    }
  }

  private func digestsInUse() async throws -> Set<String> {
    try await catchUp()
    let now = state
    var digests: Set<String> = []
    for version in now.snapshot.records(DatasetVersion.self) {
      digests.insert(version.original.digest)
      if let table = version.table { digests.insert(table) }
      if let report = version.inspection { digests.insert(report) }
    }
    for deposit in now.snapshot.records(Deposit.self) where deposit.state != .abandoned {
      if let file = deposit.file { digests.insert(file.digest) }
    }
    for delivery in now.snapshot.records(ReceivedDelivery.self) where delivery.fileErasedAt == nil {
      digests.insert(delivery.digest)
    }
    for register in Registers.all { digests.formUnion(register.fileDigests(in: now.snapshot)) }
    if let logo = now.settings.logo?.digest { digests.insert(logo) }
    return digests
  }
}
