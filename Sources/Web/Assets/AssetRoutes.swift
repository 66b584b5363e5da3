import Hummingbird

/// Serves the assets under their digests.
enum AssetRoutes {
  static func add(to router: Router<WebContext>, _ assets: AssetStore) {
    router.get("/assets/**") { request, context in
      let path = context.parameters.getCatchAll().joined(separator: "/")
      guard let page = assets.page(servedAs: path) ?? assets.leaflet?.page(at: path) else {
        throw Problem.unknownAddress
      }
      return page.response(to: request)
    }
    router.get("/favicon.ico") { _, _ in Response.redirect(to: assets.href("icon.svg"), type: .permanent) }
  }
}
