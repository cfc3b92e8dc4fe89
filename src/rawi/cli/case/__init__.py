"""The commands that work on a case: adding, searching, corroborating, looking at what came out."""
