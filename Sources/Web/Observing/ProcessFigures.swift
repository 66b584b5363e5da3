#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The figures of the process itself, by the names Prometheus's own clients give them.
enum ProcessFigures {
  static func watch(_ plumbing: Plumbing) {
    let metrics = plumbing.metrics
    let start = plumbing.now()
    metrics.watch("process_start_time_seconds", help: "When the process started, in seconds since 1970.") {
      start
    }
    metrics.watch("process_resident_memory_bytes", help: "Resident memory.") { residentBytes() }
    metrics.watch("process_open_fds", help: "Open files and sockets.") { openFiles() }
    let pages = plumbing.pages
    metrics.watch("arpent_page_cache_hits_total", help: "Answers from memory.", isCounter: true) {
      Double(pages.figures.hits)
    }
    metrics.watch("arpent_page_cache_misses_total", help: "Answers made.", isCounter: true) {
      Double(pages.figures.misses)
    }
    metrics.watch("arpent_page_cache_bytes", help: "Bytes of answers kept.") { Double(pages.figures.bytes) }
    let position = plumbing.position
    metrics.watch("arpent_journal_entries", help: "Entries of the journal.") { Double(position().entries) }
  }

  /// The second number of `/proc/self/statm` counts resident pages of 4 KiB.
  private static func residentBytes() -> Double {
    guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return 0 }
    let fields = String(decoding: data, as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? (Double(fields[1]) ?? 0) * 4_096 : 0
  }

  private static func openFiles() -> Double {
    Double((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0)
  }
}
