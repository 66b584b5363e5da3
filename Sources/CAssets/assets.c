#include "assets.h"

static const unsigned char arpent_css[] = {
#embed "files/arpent.css"
};

static const arpent_asset assets[] = {
  {"arpent.css", arpent_css, sizeof(arpent_css)},
};
const size_t arpent_assets_count = sizeof(assets) / sizeof(assets[0]);
const arpent_asset *arpent_asset_at(size_t index) { return &assets[index]; }
