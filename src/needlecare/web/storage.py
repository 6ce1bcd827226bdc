"""Static files under names that change with their content, scripts that import each other included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """What WhiteNoise serves for good."""

    support_js_module_import_aggregation = True
