public import Hummingbird
public import Web

extension RouterMethods where Context == WebContext {
  /// Serves the workshop: what people who sign in see and do.
  public func addWorkshop(desk: Desk, plumbing: Plumbing) {
    let room = DepositRoom(desk: desk)
    addSignIn(desk: desk, plumbing: plumbing)
    addSignOn(desk: desk, plumbing: plumbing)
    addAccount(desk: desk, plumbing: plumbing)
    addPeople(desk: desk, plumbing: plumbing)
    addSources(desk: desk, plumbing: plumbing)
    addOrganizations(desk: desk, plumbing: plumbing)
    addTokens(desk: desk, plumbing: plumbing)
    addAccessLog(desk: desk, plumbing: plumbing)
    addDecisions(desk: desk, plumbing: plumbing)
    addNotices(desk: desk, plumbing: plumbing)
    addVisitorForms(desk: desk, plumbing: plumbing)
    addHome(room: room, plumbing: plumbing)
    addDatasets(room: room, plumbing: plumbing)
    addDeposits(room: room, plumbing: plumbing)
    addProposals(desk: desk, plumbing: plumbing)
    addRegisters(desk: desk, plumbing: plumbing)
    addInventory(desk: desk, plumbing: plumbing)
    addProtection(desk: desk, plumbing: plumbing)
    addAlgorithms(desk: desk, plumbing: plumbing)
    addContracts(desk: desk, plumbing: plumbing)
    addDuties(desk: desk, plumbing: plumbing)
    addPersonalData(desk: desk, plumbing: plumbing)
    addRightForm(desk: desk, plumbing: plumbing)
    addSettings(desk: desk, plumbing: plumbing)
    addRetention(desk: desk, plumbing: plumbing)
  }
}
