"""The official report: the pages of a year as a document to print, sign and file."""
