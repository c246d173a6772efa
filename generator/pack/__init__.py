"""What is typed into the assessment system for one year, in each form that it is handed over in."""
