import CGDAL
import Foundation
import Messages

/// The way to GDAL: a few drivers, no network, its errors caught.
enum GDALLibrary {
  /// Registers the drivers we use, and no other, once in the process.
  private static let isReady: Bool = {
    // A file must reach nothing but itself: no address, no neighbour that GDAL would look for.
    for (name, value) in settings { CPLSetConfigOption(name, value) }
    OSRSetPROJEnableNetwork(0)
    RegisterOGRShape()
    RegisterOGRGeoPackage()
    return true
  }()

  private static let settings: [(String, String)] = [
    ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"), ("GDAL_PAM_ENABLED", "NO"), ("SHAPE_RESTORE_SHX", "YES"),
    ("GDAL_HTTP_TIMEOUT", "1"),
    ("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"), ("PROJ_NETWORK", "OFF"),
    ("OGR_SQLITE_LOAD_EXTENSIONS", ""),
    ("OGR_GPKG_NUM_THREADS", "1"), ("SQLITE_LIST_ALL_TABLES", "NO"), ("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"),
    ("GDAL_MAX_DATASET_POOL_SIZE", "16"), ("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES"),
  ]

  /// The errors that GDAL told while something ran.
  final class Errors {
    fileprivate(set) var messages: [String] = []

    fileprivate init() {}
  }

  /// Runs `body` with GDAL ready and its errors caught: they are told to nobody else on this thread.
  static func run<Result>(_ body: (Errors) throws -> Result) rethrows -> Result {
    precondition(isReady)
    let errors = Errors()
    let context = Unmanaged.passUnretained(errors).toOpaque()
    CPLPushErrorHandlerEx(
      { level, _, message in
        guard level.rawValue >= CE_Failure.rawValue, let context = CPLGetErrorHandlerUserData(), let message
        else {
          return
        }
        let errors = Unmanaged<Errors>.fromOpaque(context).takeUnretainedValue()
        if errors.messages.count < 20 { errors.messages.append(String(cString: message)) }
      },
      context
    )
    defer { CPLPopErrorHandler() }
    return try withExtendedLifetime(errors) { try body(errors) }
  }

  /// Gives the texts as the null-ended list that GDAL takes.
  static func withList<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result)
    -> Result
  {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for text in texts { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    guard let list else { return body(nil) }
    return list.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: texts.count + 1) { body($0) }
  }
}
