"""A deck as a package for Anki."""
