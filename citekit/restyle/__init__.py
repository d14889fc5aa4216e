"""A library in a citation style: its works as items of CSL, and a paper's notes set anew, nothing of them lost."""
