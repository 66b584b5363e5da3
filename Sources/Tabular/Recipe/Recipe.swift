/// The steps that mend a file and protect people in it: kept with a dataset, replayed on every next file.
///
/// Steps are done in order, each on what the ones before left. Reading steps come before all rows whatever
/// their place. A recipe holds no data but the values that its steps name.
public struct Recipe: Codable, Sendable, Equatable {
  /// The steps, in the order they are done.
  public var steps: [RecipeStep]

  /// Gathers steps.
  public init(steps: [RecipeStep] = []) { self.steps = steps }

  /// Makes a recipe of actions, numbered `s1`, `s2`.
  public init(_ actions: [RecipeAction]) { self = actions.reduce(Recipe()) { $0.adding($1) } }

  /// Whether there is nothing to do.
  public var isEmpty: Bool { steps.isEmpty }

  /// Whether a step hides something of the original file, which must then not be given to the public.
  ///
  /// Dropping a column or chosen rows counts: whoever drops « Courriel » expects it to be gone.
  public var isProtective: Bool { steps.contains { $0.action.isProtective } }

  /// Whether a step needs the key of pseudonyms.
  public var needsKey: Bool {
    steps.contains { if case .pseudonymise = $0.action { true } else { false } }
  }
}

/// One step of a recipe.
public struct RecipeStep: Sendable, Equatable, Identifiable {
  /// The id, unique in its recipe and kept when steps are moved.
  public var id: String
  /// What is done.
  public var action: RecipeAction

  /// Makes a step.
  public init(id: String, action: RecipeAction) {
    self.id = id
    self.action = action
  }
}

// MARK: Editing

extension Recipe {
  /// The recipe with one more step at its end.
  ///
  /// A reading step takes the place of the one of its kind.
  public func adding(_ action: RecipeAction) -> Recipe {
    var recipe = self
    if let kind = action.readingKind,
      let known = steps.firstIndex(where: { $0.action.readingKind == kind })
    {
      recipe.steps[known].action = action
      return recipe
    }
    recipe.steps.append(RecipeStep(id: nextID, action: action))
    return recipe
  }

  /// The recipe without a step; itself when there is no such step.
  public func removing(_ id: String) -> Recipe { Recipe(steps: steps.filter { $0.id != id }) }

  /// The recipe with a step at another place, from 0; itself when there is no such step.
  public func moving(_ id: String, to index: Int) -> Recipe {
    guard let from = steps.firstIndex(where: { $0.id == id }) else { return self }
    var recipe = self
    let step = recipe.steps.remove(at: from)
    recipe.steps.insert(step, at: min(max(index, 0), recipe.steps.count))
    return recipe
  }

  /// An id that no step has or had, as long as the last one is not removed.
  private var nextID: String {
    let numbers = steps.compactMap { $0.id.hasPrefix("s") ? Int($0.id.dropFirst()) : nil }
    return "s\((numbers.max() ?? 0) + 1)"
  }
}

// MARK: Reading

extension Recipe {
  /// How the file is read: what the steps say, else what is given.
  public func readingOptions(_ base: ReadingOptions = ReadingOptions()) -> ReadingOptions {
    var options = base
    for step in steps {
      switch step.action {
      case .readSheet(let name): options.sheet = name
      case .readHeader(let row): options.headerRow = row
      case .readEncoding(let name): options.encoding = name
      case .readDelimiter(let mark): options.delimiter = mark
      default: break
      }
    }
    return options
  }
}
