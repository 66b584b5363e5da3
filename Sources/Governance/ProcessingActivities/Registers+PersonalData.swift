extension Registers {
  /// The registers of the GDPR.
  static let personalData: [RegisterKind] = [
    .processingActivity, .processorActivity, .processor, .impactAssessment, .subjectRequest, .breach,
    .dpoDesignation,
  ]
}
