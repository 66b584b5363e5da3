/// The names of file formats as people write them.
public enum FormatLabel {
  /// `geojson` → « GeoJSON », `csv` → « CSV ».
  public static func name(of container: String) -> String { names[container] ?? container.uppercased() }

  private static let names = [
    "geojson": "GeoJSON", "jsonl": "JSON Lines", "parquet": "Parquet", "shapefile": "Shapefile",
    "gpkg": "GeoPackage", "xlsx": "Excel (XLSX)", "xls": "Excel (XLS)", "ods": "OpenDocument (ODS)",
    "txt": "Texte",
  ]
}
