"""A page of the web: its marks, its elements, its main content, its blocks."""
