import Acts
import Foundation
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
    let start = RegisterStarting(room: room)
    workshopPage(.registerStart, plumbing) { try start.page($0, $1) }
    workshopAction(.registerStart, plumbing) { try await start.open($0, $1, $2) }
    workshopPage(.newSheet, plumbing) { try opening.page($0, $1) }
    workshopAction(.newSheet, plumbing) { try await opening.open($0, $1, $2) }
    workshopPage(.sheet, plumbing) { try sheets.page($0, $1) }
    workshopAction(.sheet, plumbing) { try await sheets.save($0, $1, $2) }
    workshopAction(.sheetState, plumbing) { try await sheets.decide($0, $1, $2) }
    workshopResponse(.sheetState, plumbing) { try sheets.back($1, $2) }
    workshopResponse(.sheetComments, plumbing) { try sheets.back($1, $2) }
    workshopAction(.sheetComments, plumbing) { try await sheets.comment($0, $1, $2) }
    let files = SheetFiles(sheets: sheets)
    workshopDownload(.sheetFile, plumbing) { try await files.download($0, $1, $2) }
    workshopAction(.sheetFile, plumbing, limits: files.limits) { try await files.change($0, $1, $2) }
    addRegisterFiles(room: room, plumbing: plumbing)
  }

  private func addRegisterFiles(room: RegisterRoom, plumbing: Plumbing) {
    let printing = RegisterPrinting(room: room)
    workshopPage(.registerPrint, plumbing) { try printing.registerPage($0, $1) }
    workshopResponse(.registerDocument, plumbing) { try printing.registerDocument($1, $2) }
    workshopPage(.sheetPrint, plumbing) { try printing.page($0, $1) }
    workshopResponse(.sheetDocument, plumbing) { try printing.openDocument($1, $2) }
    workshopResponse(.registerExport, plumbing) { try printing.export($1, $2) }
    let importing = RegisterImporting(room: room)
    let limits = FormLimits.importedText(upTo: RegisterImporting.largest, room.desk)
    workshopPage(.registerImport, plumbing) { try importing.page($0, $1) }
    workshopAction(.registerImport, plumbing, limits: limits) { try await importing.take($0, $1, $2) }
    let choice = PublicChoice(room: room)
    workshopPage(.registerPublic, plumbing) { try choice.page($0, $1) }
    workshopAction(.registerPublic, plumbing) { try await choice.save($0, $1, $2) }
  }
}
