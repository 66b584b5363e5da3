#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

// Registering single drivers: declared by GDAL for C++ only (ogrsf_frmts.h), with C linkage.
void RegisterOGRShape(void);
void RegisterOGRGeoPackage(void);
