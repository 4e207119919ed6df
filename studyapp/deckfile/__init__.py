"""A deck as files: the Markdown that people edit, and forms for other programs."""
