import Messages
import Testing

@testable import Tabular

@Suite("The known schemas") struct TableSchemaTests {
  @Test("have unique names, columns and rules on their own columns")
  func areSound() {
    #expect(Set(TableSchema.all.map(\.id)).count == TableSchema.all.count)
    for schema in TableSchema.all {
      let names = Set(schema.fields.map(\.name))
      #expect(names.count == schema.fields.count, "\(schema.id)")
      #expect(!schema.fields.filter(\.isRequired).isEmpty, "\(schema.id)")
      #expect(names.isSuperset(of: schema.rules.flatMap(\.fields)), "\(schema.id)")
      for field in schema.fields {
        #expect(!field.description.fr.isEmpty && !field.description.en.isEmpty, "\(schema.id) \(field.name)")
      }
    }
  }

  @Test(
    "are found by the ways people write them",
    arguments: [
      ("scdl/subventions", "scdl/subventions"), (" SCDL/Subventions ", "scdl/subventions"),
      ("https://schema.data.gouv.fr/scdl/subventions/", "scdl/subventions"),
      (
        "https://schema.data.gouv.fr/schemas/etalab/schema-irve-statique/2.3.0/schema.json",
        "etalab/schema-irve-statique"
      ),
      ("schema-arbre", "NaturalSolutions/schema-arbre"), ("arbre", "NaturalSolutions/schema-arbre"),
      ("scdl/inconnu", nil), ("", nil), ("catalogue", "scdl/catalogue"),
    ] as [(String, String?)]
  )
  func known(_ claim: String, _ id: String?) { #expect(TableSchema.known(claim)?.id == id) }
}
