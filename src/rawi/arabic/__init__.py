"""The script and its words: strings in, spans and numbers out. Knows nothing of conflicts."""
