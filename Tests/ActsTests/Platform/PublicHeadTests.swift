import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("The public head")
struct PublicHeadTests {
  @Test("What only colleagues see does not move it; what the public sees does")
  func moves() async throws {
    let cast = try await Cast()
    try await cast.publish()
    let platform = cast.platform
    let start = platform.state.publicHead

    let deposit = Deposit(id: "d-1", organization: "ville", depositor: "", createdAt: platform.now)
    try await platform.perform(OpenDeposit(deposit), as: .command)
    let edit = FieldEdit(path: ["description", "title"], seen: nil, wanted: .string("Arbres abattus"))
    try await platform.perform(EditDeposit("d-1", [edit]), as: .command)
    let inner = comment("c-1", .workshop)
    try await platform.perform(WriteComment(inner), as: .command)
    try await platform.perform(WriteComment(comment("c-2", .everyone)), as: .visitor)
    #expect(platform.state.publicHead == start)
    #expect(platform.state.head.size == start.size + 4)

    try await platform.perform(ModerateComment("c-2", isShown: true), as: .command)
    let shown = platform.state.publicHead
    #expect(shown == platform.state.head)
    try await platform.perform(ModerateComment("c-2", isShown: false), as: .command)
    #expect(platform.state.publicHead == platform.state.head)
    try await cast.publish("bancs")
    #expect(platform.state.publicHead == platform.state.head)
  }

  private func comment(_ id: String, _ audience: Governance.Comment.Audience) -> Governance.Comment {
    Governance.Comment(
      id: id,
      subject: RecordKey(Dataset.self, "arbres"),
      author: "",
      name: "Lise",
      text: "Il en manque un.",
      at: Moment(milliseconds: 0),
      audience: audience,
      state: .pending
    )
  }
}
