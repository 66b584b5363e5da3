#pragma once
#include <stddef.h>

/* A file embedded in the binary: its name as served, and its bytes. */
typedef struct { const char *name; const unsigned char *bytes; size_t length; } arpent_asset;
extern const size_t arpent_assets_count;
const arpent_asset *arpent_asset_at(size_t index);

/* The codes of problems, as scripts/problem-codes writes them. */
extern const size_t arpent_problems_length;
const unsigned char *arpent_problems_bytes(void);
