"""Evidence files: whether one may be published, what it weighs, and its fingerprint."""
