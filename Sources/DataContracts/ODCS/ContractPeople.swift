public import Register

/// A person who answers for the data.
public struct TeamMember: Sendable, Equatable {
  /// The person's name in the team's tools, often an address.
  public var username: String?
  /// The person's name.
  public var name: String?
  /// What the person does.
  public var role: String?
  /// More about the person.
  public var description: String?
  /// Since which day.
  public var since: String?
  /// Until which day.
  public var until: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension TeamMember: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    username = members.text("username")
    name = members.text("name")
    role = members.text("role")
    description = members.text("description")
    since = members.text("dateIn")
    until = members.text("dateOut")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("username", username)
    members.put("name", name)
    members.put("role", role)
    members.put("description", description)
    members.put("dateIn", since)
    members.put("dateOut", until)
    return members
  }
}

/// Where to ask about the data.
public struct SupportChannel: Sendable, Equatable {
  /// The name of the channel.
  public var channel: String?
  /// Its address.
  public var address: String?
  /// What it is for.
  public var description: String?
  /// The tool: `email`, `ticket` and others.
  public var tool: String?
  /// What it is about: `interactive`, `announcements`, `issues`.
  public var scope: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension SupportChannel: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    channel = members.text("channel")
    address = members.text("url")
    description = members.text("description")
    tool = members.text("tool")
    scope = members.text("scope")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("channel", channel)
    members.put("url", address)
    members.put("description", description)
    members.put("tool", tool)
    members.put("scope", scope)
    return members
  }
}

/// A name and a value that the parties agreed on.
public struct CustomProperty: Sendable, Equatable {
  /// The name.
  public var property: String?
  /// The value.
  public var value: JSONValue?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension CustomProperty: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    property = members.text("property")
    value = members.value("value")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("property", property)
    members.put("value", value)
    return members
  }
}

/// Who answers for the data.
public struct ContractTeam: Sendable, Equatable {
  /// The team's name.
  public var name: String?
  /// What it does.
  public var description: String?
  /// Its members.
  public var members: [TeamMember]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]
  /// Whether it was written as a bare list of people, as versions before 3.1 did.
  public var isList = false

  /// Makes a team.
  public init(name: String?, members: [TeamMember]) {
    self.name = name
    self.members = members
    rest = [:]
  }

  /// A team as versions before 3.1 wrote it.
  init?(list members: inout DocumentMembers) {
    guard let people: [TeamMember] = members.parts("team") else { return nil }
    self.init(name: nil, members: people)
    isList = true
  }

  func put(into contract: inout DocumentMembers) {
    if isList {
      contract.put("team", members)
    } else {
      var own = DocumentMembers(rest)
      own.put("name", name)
      own.put("description", description)
      own.put("members", members)
      contract.put("team", JSONValue.object(own.rest))
    }
  }
}

extension DocumentMembers {
  /// The team of a contract, written as the standard has it since 3.1.
  mutating func team(_ key: String) -> ContractTeam? {
    guard case .object(let object)? = rest[key] else { return nil }
    rest[key] = nil
    var own = DocumentMembers(object)
    var team = ContractTeam(name: own.text("name"), members: [])
    team.description = own.text("description")
    team.members = own.parts("members")
    team.rest = own.rest
    return team
  }
}
