import Acts
import Governance
import Messages
import Register
import Testing

@Suite("Beginning a register") struct OpenModelsTests {
  private func opening(_ id: String, _ template: String) -> OpenModels.Opening {
    OpenModels.Opening(id: id, template: template, title: "Essai")
  }

  @Test("Every model ticked becomes a draft; one that is unknown opens none")
  func opens() async throws {
    let cast = try await Cast()
    let register = RegisterKind.processingActivity
    let models = register.templates.map(\.id)
    let all = OpenModels(
      register,
      organization: "ville",
      models.enumerated().map { opening("f-\($0)", $1) }
    )
    let opened = try await cast.platform.perform(all, as: .command)
    #expect(opened.map(\.keeping.template) == models)
    #expect(register.lines(in: cast.platform.state.snapshot).allSatisfy { $0.keeping.status == .draft })

    let wrong = OpenModels(
      register,
      organization: "ville",
      [opening("g-1", models[0]), opening("g-2", "lune")]
    )
    #expect(await cast.refusal(wrong, .command) == "register.template")
    #expect(register.sheet("g-1", in: cast.platform.state.snapshot) == nil)
    #expect(
      await cast.refusal(OpenModels(register, organization: "ville", []), .command) == "register.models.none"
    )
    let twice = OpenModels(
      register,
      organization: "ville",
      [opening("g-3", models[0]), opening("g-3", models[1])]
    )
    #expect(await cast.refusal(twice, .command) == "register.id")
  }
}
