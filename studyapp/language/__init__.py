"""What the thinking rooms share: quantities, inflection, clauses of parsed sentences, synonyms."""
