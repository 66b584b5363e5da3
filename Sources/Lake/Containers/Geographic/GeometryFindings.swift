import Messages
import Tabular

/// What there is to know of geometries and of the system of their coordinates.
enum GeometryFindings {
  /// A geometry that is none.
  static func invalid(row: Int, column: String, cell: String) -> Finding {
    Finding(
      code: "geometry.invalid",
      severity: .error,
      row: row,
      column: column,
      cell: String(cell.prefix(200)),
      message: Bilingual(
        fr: "La géométrie n’est pas valide : vérifiez son type et que ses coordonnées sont des nombres.",
        en: "The geometry is not valid: check its type and that its coordinates are numbers."
      )
    )
  }

  /// Coordinates that were put in WGS 84.
  static func reprojected(from name: String) -> Finding {
    Finding(
      code: "geometry.reprojected",
      severity: .information,
      column: "geometry",
      message: Bilingual(
        fr: "Les géométries, données en « \(name) », ont été converties en WGS 84 (longitude, latitude).",
        en: "The geometries, given in “\(name)”, were converted to WGS 84 (longitude, latitude)."
      )
    )
  }

  /// A system that the file does not declare and that the coordinates tell.
  static func assumed(_ name: String) -> Finding {
    Finding(
      code: "geometry.crs-assumed",
      severity: .warning,
      column: "geometry",
      message: Bilingual(
        fr:
          "Le système de coordonnées n’est pas dit ; d’après leurs valeurs, il a été lu en « \(name) »."
          + " Déclarez-le (fichier .prj).",
        en: "The file does not tell its coordinate system; judging by their values, it was read as “\(name)”."
          + " Declare it (.prj file)."
      )
    )
  }

  /// A system that is neither declared nor told by the coordinates.
  static func unknownSystem() -> Finding {
    Finding(
      code: "geometry.crs-unknown",
      severity: .error,
      column: "geometry",
      message: Bilingual(
        fr:
          "Le système de coordonnées est inconnu : les géométries restent telles quelles et ne peuvent pas"
          + " être placées sur une carte. Ajoutez le fichier .prj.",
        en:
          "The coordinate system is unknown: the geometries are given as they are and cannot be put on a map."
          + " Add the .prj file."
      )
    )
  }

  /// A geometry that cannot be converted.
  static func unconvertible(row: Int) -> Finding {
    Finding(
      code: "geometry.unconvertible",
      severity: .error,
      row: row,
      column: "geometry",
      message: Bilingual(
        fr: "La géométrie sort du domaine de son système de coordonnées : elle est laissée vide.",
        en: "The geometry is out of the domain of its coordinate system: it is left empty."
      )
    )
  }
}
