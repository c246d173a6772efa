"""From a year's YAML records to a published ITA disclosure site."""

__version__ = "0.1.0"
