"""Pictures as geometry: where each mark and each word of a chart stands, in units of its drawing.

Every picture is 360 wide; the templates in `macros/pictures.html` draw them.
"""
