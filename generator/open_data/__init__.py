"""The tables of the pages for programs: files, their descriptions, and how the site is linked."""
