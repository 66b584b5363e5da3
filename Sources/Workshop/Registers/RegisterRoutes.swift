import Hummingbird
import Web

extension RouterMethods where Context == WebContext {
  /// The registers: their lists, their records, what the public sees of them.
  func addRegisters(desk: Desk, plumbing: Plumbing) {
    let room = RegisterRoom(desk: desk)
    let sheets = SheetDesk(room: room)
    let opening = SheetOpening(room: room)
    workshopPage(.registers, plumbing) { RegistersPage(room: room, signedIn: $1).page($0) }
    workshopPage(.register, plumbing) { context, signedIn in
      try RegisterListReading(room: room, signedIn: signedIn).list(context).page(context)
    }
    workshopPage(.newSheet, plumbing) { try opening.page($0, $1) }
    workshopAction(.newSheet, plumbing) { try await opening.open($0, $1, $2) }
    workshopPage(.sheet, plumbing) { try sheets.page($0, $1) }
    workshopAction(.sheet, plumbing) { try await sheets.save($0, $1, $2) }
    workshopAction(.sheetState, plumbing) { try await sheets.decide($0, $1, $2) }
    workshopAction(.sheetComments, plumbing) { try await sheets.comment($0, $1, $2) }
  }
}
