"""One rule a module: what to look for in a statement or a list, and which fact it gives."""
