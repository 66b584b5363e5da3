import Acts
import Catalogue
import Web

extension PortalReader {
  /// A search of the catalogue as the address asks it.
  func datasets(_ context: PageContext) -> DatasetListModel {
    let query = DatasetListAddress.read(context.query)
    return DatasetListModel(query: query, results: state.index.search(query, now: context.today))
  }
}
