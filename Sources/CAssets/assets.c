#include "assets.h"

/* One array a file; a file comes after those it imports. */
#define ASSET(symbol) {symbol##_name, symbol, sizeof(symbol)}

static const char arpent_css_name[] = "arpent.css";
static const unsigned char arpent_css[] = {
#embed "files/arpent.css"
};
static const char icon_svg_name[] = "icon.svg";
static const unsigned char icon_svg[] = {
#embed "files/icon.svg"
};
static const char replace_js_name[] = "replace.js";
static const unsigned char replace_js[] = {
#embed "files/replace.js"
};
static const char explorer_js_name[] = "explorer.js";
static const unsigned char explorer_js[] = {
#embed "files/explorer.js"
};
static const char search_js_name[] = "search.js";
static const unsigned char search_js[] = {
#embed "files/search.js"
};
static const char map_js_name[] = "map.js";
static const unsigned char map_js[] = {
#embed "files/map.js"
};
static const char chart_js_name[] = "chart.js";
static const unsigned char chart_js[] = {
#embed "files/chart.js"
};
static const char copy_js_name[] = "copy.js";
static const unsigned char copy_js[] = {
#embed "files/copy.js"
};

static const char workshop_css_name[] = "workshop.css";
static const unsigned char workshop_css[] = {
#embed "files/workshop.css"
};
static const char workshop_js_name[] = "workshop.js";
static const unsigned char workshop_js[] = {
#embed "files/workshop.js"
};
static const unsigned char problems[] = {
#embed "files/problems.json"
};
const size_t arpent_problems_length = sizeof(problems);
const unsigned char *arpent_problems_bytes(void) { return problems; }

static const char autosave_js_name[] = "autosave.js";
static const unsigned char autosave_js[] = {
#embed "files/autosave.js"
};
static const char proposals_js_name[] = "proposals.js";
static const unsigned char proposals_js[] = {
#embed "files/proposals.js"
};

static const char register_js_name[] = "register.js";
static const unsigned char register_js[] = {
#embed "files/register.js"
};
static const char deposit_js_name[] = "deposit.js";
static const unsigned char deposit_js[] = {
#embed "files/deposit.js"
};

static const arpent_asset assets[] = {
  ASSET(arpent_css), ASSET(icon_svg), ASSET(replace_js), ASSET(explorer_js),
  ASSET(search_js),  ASSET(map_js),   ASSET(chart_js),   ASSET(copy_js),
  ASSET(workshop_css), ASSET(workshop_js), ASSET(autosave_js), ASSET(deposit_js),
  ASSET(proposals_js),
  ASSET(register_js),
};
const size_t arpent_assets_count = sizeof(assets) / sizeof(assets[0]);
const arpent_asset *arpent_asset_at(size_t index) { return &assets[index]; }
